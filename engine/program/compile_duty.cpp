// Obligations (C57): somebody must see to it that an event happens, in a term.
#include <array>

#include "program/compiler.h"

namespace toets::program {

Register Compiler::judged_duty(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                               const Scope& scope) {
    const Register no = builder_.truth(0);
    if (!version.duty)
        return judge(Operation::JudgeObligation, std::array{applies, builder_.truth(1), no, no}, scope.frame);
    if (version.duty->recurrence) return judged_series(version, proof, applies, scope);
    DutyProof duty;
    proof.required = builder_.lift(in_time(*version.duty, duty, scope), scope.frame);
    Register past = no;
    if (version.duty->latest.is_valid())
        past = compared(now(scope), Comparison::MoreThan, latest(*version.duty, scope));
    proof.duty = std::move(duty);
    if (!version.not_yet.empty()) {
        return judge(Operation::JudgeObligation, std::array{applies, builder_.truth(1), no, no}, scope.frame);
    }
    return judge(Operation::JudgeObligation, std::array{applies, proof.required, proof.excepted, past}, scope.frame);
}

Operand Compiler::now(const Scope& scope) {
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

// Each of the parties (or one of them) did it within the term. What is dated after the reference date is only planned.
Register Compiler::in_time(const model::Duty& duty, DutyProof& proof, const Scope& scope) {
    const auto [events, entered, deeds, date] = acts(duty, scope);
    const Register has_happened = compared(date, Comparison::AtMost, now(scope));
    const Register is_in_term = builder_.conjunction(has_happened, within_term(duty, date, scope));

    Register counts = builder_.truth(0);
    std::vector<Register> done;
    for (const std::vector<Register>& group : deeds.groups) {
        Register all = builder_.truth(2);
        for (const Register deed : group) {
            counts = builder_.disjunction(counts, deed);
            all = builder_.conjunction(all, any_event(entered, builder_.conjunction(deed, is_in_term), scope));
        }
        done.push_back(all);
    }
    proof.items = entered.items.frame;
    proof.counts = builder_.lift(builder_.conjunction(entered.items.filter, counts), entered.items.frame);
    proof.event_date = date.low;
    if (duty.start.is_valid()) proof.start = to_proof(expression(duty.start, scope), duty.start, scope);
    if (duty.earliest.is_valid()) proof.earliest = to_proof(expression(duty.earliest, scope), duty.earliest, scope);
    if (duty.latest.is_valid()) {
        proof.latest = to_proof(latest(duty, scope), duty.latest, scope);
        proof.end = to_proof(expression(duty.latest, scope), duty.latest, scope);
    }
    if (duty.leniency.is_valid()) proof.leniency = to_proof(expression(duty.leniency, scope), duty.leniency, scope);
    proof.done_on = first_date(entered, date.low, builder_.conjunction(proof.counts, is_in_term), scope);
    const Register is_late =
        duty.latest.is_valid() ? compared(date, Comparison::MoreThan, latest(duty, scope)) : builder_.truth(0);
    const Register counts_late = builder_.conjunction(builder_.conjunction(proof.counts, has_happened), is_late);
    proof.done_late_on = first_date(entered, date.low, counts_late, scope);
    return duty.who.any ? counted_truths(done, model::Quantifier::AtLeast, 1)
                        : counted_truths(done, model::Quantifier::All, 0);
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
