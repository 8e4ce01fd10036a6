// Terms that stand still (C59): the last day moves on by the days of some periods. What is not known of a period gives
// two ends, with the days that surely do not count and with all that may not.
#include <array>

#include "program/compiler.h"

namespace toets::program {

StandstillProof Compiler::standstill(const model::Suspension& suspension, const Scope& scope) {
    const ListOperand periods = list(suspension.periods, scope);
    const Entered entered = enter(periods, {}, {}, scope);
    const model::Kind& kind = model_.kinds[periods.kind];
    const Operand first = field_of(entered.items.thing, kind.first_day, {}, entered.scope);
    const Operand last = field_of(entered.items.thing, kind.last_day, first.facts, entered.scope);
    StandstillProof proof{to_list_proof(periods, entered), {}, {}};
    const FrameId frame = entered.items.frame;
    proof.periods.counts = builder_.lift(entered.items.filter, frame);
    proof.periods.complete = builder_.lift(entered.complete, scope.frame);
    proof.periods.item_facts = last.facts;
    proof.first = builder_.lift(first.low, frame);
    proof.last = builder_.lift(last.low, frame);
    return proof;
}

Operand Compiler::suspended(const model::SuspendedTerm& term, model::ExpressionId where, const Scope& scope) {
    const auto& shifted = std::get<model::ShiftedDate>(model_.expressions[term.term].kind);
    Operand start = expression(shifted.date, scope);
    const Operand length = settled(expression(shifted.duration, scope));
    add_facts(start.facts, length.facts);
    start.rows.insert(start.rows.end(), length.rows.begin(), length.rows.end());
    std::vector<std::int64_t> periods;
    for (const model::Suspension& suspension : term.suspensions) {
        StandstillProof proof = standstill(suspension, scope);
        add_facts(start.facts, proof.periods.facts);
        for (const Register each : {proof.first, proof.last, proof.periods.counts, proof.periods.complete}) {
            periods.push_back(each.value);
        }
        start.standstills.push_back(std::move(proof));
    }
    const bool has_calendar = shifted.calendar.is_valid();
    if (has_calendar) needed_calendar(shifted.calendar);
    periods.push_back(has_calendar ? std::int64_t{shifted.calendar.value} : -1);
    const auto end = static_cast<std::uint8_t>(static_cast<std::uint8_t>(shifted.end) |
                                               (shifted.counts_start ? term_counts_start : 0));
    const auto suspend = [&](Register date, std::uint8_t days) {
        std::vector<std::int64_t> table{builder_.lift(date, scope.frame).value,
                                        builder_.lift(length.low, scope.frame).value};
        table.insert(table.end(), periods.begin(), periods.end());
        const auto detail = static_cast<std::uint8_t>(end | days);
        return builder_.emit_table({.operation = Operation::SuspendTerm, .detail = detail, .where = where},
                                   Shape::Value, scope.frame, std::move(table));
    };
    const Register first = start.low;
    const Register last = start.high;
    start.low = suspend(first, 0);
    start.high = suspend(last, term_possible);
    return start;
}

}  // namespace toets::program
