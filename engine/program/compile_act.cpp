// Powers and bans (C62, C63): an event that somebody may decide on or must not do, at all or in a window.
#include <array>

#include "program/compiler.h"

namespace toets::program {

ListProof Compiler::to_list_proof(const ListOperand& list, const Entered& entered) {
    return {.things = list.where,
            .items = entered.items.frame,
            .counts = {},
            .sub_kinds = entered.items.sub_kinds,
            .parents = list.parents,
            .complete = entered.complete,
            .completeness = list.completeness,
            .facts = list.facts,
            .item_facts = {}};
}

// Without `na elke` the window is the same for every event, or there is none.
Register Compiler::in_window(const model::TimedAct& act, TimedActProof& proof, const Operand& date,
                             const Scope& scope) {
    Register truth = builder_.truth(2);
    if (act.earliest.is_valid()) {
        const Operand earliest = expression(act.earliest, scope);
        proof.earliest = to_proof(earliest, act.earliest, scope);
        truth = builder_.conjunction(truth, compared(date, Comparison::AtLeast, earliest));
    }
    if (act.latest.is_valid()) {
        const Operand latest = expression(act.latest, scope);
        proof.latest = to_proof(latest, act.latest, scope);
        truth = builder_.conjunction(truth, compared(date, Comparison::AtMost, latest));
    }
    return truth;
}

// Whether an event on that date, in the frame of the scope, falls in a window.
Register Compiler::in_any_window(const model::TimedAct& act, TimedActProof& proof, const Operand& date,
                                 const Scope& scope) {
    proof.windows = scope.frame;
    if (!act.triggers.is_valid()) return in_window(act, proof, date, scope);
    const ListOperand triggers = list(act.triggers, scope);
    const Entered each = enter(triggers, act.trigger, {}, scope);
    proof.triggers = to_list_proof(triggers, each);
    proof.windows = each.items.frame;
    const Operand start = field_of(each.items.thing, model_.kinds[triggers.kind].date, {}, each.scope);
    proof.triggers->counts = builder_.lift(each.items.filter, proof.windows);
    proof.triggers->item_facts = start.facts;
    proof.trigger_date = builder_.lift(start.low, proof.windows);
    return any_event(each, in_window(act, proof, date, each.scope), scope);
}

// The recorded events a power or ban is about: by one of those named, in the window.
TimedActProof Compiler::timed_act(const model::TimedAct& act, const Acts& acts) {
    const Entered& entered = acts.entered;
    const FrameId items = entered.items.frame;
    TimedActProof proof{.events = to_list_proof(acts.events, entered)};
    Register by = builder_.truth(0);
    for (const std::vector<Register>& group : acts.deeds.groups) {
        for (const Register deed : group) by = builder_.disjunction(by, deed);
    }
    const Register is_there = builder_.unary(Operation::Present, Shape::Truth, acts.date.low);
    const Register in_time = builder_.conjunction(is_there, in_any_window(act, proof, acts.date, entered.scope));
    proof.events.counts = builder_.lift(entered.items.filter, items);
    proof.events.item_facts = acts.deeds.facts;
    add_facts(proof.events.item_facts, acts.date.facts);
    proof.date = builder_.lift(acts.date.low, items);
    proof.performer = builder_.lift(acts.deeds.performer.low, items);
    proof.by = builder_.lift(by, items);
    proof.in_time = builder_.lift(in_time, items);
    const Register meant = builder_.conjunction(builder_.conjunction(by, in_time), entered.items.filter);
    proof.meant = builder_.lift(meant, items);
    return proof;
}

Register Compiler::judged_ban(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                              const Scope& scope) {
    const Register no = builder_.truth(0);
    const Register yes = builder_.truth(2);
    if (!version.ban) {
        const std::array unknown{applies, builder_.truth(1), no, no};
        return proof.blocking = judge(Operation::JudgeObligation, unknown, scope.frame);
    }
    const Acts acts = recorded_acts(*version.ban, scope);
    const Entered& entered = acts.entered;
    TimedActProof found = timed_act(*version.ban, acts);
    proof.required = builder_.lift(builder_.negation(any_event(entered, found.meant, scope)), scope.frame);

    const Register root =
        builder_.emit({.operation = Operation::CaseThing, .detail = 1, .constant = acts.events.kind.value},
                      Shape::Value, table_frame_of(scope.frame));
    const Register is_root = builder_.compare(entered.items.thing, Comparison::Equal, root);
    Entered known = entered;
    known.complete = yes;
    // What is still planned can be stopped; what has happened counts only when the case is about it.
    const Register is_planned = compared(acts.date, Comparison::AtLeast, now(scope));
    Register counts = builder_.conjunction(found.meant, builder_.disjunction(is_root, is_planned));
    Register excepted = proof.excepted;
    if (const std::optional<Register> of_act = excepted_acts(version, acts, found, scope)) {
        const Register is_breach = builder_.negation(*of_act);
        excepted = no;
        proof.excepted = builder_.lift(
            builder_.negation(any_event(entered, builder_.conjunction(found.meant, is_breach), scope)), scope.frame);
        counts = builder_.conjunction(counts, is_breach);
    }
    const Register to_stop = any_event(known, counts, scope);
    proof.ban = std::move(found);
    const std::array for_verdict{applies, builder_.negation(to_stop), excepted, yes};
    proof.blocking = judge(Operation::JudgeObligation, for_verdict, scope.frame);
    return judge(Operation::JudgeObligation, std::array{applies, proof.required, proof.excepted, yes}, scope.frame);
}

}  // namespace toets::program
