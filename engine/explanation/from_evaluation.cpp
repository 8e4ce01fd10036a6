#include "explanation/from_evaluation.h"

#include <algorithm>

#include "base/ensure.h"
#include "explanation/failures.h"
#include "explanation/findings.h"
#include "explanation/force.h"
#include "explanation/outlook.h"
#include "explanation/positions.h"
#include "model/sight.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

void add_without_subject(const Reading& reading, const program::RuleProgram& rule, Answer& answer) {
    const std::string& kind = reading.model().kinds[reading.program().frames[rule.frame].kind].name.text;
    auto found = std::find_if(answer.without_subject.begin(), answer.without_subject.end(),
                              [&kind](const WithoutSubject& each) { return each.kind == kind; });
    if (found == answer.without_subject.end()) {
        found = answer.without_subject.insert(answer.without_subject.end(), WithoutSubject{kind, {}});
    }
    found->rules.push_back({reading.model().rules[rule.rule].kind, reading.model().rules[rule.rule].name});
}

// Of a rule about things of which facts were made unknown nobody can say that there are none.
void add_rule_without_findings(const Reading& reading, const program::RuleProgram& rule,
                               const std::optional<model::Sight>& sight, Answer& answer) {
    const model::KindId kind = reading.program().frames[rule.frame].kind;
    if (!sight || !sight->is_partial[kind.index()]) return add_without_subject(reading, rule, answer);
    if (reading.words().info().seen_classes) return;  // told among what is not shown
    answer.without_consent.push_back({reading.model().rules[rule.rule].kind, reading.model().rules[rule.rule].name});
}

// Empty when no fact was made unknown.
std::optional<model::Sight> sight_of(const Reading& reading) {
    const cases::CaseInfo& info = reading.words().info();
    if (info.seen_classes) return model::to_sight(reading.model(), *info.seen_classes);
    if (info.withdrawn.empty()) return std::nullopt;
    model::ClassSet usable;
    usable.add(model::PrivacyClass::None);
    for (const model::PrivacyClass privacy : model::privacy_classes) {
        const bool is_gone = std::any_of(info.withdrawn.begin(), info.withdrawn.end(),
                                         [privacy](const cases::Withdrawn& each) { return each.privacy == privacy; });
        if (!is_gone) usable.add(privacy);
    }
    return model::to_sight(reading.model(), usable);
}

void add_findings(const Reading& reading, Answer& answer) {
    const std::optional<model::Sight> sight = sight_of(reading);
    for (const program::RuleProgram& rule : reading.program().rules) {
        if (rule.versions.empty()) continue;
        std::vector<Finding> findings = to_findings(reading, rule);
        if (findings.empty()) add_rule_without_findings(reading, rule, sight, answer);
        std::move(findings.begin(), findings.end(), std::back_inserter(answer.findings));
    }
    std::stable_sort(answer.findings.begin(), answer.findings.end(),
                     [](const Finding& left, const Finding& right) { return left.outcome < right.outcome; });
}

void add_not_evaluated(const Reading& reading, Answer& answer) {
    for (const model::NotYetRule& rule : reading.model().not_yet) {
        answer.not_evaluated.push_back(
            {rule.keyword, rule.name, rule.source.article, reading.words().place(rule.where)});
    }
}

void add_divides(const Reading& reading, Answer& answer) {
    for (const model::Apportionment& each : reading.model().apportionments) {
        answer.divides.push_back({"verdeling", each.name, each.source.article, reading.words().place(each.where)});
    }
    for (const model::Redistribution& each : reading.model().redistributions) {
        answer.divides.push_back({"verdeling", each.name, each.source.article, reading.words().place(each.where)});
    }
}

bool is_in_force(const Reading& reading, const program::RuleProgram& rule) {
    const model::KindId kind = reading.program().frames[rule.frame].kind;
    const cases::Table& table = reading.caseload().tables[kind.index()];
    for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
        if (table.case_of[row] == reading.case_index() && reading.truth(rule.in_force, row) != Truth::False)
            return true;
    }
    return false;
}

constexpr Duration soon{3, Duration::Unit::Months};

// Who plans beyond the last day of an agreement should know that nothing is agreed there yet.
void add_expiring(const Reading& reading, Answer& answer) {
    const std::optional<Date> today = reading.reference_date();
    const std::optional<Date> horizon = today ? shift(*today, soon, false) : std::nullopt;
    if (!horizon) return;
    for (const program::RuleProgram& rule : reading.program().rules) {
        const model::Rule& declared = reading.model().rules[rule.rule];
        if (declared.versions.empty() || !is_in_force(reading, rule)) continue;
        const std::optional<Date> last = declared.versions.back().validity.last;
        if (!last || *last < *today || *horizon < *last) continue;
        const model::Document& document = reading.model().documents[declared.document];
        if (document.renewal && document.validity.last == last) continue;  // add_force tells when and why
        const Expiring expiring{document.validity.last == last ? document.name : declared.name, *last};
        const bool is_told = std::any_of(answer.expiring.begin(), answer.expiring.end(),
                                         [&](const Expiring& other) { return other.name == expiring.name; });
        if (!is_told) answer.expiring.push_back(expiring);
    }
}

// A calculation of rules that are not in force decides nothing.
std::vector<bool> instructions_that_count(const Reading& reading) {
    std::vector<program::Register> outcomes;
    for (const program::RuleProgram& rule : reading.program().rules) {
        if (is_in_force(reading, rule)) outcomes.push_back(rule.outcome);
    }
    return program::instructions_behind(reading.program(), outcomes);
}

void add_failed(const Reading& reading, Answer& answer) {
    std::optional<std::vector<bool>> counts;
    for (const evaluation::CalculationError& error : reading.evaluation().errors) {
        if (error.case_index != reading.case_index()) continue;
        if (!counts) counts = instructions_that_count(reading);
        if (!(*counts)[error.result.index()]) continue;
        FailedCalculation failed = to_failed(reading.program(), reading.sources(), error);
        const auto same = std::find_if(answer.failed.begin(), answer.failed.end(), [&](const FailedCalculation& other) {
            return other.what == failed.what && other.words == failed.words;
        });
        if (same == answer.failed.end()) {
            answer.failed.push_back(std::move(failed));
        } else {
            add_rules(std::move(failed.rules), same->rules);
        }
    }
}

// As the verdict is made: of the rules that block, or of all when none does.
NothingJudged to_nothing_judged(const Reading& reading, const std::vector<Finding>& findings) {
    if (reading.program().rules.empty()) return NothingJudged::NoRules;
    const bool has_blocking = evaluation::has_blocking_rules(reading.program());
    NothingJudged why = NothingJudged::NoSubject;
    for (const Finding& finding : findings) {
        const bool counts =
            finding.is_blocking || finding.kind == model::RuleKind::Ban || finding.kind == model::RuleKind::Procedure;
        if (has_blocking && !counts) continue;
        if (finding.is_in_force) return NothingJudged::No;
        why = NothingJudged::NotInForce;
    }
    return why;
}

// After the reference date, or after an act that is behind us and that a rule judges.
bool is_known_later(const Answer& answer, const std::optional<Date>& latest) {
    if (!latest || !answer.reference_date) return false;
    return *answer.reference_date < *latest ||
           std::any_of(answer.findings.begin(), answer.findings.end(), [&](const Finding& finding) {
               return finding.act_date && *finding.act_date < *latest && *finding.act_date < *answer.reference_date;
           });
}

}  // namespace

Answer from_evaluation(const Evaluated& evaluated, std::uint32_t case_index, forecast::Forecaster* forecaster,
                       const portfolio::Look* look) {
    ensure(evaluated.evaluation.trace != nullptr && case_index < evaluated.caseload.cases.size());
    const Reading reading(evaluated, case_index);
    const cases::CaseInfo& info = reading.words().info();
    Answer answer;
    answer.label = info.label;
    if (info.root.is_valid()) answer.root = reading.model().kinds[info.root].name.text;
    answer.things = reading.words().named_things();
    answer.reference_date = reading.reference_date();
    answer.is_readiness_check = info.is_readiness_check;
    if (info.is_readiness_check) answer.readiness_of = with_article(reading.model().kinds[info.given].name);
    answer.known_on = info.known_on;
    answer.left_out = info.left_out;
    answer.verdict = evaluated.evaluation.verdicts[case_index];
    add_findings(reading, answer);
    answer.is_in_hindsight = !info.known_on && is_known_later(answer, info.latest_knowledge);
    answer.nothing_judged = to_nothing_judged(reading, answer.findings);
    if (forecaster != nullptr) answer.outlook = to_outlook(reading, answer.findings, *forecaster);
    add_expiring(reading, answer);
    add_force(reading, answer);
    add_successions(reading, answer);
    add_not_evaluated(reading, answer);
    add_failed(reading, answer);
    if (look == nullptr) add_divides(reading, answer);
    look != nullptr ? add_positions(reading, *look, answer) : add_needs_register(reading, answer);
    return answer;
}

}  // namespace toets::explanation
