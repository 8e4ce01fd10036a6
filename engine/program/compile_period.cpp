// Conditions about periods that run together: from one day to another (C44), or for a length of time (C45).
#include "program/compiler.h"

namespace toets::program {

Compiler::Periods Compiler::periods(model::ExpressionId id, const Scope& scope) {
    ListOperand things = list(id, scope);
    Entered entered = enter(things, {}, {}, scope);
    const model::Kind& kind = model_.kinds[things.kind];
    Operand first = field_of(entered.items.thing, kind.first_day, {}, entered.scope);
    Operand last = field_of(entered.items.thing, kind.last_day, {}, entered.scope);
    return {std::move(things), std::move(entered), std::move(first), std::move(last)};
}

// The days of each period stand in a proof of its own, so that only those of the periods that count are asked for. It
// is undecided while one of them is not known.
void Compiler::show_periods(Proof& proof, model::ExpressionId id, const Periods& periods, const Scope& scope) {
    Operand number = item_count(periods.entered, scope);
    number.facts = periods.list.facts;
    show(proof, id, number, scope);
    show_items(proof, periods.list, periods.entered);
    const auto is_settled = [&](const Operand& day) {
        const Register is_there = builder_.unary(Operation::Present, Shape::Truth, day.low);
        return builder_.disjunction(is_there, builder_.negation(is_there));
    };
    Proof days{.condition = proof.condition, .frame = periods.entered.items.frame};
    days.truth = builder_.lift(builder_.conjunction(is_settled(periods.first), is_settled(periods.last)), days.frame);
    days.operands.push_back(to_proof(periods.first, {}, periods.entered.scope));
    days.operands.push_back(to_proof(periods.last, {}, periods.entered.scope));
    proof.body = add_proof(std::move(days));
}

Register Compiler::over_periods(Instruction instruction, const Periods& periods, const Operand& from,
                                const Operand& until, std::initializer_list<Register> more, const Scope& scope) {
    const FrameId items = periods.entered.items.frame;
    std::vector<std::int64_t> table;
    for (const Register item : {periods.first.low, periods.last.low, periods.entered.items.filter}) {
        table.push_back(builder_.lift(item, items).value);
    }
    for (const Register outer : {periods.entered.complete, from.low, from.high, until.low, until.high}) {
        table.push_back(builder_.lift(outer, scope.frame).value);
    }
    for (const Register outer : more) table.push_back(builder_.lift(outer, scope.frame).value);
    instruction.items = items;
    return builder_.emit_table(instruction, Shape::Truth, scope.frame, std::move(table));
}

Register Compiler::runs_from_to(const model::RunsFromTo& runs, Proof& proof, const Scope& scope) {
    const Periods periods = this->periods(runs.periods, scope);
    show_periods(proof, runs.periods, periods, scope);
    const Operand from = shown(proof, runs.first, scope);
    const Operand until = shown(proof, runs.last, scope);
    const Operand tolerated = runs.tolerated.is_valid() ? settled(shown(proof, runs.tolerated, scope)) : constant(0, 0);
    return over_periods({.operation = Operation::Covers}, periods, from, until,
                        {tolerated.low, builder_.constant(no_date)}, scope);
}

Register Compiler::runs_for(const model::RunsFor& runs, Proof& proof, const Scope& scope) {
    const Periods periods = this->periods(runs.periods, scope);
    show_periods(proof, runs.periods, periods, scope);
    const Operand length = settled(shown(proof, runs.length, scope));
    const Operand from = shown(proof, runs.first, scope);
    const Operand until = shown(proof, runs.last, scope);
    const auto in_one_stretch = static_cast<std::uint8_t>(runs.unbroken ? 1 : 0);
    return over_periods({.operation = Operation::RunsFor, .detail = in_one_stretch}, periods, from, until, {length.low},
                        scope);
}

}  // namespace toets::program
