// Bans (C63): an event that somebody must not do, at all or in a window.
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
Register Compiler::in_window(const model::Ban& ban, BanProof& proof, const Operand& date, const Scope& scope) {
    Register truth = builder_.truth(2);
    if (ban.earliest.is_valid()) {
        const Operand earliest = expression(ban.earliest, scope);
        proof.earliest = to_proof(earliest, ban.earliest, scope);
        truth = builder_.conjunction(truth, compared(date, Comparison::AtLeast, earliest));
    }
    if (ban.latest.is_valid()) {
        const Operand latest = expression(ban.latest, scope);
        proof.latest = to_proof(latest, ban.latest, scope);
        truth = builder_.conjunction(truth, compared(date, Comparison::AtMost, latest));
    }
    return truth;
}

Register Compiler::judged_ban(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                              const Scope& scope) {
    const Register no = builder_.truth(0);
    const Register yes = builder_.truth(2);
    if (!version.ban) {
        const std::array unknown{applies, builder_.truth(1), no, no};
        return proof.blocking = judge(Operation::JudgeObligation, unknown, scope.frame);
    }
    const model::Ban& ban = *version.ban;
    const auto [events, entered, deeds, date] = acts(ban, scope);
    const FrameId items = entered.items.frame;
    Register forbidden = no;
    for (const std::vector<Register>& group : deeds.groups) {
        for (const Register deed : group) forbidden = builder_.disjunction(forbidden, deed);
    }
    BanProof found{.events = to_list_proof(events, entered)};
    forbidden = builder_.conjunction(forbidden, builder_.unary(Operation::Present, Shape::Truth, date.low));
    if (ban.triggers.is_valid()) {
        const ListOperand triggers = list(ban.triggers, scope);
        const Entered each = enter(triggers, ban.trigger, {}, entered.scope);
        found.triggers = to_list_proof(triggers, each);
        found.windows = each.items.frame;
        const Operand start = field_of(each.items.thing, model_.kinds[triggers.kind].date, {}, each.scope);
        found.triggers->counts = builder_.lift(each.items.filter, found.windows);
        found.triggers->item_facts = start.facts;
        found.trigger_date = builder_.lift(start.low, found.windows);
        const Register is_inside = in_window(ban, found, date, each.scope);
        forbidden = builder_.conjunction(forbidden, any_event(each, is_inside, entered.scope));
    } else {
        found.windows = items;
        forbidden = builder_.conjunction(forbidden, in_window(ban, found, date, entered.scope));
    }
    found.events.counts = builder_.lift(entered.items.filter, items);
    found.events.item_facts = deeds.facts;
    add_facts(found.events.item_facts, date.facts);
    found.date = builder_.lift(date.low, items);
    found.performer = builder_.lift(deeds.performer.low, items);
    found.forbidden = builder_.lift(builder_.conjunction(entered.items.filter, forbidden), items);
    proof.required = builder_.lift(builder_.negation(any_event(entered, forbidden, scope)), scope.frame);

    const Register root = builder_.emit({.operation = Operation::CaseThing, .detail = 1, .constant = events.kind.value},
                                        Shape::Value, table_frame_of(scope.frame));
    const Register is_root = builder_.compare(entered.items.thing, Comparison::Equal, root);
    Entered known = entered;
    known.complete = yes;
    // What is still planned can be stopped; what has happened counts only when the case is about it.
    const Register is_planned = compared(date, Comparison::AtLeast, now(scope));
    const Register counts = builder_.conjunction(forbidden, builder_.disjunction(is_root, is_planned));
    const Register to_stop = any_event(known, counts, scope);
    proof.ban = std::move(found);
    const std::array for_verdict{applies, builder_.negation(to_stop), proof.excepted, yes};
    proof.blocking = judge(Operation::JudgeObligation, for_verdict, scope.frame);
    return judge(Operation::JudgeObligation, std::array{applies, proof.required, proof.excepted, yes}, scope.frame);
}

}  // namespace toets::program
