// Expressions: facts, numbers, dates, and what is counted over a list.
#include "base/ensure.h"
#include "base/match.h"
#include "program/compiler.h"

namespace toets::program {

namespace {

constexpr int largest_constant_scale = 18;

}  // namespace

void add_facts(Facts& facts, const Facts& more) {
    for (const FactUse& fact : more) {
        const bool is_known = std::any_of(facts.begin(), facts.end(), [&](const FactUse& other) {
            return other.field == fact.field && other.value == fact.value;
        });
        if (!is_known) facts.push_back(fact);
    }
}

Operand Compiler::expression(model::ExpressionId id, const Scope& scope) {
    if (is_given_up() || !id.is_valid()) return unknown_value();
    return expression_of(model_.expressions[id], id, scope);
}

Operand Compiler::expression_of(const model::Expression& expression, model::ExpressionId id, const Scope& scope) {
    return match(
        expression.kind,
        [&](const model::VariableUse& use) {
            const Register thing = scope.thing(use.variable);
            return Operand{.low = thing, .high = thing};
        },
        [&](const model::CaseThing& use) {
            const Register thing = builder_.emit({.operation = Operation::CaseThing,
                                                  .detail = static_cast<std::uint8_t>(use.absent_otherwise ? 2 : 0),
                                                  .constant = use.kind.value},
                                                 Shape::Value, table_frame_of(scope.frame));
            return Operand{.low = thing, .high = thing};
        },
        [&](const model::FieldOf& use) { return field(use, scope); },
        [&](const model::FieldOfEach&) { return unknown_value(); },
        [&](const model::OnlyThose&) { return unknown_value(); },
        [&](const model::Constant& value) { return constant(value.value, model::scale(expression.type.base)); },
        [&](const model::ParameterValue& use) { return parameter(use, scope); },
        [&](const model::DerivedValue& use) { return derived(use, scope); },
        [&](const model::TableValue& use) { return table_value(use, id, scope); },
        [&](const model::CountOf& count) { return counted(count, scope); },
        [&](const model::SumOf& sum) { return summed(sum, id, scope); },
        [&](const model::ExtremeOf& extreme) { return extreme_of(extreme, scope); },
        [&](const model::ExtremeOver& extreme) { return extreme_over(extreme, scope); },
        [&](const model::PeriodOn& period) { return period_on(period, id, scope); },
        [&](const model::EventAt& event) { return event_at(event, OnOneDay::MustBeOne, id, scope); },
        [&](const model::Arithmetic& sum) { return arithmetic(sum, id, scope); },
        [&](const model::PercentageOf& part) { return percentage(part, id, scope); },
        [&](const model::ShiftedDate& date) { return shifted(date, id, scope); },
        [&](const model::SuspendedTerm& term) { return suspended(term, id, scope); },
        [&](const model::FirstDay& first) { return first_day(first, scope); },
        [&](const model::BoundDate& bound) { return value_of(scope.thing(bound.variable)); },
        [&](const model::YearOf& date) { return year(date, scope); },
        [&](const model::ReferenceDate&) { return now(scope); },
        [&](const model::NotYetExpression&) { return unknown_value(); },
        [&](const model::InvalidExpression&) { return unknown_value(); });
}

Operand Compiler::unknown_value() {
    const Register unknown = builder_.unknown();
    return {.low = unknown, .high = unknown};
}

// Without the zeros at its end, so that comparing with it seldom asks for scaling.
Operand Compiler::constant(std::int64_t value, int scale) {
    while (scale > 0 && value % 10 == 0) {
        value /= 10;
        --scale;
    }
    ensure(scale <= largest_constant_scale);
    const Register made = builder_.constant(value);
    return {.low = made, .high = made, .scale = scale, .is_never_negative = value >= 0, .constant = value};
}

Operand Compiler::as_recorded(const model::FieldOf& use, const Scope& scope) {
    const Operand thing = picked_thing(use, scope);
    Operand value = field_of(thing.low, use.field, thing.facts, scope);
    value.rows = thing.rows;
    // what the thing was picked from
    value.items = thing.items;
    value.filter = thing.filter;
    value.sub_kinds = thing.sub_kinds;
    value.parents = thing.parents;
    value.complete = thing.complete;
    value.completeness = thing.completeness;
    return value;
}

// An event that does not count (C62) is not there.
Operand Compiler::field(const model::FieldOf& use, const Scope& scope) {
    Operand value = as_recorded(use, scope);
    const model::Field& field = model_.fields[use.field];
    if (field.role != model::FieldRole::Stored || field.type.base != model::Base::Thing) return value;
    const Proved counts = counts_at_all(field.type.kind, value.low, scope);
    if (builder_.known_truth(counts.truth) == 2) return value;
    value.low = builder_.binary(Operation::OnlyWhen, Shape::Value, value.low, counts.truth);
    value.high = value.low;
    if (counts.proof.is_valid()) value.rows.push_back(counts.proof);
    return value;
}

Operand Compiler::field_of(Register thing, model::FieldId id, const Facts& facts, const Scope& scope) {
    const model::Field& field = model_.fields[id];
    if (field.type.base == model::Base::Things) {
        Operand number = constant(0, 0);
        number.facts = list_field(thing, id, facts, scope).facts;
        return number;
    }
    if (builder_.is_missing(thing)) {
        return {.low = thing, .high = thing, .facts = facts};
    }
    const Register value = builder_.unary(Operation::LoadField, Shape::Value, thing, id.value);
    Operand operand{.low = value, .high = value, .scale = model::scale(field.type.base), .facts = facts};
    operand.is_never_negative = model::is_numeric(field.type.base) && !field.may_be_negative;
    add_facts(operand.facts, {{id, thing, value, builder_.frame_of(thing)}});
    return operand;
}

// The row of the date that chooses versions; pattern F1: a missing year is unknown, never the year before.
Operand Compiler::parameter(const model::ParameterValue& use, const Scope& scope) {
    const model::Parameter& parameter = model_.parameters[use.parameter];
    std::vector<std::int64_t> table{parameter.last ? parameter.last->days : no_date};
    bool is_never_negative = model::is_numeric(parameter.type.base);
    for (const model::ParameterRow& row : parameter.rows) {
        table.push_back(row.from.days);
        table.push_back(row.value);
        is_never_negative = is_never_negative && row.value >= 0;
    }
    const Register value = builder_.emit_table({.operation = Operation::LookUpParameter, .left = scope.date},
                                               Shape::Value, builder_.frame_of(scope.date), std::move(table));
    for (std::size_t row = 0; row < parameter.rows.size(); ++row) {
        if (!parameter.rows[row].unverified) continue;
        model::Validity validity{parameter.rows[row].from, parameter.last};
        if (row + 1 < parameter.rows.size()) validity.last = Date{parameter.rows[row + 1].from.days - 1};
        note_unverified(value, within(validity, scope.date), parameter.rows[row].where);
    }
    return {.low = value,
            .high = value,
            .scale = model::scale(parameter.type.base),
            .is_never_negative = is_never_negative};
}

// C31. Shifting keeps the order of dates, so both ends of an interval may be shifted.
Operand Compiler::shifted(const model::ShiftedDate& shifted, model::ExpressionId where, const Scope& scope) {
    Operand date = expression(shifted.date, scope);
    const Operand duration = settled(expression(shifted.duration, scope));
    if (needs_calendar(shifted, duration)) return shifted_by_calendar(std::move(date), duration, shifted, where);
    date = shifted_by(std::move(date), duration, shifted.backward);
    if (shifted.counts_start)
        date = shifted_by(std::move(date), constant(to_column_value({1, Duration::Unit::Days}), 0), true);
    return date;
}

Operand Compiler::shifted_by(Operand date, const Operand& duration, bool is_backward) {
    add_facts(date.facts, duration.facts);
    date.rows.insert(date.rows.end(), duration.rows.begin(), duration.rows.end());
    const auto shift = [&](Register which) {
        if (!duration.constant) {
            const auto direction = static_cast<std::uint8_t>(is_backward ? 1 : 0);
            const Register length = builder_.unary(Operation::Demand, Shape::Value, duration.low);
            return builder_.binary(Operation::ShiftBy, Shape::Value, which, length, direction);
        }
        const Duration length = duration_from_column_value(*duration.constant);
        if (length.unit == Duration::Unit::WorkingDays) return builder_.unknown();
        const std::int64_t count = is_backward ? -std::int64_t{length.count} : length.count;
        const bool is_in_days = length.unit == Duration::Unit::Days;
        return builder_.unary(is_in_days ? Operation::ShiftDays : Operation::ShiftMonths, Shape::Value, which, count);
    };
    date.low = shift(date.low);
    date.high = shift(date.high);
    return date;
}

// A date that stays where counting leaves it needs no calendar, unless it counts working days, which a duration from
// the case may turn out to do.
bool Compiler::needs_calendar(const model::ShiftedDate& shifted, const Operand& duration) const {
    if (!shifted.calendar.is_valid()) return false;
    if (shifted.end != calendar::EndOfTerm::Stays || !duration.constant) return true;
    return duration_from_column_value(*duration.constant).unit == Duration::Unit::WorkingDays;
}

const calendar::Calendar& Compiler::needed_calendar(model::CalendarId id) {
    if (program_.calendars.size() <= id.value) program_.calendars.resize(id.value + 1);
    std::optional<calendar::Calendar>& calendar = program_.calendars[id.value];
    if (!calendar) calendar.emplace(model_.calendars[id].free_days);
    return *calendar;
}

Operand Compiler::shifted_by_calendar(Operand date, const Operand& duration, const model::ShiftedDate& shifted,
                                      model::ExpressionId where) {
    add_facts(date.facts, duration.facts);
    date.rows.insert(date.rows.end(), duration.rows.begin(), duration.rows.end());
    const std::uint32_t id = shifted.calendar.value;
    const calendar::Calendar& calendar = needed_calendar(shifted.calendar);
    const bool is_in_working_days =
        duration.constant && duration_from_column_value(*duration.constant).unit == Duration::Unit::WorkingDays;
    const bool is_by_table = is_in_working_days && !shifted.counts_start && id < most_detail_calendars &&
                             !calendar.free_days().depends_on_decrees;
    const auto shift = [&](Register which) {
        if (is_by_table) {
            const std::int64_t count = duration_from_column_value(*duration.constant).count;
            return builder_.emit({.operation = Operation::ShiftWorkingDays,
                                  .detail = static_cast<std::uint8_t>(id),
                                  .left = which,
                                  .constant = shifted.backward ? -count : count,
                                  .where = where},
                                 Shape::Value, builder_.frame_of(which));
        }
        const auto detail =
            static_cast<std::uint8_t>(static_cast<std::uint8_t>(shifted.end) | (shifted.backward ? term_backward : 0) |
                                      (shifted.counts_start ? term_counts_start : 0));
        const FrameId frame = builder_.deeper(builder_.frame_of(which), builder_.frame_of(duration.low));
        return builder_.emit({.operation = Operation::ShiftTerm,
                              .detail = detail,
                              .left = builder_.lift(which, frame),
                              .right = builder_.lift(duration.low, frame),
                              .constant = id,
                              .where = where},
                             Shape::Value, frame);
    };
    date.low = shift(date.low);
    date.high = shift(date.high);
    return date;
}

Operand Compiler::year(const model::YearOf& year, const Scope& scope) {
    Operand date = expression(year.date, scope);
    date.low = builder_.unary(Operation::YearOf, Shape::Value, date.low);
    date.high = builder_.unary(Operation::YearOf, Shape::Value, date.high);
    date.is_never_negative = true;
    return date;
}

Operand Compiler::counted(const model::CountOf& count, const Scope& scope) {
    const ListOperand things = list(count.things, scope);
    Entered entered = enter(things, count.item, count.filter, scope);
    const FactUse date = leave_out_later(entered, things.kind, scope);
    Operand number = item_count(entered, scope);
    number.facts = things.facts;
    if (date.field.is_valid()) add_facts(number.facts, {date});
    add_facts(number.facts, entered.items.facts);
    remember(number, things, entered);
    return number;
}

// C27 and pattern B2: the known part is a lower bound, unless an amount may be negative.
Operand Compiler::summed(const model::SumOf& sum, model::ExpressionId where, const Scope& scope) {
    const ListOperand things = list(sum.things, scope);
    const Entered entered = enter(things, sum.item, sum.filter, scope);
    const Operand value = without_divisor(expression(sum.value, entered.scope), where);
    Operand total{.scale = value.scale, .is_never_negative = value.is_never_negative, .facts = things.facts};
    if (value.is_never_negative) {
        total.low = over_items(Operation::SumItems, value.low, entered, scope,
                               static_cast<std::uint8_t>(Bound::Certain), where);
        total.high = over_items(Operation::SumItems, value.high, entered, scope,
                                static_cast<std::uint8_t>(Bound::Possible), where);
    } else {
        total.low = over_items(Operation::SumExactly, settled(value).low, entered, scope, 0, where);
        total.high = total.low;
    }
    add_facts(total.facts, value.facts);
    add_facts(total.facts, entered.items.facts);
    remember(total, things, entered);
    return total;
}

// C28: those known not to be there are left out.
Operand Compiler::extreme_of(const model::ExtremeOf& extreme, const Scope& scope) {
    std::optional<Operand> best;
    for (const model::ExpressionId id : extreme.values) {
        Operand value = without_divisor(expression(id, scope), id);
        best = best ? picked(std::move(*best), std::move(value), extreme.extreme) : std::move(value);
    }
    return best ? *best : unknown_value();
}

Operand Compiler::extreme_over(const model::ExtremeOver& extreme, const Scope& scope) {
    const ListOperand things = list(extreme.things, scope);
    const Entered entered = enter(things, extreme.item, {}, scope);
    const Operand value = without_divisor(expression(extreme.value, entered.scope), extreme.value);
    const bool is_highest = extreme.extreme == model::Extreme::Highest;
    const Pick low = is_highest ? Pick::HighestKnown : Pick::Lowest;
    const Pick high = is_highest ? Pick::Highest : Pick::LowestKnown;
    Operand best{.scale = value.scale, .is_never_negative = value.is_never_negative, .facts = things.facts};
    best.low = over_items(Operation::PickItem, value.low, entered, scope, static_cast<std::uint8_t>(low));
    best.high = over_items(Operation::PickItem, value.high, entered, scope, static_cast<std::uint8_t>(high));
    add_facts(best.facts, value.facts);
    add_facts(best.facts, entered.items.facts);
    remember(best, things, entered);
    return best;
}

}  // namespace toets::program
