// Procedures (C68-C71). The log of a thing is cut into courses first: each is a row, with the event of every step in
// it. Everything else is then a sentence about that row: when a step was allowed, what it required, whether skipping
// was.
#include <array>

#include "program/compiler.h"

namespace toets::program {

namespace {

std::vector<std::int64_t> entries_of(std::initializer_list<Register> registers) {
    std::vector<std::int64_t> values;
    for (const Register each : registers) values.push_back(each.value);
    return values;
}

}  // namespace

Operand Compiler::value_of(Register value) { return {.low = value, .high = value}; }

// In a course, as of `date` or of the reference date when that is earlier: what came later had not happened.
Scope Compiler::until(Register date, const Scope& course) {
    Scope scope = course;
    const auto earlier = static_cast<std::uint8_t>(Pick::LowestKnown);
    scope.last_event = builder_.binary(Operation::PickOf, Shape::Value, now(course).low, date, earlier);
    return scope;
}

Register Compiler::in_courses(Register truth, const ProcedureProof& proof, const Scope& scope) {
    const Register any = builder_.emit(
        {.operation = Operation::AnyItem, .left = builder_.lift(truth, proof.courses), .items = proof.courses},
        Shape::Truth, scope.frame);
    return builder_.binary_truth(Operation::RaiseWhenOpen, any, proof.all_courses);
}

void Compiler::add_step_events(const model::Step& step, StepProof& proof, std::vector<std::int64_t>& table,
                               const Scope& scope) {
    const ListOperand events = list(step.events, scope);
    const Entered entered = enter(events, step.event, {}, scope);
    const FrameId items = entered.items.frame;
    const DeedTruths deeds = this->deeds({step.who, {}, {}, step.kind}, entered.items.thing, entered.scope);
    const Operand date = field_of(entered.items.thing, model_.kinds[step.kind].date, {}, entered.scope);
    proof.events = to_list_proof(events, entered);
    proof.events.item_facts = deeds.facts;
    add_facts(proof.events.item_facts, date.facts);
    proof.event_date = builder_.lift(date.low, items);
    proof.performer = builder_.lift(deeds.performer.low, items);
    AskedDeeds asked = asked_deeds(deeds, entered);
    proof.events.counts = asked.any;
    proof.deeds = std::move(asked.each);
    const Register complete = builder_.lift(entered.complete, scope.frame);
    for (const std::int64_t each : entries_of({entered.items.thing, proof.event_date, complete})) table.push_back(each);
    for (const Register deed : proof.deeds) table.push_back(deed.value);
}

// Without `begint opnieuw` nothing ends a course: its length is no date away.
Register Compiler::find_courses(const model::Procedure& procedure, ProcedureProof& proof,
                                std::vector<std::int64_t>& table, const Scope& scope) {
    const auto add_events = [&](model::ExpressionId id, model::VariableId item, ListProof& events, Register& day) {
        const ListOperand things = list(id, scope);
        const Entered entered = enter(things, item, {}, scope);
        const Operand date = field_of(entered.items.thing, model_.kinds[things.kind].date, {}, entered.scope);
        events = to_list_proof(things, entered);
        events.counts = builder_.lift(entered.items.filter, entered.items.frame);
        events.item_facts = date.facts;
        day = builder_.lift(date.low, entered.items.frame);
        return entries_of({entered.items.thing, day, events.counts, builder_.lift(entered.complete, scope.frame)});
    };
    const std::vector<std::int64_t> starts =
        add_events(procedure.starts, procedure.event, proof.starts, proof.start_date);
    std::vector<std::int64_t> quiet = starts;
    Register length = builder_.constant(no_date);
    if (procedure.restart) {
        quiet =
            add_events(procedure.restart->events, procedure.restart->event, proof.quiet.emplace(), proof.quiet_date);
        const Operand written = settled(expression(procedure.restart->length, scope));
        proof.quiet_length = to_proof(written, procedure.restart->length, scope);
        length = written.low;
    }
    table = entries_of({reference_date(scope.frame), builder_.lift(length, scope.frame)});
    table.insert(table.end(), starts.begin(), starts.end());
    table.insert(table.end(), quiet.begin() + 1, quiet.end());
    for (const model::Step& step : procedure.steps) add_step_events(step, proof.steps.emplace_back(), table, scope);
    for (const StepProof& step : proof.steps) table.push_back(static_cast<std::int64_t>(step.deeds.size()));
    const bool is_one_step = procedure.restart && procedure.restart->is_one_step;
    const auto steps = static_cast<std::int64_t>(proof.steps.size());
    table.push_back(steps);
    table.push_back(is_one_step ? 1 : 0);
    constexpr std::int64_t other_numbers = 3;
    table.push_back(steps + other_numbers);
    return builder_.emit_table({.operation = Operation::FindCourses, .where = procedure.starts}, Shape::List,
                               scope.frame, table);
}

// The frame with a row for each course, in which the start and the steps are things that sentences can name.
Scope Compiler::enter_courses(const model::Procedure& procedure, ProcedureProof& proof, Register courses,
                              const Scope& scope) {
    const model::KindId kind = model_.variables[procedure.start].kind;
    const auto [frame, start] = builder_.enter(courses, kind, procedure.starts);
    proof.courses = frame;
    proof.all_courses = builder_.unary(Operation::AllCourses, Shape::Truth, courses);
    const auto column = [&, frame = frame](std::int64_t which) {
        return builder_.emit({.operation = Operation::CourseColumn, .left = courses, .constant = which}, Shape::Value,
                             frame);
    };
    proof.last_day = column(course_last_day);
    proof.last_day_high = column(course_last_day_high);
    proof.inherited = column(course_inherited);
    Scope course = scope.with(procedure.start, start, frame);
    for (std::size_t index = 0; index < proof.steps.size(); ++index) {
        const auto number = static_cast<std::int64_t>(index);
        StepProof& step = proof.steps[index];
        step.taken = column(course_steps + number);
        course.things.emplace_back(procedure.steps[index].taken, step.taken);
        const Operand date = field_of(step.taken, model_.kinds[procedure.steps[index].kind].date, {}, course);
        step.date = builder_.lift(date.low, frame);
        step.is_own =
            builder_.lift(builder_.compare(proof.inherited, Comparison::AtMost, builder_.constant(number)), frame);
    }
    return course;
}

// A step is passed on the day a later one is taken; without it, it is skipped.
void Compiler::pass_steps(ProcedureProof& proof, const Scope& course) {
    Register next = builder_.emit({.operation = Operation::Constant, .detail = 1}, Shape::Value, {});
    const auto earliest = static_cast<std::uint8_t>(Pick::Lowest);
    for (auto step = proof.steps.rbegin(); step != proof.steps.rend(); ++step) {
        step->passed_on = builder_.lift(next, course.frame);
        const Register is_passed = builder_.unary(Operation::Present, Shape::Truth, step->passed_on);
        const Register is_taken = builder_.unary(Operation::Present, Shape::Truth, step->taken);
        step->is_skipped = builder_.lift(
            builder_.conjunction(step->is_own, builder_.conjunction(is_passed, builder_.negation(is_taken))),
            course.frame);
        next = builder_.binary(Operation::PickOf, Shape::Value, step->passed_on, step->date, earliest);
    }
}

CourseDutyProof Compiler::judge_course_duty(const model::Duty& duty, Register applies, const Scope& course) {
    CourseDutyProof proof;
    const Register done = in_time(duty, proof.duty, course);
    Register is_over = builder_.truth(0);
    Register is_running = builder_.truth(0);
    if (duty.latest.is_valid()) {
        const Operand last = latest(duty, course);
        is_over = compared(now(course), Comparison::MoreThan, last);
        is_running = compared(now(course), Comparison::AtMost, last);
    }
    const Register is_open = builder_.conjunction(applies, builder_.negation(done));
    proof.done = builder_.lift(builder_.conjunction(applies, done), course.frame);
    proof.missed = builder_.lift(builder_.conjunction(is_open, is_over), course.frame);
    proof.is_due = builder_.lift(builder_.conjunction(is_open, is_running), course.frame);
    return proof;
}

// `het overslaan`: the first day on which one of the steps was passed without it. Whether that was allowed is judged as
// of that day; the duty after `mits` begins with it.
void Compiler::judge_skips(const model::Procedure& procedure, ProcedureProof& proof, const Scope& course) {
    const auto earliest = static_cast<std::uint8_t>(Pick::Lowest);
    Scope scope = course;
    for (const model::Skip& skip : procedure.skips) {
        SkipProof& found = proof.skips.emplace_back();
        found.date = builder_.emit({.operation = Operation::Constant, .detail = 1}, Shape::Value, {});
        for (const std::size_t index : skip.steps) {
            const StepProof& step = proof.steps[index];
            const std::array choice{std::pair{step.is_skipped, step.passed_on}};
            const Register day = select(choice, Operation::Select, 1);
            found.date = builder_.binary(Operation::PickOf, Shape::Value, found.date, day, earliest);
        }
        found.date = builder_.lift(found.date, course.frame);
        const Proved condition = this->condition(skip.condition, until(found.date, course));
        found.condition = condition.proof;
        Register is_allowed = condition.truth;
        if (skip.provided) {
            scope.things.emplace_back(skip.date, found.date);
            const Register has_begun = builder_.compare(found.date, Comparison::AtMost, now(course).low);
            found.provided = judge_course_duty(*skip.provided, has_begun, scope);
            is_allowed = builder_.conjunction(is_allowed, builder_.negation(found.provided->missed));
        }
        for (const std::size_t index : skip.steps) {
            Register& may_skip = proof.steps[index].may_skip;
            may_skip = may_skip.is_valid() ? builder_.disjunction(may_skip, is_allowed) : is_allowed;
        }
    }
    for (StepProof& step : proof.steps) {
        step.may_skip = builder_.lift(step.may_skip.is_valid() ? step.may_skip : builder_.truth(0), course.frame);
    }
}

// A limit that counts from a step that was not taken is no limit.
StepTimeProof Compiler::judge_time(const model::StepTime& time, const StepProof& step, const ProcedureProof& all,
                                   const Scope& course) {
    const Register no = builder_.lift(builder_.truth(0), course.frame);
    StepTimeProof proof{.is_early = no, .is_overdue = no, .is_late = no, .is_due = no};
    const Operand date = value_of(step.date);
    if (time.earliest.is_valid()) {
        const Operand earliest = expression(time.earliest, course);
        proof.earliest = to_proof(earliest, time.earliest, course);
        const Register is_early = compared(date, Comparison::LessThan, earliest);
        proof.is_early = builder_.lift(builder_.conjunction(step.is_own, is_early), course.frame);
    }
    if (!time.latest.is_valid()) return proof;
    const Operand latest = expression(time.latest, course);
    proof.latest = to_proof(latest, time.latest, course);
    const Operand end{.low = all.last_day, .high = all.last_day_high};
    // Passed or over before its last day, it is not asked for any more.
    const Register is_dropped = builder_.disjunction(compared(value_of(step.passed_on), Comparison::AtMost, latest),
                                                     compared(end, Comparison::LessThan, latest));
    const Register is_asked = builder_.conjunction(step.is_own, builder_.negation(is_dropped));
    const Register in_time = compared(date, Comparison::AtMost, latest);
    const Register is_over = compared(now(course), Comparison::MoreThan, latest);
    const Register is_running = compared(now(course), Comparison::AtMost, latest);
    const Register is_done = compared(date, Comparison::AtMost, now(course));
    const auto both = [&](Register left, Register right) {
        return builder_.lift(builder_.conjunction(left, right), course.frame);
    };
    proof.is_overdue = both(is_asked, builder_.conjunction(is_over, builder_.negation(in_time)));
    proof.is_late = both(step.is_own, compared(date, Comparison::MoreThan, latest));
    proof.is_due = both(is_asked, builder_.conjunction(is_running, builder_.negation(is_done)));
    return proof;
}

void Compiler::judge_step(const model::Step& step, StepProof& proof, const ProcedureProof& all, const Scope& course) {
    Register is_wrong = builder_.truth(0);
    Register is_overdue = builder_.truth(0);
    for (const model::StepTime& time : step.times) {
        const StepTimeProof& judged = proof.times.emplace_back(judge_time(time, proof, all, course));
        is_wrong = builder_.disjunction(is_wrong, builder_.disjunction(judged.is_early, judged.is_late));
        is_overdue = builder_.disjunction(is_overdue, judged.is_overdue);
    }
    if (step.requirement.is_valid()) {
        const Proved requirement = condition(step.requirement, until(proof.date, course));
        proof.requirement = requirement.proof;
        is_wrong = builder_.disjunction(is_wrong, builder_.negation(requirement.truth));
    }
    const Register is_taken = builder_.unary(Operation::Present, Shape::Truth, proof.taken);
    is_wrong = builder_.conjunction(builder_.conjunction(proof.is_own, is_taken), is_wrong);
    const Operand date = value_of(proof.date);
    const Operand passed = value_of(proof.passed_on);
    const Register is_past = compared(date, Comparison::LessThan, now(course));
    const Register is_planned = compared(date, Comparison::AtLeast, now(course));
    const Register skips = builder_.conjunction(proof.is_skipped, builder_.negation(proof.may_skip));
    const Register was_skipped = builder_.conjunction(skips, compared(passed, Comparison::LessThan, now(course)));
    const Register will_be_skipped = builder_.conjunction(skips, compared(passed, Comparison::AtLeast, now(course)));
    proof.is_broken = builder_.lift(
        builder_.disjunction(is_overdue, builder_.disjunction(was_skipped, builder_.conjunction(is_wrong, is_past))),
        course.frame);
    proof.is_refused =
        builder_.lift(builder_.disjunction(will_be_skipped, builder_.conjunction(is_wrong, is_planned)), course.frame);
}

Register Compiler::has_planned_step(const model::Procedure& procedure, const ProcedureProof& proof,
                                    const Scope& scope) {
    Register any = builder_.truth(0);
    for (std::size_t index = 0; index < proof.steps.size(); ++index) {
        const ListOperand events = list(procedure.steps[index].events, scope);
        Entered entered = enter(events, procedure.steps[index].event, {}, scope);
        entered.complete = builder_.truth(2);
        const Register is_planned =
            compared(value_of(proof.steps[index].event_date), Comparison::AtLeast, now(entered.scope));
        const Register counts = builder_.conjunction(proof.steps[index].events.counts, is_planned);
        any = builder_.disjunction(any, any_event(entered, counts, scope));
    }
    return any;
}

void Compiler::find_strays(const model::Step& step, StepProof& proof, Instruction instruction,
                           const std::vector<std::int64_t>& table, const Scope& scope) {
    const Register strays = builder_.emit_table(instruction, Shape::List, scope.frame, table);
    const auto [frame, thing] = builder_.enter(strays, step.kind, step.events);
    proof.stray.things = step.events;
    proof.stray.items = frame;
    proof.stray.complete = builder_.binary(Operation::IsComplete, Shape::Truth, strays, builder_.truth(2));
    Scope inside = scope;
    inside.frame = frame;
    const Operand date = field_of(thing, model_.kinds[step.kind].date, {}, inside);
    proof.stray_date = builder_.lift(date.low, frame);
}

Register Compiler::judged_procedure(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                                    const Scope& scope) {
    const Register no = builder_.truth(0);
    if (!version.procedure) {
        const std::array unknown{applies, builder_.truth(2), builder_.truth(1), no, no, no};
        return proof.blocking = judge(Operation::JudgeProcedure, unknown, scope.frame);
    }
    const model::Procedure& procedure = *version.procedure;
    ProcedureProof found;
    std::vector<std::int64_t> table;
    const Register courses = find_courses(procedure, found, table, scope);
    const Scope course = enter_courses(procedure, found, courses, scope);
    pass_steps(found, course);
    judge_skips(procedure, found, course);

    Register is_broken = no;
    Register is_refused = no;
    Register is_root_broken = no;
    Register is_about_step = no;
    Register is_due = no;
    const auto or_in = [&](Register& all, Register one) { all = builder_.disjunction(all, one); };
    for (std::size_t index = 0; index < found.steps.size(); ++index) {
        StepProof& step = found.steps[index];
        judge_step(procedure.steps[index], step, found, course);
        or_in(is_broken, step.is_broken);
        or_in(is_refused, step.is_refused);
        for (const StepTimeProof& time : step.times) or_in(is_due, time.is_due);
        const Register root = builder_.emit(
            {.operation = Operation::CaseThing, .detail = 1, .constant = procedure.steps[index].kind.value},
            Shape::Value, table_frame_of(scope.frame));
        or_in(is_about_step, builder_.unary(Operation::Present, Shape::Truth, root));
        const Register is_root = builder_.compare(step.taken, Comparison::Equal, root);
        or_in(is_root_broken, builder_.conjunction(is_root, step.is_broken));
    }
    const auto add_duty = [&](const CourseDutyProof& duty) {
        or_in(is_broken, duty.missed);
        or_in(is_due, duty.is_due);
    };
    for (const SkipProof& skip : found.skips) {
        if (skip.provided) add_duty(*skip.provided);
    }
    for (const model::CourseDuty& duty : procedure.duties) {
        const Register always = builder_.truth(2);
        add_duty(found.duties.emplace_back(judge_course_duty(duty.duty, always, course)));
    }
    Register broken = in_courses(is_broken, found, scope);
    // When no step is planned nothing can be refused, whatever else is unknown.
    Register refused =
        builder_.conjunction(has_planned_step(procedure, found, scope), in_courses(is_refused, found, scope));
    const Register root_broken = builder_.conjunction(is_about_step, in_courses(is_root_broken, found, scope));
    // The first step waits for nothing, so it is free at any time.
    for (std::size_t index = 1; index < found.steps.size(); ++index) {
        StepProof& step = found.steps[index];
        const Instruction instruction{.operation = Operation::StrayEvents,
                                      .detail = static_cast<std::uint8_t>(index),
                                      .left = courses,
                                      .where = procedure.steps[index].events};
        find_strays(procedure.steps[index], step, instruction, table, scope);
        const Operand date = value_of(step.stray_date);
        Scope inside = scope;
        inside.frame = step.stray.items;
        const auto any = [&](Register truth) {
            const Register one = builder_.emit({.operation = Operation::AnyItem,
                                                .left = builder_.lift(truth, step.stray.items),
                                                .items = step.stray.items},
                                               Shape::Truth, scope.frame);
            return builder_.binary_truth(Operation::RaiseWhenOpen, one, step.stray.complete);
        };
        or_in(broken, any(compared(date, Comparison::LessThan, now(inside))));
        or_in(refused, any(compared(date, Comparison::AtLeast, now(inside))));
    }
    const Register is_any = in_courses(builder_.truth(2), found, scope);
    const Register due = in_courses(is_due, found, scope);
    proof.procedure = std::move(found);
    const std::array for_verdict{applies, is_any, root_broken, refused, no, proof.excepted};
    proof.blocking = judge(Operation::JudgeProcedure, for_verdict, scope.frame);
    const std::array truths{applies, is_any, broken, refused, due, proof.excepted};
    return judge(Operation::JudgeProcedure, truths, scope.frame);
}

}  // namespace toets::program
