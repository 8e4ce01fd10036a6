// Contingents, spreads and shares (C72-C75): what each thing contributes. They are counted over the cases of a
// register, by a stage that knows all of them.
#include "model/walk.h"
#include "program/compiler.h"

namespace toets::program {

TallyProgram Compiler::tally(model::TallyId id) {
    const model::Tally& tally = model_.tallies[id];
    TallyProgram result{.tally = id};
    result.frame = builder_.table_frame(model_.variables[tally.counted].kind);
    const Register self = builder_.self(result.frame);
    Scope scope{result.frame, {{tally.counted, self}}, reference_date(result.frame)};
    const Operand moment = settled(expression(tally.moment, scope));
    result.moment = builder_.lift(moment.low, result.frame);
    result.moment_proof = to_proof(moment, tally.moment, scope);
    scope.date = result.moment;
    scope.party_day = result.moment;
    result.counts = builder_.lift(asked_of_counted(tally, result, scope), result.frame);
    for (const model::TallyDimension& dimension : tally.dimensions) {
        result.keys.push_back({});
        result.key_proofs.push_back({});
        if (!dimension.value.is_valid()) continue;
        const Operand key = expression(dimension.value, scope);
        result.keys.back() = builder_.lift(key.low, result.frame);
        result.key_proofs.back() = to_proof(key, dimension.value, scope);
    }
    if (tally.limit) limit_of(tally, result, scope);
    if (tally.swap) result.swap = swap(*tally.swap);
    return result;
}

TallyProgram::Swap Compiler::swap(const model::Swap& swap) {
    TallyProgram::Swap result;
    const model::KindId kind = model_.variables[swap.event].kind;
    result.frame = builder_.table_frame(kind);
    const Register self = builder_.self(result.frame);
    Scope scope{result.frame, {{swap.event, self}}, reference_date(result.frame)};
    const auto value = [&](const Operand& operand) { return builder_.lift(settled(operand).low, result.frame); };
    result.date = value(field_of(self, model_.kinds[kind].date, {}, scope));
    scope.date = result.date;
    scope.party_day = result.date;
    result.number = value(expression(swap.number, scope));
    result.from = value(expression(swap.from, scope));
    result.to = value(expression(swap.to, scope));
    for (const model::ExpressionId key : swap.keys) {
        result.keys.push_back(key.is_valid() ? value(expression(key, scope)) : Register{});
    }
    Register counts = counts_at_all(kind, self, scope).truth;
    if (swap.provided.is_valid()) counts = builder_.conjunction(counts, condition(swap.provided, scope).truth);
    result.counts = builder_.lift(counts, result.frame);
    return result;
}

// It is there on the date that counts, and nothing keeps it out.
Register Compiler::asked_of_counted(const model::Tally& tally, TallyProgram& result, const Scope& scope) {
    const model::KindId kind = model_.variables[tally.counted].kind;
    const Register self = scope.thing(tally.counted);
    Register there = builder_.unary(Operation::Present, Shape::Truth, result.moment);
    there = builder_.conjunction(there, within(tally.validity, result.moment));
    const Proved counts_anyhow = counts_at_all(kind, self, scope);
    there = builder_.conjunction(there, counts_anyhow.truth);
    if (counts_anyhow.proof.is_valid()) result.conditions.push_back(counts_anyhow.proof);
    for (const model::ConditionId excluded : tally.not_counted) {
        if (!excluded.is_valid()) continue;
        const Proved keeps_out = condition(excluded, scope);
        result.conditions.push_back(keeps_out.proof);
        there = builder_.conjunction(there, builder_.negation(keeps_out.truth));
    }
    if (tally.is_share) {
        there = builder_.conjunction(there, belongs(tally.of, tally.of_filter, result, scope));
        result.of = builder_.lift(there, result.frame);
    }
    return builder_.conjunction(there, belongs(tally.counted, tally.filter, result, scope));
}

Register Compiler::belongs(model::VariableId things, model::ConditionId filter, TallyProgram& result,
                           const Scope& scope) {
    Register truth = builder_.truth(2);
    const Register self = scope.things.front().second;
    const auto ask = [&](const Proved& asked) {
        truth = builder_.conjunction(truth, asked.truth);
        if (asked.proof.is_valid()) result.conditions.push_back(asked.proof);
    };
    if (things.is_valid() && model_.variables[things].only.is_valid()) {
        ask(sub_kind(model_.variables[things].only, self, scope));
    }
    if (filter.is_valid()) ask(condition(filter, scope));
    return truth;
}

// A percentage always with as many decimals as a column has.
Operand Compiler::bound_of(const model::Tally& tally, const Scope& scope) {
    const Operand bound = settled(without_divisor(expression(tally.limit->bound, scope), tally.limit->bound));
    return tally.is_share ? scaled(bound, model::scale(model::Base::Percentage)) : bound;
}

void Compiler::limit_of(const model::Tally& tally, TallyProgram& result, const Scope& scope) {
    model::Walk walk(model_);
    walk.expression(tally.limit->bound);
    for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
        const model::VariableId thing = tally.dimensions[index].thing;
        const auto names_it = [&](model::ExpressionId id) {
            const auto* use = std::get_if<model::VariableUse>(&model_.expressions[id].kind);
            return use != nullptr && use->variable == thing;
        };
        if (!thing.is_valid() || std::none_of(walk.expressions().begin(), walk.expressions().end(), names_it)) continue;
        TallyProgram::OfThing of{.dimension = index};
        of.frame = builder_.table_frame(model_.variables[thing].kind);
        const Scope at_thing{of.frame, {{thing, builder_.self(of.frame)}}, reference_date(of.frame)};
        const Operand bound = bound_of(tally, at_thing);
        of.bound = builder_.lift(bound.low, of.frame);
        of.proof = to_proof(bound, tally.limit->bound, at_thing);
        result.bound_scale = bound.scale;
        result.bound_of_thing = std::move(of);
        return;
    }
    const Operand bound = bound_of(tally, scope);
    result.bound = builder_.lift(bound.low, result.frame);
    result.bound_scale = bound.scale;
}

}  // namespace toets::program
