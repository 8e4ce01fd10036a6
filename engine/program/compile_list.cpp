// Lists: where they come from, whether they are complete, and the items in them.
#include "base/ensure.h"
#include "base/match.h"
#include "program/compiler.h"

namespace toets::program {

namespace {

bool is_list(const model::Field& field) { return field.type.base == model::Base::Things; }

}  // namespace

// A list, or one thing as a list of one (a duty may look at a single event).
ListOperand Compiler::list(model::ExpressionId id, const Scope& scope) {
    ListOperand operand = list_of(id, scope);
    operand.where = id;
    return operand;
}

ListOperand Compiler::list_of(model::ExpressionId id, const Scope& scope) {
    const model::Expression& expression = model_.expressions[id];
    if (const auto* use = std::get_if<model::FieldOf>(&expression.kind); use && is_list(model_.fields[use->field])) {
        const Operand thing = this->expression(use->thing, scope);
        return list_field(thing.low, use->field, thing.facts, scope);
    }
    if (const auto* use = std::get_if<model::FieldOfEach>(&expression.kind)) return path(*use, id, scope);
    if (const auto* use = std::get_if<model::OnlyThose>(&expression.kind)) {
        ListOperand some = list(use->things, scope);
        some.only.push_back(use->sub_kind);
        return some;
    }
    const auto* use = std::get_if<model::FieldOf>(&expression.kind);
    Operand thing = use != nullptr ? as_recorded(*use, scope) : this->expression(id, scope);
    return list_of_one(thing.low, expression.type.kind, std::move(thing.facts), scope);
}

ListOperand Compiler::list_of_one(Register thing, model::KindId kind, Facts facts, const Scope& scope) {
    if (scope.today.is_valid()) thing = builder_.lift(thing, scope.frame);
    const FrameId own = builder_.frame_of(thing);
    const FrameId frame = own.is_valid() ? own : scope.frame;
    const Register list = builder_.emit({.operation = Operation::AsList, .left = thing}, Shape::List, frame);
    ListOperand operand{.list = list, .kind = kind, .facts = std::move(facts)};
    operand.complete = builder_.binary(Operation::IsComplete, Shape::Truth, list, builder_.truth(2));
    return operand;
}

ListOperand Compiler::list_field(Register thing, model::FieldId id, Facts facts, const Scope& scope) {
    const model::Field& field = model_.fields[id];
    // A list that is looked at on each day lies in the frame of the days, so that what is asked there can be.
    if (scope.today.is_valid()) thing = builder_.lift(thing, scope.frame);
    if (!builder_.frame_of(thing).is_valid()) return list_of_one(thing, field.type.kind, std::move(facts), scope);
    if (!is_list(field)) {
        Operand one = field_of(thing, id, facts, scope);
        return list_of_one(one.low, field.type.kind, std::move(one.facts), scope);
    }
    const Register list = builder_.unary(Operation::LoadList, Shape::List, thing, id.value);
    ListOperand operand{.list = list, .kind = field.type.kind, .facts = std::move(facts)};
    add_facts(operand.facts, {{id, thing, list, builder_.frame_of(thing)}});
    const Proved declared = declared_complete(field, thing, scope);
    operand.complete = builder_.binary(Operation::IsComplete, Shape::Truth, list, declared.truth);
    operand.completeness = declared.proof;
    return operand;
}

// C16: what the declaration says, for the thing that has the list.
Compiler::Proved Compiler::declared_complete(const model::Field& field, Register thing, const Scope& scope) {
    switch (field.completeness) {
        case model::Completeness::Incomplete: return {{}, builder_.truth(0)};
        case model::Completeness::Conditional:
            return condition(field.complete_when, definition_scope(thing, field.complete_self, scope));
        case model::Completeness::Complete:
        case model::Completeness::NotAList: break;
    }
    return {{}, builder_.truth(2)};
}

// All things reached from every thing of a list; complete when each of the lists on the way is.
ListOperand Compiler::path(const model::FieldOfEach& path, model::ExpressionId where, const Scope& scope) {
    const ListOperand outer = list(path.things, scope);
    const Items items = enter(outer, scope);
    Scope inside = scope;
    inside.frame = items.frame;
    const ListOperand inner = list_field(items.thing, path.field, {}, inside);
    const FrameId frame = builder_.frame_of(outer.list);
    const Register joined =
        builder_.emit({.operation = Operation::Flatten, .left = inner.list, .items = items.frame, .where = where},
                      Shape::List, frame);
    const Register each = builder_.disjunction(builder_.negation(items.filter), inner.complete);
    const Register every =
        builder_.emit({.operation = Operation::AllItems, .left = each, .items = items.frame}, Shape::Truth, frame);
    ListOperand operand{.list = joined, .kind = inner.kind, .parent_filter = items.filter, .facts = outer.facts};
    operand.complete = builder_.conjunction(outer.complete, every);
    operand.completeness = outer.completeness.is_valid() ? outer.completeness : inner.completeness;
    add_facts(operand.facts, inner.facts);
    operand.parents = outer.parents;
    operand.parents.insert(operand.parents.end(), items.sub_kinds.begin(), items.sub_kinds.end());
    return operand;
}

// The frame of the items, and which of them are in the list.
Items Compiler::enter(const ListOperand& list, const Scope& scope) {
    const auto [frame, thing] = builder_.enter(list.list, list.kind, list.where);
    Register filter = builder_.truth(2);
    if (list.parent_filter.is_valid() && builder_.known_truth(list.parent_filter) != 2) {
        const FrameId parent = builder_.frame_of(list.parent_filter);
        filter = parent.is_valid() ? builder_.emit({.operation = Operation::FromParent,
                                                    .left = list.parent_filter,
                                                    .right = list.list,
                                                    .items = parent},
                                                   Shape::Truth, frame)
                                   : list.parent_filter;
    }
    Scope inside = scope;
    inside.frame = frame;
    std::vector<ProofId> sub_kinds;
    for (const model::SubKindId only : list.only) {
        const Proved proved = sub_kind(only, thing, inside);
        filter = builder_.conjunction(filter, proved.truth);
        if (proved.proof.is_valid()) sub_kinds.push_back(proved.proof);
    }
    const Proved counts = list.as_recorded ? Proved{{}, builder_.truth(2)} : counts_at_all(list.kind, thing, inside);
    filter = builder_.conjunction(filter, counts.truth);
    Items items{frame, thing, filter, std::move(sub_kinds)};
    if (!counts.proof.is_valid()) return items;
    items.sub_kinds.push_back(counts.proof);
    for (const ProofOperand& operand : program_.proofs[counts.proof].operands) add_facts(items.facts, operand.facts);
    return items;
}

Compiler::Entered Compiler::enter(const ListOperand& list, model::VariableId item, model::ConditionId filter,
                                  const Scope& scope) {
    ListOperand here = list;
    here.list = builder_.lift(list.list, scope.frame);
    const Items items = enter(here, scope);
    Entered entered{items, scope.with(item, items.thing, items.frame), {}, builder_.lift(list.complete, scope.frame)};
    if (scope.today.is_valid()) leave_out_later(entered, list.kind, scope);
    if (filter.is_valid()) {
        const Proved proved = condition(filter, entered.scope);
        entered.filter = proved.proof;
        entered.items.filter = builder_.conjunction(entered.items.filter, proved.truth);
    }
    return entered;
}

// Of a condition: an event that came after the last day that counts had not happened yet.
FactUse Compiler::leave_out_later(Entered& entered, model::KindId kind, const Scope& scope) {
    if (!scope.last_event.is_valid() || model_.kinds[kind].category != model::KindCategory::Event) return {};
    const Operand date = field_of(entered.items.thing, model_.kinds[kind].date, {}, entered.scope);
    const Register has_happened = builder_.compare(date.low, Comparison::AtMost, scope.last_event);
    entered.items.filter = builder_.conjunction(entered.items.filter, has_happened);
    return date.facts.empty() ? FactUse{} : date.facts.back();
}

Register Compiler::last_event_in(const Scope& scope) {
    return scope.last_event.is_valid() ? builder_.lift(scope.last_event, scope.frame) : scope.last_event;
}

Register Compiler::over_items(Operation operation, Register value, const Entered& entered, const Scope& scope,
                              std::uint8_t detail, model::ExpressionId where) {
    return builder_.emit({.operation = operation,
                          .detail = detail,
                          .left = value.is_valid() ? builder_.lift(value, entered.items.frame) : value,
                          .right = builder_.lift(entered.items.filter, entered.items.frame),
                          .third = entered.complete,
                          .items = entered.items.frame,
                          .where = where},
                         Shape::Value, scope.frame);
}

// How many items count: at least those that surely do, at most those that may, no bound when there may be others.
Operand Compiler::item_count(const Entered& entered, const Scope& scope) {
    Operand number{.is_never_negative = true};
    number.low = over_items(Operation::CountItems, {}, entered, scope, static_cast<std::uint8_t>(Bound::Certain));
    number.high = over_items(Operation::CountItems, {}, entered, scope, static_cast<std::uint8_t>(Bound::Possible));
    return number;
}

void Compiler::remember(Operand& operand, const ListOperand& list, const Entered& entered) {
    operand.items = entered.items.frame;
    operand.filter = entered.filter;
    operand.sub_kinds = entered.items.sub_kinds;
    operand.parents = list.parents;
    operand.complete = entered.complete;
    operand.completeness = list.completeness;
}

}  // namespace toets::program
