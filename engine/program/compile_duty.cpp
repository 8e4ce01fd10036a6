// Obligations and efforts (C57, C61): somebody must see to it that an event happens, or try to, in a term.
#include <array>

#include "model/shields.h"
#include "program/compiler.h"

namespace toets::program {

Register Compiler::judged_duty(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                               const Scope& scope) {
    const Register no = builder_.truth(0);
    if (!version.duty || !version.not_yet.empty())
        return judge(Operation::JudgeObligation, std::array{applies, builder_.truth(1), no, no}, scope.frame);
    if (version.duty->recurrence) return judged_series(version, proof, applies, scope);
    DutyProof duty;
    proof.required = builder_.lift(in_time(*version.duty, duty, scope), scope.frame);
    Register past = no;
    if (version.duty->latest.is_valid())
        past = compared(now(scope), Comparison::MoreThan, latest(*version.duty, scope));
    if (model::have_shield(model_, version)) except(version, proof, on_last_open_day(duty, version.duty->asked, scope));
    proof.duty = std::move(duty);
    if (version.duty->evidence.empty()) {
        const std::array truths{applies, proof.required, proof.excepted, past};
        return judge(Operation::JudgeObligation, truths, scope.frame);
    }
    // C61: after the term nothing is breached; that it was tried has not been shown.
    const Register runs = builder_.conjunction(builder_.negation(past), builder_.negation(proof.required));
    const std::array truths{applies, proof.required, proof.excepted, runs, no};
    return judge(Operation::JudgePrecondition, truths, scope.frame);
}

// C83: what was done after its term is judged by the day on which it was.
Scope Compiler::on_last_open_day(const DutyProof& duty, const model::EventsAsked& asked, const Scope& scope) {
    Scope day = scope;
    const bool is_one_deed =
        duty.done_by.empty() && asked.towards.actors.size() < 2 && asked.together_with.actors.size() < 2;
    if (!is_one_deed) return day;
    const auto earlier = static_cast<std::uint8_t>(Pick::LowestKnown);
    day.judged_on = builder_.binary(Operation::PickOf, Shape::Value, now(scope).low, duty.done_late_on, earlier);
    return day;
}

Operand Compiler::now(const Scope& scope) {
    if (scope.today.is_valid())
        return {.low = scope.today, .high = scope.today, .first_day = FirstDayProof{{}, scope.today}};
    const Register today = reference_date(scope.frame);
    return {.low = today, .high = today};
}

Operand Compiler::latest(const model::Duty& duty, const Scope& scope) {
    Operand last = expression(duty.latest, scope);
    if (!duty.leniency.is_valid()) return last;
    const Operand leniency = settled(expression(duty.leniency, scope));
    model::ShiftedDate lenient{duty.leniency, duty.latest};
    lenient.calendar = duty.calendar;
    if (needs_calendar(lenient, leniency))
        return shifted_by_calendar(std::move(last), leniency, lenient, duty.leniency);
    return shifted_by(std::move(last), leniency, false);
}

// Each of the parties (or one of them) did it within the term; of an effort any of the events will do.
Register Compiler::in_time(const model::Duty& duty, DutyProof& proof, const Scope& scope) {
    std::vector<Register> done;
    look_for(duty, duty.asked, done, proof, scope);
    for (const model::EventsAsked& evidence : duty.evidence) look_for(duty, evidence, done, proof, scope);
    const bool asks_each = !duty.who.any && done.size() == duty.who.actors.size() && done.size() > 1;
    for (std::size_t who = 0; asks_each && who < done.size(); ++who) {
        proof.done_by.push_back(builder_.lift(done[who], scope.frame));
    }
    if (duty.start.is_valid()) proof.start = to_proof(expression(duty.start, scope), duty.start, scope);
    if (duty.earliest.is_valid()) proof.earliest = to_proof(expression(duty.earliest, scope), duty.earliest, scope);
    if (duty.latest.is_valid()) {
        proof.latest = to_proof(latest(duty, scope), duty.latest, scope);
        proof.end = to_proof(expression(duty.latest, scope), duty.latest, scope);
    }
    if (duty.leniency.is_valid()) proof.leniency = to_proof(expression(duty.leniency, scope), duty.leniency, scope);
    return duty.who.any ? counted_truths(done, model::Quantifier::AtLeast, 1)
                        : counted_truths(done, model::Quantifier::All, 0);
}

// Adds to `done`, for each who must do it, whether such an event was in time. What is dated after the reference date is
// only planned.
void Compiler::look_for(const model::Duty& duty, const model::EventsAsked& asked, std::vector<Register>& done,
                        DutyProof& proof, const Scope& scope) {
    const auto [events, entered, deeds, date] = acts(duty.who, asked, list(asked.events, scope), scope);
    const Register has_happened = compared(date, Comparison::AtMost, now(scope));
    const Register is_in_term = builder_.conjunction(has_happened, within_term(duty, date, scope));
    done.resize(deeds.groups.size(), builder_.truth(0));
    Register counts = builder_.truth(0);
    for (std::size_t who = 0; who < deeds.groups.size(); ++who) {
        Register all = builder_.truth(2);
        for (const Register deed : deeds.groups[who]) {
            counts = builder_.disjunction(counts, deed);
            all = builder_.conjunction(all, any_event(entered, builder_.conjunction(deed, is_in_term), scope));
        }
        done[who] = builder_.disjunction(done[who], all);
    }
    const FrameId items = entered.items.frame;
    EventsProof seen{.items = items, .date = date.low, .sub_kinds = entered.items.sub_kinds};
    seen.counts = builder_.lift(builder_.conjunction(entered.items.filter, counts), items);
    seen.in_time = builder_.lift(is_in_term, items);
    seen.facts = deeds.facts;
    seen.deed = lifted(deeds.asked, items);
    const auto earliest_of = [&, &all_events = entered, day = date.low](Register before, Register which) {
        const Register first = first_date(all_events, day, which, scope);
        if (!before.is_valid()) return first;
        const auto lowest = static_cast<std::uint8_t>(Pick::LowestKnown);
        return builder_.binary(Operation::PickOf, Shape::Value, before, first, lowest);
    };
    proof.done_on = earliest_of(proof.done_on, builder_.conjunction(seen.counts, is_in_term));
    if (duty.earliest.is_valid()) {
        const Register is_early = compared(date, Comparison::LessThan, expression(duty.earliest, scope));
        Entered early = entered;
        early.items.filter = builder_.conjunction(builder_.conjunction(seen.counts, has_happened), is_early);
        const auto highest = static_cast<std::uint8_t>(Pick::HighestKnown);
        const Register last = over_items(Operation::PickItem, date.low, early, scope, highest);
        proof.done_early_on = proof.done_early_on.is_valid()
                                  ? builder_.binary(Operation::PickOf, Shape::Value, proof.done_early_on, last, highest)
                                  : last;
    }
    const Register is_late =
        duty.latest.is_valid() ? compared(date, Comparison::MoreThan, latest(duty, scope)) : builder_.truth(0);
    const Register counts_late = builder_.conjunction(builder_.conjunction(seen.counts, has_happened), is_late);
    proof.done_late_on = earliest_of(proof.done_late_on, counts_late);
    proof.events.push_back(std::move(seen));
}

Register Compiler::within_term(const model::Duty& duty, const Operand& date, const Scope& scope) {
    Register truth = builder_.truth(2);
    if (duty.earliest.is_valid()) {
        truth = builder_.conjunction(truth, compared(date, Comparison::AtLeast, expression(duty.earliest, scope)));
    }
    if (duty.latest.is_valid()) {
        truth = builder_.conjunction(truth, compared(date, Comparison::AtMost, latest(duty, scope)));
    }
    return truth;
}

Register Compiler::any_event(const Entered& entered, Register deed, const Scope& scope) {
    const Register each = builder_.conjunction(entered.items.filter, deed);
    const Register any = builder_.emit({.operation = Operation::AnyItem,
                                        .left = builder_.lift(each, entered.items.frame),
                                        .items = entered.items.frame},
                                       Shape::Truth, scope.frame);
    return builder_.binary_truth(Operation::RaiseWhenOpen, any, entered.complete);
}

// Of the events that surely count; absent when none does.
Register Compiler::first_date(const Entered& entered, Register date, Register counts, const Scope& scope) {
    Entered some = entered;
    some.items.filter = counts;
    return over_items(Operation::PickItem, date, some, scope, static_cast<std::uint8_t>(Pick::LowestKnown));
}

}  // namespace toets::program
