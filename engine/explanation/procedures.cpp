#include "explanation/procedures.h"

#include <algorithm>

#include "explanation/deeds.h"
#include "explanation/duties.h"
#include "explanation/sentences.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

std::optional<Date> end_of(evaluation::Value value) {
    const std::optional<Date> day = known_date(value);
    return day && day->days < program::never_ends ? day : std::nullopt;
}

// On one day: what began, what was passed over, what was done.
int rank(const Moment& moment) {
    if (moment.what == Moment::What::Began) return 0;
    if (moment.what == Moment::What::Skipped) return 1;
    return moment.what == Moment::What::Over ? 3 : 2;
}

// The parts of a requirement that fail, each as its own sentence.
void add_failing(const Sentence& sentence, std::vector<std::string>& words) {
    if (sentence.holds != Truth::False) return;
    const bool needs_each = sentence.joined == Joined::All;
    if (!needs_each) words.push_back(sentence.words);
    for (const Sentence& part : sentence.parts) {
        if (needs_each) add_failing(part, words);
    }
}

class ProcedureFinding {
public:
    ProcedureFinding(const Reading& reading, const program::ProcedureProof& proof, const model::Procedure& procedure,
                     At at, Finding& finding)
        : reading_(reading), proof_(proof), procedure_(procedure), at_(at), finding_(finding) {
        today_ = reading.reference_date().value_or(Date{});
    }

    void describe() {
        Timeline timeline;
        timeline.quiet = quiet();
        const evaluation::Trace::Rows rows = reading_.trace().items(proof_.courses, at_.row);
        for (std::uint32_t row = rows.first; row < rows.last; ++row) timeline.courses.push_back(to_course(row));
        add_strays(timeline);
        const bool runs = !timeline.courses.empty() && !timeline.courses.back().last;
        if (runs) timeline.next = next_step(rows.last - 1);
        finding_.judged_on = reading_.reference_date();
        const bool has_something = !timeline.courses.empty() || !timeline.strays.empty();
        if (has_something) finding_.timeline = std::move(timeline);
    }

private:
    // The name as it is said in a sentence: "het gesprek".
    [[nodiscard]] static std::string name_of(const model::Step& step) { return with_article(step.name); }

    [[nodiscard]] std::string event_name(model::VariableId variable) const {
        return reading_.model().variables[variable].name;
    }

    [[nodiscard]] std::optional<Quiet> quiet() const {
        if (!procedure_.restart || !proof_.quiet_length) return std::nullopt;
        const evaluation::Value length = reading_.value(proof_.quiet_length->low, at_.row);
        if (length.state != cases::State::Known) return std::nullopt;
        return Quiet{duration_from_column_value(length.value), event_name(procedure_.restart->event)};
    }

    [[nodiscard]] bool holds(program::Register which, std::uint32_t row) const {
        return which.is_valid() && reading_.truth(which, row) == Truth::True;
    }
    [[nodiscard]] std::optional<Date> date(const std::optional<program::ProofOperand>& operand,
                                           std::uint32_t row) const {
        return operand ? reading_.date(*operand, row) : std::nullopt;
    }

    // Nobody when that is not known.
    [[nodiscard]] Who performer(const program::StepProof& proof, const model::Step& step, std::uint32_t item) const {
        std::string name =
            party_words(reading_, reading_.model().kinds[step.kind].performer, reading_.value(proof.performer, item));
        return name.empty() ? Who{} : Who{{std::move(name)}};
    }

    CourseSeen to_course(std::uint32_t row) {
        const model::KindId kind = reading_.program().frames[proof_.courses].kind;
        const std::uint32_t start = reading_.trace().thing(proof_.courses, row);
        const auto began = known_date(reading_.words().stored(reading_.model().kinds[kind].date, start));
        CourseSeen course{began.value_or(Date{}), {}, {}};
        const std::optional<Date> last = end_of(reading_.value(proof_.last_day, row));
        if (last && *last < today_) course.last = last;
        course.moments.push_back(
            {.what = Moment::What::Began, .day = course.first, .name = event_name(procedure_.start)});
        add_reports(course, last, start);
        for (std::size_t step = 0; step < proof_.steps.size(); ++step) add_step(step, row, last, course);
        add_skips(row, course);
        for (std::size_t i = 0; i < proof_.skips.size(); ++i) {
            if (proof_.skips[i].provided)
                add_duty(*proof_.skips[i].provided, *procedure_.skips[i].provided, row, course);
        }
        for (std::size_t i = 0; i < proof_.duties.size(); ++i) {
            add_duty(proof_.duties[i], procedure_.duties[i].duty, row, course);
        }
        if (course.last) {
            const Date over{course.last->days + 1};
            course.moments.push_back({.what = Moment::What::Over, .day = over, .name = event_name(procedure_.start)});
        }
        std::stable_sort(course.moments.begin(), course.moments.end(), [](const Moment& left, const Moment& right) {
            return std::pair(left.day, rank(left)) < std::pair(right.day, rank(right));
        });
        return course;
    }

    // The events like the first that came later in the same course.
    void add_reports(CourseSeen& course, std::optional<Date> last, std::uint32_t start) {
        const evaluation::Trace::Rows rows = reading_.trace().items(proof_.starts.items, at_.row);
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            const std::optional<Date> day = known_date(reading_.value(proof_.start_date, item));
            const bool is_first = reading_.trace().thing(proof_.starts.items, item) == start;
            const bool is_inside = day && course.first <= *day && (!last || *day <= *last) && *day <= today_;
            if (is_first || !is_inside || !holds(proof_.starts.counts, item)) continue;
            course.moments.push_back(
                {.what = Moment::What::Reported, .day = *day, .name = event_name(procedure_.start)});
        }
    }

    // Each time the step was taken in this course; only the first brings it further.
    void add_step(std::size_t index, std::uint32_t row, std::optional<Date> last, CourseSeen& course) {
        const model::Step& step = procedure_.steps[index];
        const program::StepProof& proof = proof_.steps[index];
        const evaluation::Value taken = reading_.value(proof.taken, row);
        const evaluation::Trace::Rows rows = reading_.trace().items(proof.events.items, at_.row);
        const bool is_joint = proof.deeds.size() > 1;
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            const std::optional<Date> day = known_date(reading_.value(proof.event_date, item));
            const bool is_inside = day && course.first <= *day && (!last || *day <= *last);
            if (!is_inside) continue;
            if (reading_.truth(proof.events.counts, item) == Truth::False) {
                add_other(step, proof, item, *day, course);
                continue;
            }
            if (!holds(proof.events.counts, item)) continue;
            const std::uint32_t thing = reading_.trace().thing(proof.events.items, item);
            const bool is_it = taken.state == cases::State::Known && taken.value == thing && holds(proof.is_own, row);
            Moment moment{
                .what = is_it ? Moment::What::Taken : Moment::What::TakenAgain, .day = *day, .name = step.name.text};
            moment.by = performer(proof, step, item);
            moment.is_planned = today_ <= *day;
            if (is_joint && !is_it) continue;
            if (is_joint) moment.by = joint_performers(proof, step, rows, *day);
            if (is_it) judge_taken(index, row, moment);
            course.moments.push_back(std::move(moment));
        }
        if (holds(proof.is_own, row)) add_last_days(index, row, course);
    }

    void add_other(const model::Step& step, const program::StepProof& proof, std::uint32_t item, Date day,
                   CourseSeen& course) {
        Moment moment{.what = Moment::What::NotTheStep, .day = day, .name = step.name.text};
        moment.by = performer(proof, step, item);
        moment.is_planned = today_ <= day;
        course.moments.push_back(std::move(moment));
    }

    // Who took a step that asks for a deed of each of them.
    Who joint_performers(const program::StepProof& proof, const model::Step& step, evaluation::Trace::Rows rows,
                         Date until) {
        Who who;
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            const std::optional<Date> day = known_date(reading_.value(proof.event_date, item));
            if (!day || *day > until || !holds(proof.events.counts, item)) continue;
            for (std::string& name : performer(proof, step, item).names) {
                const bool is_new = std::find(who.names.begin(), who.names.end(), name) == who.names.end();
                if (is_new) who.names.push_back(std::move(name));
            }
        }
        return who;
    }

    void judge_taken(std::size_t index, std::uint32_t row, Moment& moment) {
        const program::StepProof& proof = proof_.steps[index];
        for (const program::StepTimeProof& time : proof.times) {
            if (holds(time.is_early, row)) moment.earliest = date(time.earliest, row);
            if (holds(time.is_late, row)) moment.latest = date(time.latest, row);
        }
        if (proof.requirement.is_valid()) add_unmet(proof.requirement, row, moment);
        const bool is_wrong = moment.earliest || moment.latest || !moment.unmet.empty();
        if (is_wrong) moment.is_right = Truth::False;
        const Truth broken = std::max(reading_.truth(proof.is_broken, row), reading_.truth(proof.is_refused, row));
        if (!is_wrong && broken == Truth::Unknown) moment.is_right = Truth::Unknown;
        const bool is_refused = is_wrong || skips_wrongly(index, row);
        if (is_refused && moment.is_planned) refuse(moment, procedure_.steps[index]);
    }

    // It passed over a step that must not be skipped.
    [[nodiscard]] bool skips_wrongly(std::size_t index, std::uint32_t row) const {
        const std::optional<Date> day = known_date(reading_.value(proof_.steps[index].date, row));
        for (std::size_t before = 0; before < index; ++before) {
            const program::StepProof& step = proof_.steps[before];
            const bool is_passed = known_date(reading_.value(step.passed_on, row)) == day;
            const bool is_wrong = reading_.truth(step.may_skip, row) == Truth::False;
            if (is_passed && is_wrong && holds(step.is_skipped, row)) return true;
        }
        return false;
    }

    void add_unmet(program::ProofId requirement, std::uint32_t row, Moment& moment) {
        add_failing(to_sentence(reading_, requirement, row, {{}, nullptr, false, 0, {}}), moment.unmet);
    }

    // A planned step that is not allowed like that: only too early, it can move; otherwise it waits for more.
    void refuse(const Moment& moment, const model::Step& step) {
        Action action;
        action.who = moment.by;
        action.act = name_of(step);
        action.about = action.act;
        const bool is_only_early = moment.earliest && !moment.latest && moment.unmet.empty();
        action.what = is_only_early ? Action::What::Move : Action::What::Refrain;
        if (is_only_early) action.move_to = moment.earliest;
        add_action(std::move(action));
    }

    void add_action(Action action) {
        const auto is_same = [&action](const Action& other) {
            return other.what == action.what && other.who == action.who && other.about == action.about &&
                   other.until == action.until;
        };
        const bool is_known = std::any_of(finding_.actions.begin(), finding_.actions.end(), is_same);
        if (!is_known) finding_.actions.push_back(std::move(action));
    }

    // A step that must be taken by a certain day, and is not.
    void add_last_days(std::size_t index, std::uint32_t row, CourseSeen& course) {
        const program::StepProof& proof = proof_.steps[index];
        const model::Step& step = procedure_.steps[index];
        const bool is_taken = reading_.value(proof.taken, row).state == cases::State::Known;
        for (const program::StepTimeProof& time : proof.times) {
            const std::optional<Date> latest = date(time.latest, row);
            const bool is_overdue = holds(time.is_overdue, row) && !is_taken;
            const bool is_due = holds(time.is_due, row);
            if (!latest || (!is_overdue && !is_due)) continue;
            Moment moment{
                .what = is_due ? Moment::What::Due : Moment::What::Overdue, .day = *latest, .name = step.name.text};
            moment.is_planned = is_due;
            if (is_overdue) moment.is_right = Truth::False;
            course.moments.push_back(std::move(moment));
            const bool is_passed = known_date(reading_.value(proof.passed_on, row)).has_value();
            if (is_passed || course.last) continue;
            Action action;
            action.what = Action::What::Perform;
            action.who = reading_.words().who(step.who);
            action.about = "een " + step.name.text;
            if (is_due) action.until = latest;
            add_action(std::move(action));
        }
    }

    void add_skips(std::uint32_t row, CourseSeen& course) {
        for (std::size_t index = 0; index < proof_.steps.size(); ++index) {
            const program::StepProof& step = proof_.steps[index];
            const std::optional<Date> day = known_date(reading_.value(step.passed_on, row));
            if (!day || !holds(step.is_skipped, row)) continue;
            Moment moment{.what = Moment::What::Skipped, .day = *day, .name = procedure_.steps[index].name.text};
            moment.is_planned = today_ <= *day;
            moment.is_right = reading_.truth(step.may_skip, row);
            for (std::size_t skip = 0; skip < proof_.skips.size(); ++skip) {
                const std::vector<std::size_t>& steps = procedure_.skips[skip].steps;
                const program::ProofId condition = proof_.skips[skip].condition;
                const bool is_named = std::find(steps.begin(), steps.end(), index) != steps.end();
                if (!is_named || !holds(reading_.program().proofs[condition].truth, row)) continue;
                moment.ground = on_one_line(reading_.words().sentence(procedure_.skips[skip].condition));
            }
            course.moments.push_back(std::move(moment));
        }
    }

    void add_duty(const program::CourseDutyProof& proof, const model::Duty& duty, std::uint32_t row,
                  CourseSeen& course) {
        const std::optional<Date> latest = date(proof.duty.latest, row);
        const model::Type& type = reading_.model().expressions[duty.asked.events].type;
        const std::string act = reading_.model().kinds[type.kind].name.text;
        if (holds(proof.done, row)) {
            const std::optional<Date> day = known_date(reading_.value(proof.duty.done_on, row));
            if (!day) return;
            Moment moment{.what = Moment::What::Done, .day = *day, .name = act};
            moment.by = reading_.words().who(duty.who);
            moment.latest = latest;
            course.moments.push_back(std::move(moment));
            return;
        }
        const bool is_missed = holds(proof.missed, row);
        const std::optional<Date> late = known_date(reading_.value(proof.duty.done_late_on, row));
        if (is_missed && late) {
            Moment moment{.what = Moment::What::Done, .day = *late, .name = act};
            moment.by = reading_.words().who(duty.who);
            moment.latest = latest;
            moment.is_right = Truth::False;
            course.moments.push_back(std::move(moment));
            return;
        }
        if (!latest || (!is_missed && !holds(proof.is_due, row))) return;
        Moment moment{.what = is_missed ? Moment::What::NotDone : Moment::What::Due, .day = *latest, .name = act};
        moment.is_planned = !is_missed;
        if (is_missed) moment.is_right = Truth::False;
        course.moments.push_back(std::move(moment));
        Action action;
        action.what = Action::What::Perform;
        action.who = reading_.words().who(duty.who);
        action.about = event_asked(reading_, duty.asked);
        if (!is_missed) action.until = latest;
        add_action(std::move(action));
    }

    void add_strays(Timeline& timeline) {
        for (std::size_t index = 0; index < proof_.steps.size(); ++index) {
            const program::StepProof& step = proof_.steps[index];
            if (!step.stray.items.is_valid()) continue;
            const evaluation::Trace::Rows rows = reading_.trace().items(step.stray.items, at_.row);
            for (std::uint32_t item = rows.first; item < rows.last; ++item) {
                const std::optional<Date> day = known_date(reading_.value(step.stray_date, item));
                if (!day) continue;
                Moment moment{.what = Moment::What::Stray, .day = *day, .name = procedure_.steps[index].name.text};
                moment.is_planned = today_ <= *day;
                moment.is_right = Truth::False;
                timeline.strays.push_back(std::move(moment));
            }
        }
    }

    // The step after the last one taken, while the course runs.
    std::optional<NextStep> next_step(std::uint32_t row) {
        std::size_t next = 0;
        for (std::size_t index = 0; index < proof_.steps.size(); ++index) {
            const std::optional<Date> day = known_date(reading_.value(proof_.steps[index].date, row));
            const bool is_left = !holds(proof_.steps[index].is_own, row);
            if (is_left || (day && *day <= today_)) next = index + 1;
        }
        if (next == proof_.steps.size()) return std::nullopt;
        const model::Step& step = procedure_.steps[next];
        const program::StepProof& proof = proof_.steps[next];
        NextStep found{step.name.text, reading_.words().who(step.who), {}, {}, false, {}};
        for (const program::StepTimeProof& time : proof.times) {
            const std::optional<Date> earliest = date(time.earliest, row);
            const std::optional<Date> latest = date(time.latest, row);
            const bool is_ahead = earliest && today_ < *earliest && (!found.earliest || *found.earliest < *earliest);
            if (is_ahead) found.earliest = earliest;
            const bool is_open = latest && today_ <= *latest;
            if (is_open && (!found.latest || *latest < *found.latest)) found.latest = latest;
        }
        found.is_allowed = !found.earliest;
        if (proof.requirement.is_valid()) {
            Sentence sentence = to_sentence(reading_, proof.requirement, row, {{}, nullptr, true, 0, {}});
            if (sentence.holds != Truth::True) {
                found.is_allowed = false;
                found.needs.push_back(std::move(sentence));
            }
        }
        return found;
    }

    const Reading& reading_;
    const program::ProcedureProof& proof_;
    const model::Procedure& procedure_;
    At at_;
    Finding& finding_;
    Date today_;
};

}  // namespace

void describe_procedure(const Reading& reading, const program::ProcedureProof& proof, const model::Procedure& procedure,
                        At at, Finding& finding) {
    if (finding.outcome == Outcome::NotApplicable) {
        if (finding.ground.empty()) finding.never_began = reading.model().variables[procedure.start].name;
        return;
    }
    ProcedureFinding(reading, proof, procedure, at, finding).describe();
}

}  // namespace toets::explanation
