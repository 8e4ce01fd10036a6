// Conditions over the things of a list: how many there are (C38, C40), and what holds for each (C47).
#include "program/compiler.h"

namespace toets::program {

void Compiler::show_items(Proof& proof, const ListOperand& list, const Entered& entered) {
    proof.items = entered.items.frame;
    proof.filter = entered.filter;
    proof.sub_kinds = entered.items.sub_kinds;
    proof.parents = list.parents;
    if (builder_.frame_of(entered.items.filter) == entered.items.frame) proof.counts = entered.items.filter;
    proof.complete = entered.complete;
    proof.completeness = list.completeness;
}

Register Compiler::quantified(model::Quantifier quantifier, const Operand& number, const Operand& count) {
    switch (quantifier) {
        case model::Quantifier::All:
        case model::Quantifier::AtLeast: return compared(number, Comparison::AtLeast, count, Compares::Numbers);
        case model::Quantifier::None: return compared(number, Comparison::AtMost, constant(0, 0), Compares::Numbers);
        case model::Quantifier::AtMost: return compared(number, Comparison::AtMost, count, Compares::Numbers);
        case model::Quantifier::Exactly: return compared(number, Comparison::Equal, count, Compares::Numbers);
    }
    return builder_.truth(1);
}

Register Compiler::has_count(const model::HasCount& has, Proof& proof, const Scope& scope) {
    const ListOperand things = list(has.things, scope);
    Entered entered = enter(things, has.item, has.filter, scope);
    proof.event_date = leave_out_later(entered, things.kind, scope);
    proof.last_event = last_event_in(scope);
    Operand number = item_count(entered, scope);
    number.facts = things.facts;
    show(proof, has.things, number, scope);
    show_items(proof, things, entered);
    Operand count = has.count.is_valid() ? shown(proof, has.count, scope) : constant(has.none ? 0 : 1, 0);
    const Register truth = quantified(has.quantifier, number, count);
    if (!has.distinct_by.is_valid()) return truth;

    const Operand value = settled(expression(has.distinct_by, entered.scope));
    Operand different{.is_never_negative = true, .facts = value.facts};
    different.low =
        over_items(Operation::CountDistinct, value.low, entered, scope, static_cast<std::uint8_t>(Bound::Certain));
    different.high =
        over_items(Operation::CountDistinct, value.low, entered, scope, static_cast<std::uint8_t>(Bound::Possible));
    show(proof, has.distinct_by, different, scope);
    const Operand wanted = shown(proof, has.distinct_count, scope);
    return builder_.conjunction(truth, compared(different, Comparison::AtLeast, wanted, Compares::Numbers));
}

// For a list that may hold more, "each of them" is never more than unknown.
Register Compiler::for_each(const model::ForEach& each, Proof& proof, const Scope& scope) {
    const ListOperand things = list(each.things, scope);
    const Entered entered = enter(things, each.item, each.filter, scope);
    Operand number = item_count(entered, scope);
    number.facts = things.facts;
    show(proof, each.things, number, scope);
    show_items(proof, things, entered);
    const Proved body = condition(each.body, entered.scope);
    proof.body = body.proof;
    const Register holds = builder_.disjunction(builder_.negation(entered.items.filter), body.truth);
    const Register all = builder_.emit({.operation = Operation::AllItems,
                                        .left = builder_.lift(holds, entered.items.frame),
                                        .items = entered.items.frame},
                                       Shape::Truth, scope.frame);
    return builder_.binary_truth(Operation::CapWhenOpen, all, entered.complete);
}

// C38 for one thing or one fact; of a list: is there at least one?
Register Compiler::present(const model::Present& present, Proof& proof, const Scope& scope) {
    Register truth;
    if (model_.expressions[present.value].type.base == model::Base::Things) {
        const ListOperand things = list(present.value, scope);
        Entered entered = enter(things, {}, {}, scope);
        proof.event_date = leave_out_later(entered, things.kind, scope);
        proof.last_event = last_event_in(scope);
        Operand number = item_count(entered, scope);
        number.facts = things.facts;
        show(proof, present.value, number, scope);
        show_items(proof, things, entered);
        truth = compared(number, Comparison::AtLeast, constant(1, 0), Compares::Numbers);
    } else {
        Operand value = expression(present.value, scope);
        truth = builder_.unary(Operation::Present, Shape::Truth, value.low);
        const model::KindId kind = model_.expressions[present.value].type.kind;
        const bool is_event = kind.is_valid() && model_.kinds[kind].category == model::KindCategory::Event;
        if (is_event && scope.last_event.is_valid()) {
            const Operand date = field_of(value.low, model_.kinds[kind].date, {}, scope);
            truth = builder_.conjunction(truth, builder_.compare(date.low, Comparison::AtMost, scope.last_event));
            if (!date.facts.empty()) proof.event_date = date.facts.back();
            proof.last_event = last_event_in(scope);
        }
        show(proof, present.value, value, scope);
    }
    return present.negated ? builder_.negation(truth) : truth;
}

}  // namespace toets::program
