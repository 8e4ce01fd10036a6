// One thing out of a list, by time: the period that runs on a day (C87), and the first, last or nth event (C28).
#include "program/compiler.h"

namespace toets::program {

Operand Compiler::period_on(const model::PeriodOn& period, model::ExpressionId where, const Scope& scope) {
    const ListOperand periods = list(period.periods, scope);
    const Entered entered = enter(periods, period.item, period.runs, scope);
    Operand one{.facts = periods.facts};
    one.low = over_items(Operation::OnlyItem, entered.items.thing, entered, scope, 0, where);
    one.high = one.low;
    remember(one, periods, entered);
    return one;
}

Operand Compiler::event_at(const model::EventAt& event, OnOneDay several, model::ExpressionId where,
                           const Scope& scope) {
    const ListOperand events = list(event.events, scope);
    const Entered entered = enter(events, event.item, {}, scope);
    const Operand date = expression(event.date, entered.scope);
    const FrameId items = entered.items.frame;
    std::vector<std::int64_t> table;
    for (const Register item : {entered.items.thing, date.low, entered.items.filter}) {
        table.push_back(builder_.lift(item, items).value);
    }
    table.push_back(builder_.lift(entered.complete, scope.frame).value);
    const auto detail = static_cast<std::uint8_t>(event.number | (event.from_last ? nth_from_last : 0U) |
                                                  (several == OnOneDay::AnyWillDo ? nth_any_of_a_day : 0U));
    Operand one{.facts = events.facts};
    one.low = builder_.emit_table({.operation = Operation::NthItem, .detail = detail, .items = items, .where = where},
                                  Shape::Value, scope.frame, std::move(table));
    one.high = one.low;
    add_facts(one.facts, date.facts);
    remember(one, events, entered);
    return one;
}

// Of several events on one day each has that date.
Operand Compiler::picked_thing(const model::FieldOf& use, const Scope& scope) {
    const auto* event = std::get_if<model::EventAt>(&model_.expressions[use.thing].kind);
    if (event == nullptr) return expression(use.thing, scope);
    const model::KindId kind = model_.expressions[use.thing].type.kind;
    const bool is_date = model_.kinds[kind].date == use.field;
    return event_at(*event, is_date ? OnOneDay::AnyWillDo : OnOneDay::MustBeOne, use.thing, scope);
}

}  // namespace toets::program
