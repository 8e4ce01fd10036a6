#include "explanation/duties.h"

#include <algorithm>
#include <utility>

#include "explanation/deeds.h"
#include "explanation/report.h"
#include "explanation/sentences.h"
#include "explanation/terms.h"
#include "explanation/times.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_events_told = 20;

const model::Name* name_of(const Reading& reading, const model::EventsAsked& asked) {
    const model::Type& type = reading.model().expressions[asked.events].type;
    if (type.only.is_valid()) return &reading.model().sub_kinds[type.only].name;
    return type.kind.is_valid() ? &reading.model().kinds[type.kind].name : nullptr;
}

class DutyFinding {
public:
    DutyFinding(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                Finding& finding)
        : reading_(reading), proof_(proof), duty_(duty), at_(at), finding_(finding) {}

    void describe() {
        finding_.judged_on = reading_.reference_date();
        if (proof_.latest) add_term();
        add_beginning();
        add_start();
        if (proof_.earliest) finding_.not_before = reading_.date(*proof_.earliest, at_.row);
        const bool has_not_begun = finding_.begins && finding_.begins->state == Begins::State::NotYet;
        if (proof_.series && !has_not_begun)
            describe_times(reading_, *proof_.series, duty_, proof_.events.front().items, at_, finding_);
        for (const program::Register done : {proof_.done_on, proof_.done_late_on}) {
            if (!done.is_valid()) continue;
            if (!finding_.done_on) finding_.done_on = known_date(reading_.value(done, at_.row));
        }
        finding_.event = event_asked(reading_, duty_.asked);
        add_not_done_by();
        const bool waits = finding_.outcome == Outcome::Pending && (has_not_begun || !finding_.starts_with.empty());
        if (!waits) add_deeds_of_others();
        if (finding_.kind == model::RuleKind::Effort && !duty_.evidence.empty()) return describe_effort();
        const bool is_to_do = finding_.outcome == Outcome::Pending || finding_.outcome == Outcome::Violated;
        const bool is_still_due =
            !proof_.series || finding_.term || finding_.stands_still_since || waits_for_previous();
        if (!is_to_do || finding_.done_on || !is_still_due || waits) return;
        Action action;
        action.what = Action::What::Perform;
        action.who = still_to_act();
        action.about = event_asked(reading_, duty_.asked);
        if (finding_.outcome == Outcome::Pending || proof_.series) action.until = finding_.term;
        finding_.actions.push_back(std::move(action));
    }

    void add_missing() {
        for (std::size_t index = 0; index < proof_.events.size() && finding_.not_yet.empty(); ++index) {
            const program::EventsProof& events = proof_.events[index];
            const evaluation::Trace::Rows rows = reading_.trace().items(events.items, at_.row);
            for (std::uint32_t item = rows.first; item < rows.last; ++item) {
                if (reading_.truth(events.counts, item) == Truth::False) continue;
                for (const program::ProofId counts : events.sub_kinds) {
                    explanation::add_missing(reading_, counts, item, finding_.missing);
                }
                add_missing_of_event(events, asked(index), item);
            }
        }
        for (const auto& operand : {proof_.start, proof_.earliest, proof_.latest}) {
            if (!operand) continue;
            explanation::add_missing(reading_, *operand, at_, finding_.missing);
            // a length that a table gives
            for (const program::ProofId cells : operand->rows) {
                explanation::add_missing(reading_, cells, at_.row, finding_.missing);
            }
        }
        if (proof_.series) add_missing_of_series(*proof_.series);
        if (is_of_first_day()) {
            explanation::add_missing(reading_, start()->first_day->condition, at_.row, finding_.missing);
            const bool is_told = finding_.begins && (finding_.begins->state == Begins::State::Begun ||
                                                     finding_.begins->state == Begins::State::NotYet);
            if (!is_told) return;  // what is lacking is the beginning, not what was done
        }
        if (!finding_.missing.empty() || !finding_.not_yet.empty()) return;
        for (std::size_t index = 0; index < proof_.events.size(); ++index) add_list_of_events(asked(index));
    }

private:
    [[nodiscard]] const model::EventsAsked& asked(std::size_t index) const {
        return index == 0 ? duty_.asked : duty_.evidence[index - 1];
    }

    // C61: never that the result is owed, only that trying must show.
    void describe_effort() {
        for (const model::EventsAsked& evidence : duty_.evidence)
            finding_.evidence.push_back(event_asked(reading_, evidence));
        if (finding_.done_on) add_shown_by();
        if (finding_.outcome != Outcome::Pending && finding_.outcome != Outcome::Missing) return;
        if (finding_.done_on) return;
        Action action;
        action.what = finding_.outcome == Outcome::Pending ? Action::What::Try : Action::What::Record;
        action.who = still_to_act();
        action.about = event_asked(reading_, duty_.asked);
        if (finding_.outcome == Outcome::Pending) action.until = finding_.term;
        action.evidence = finding_.evidence;
        finding_.actions.push_back(std::move(action));
    }

    [[nodiscard]] Who still_to_act() const {
        return finding_.not_done_by.empty() ? reading_.words().who(duty_.who) : Who{finding_.not_done_by};
    }

    // Of those who must each do it, the ones who did not in time. What the others did is not the whole.
    void add_not_done_by() {
        const bool is_to_do = finding_.outcome == Outcome::Pending || finding_.outcome == Outcome::Missing ||
                              finding_.outcome == Outcome::Violated;
        if (!is_to_do) return;
        const auto is_done = [&](std::size_t who) {
            return reading_.truth(proof_.done_by[who], at_.row) != Truth::False;
        };
        std::size_t done = 0;
        for (std::size_t who = 0; who < proof_.done_by.size(); ++who) {
            if (is_done(who)) ++done;
        }
        if (done == 0) return;
        for (std::size_t who = 0; who < proof_.done_by.size(); ++who) {
            if (!is_done(who)) finding_.not_done_by.push_back(reading_.words().name(duty_.who.actors[who]));
        }
        finding_.done_on = known_date(reading_.value(proof_.done_late_on, at_.row));
        if (finding_.done_on) finding_.not_done_by.clear();
    }

    // What would have counted, had it been by and for those who were asked for.
    void add_deeds_of_others() {
        const bool is_open = finding_.outcome == Outcome::Pending || finding_.outcome == Outcome::Missing ||
                             finding_.outcome == Outcome::Violated;
        if (!is_open || finding_.done_on) return;
        for (const program::EventsProof& events : proof_.events) {
            const evaluation::Trace::Rows rows = reading_.trace().items(events.items, at_.row);
            for (std::uint32_t item = rows.first; item < rows.last; ++item) {
                const auto is_no = [&](program::ProofId id) {
                    return reading_.truth(reading_.program().proofs[id].truth, item) == Truth::False;
                };
                const bool is_other = std::any_of(events.sub_kinds.begin(), events.sub_kinds.end(), is_no);
                const std::optional<Date> day = known_date(reading_.value(events.date, item));
                const bool is_told_enough = finding_.not_counted.size() == most_events_told;
                if (is_other || !day || !would_count(*day) || is_told_enough) continue;
                auto event = deed_of_others(reading_, events.deed, {events.items, item});
                if (event) finding_.not_counted.push_back(std::move(*event));
            }
        }
    }

    // On that day it could have been done; of a duty that returns, one of the times that it was not.
    [[nodiscard]] bool would_count(Date day) const {
        const std::optional<Date> today = reading_.reference_date();
        if ((today && *today < day) || (finding_.not_before && day < *finding_.not_before)) return false;
        if (!proof_.series) return true;
        using State = calendar::Occurrence::State;
        std::optional<Date> before;
        for (const DueTime& time : finding_.times) {
            const bool is_in_it = (!before || *before < day) && day <= time.last;
            const bool is_open = std::any_of(time.found.begin(), time.found.end(), [](const DueTime::Found& found) {
                return found.state == State::Open || found.state == State::Missed;
            });
            if (is_in_it && is_open) return true;
            before = time.last;
        }
        return false;
    }

    void add_shown_by() {
        for (std::size_t index = 0; index < proof_.events.size(); ++index) {
            const program::EventsProof& events = proof_.events[index];
            const evaluation::Trace::Rows rows = reading_.trace().items(events.items, at_.row);
            for (std::uint32_t item = rows.first; item < rows.last && finding_.shown_by.empty(); ++item) {
                const bool is_it = reading_.truth(events.counts, item) == Truth::True &&
                                   known_date(reading_.value(events.date, item)) == finding_.done_on;
                if (is_it) finding_.shown_by = with_article(*name_of(reading_, asked(index)));
            }
        }
    }

    // What the term is counted from; null when there is none.
    [[nodiscard]] const program::ProofOperand* start() const {
        const std::optional<program::ProofOperand>& own = proof_.series ? proof_.series->start : proof_.start;
        return own ? &*own : nullptr;
    }

    [[nodiscard]] bool is_of_first_day() const {
        const program::ProofOperand* const own = start();
        if (own == nullptr || !own->first_day || !own->expression.is_valid()) return false;
        return std::holds_alternative<model::FirstDay>(reading_.model().expressions[own->expression].kind);
    }

    // C82. On the first day that was looked at it may have held for long.
    void add_beginning() {
        if (!is_of_first_day()) return;
        const program::FirstDayProof& first = *start()->first_day;
        Begins begins;
        begins.day = known_date(reading_.value(first.day, at_.row));
        begins.sentence = to_sentence(reading_, first.condition, at_.row, {});
        const Truth holds = begins.sentence.truth;
        const bool is_first = begins.day && reading_.reference_date() &&
                              begins.day->days - reading_.reference_date()->days == 1 - program::days_looked_at;
        const evaluation::Value low = reading_.value(start()->low, at_.row);
        const evaluation::Value high = reading_.value(start()->high, at_.row);
        const bool is_certain = low.state == cases::State::Known && high.state == low.state && high.value == low.value;
        if (holds == Truth::True && is_certain) begins.state = Begins::State::Begun;
        if (holds == Truth::True && !is_certain && is_first) begins.state = Begins::State::LongAgo;
        if (holds == Truth::False) begins.state = Begins::State::NotYet;
        finding_.begins = std::move(begins);
    }

    // Pattern J3: without the event it counts from the term has not started. And a window that is still ahead.
    void add_start() {
        const bool is_to_do = finding_.outcome == Outcome::Pending || finding_.outcome == Outcome::Violated;
        if (!is_to_do) return;
        const bool is_absent = proof_.start && reading_.value(proof_.start->low, at_.row).state == cases::State::Absent;
        if (is_absent && !finding_.begins) {
            finding_.starts_with = start_words();
        }
        if (finding_.outcome == Outcome::Violated && proof_.latest && !finding_.term) {
            finding_.term_at_most = known_date(reading_.value(proof_.latest->high, at_.row));
        }
        // `binnen ... na` begins with the event it counts from: nothing is to be said of that day.
        if (!proof_.earliest || (duty_.earliest == duty_.start && !finding_.begins)) return;
        const std::optional<Date> first = reading_.date(*proof_.earliest, at_.row);
        if (first && finding_.judged_on && *finding_.judged_on < *first) finding_.term_from = first;
        if (!proof_.done_early_on.is_valid()) return;
        finding_.done_early_on = known_date(reading_.value(proof_.done_early_on, at_.row));
        if (finding_.done_early_on) finding_.term_from = first;
    }

    // "het gesprek van de aanvraag", "de eerste van de mail en de registratie"
    [[nodiscard]] std::string start_words() const {
        const model::Expression* start = &reading_.model().expressions[duty_.start];
        const std::string words = reading_.words().text(start->where);
        if (std::holds_alternative<model::ExtremeOf>(start->kind)) return "de " + words;
        const auto* field = std::get_if<model::FieldOf>(&start->kind);
        if (field != nullptr && reading_.model().fields[field->field].built_in) {
            field = std::get_if<model::FieldOf>(&reading_.model().expressions[field->thing].kind);
        }
        if (field == nullptr) return words;
        const model::Name& name = reading_.model().fields[field->field].name;
        return !name.article.empty() && words.starts_with(name.text) ? name.article + " " + words : words;
    }

    void add_term() {
        finding_.arithmetic = to_shift(reading_, duty_.latest, *proof_.end, at_);
        if (finding_.arithmetic && proof_.leniency) {
            const evaluation::Value leniency = reading_.value(proof_.leniency->low, at_.row);
            const bool is_known = leniency.state == cases::State::Known;
            if (is_known) finding_.arithmetic->leniency = duration_from_column_value(leniency.value);
        }
        finding_.term = reading_.date(*proof_.latest, at_.row);
        if (reading_.is_lower_bound(*proof_.latest, at_.row)) std::swap(finding_.term, finding_.term_at_least);
        const bool has_no_end = finding_.term && program::never_ends <= finding_.term->days;
        if (!has_no_end) return;
        finding_.term.reset();
        if (finding_.arithmetic && !finding_.arithmetic->stood_still.empty()) {
            finding_.stands_still_since = finding_.arithmetic->stood_still.back().first;
        }
    }

    // What was missed must still be done: the next time is counted from it.
    [[nodiscard]] bool waits_for_previous() const {
        const calendar::Rhythm& rhythm = reading_.program().rhythms[proof_.series->rhythm];
        return rhythm.kind == calendar::Rhythm::Kind::FromPrevious;
    }

    // Of an event that may be the one that was asked for: who did it, for whom, and when.
    void add_missing_of_event(const program::EventsProof& events, const model::EventsAsked& asked_for,
                              std::uint32_t item) {
        const program::FrameId items = events.items;
        const model::Kind& kind = reading_.model().kinds[reading_.program().frames[items].kind];
        const std::uint32_t thing = reading_.trace().thing(items, item);
        std::vector<model::FieldId> asked{kind.performer, kind.date};
        if (!asked_for.towards.actors.empty()) asked.push_back(kind.towards);
        if (!asked_for.together_with.actors.empty()) asked.push_back(kind.together_with);
        for (const model::FieldId field : asked) {
            if (!field.is_valid() || reading_.words().stored(field, thing).state != cases::State::Unknown) continue;
            explanation::add_missing(reading_, FactRead{field, thing, {}}, finding_.missing);
        }
        program::ProofOperand of_event;
        of_event.facts = events.facts;
        for (const FactRead& fact : reading_.facts(of_event, {items, item})) {
            if (fact.value.state == cases::State::Unknown) explanation::add_missing(reading_, fact, finding_.missing);
        }
    }

    // The list of the events itself, when nothing else says why the duty is undecided.
    void add_list_of_events(const model::EventsAsked& asked_for) {
        const auto* use = std::get_if<model::FieldOf>(&reading_.model().expressions[asked_for.events].kind);
        if (use == nullptr) return;
        const model::Expression& owner = reading_.model().expressions[use->thing];
        if (!std::holds_alternative<model::VariableUse>(owner.kind)) return;
        if (const auto withheld = reading_.words().withheld(use->field)) return finding_.missing.push_back(*withheld);
        Missing missing;
        missing.why = Missing::Why::NotComplete;
        missing.who = reading_.words().supplier(use->field);
        const model::KindId kind = reading_.model().fields[use->field].kind;
        if (kind == reading_.program().frames[at_.frame].kind) {
            missing.what = reading_.words().field(use->field, at_.row);
            missing.question = reading_.words().question_of_all(use->field, at_.row);
            missing.is_of_the_act = reading_.words().hangs_on_act(kind, at_.row);
        } else {  // after `na elke`, a list of the thing around the event
            missing.what = with_article(reading_.model().fields[use->field].name);
        }
        finding_.missing.push_back(std::move(missing));
    }

    void add_missing_of_series(const program::SeriesProof& series) {
        for (const auto& operand : {series.length, series.start, series.until, series.leniency}) {
            if (operand) explanation::add_missing(reading_, *operand, at_, finding_.missing);
        }
        explanation::add_missing(reading_, series.standstills, at_, finding_.missing);
    }

    const Reading& reading_;
    const program::DutyProof& proof_;
    const model::Duty& duty_;
    At at_;
    Finding& finding_;
};

}  // namespace

std::string event_asked(const Reading& reading, const model::EventsAsked& asked) {
    const model::Name* name = name_of(reading, asked);
    if (name == nullptr) return {};
    std::string words = "een " + name->text;
    const auto add = [&](std::string_view link, const model::Actors& actors) {
        if (actors.actors.empty()) return;
        words.append(link).append(to_words(reading.words().who(actors), Language::Dutch));
    };
    add(" aan ", asked.towards);
    add(" met ", asked.together_with);
    return words;
}

void describe_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                   Finding& finding) {
    DutyFinding(reading, proof, duty, at, finding).describe();
}

void add_missing_of_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                         Finding& finding) {
    DutyFinding(reading, proof, duty, at, finding).add_missing();
}

}  // namespace toets::explanation
