#include "explanation/findings.h"

#include <algorithm>

#include "explanation/deadlocks.h"
#include "explanation/duties.h"
#include "explanation/force.h"
#include "explanation/numbers.h"
#include "explanation/procedures.h"
#include "explanation/rivals.h"
#include "explanation/sentences.h"
#include "explanation/terms.h"
#include "explanation/timed_acts.h"

namespace toets::explanation {

namespace {

struct Builder {
    const Reading& reading;
    const program::RuleVersionProof& proof;
    const model::Rule& rule;
    const model::RuleVersion& version;
    At at;
    Act act;
    std::optional<Date> version_date;  // which versions of a number hold; empty when nobody knows
    Finding finding;

    [[nodiscard]] Truth truth(program::Register which) const { return truth(which, at.row); }
    [[nodiscard]] Truth truth(program::Register which, std::uint32_t row) const { return reading.truth(which, row); }

    void describe() {
        const model::Document& document = reading.model().documents[rule.document];
        finding.kind = rule.kind;
        finding.rule = rule.name;
        finding.is_blocking = evaluation::is_blocking(rule);
        finding.article = version.source.article;
        if (finding.article.empty() && !version.source.headings.empty()) {
            finding.article = version.source.headings.back();
        }
        finding.document = document.name;
        finding.is_main_document = rule.document.index() == 0;
        finding.version_since = version.validity.first ? version.validity.first : document.validity.first;
        finding.is_unverified = version.source.unverified || document.unverified;
        finding.where = reading.words().place(version.where);
        const model::KindId about = reading.program().frames[at.frame].kind;
        finding.subject = reading.words().thing(about, at.row);
        const model::FieldId day = reading.model().kinds[about].date;
        const bool is_told_by_day = day.is_valid() && reading.words().is_numbered(about, at.row);
        if (is_told_by_day) finding.subject_date = known_date(reading.words().stored(day, at.row));
        const cases::CaseInfo& info = reading.words().info();
        finding.is_about_root = reading.program().frames[at.frame].kind == info.root && at.row == info.root_row;
        finding.act = act.words;
        finding.act_date = act.date;
        const bool is_past = act.date && reading.reference_date() && *act.date < *reading.reference_date();
        finding.is_beyond_mending = finding.outcome == Outcome::Violated && is_beyond_mending() && !is_past;
        finding.not_yet = version.not_yet;
        finding.responsible = reading.words().who(version.duty    ? version.duty->who
                                                  : version.ban   ? version.ban->who
                                                  : version.power ? version.power->who
                                                                  : version.arranged_by);
        if (!version.default_of.is_valid()) return;
        finding.default_of = reading.model().rules[version.default_of].name;
        finding.default_kind = reading.model().rules[version.default_of].kind;
    }

    // A row of which the source was not checked and that gave a value here.
    void add_unverified(const program::RuleProgram& program) {
        if (finding.outcome == Outcome::NotApplicable) return;
        for (const program::UnverifiedUse& use : program.unverified) {
            const std::vector<std::uint32_t> rows = reading.rows_in(at, reading.program().frame_of[use.used.index()]);
            const bool is_used = std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
                return reading.truth(use.used, row) == Truth::True;
            });
            finding.is_unverified = finding.is_unverified || is_used;
        }
    }

    void add_requirement() {
        if (!proof.requirement.is_valid()) return;
        const bool is_open = finding.outcome == Outcome::Missing;
        const Who responsible = reading.words().who(version.arranged_by);
        finding.sentences.push_back(
            to_sentence(reading, proof.requirement, at.row, {responsible, &act, is_open, 0, version_date}));
        if (finding.outcome == Outcome::Violated && finding.is_blocking) add_answers();
    }

    // Who was to see to the parts that fail; nobody is named twice.
    static void collect_responsible(const Sentence& sentence, std::vector<Who>& all) {
        if (sentence.holds != Truth::False) return;
        const std::size_t before = all.size();
        const bool needs_each =
            sentence.joined == Joined::All || sentence.joined == Joined::Each || sentence.joined == Joined::Definition;
        for (const Sentence& part : sentence.parts) {
            if (needs_each) collect_responsible(part, all);
        }
        const bool is_new = std::find(all.begin(), all.end(), sentence.responsible) == all.end();
        if (all.size() == before && is_new && !sentence.responsible.names.empty()) all.push_back(sentence.responsible);
    }

    void add_answers() {
        std::vector<Who> responsible;
        for (const Sentence& sentence : finding.sentences) collect_responsible(sentence, responsible);
        if (responsible.empty()) responsible.push_back(reading.words().who(version.arranged_by));
        for (const Who& who : responsible) add_answer(who);
    }

    [[nodiscard]] bool is_beyond_mending() const {
        return proof.is_beyond_mending.is_valid() && truth(proof.is_beyond_mending) == Truth::True;
    }

    void add_answer(const Who& responsible) {
        Action action;
        action.who = responsible;
        action.about = finding.rule;
        action.act = act.words;
        action.what = Action::What::Answer;
        if (proof.curable_until) {
            action.until = reading.date(*proof.curable_until, at.row);
            const bool is_in_time =
                action.until && reading.reference_date() && *reading.reference_date() <= *action.until;
            if (is_in_time && !is_beyond_mending()) action.what = Action::What::Repair;
        }
        if (action.what == Action::What::Repair || !action.who.names.empty()) finding.actions.push_back(action);
    }

    void add_exceptions() {
        for (const program::ExceptionProof& exception : proof.exceptions) {
            finding.exceptions.push_back(to_exception(reading, exception, at.row));
        }
        if (finding.outcome != Outcome::Exempt) return;
        for (const Exception& exception : finding.exceptions) {
            if (exception.holds == Truth::True && finding.ground.empty()) finding.ground = exception.condition.words;
        }
        if (!proof.own_outcome.is_valid()) return;
        const auto own = static_cast<Outcome>(reading.value(proof.own_outcome, at.row).value);
        if (own != Outcome::Exempt) finding.own_outcome = own;
    }

    // The part of `bij elke` or `alleen als` that does not hold.
    void add_why_not_applicable() {
        if (proof.in_place.is_valid() && truth(reading.program().proofs[proof.in_place].truth) == Truth::False) {
            finding.only_in = reading.words().sentence(version.in_place);
            finding.ground = finding.only_in;
        }
        for (const program::ProofId condition : {proof.in_place, proof.subject_is, proof.only_if}) {
            if (!condition.is_valid()) continue;
            Sentence sentence = to_sentence(reading, condition, at.row, {{}, nullptr, false, 0, version_date});
            if (sentence.truth == Truth::False && finding.ground.empty()) finding.ground = failing_words(sentence);
            finding.sentences.push_back(std::move(sentence));
        }
    }

    static std::string failing_words(const Sentence& sentence) {
        for (const Sentence& part : sentence.parts) {
            const bool is_and = sentence.joined == Joined::All || sentence.joined == Joined::Definition;
            if (is_and && part.holds == Truth::False) return failing_words(part);
        }
        return sentence.words;
    }

    // By silence: the event stayed away, or the one who can still let it come has until the last day.
    void add_lapse() {
        if (!proof.lapse || !version.lapse) return;
        const bool has_lapsed = truth(proof.lapse->lapsed) == Truth::True && proof.lapse->lapsed.is_valid();
        const bool holds =
            proof.requirement.is_valid() && truth(reading.program().proofs[proof.requirement].truth) == Truth::True;
        finding.is_lapsed = finding.outcome == Outcome::Satisfied && has_lapsed && !holds;
        if (finding.outcome == Outcome::Pending || finding.is_lapsed) {
            finding.arithmetic = to_shift(reading, version.lapse->last_day, proof.lapse->last_day, at);
        }
        if (finding.outcome == Outcome::Pending) finding.term = reading.date(proof.lapse->last_day, at.row);
        if (finding.is_lapsed || finding.outcome == Outcome::Pending) finding.ground = lapsing_event();
        if (finding.outcome != Outcome::Pending) return;
        Action action;
        action.what = Action::What::Perform;
        action.who = reading.words().who(version.arranged_by);
        action.about = finding.ground;
        action.until = finding.term;
        finding.actions.push_back(std::move(action));
    }

    [[nodiscard]] std::string lapsing_event() const {
        const model::Expression& event = reading.model().expressions[version.lapse->event];
        const std::string words = reading.words().text(event.where);
        const auto* field = std::get_if<model::FieldOf>(&event.kind);
        if (field == nullptr) return words;
        const model::Name& name = reading.model().fields[field->field].name;
        return !name.article.empty() && words.starts_with(name.text) ? name.article + " " + words : words;
    }

    // A ban counts for the verdict when the act is still planned, or is what the case is about.
    void add_ban() {
        if (!proof.ban || !version.ban) return;
        describe_ban(reading, *proof.ban, *version.ban, at, finding);
        const auto counts = static_cast<Outcome>(reading.value(proof.blocking, at.row).value);
        finding.is_blocking = finding.outcome > Outcome::Unknown || counts <= Outcome::Unknown;
    }

    // A procedure counts for the verdict as a ban does.
    void add_procedure() {
        if (!proof.procedure || !version.procedure) return;
        describe_procedure(reading, *proof.procedure, *version.procedure, at, finding);
        const auto counts = static_cast<Outcome>(reading.value(proof.blocking, at.row).value);
        finding.is_blocking = finding.outcome > Outcome::Unknown || counts <= Outcome::Unknown;
    }

    void add_power() {
        if (!proof.power || !version.power) return;
        describe_power(reading, *proof.power, *version.power, at, finding);
        for (const Exception& exception : finding.exceptions) {
            if (exception.holds != Truth::True || truth(proof.applies) == Truth::False) continue;
            finding.power->is_excepted = true;
            finding.ground = exception.condition.words;
        }
    }

    // C83: the exceptions are judged by the day of each act, and what they need is asked for there.
    [[nodiscard]] bool is_excused_per_act() const {
        return (proof.ban && !proof.ban->exceptions.empty()) || (proof.power && !proof.power->exceptions.empty());
    }

    // What the duty before it waits for.
    void add_missing_of_default();

    // Nothing has to be known any more once the outcome is certain and asks nothing of anybody.
    [[nodiscard]] bool asks_nothing() const {
        const auto is = [this](Outcome outcome) { return finding.outcome == outcome; };
        return is(Outcome::NotApplicable) || is(Outcome::Satisfied) || is(Outcome::Exempt) || is(Outcome::Replaced) ||
               !finding.rivals.empty();
    }

    void add_missing() {
        if (asks_nothing()) return;
        if (finding.outcome == Outcome::Missing || finding.outcome == Outcome::Violated) {
            return explanation::add_undecided(reading, proof.requirement, at.row, finding.missing);
        }
        if (proof.in_force.is_valid() && truth(proof.in_force) == Truth::Unknown && proof.version_date) {
            explanation::add_missing(reading, *proof.version_date, at, finding.missing);
        }
        explanation::add_missing(reading, proof.in_place, at.row, finding.missing);
        explanation::add_missing(reading, proof.subject_is, at.row, finding.missing);
        if (finding.outcome == Outcome::Unknown) add_missing_of_rivals(reading, proof, at, finding.missing);
        explanation::add_missing(reading, proof.only_if, at.row, finding.missing);
        explanation::add_missing(reading, proof.requirement, at.row, finding.missing);
        for (const program::ExceptionProof& exception : proof.exceptions) {
            if (truth(proof.required) == Truth::True && proof.required.is_valid()) break;
            if (is_excused_per_act()) break;
            explanation::add_missing(reading, exception, at.row, finding.missing);
        }
        if (finding.outcome != Outcome::Unknown) return;
        if (proof.unmet.is_valid() && truth(proof.unmet) == Truth::Unknown) return add_missing_of_default();
        if (proof.lapse) {
            explanation::add_missing(reading, proof.lapse->start, at, finding.missing);
            explanation::add_missing(reading, proof.lapse->last_day, at, finding.missing);
        }
        if (proof.duty && version.duty) add_missing_of_duty(reading, *proof.duty, *version.duty, at, finding);
        for (const auto& timed : {proof.power, proof.ban}) {
            if (timed) add_missing_of_act(reading, *timed, at, finding.missing);
        }
        if (proof.procedure) add_missing_of_procedure(reading, *proof.procedure, at, finding.missing);
        if (finding.missing.empty() && proof.act) {
            explanation::add_missing(reading, *proof.act, at, finding.missing);
        }
        add_missing_version();
    }

    // What cannot be calculated because nobody knows which version of a number holds, needs the date that says so; or
    // the number has no version for that date.
    void add_missing_version() {
        const auto is_not_computed = [](const Missing& missing) { return missing.why == Missing::Why::NotComputed; };
        const auto first = std::find_if(finding.missing.begin(), finding.missing.end(), is_not_computed);
        if (first == finding.missing.end()) return;
        std::vector<Missing> dates;
        if (version_date) dates = versions_sought(reading, version, *version_date);
        if (proof.version_date && !version_date) explanation::add_missing(reading, *proof.version_date, at, dates);
        if (dates.empty()) return;
        finding.missing.erase(std::remove_if(first, finding.missing.end(), is_not_computed), finding.missing.end());
        for (Missing& date : dates) {
            const auto is_same = [&date](const Missing& other) { return other.what == date.what; };
            if (std::none_of(finding.missing.begin(), finding.missing.end(), is_same)) {
                finding.missing.push_back(std::move(date));
            }
        }
    }

    // The clauses that are not evaluated yet are named by themselves; the rule as a whole need not be.
    void drop_rule_itself() {
        if (finding.not_yet.empty()) return;
        const auto is_rule = [this](const Missing& missing) {
            return missing.why == Missing::Why::NotSupported && missing.what.ends_with(" " + finding.rule);
        };
        finding.missing.erase(std::remove_if(finding.missing.begin(), finding.missing.end(), is_rule),
                              finding.missing.end());
    }

    [[nodiscard]] bool waits_for_act() const {
        const auto is_of_the_act = [](const Missing& missing) { return missing.is_of_the_act; };
        const auto is_other_fact = [](const Missing& missing) { return !missing.is_of_the_act && is_fact(missing); };
        return finding.outcome == Outcome::Unknown &&
               std::any_of(finding.missing.begin(), finding.missing.end(), is_of_the_act) &&
               std::none_of(finding.missing.begin(), finding.missing.end(), is_other_fact);
    }

    void build() {
        describe();
        if (finding.outcome == Outcome::NotApplicable) {
            add_why_not_applicable();
        } else {
            add_requirement();
        }
        add_exceptions();
        describe_rivals(reading, proof, at, finding);
        add_lapse();
        if (proof.duty && version.duty) describe_duty(reading, *proof.duty, *version.duty, at, finding);
        add_ban();
        add_procedure();
        add_power();
        add_missing();
        drop_rule_itself();
        finding.waits_for_act = waits_for_act();
    }
};

void Builder::add_missing_of_default() {
    const program::RuleProgram& before = reading.program().rules[version.default_of.index()];
    const model::Rule& declared = reading.model().rules[version.default_of];
    for (std::size_t index = 0; index < declared.versions.size(); ++index) {
        if (declared.versions[index].where != version.where) continue;
        Builder main{reading, before.versions[index], declared, declared.versions[index], at, act, version_date, {}};
        main.finding.outcome = Outcome::Unknown;
        main.add_missing();
        finding.missing = std::move(main.finding.missing);
    }
}

}  // namespace

std::vector<Finding> to_findings(const Reading& reading, const program::RuleProgram& rule) {
    std::vector<Finding> findings;
    const model::Rule& declared = reading.model().rules[rule.rule];
    const model::KindId kind = reading.program().frames[rule.frame].kind;
    const cases::Table& table = reading.caseload().tables[kind.index()];
    for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
        if (table.case_of[row] != reading.case_index()) continue;
        const evaluation::Value index = reading.value(rule.version, row);
        std::size_t version = index.state == cases::State::Known ? static_cast<std::size_t>(index.value) : 0;
        version = std::min(version, rule.versions.size() - 1);
        const At at{rule.frame, row};
        Builder builder{reading,  rule.versions[version],
                        declared, declared.versions[version],
                        at,       reading.act(rule.versions[version], at),
                        {},       {}};
        const auto& version_date = builder.proof.version_date;
        builder.version_date = version_date ? reading.date(*version_date, row) : reading.reference_date();
        builder.finding.is_in_force = reading.truth(rule.in_force, row) != Truth::False;
        builder.finding.id = rule.rule;
        builder.finding.row = row;
        builder.finding.outcome = reading.evaluation().outcomes[rule.rule.index()][row];
        builder.finding.is_in_doubt = reading.truth(rule.in_force, row) == Truth::Unknown && builder.version_date;
        if (!builder.finding.is_in_force) builder.finding.not_consented = not_consented(reading, declared);
        builder.build();
        if (builder.finding.outcome == Outcome::Missing) {
            builder.finding.deadlocks = deadlocks_of(reading, builder.version, builder.proof, at);
        }
        builder.add_unverified(rule);
        findings.push_back(std::move(builder.finding));
    }
    return findings;
}

}  // namespace toets::explanation
