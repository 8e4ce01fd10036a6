#include "explanation/duties.h"

#include <utility>

#include "explanation/sentences.h"
#include "explanation/terms.h"
#include "explanation/times.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

class DutyFinding {
public:
    DutyFinding(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                Finding& finding)
        : reading_(reading), proof_(proof), duty_(duty), at_(at), finding_(finding) {}

    void describe() {
        finding_.judged_on = reading_.reference_date();
        if (proof_.latest) add_term();
        if (proof_.earliest) finding_.not_before = reading_.date(*proof_.earliest, at_.row);
        if (proof_.series) describe_times(reading_, *proof_.series, duty_, proof_.items, at_, finding_);
        for (const program::Register done : {proof_.done_on, proof_.done_late_on}) {
            if (!done.is_valid()) continue;
            if (!finding_.done_on) finding_.done_on = known_date(reading_.value(done, at_.row));
        }
        const model::Type& type = reading_.model().expressions[duty_.events].type;
        if (type.kind.is_valid()) finding_.event = "een " + reading_.model().kinds[type.kind].name.text;
        const bool is_to_do = finding_.outcome == Outcome::Pending || finding_.outcome == Outcome::Violated;
        const bool is_still_due =
            !proof_.series || finding_.term || finding_.stands_still_since || waits_for_previous();
        if (!is_to_do || finding_.done_on || !is_still_due) return;
        Action action;
        action.what = Action::What::Perform;
        action.who = reading_.words().who(duty_.who);
        action.about = finding_.event;
        if (finding_.outcome == Outcome::Pending || proof_.series) action.until = finding_.term;
        finding_.actions.push_back(std::move(action));
    }

    void add_missing() {
        if (proof_.items.is_valid() && finding_.not_yet.empty()) {
            const evaluation::Trace::Rows rows = reading_.trace().items(proof_.items, at_.row);
            for (std::uint32_t item = rows.first; item < rows.last; ++item) {
                if (reading_.truth(proof_.counts, item) != Truth::False) add_missing_of_event(item);
            }
        }
        for (const auto& operand : {proof_.start, proof_.earliest, proof_.latest}) {
            if (operand) explanation::add_missing(reading_, *operand, at_, finding_.missing);
        }
        if (proof_.series) add_missing_of_series(*proof_.series);
        if (finding_.missing.empty() && finding_.not_yet.empty()) add_list_of_events();
    }

private:
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
    void add_missing_of_event(std::uint32_t item) {
        const program::FrameId items = proof_.items;
        const model::Kind& kind = reading_.model().kinds[reading_.program().frames[items].kind];
        const std::uint32_t thing = reading_.trace().thing(items, item);
        std::vector<model::FieldId> asked{kind.performer, kind.date};
        if (!duty_.towards.actors.empty()) asked.push_back(kind.towards);
        if (!duty_.together_with.actors.empty()) asked.push_back(kind.together_with);
        for (const model::FieldId field : asked) {
            if (!field.is_valid() || reading_.words().stored(field, thing).state != cases::State::Unknown) continue;
            explanation::add_missing(reading_, FactRead{field, thing, {}}, finding_.missing);
        }
    }

    // The list of the events itself, when nothing else says why the duty is undecided.
    void add_list_of_events() {
        const auto* use = std::get_if<model::FieldOf>(&reading_.model().expressions[duty_.events].kind);
        if (use == nullptr) return;
        const model::Expression& owner = reading_.model().expressions[use->thing];
        if (!std::holds_alternative<model::VariableUse>(owner.kind)) return;
        Missing missing;
        missing.why = Missing::Why::NotComplete;
        missing.what = reading_.words().field(use->field, at_.row);
        missing.question = reading_.words().question_of_all(use->field, at_.row);
        missing.who = reading_.words().supplier(use->field);
        missing.is_of_the_act = reading_.words().hangs_on_act(reading_.model().fields[use->field].kind, at_.row);
        finding_.missing.push_back(std::move(missing));
    }

    void add_missing_of_series(const program::SeriesProof& series) {
        for (const auto& operand : {series.start, series.until, series.leniency}) {
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

void describe_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                   Finding& finding) {
    DutyFinding(reading, proof, duty, at, finding).describe();
}

void add_missing_of_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                         Finding& finding) {
    DutyFinding(reading, proof, duty, at, finding).add_missing();
}

}  // namespace toets::explanation
