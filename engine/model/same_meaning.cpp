#include "model/same_meaning.h"

#include <algorithm>

namespace toets::model {

namespace {

struct Comparer {
    const Model& model;
    Counterparts variables;

    [[nodiscard]] bool same(ExpressionId one, ExpressionId other) const {
        if (one.is_valid() != other.is_valid()) return false;
        if (!one.is_valid()) return true;
        const Expression& left = model.expressions[one];
        const Expression& right = model.expressions[other];
        if (left.kind.index() != right.kind.index() || left.type != right.type) return false;
        return std::visit(
            [&](const auto& kind) { return same(kind, std::get<std::decay_t<decltype(kind)>>(right.kind)); },
            left.kind);
    }

    [[nodiscard]] bool same(const VariableUse& one, const VariableUse& other) const {
        return one.variable == variables.self && other.variable == variables.counterpart;
    }
    [[nodiscard]] bool same(const CaseThing& one, const CaseThing& other) const { return one.kind == other.kind; }
    [[nodiscard]] bool same(const FieldOf& one, const FieldOf& other) const {
        return one.field == other.field && same(one.thing, other.thing);
    }
    [[nodiscard]] bool same(const Constant& one, const Constant& other) const { return one.value == other.value; }
    [[nodiscard]] bool same(const ParameterValue& one, const ParameterValue& other) const {
        return one.parameter == other.parameter && model.parameters[one.parameter].rows.size() == 1;
    }
    [[nodiscard]] bool same(const YearOf& one, const YearOf& other) const { return same(one.date, other.date); }
    [[nodiscard]] bool same(const ReferenceDate&, const ReferenceDate&) const { return true; }
    [[nodiscard]] bool same(const ShiftedDate& one, const ShiftedDate& other) const {
        return one.backward == other.backward && one.counts_start == other.counts_start && one.end == other.end &&
               one.calendar == other.calendar && same(one.duration, other.duration) && same(one.date, other.date);
    }
    [[nodiscard]] bool same(const DerivedValue& one, const DerivedValue& other) const {
        return one.definition == other.definition && model.definitions[one.definition].versions.size() == 1 &&
               same(one.self, other.self);
    }
    // Lists and what is worked out from them, tables with dates: not compared.
    template <class Kind>
    [[nodiscard]] bool same(const Kind&, const Kind&) const {
        return false;
    }
};

}  // namespace

bool mean_the_same(const Model& model, ExpressionId one, ExpressionId other, Counterparts variables) {
    return Comparer{model, variables}.same(one, other);
}

std::optional<std::int64_t> fixed_value(const Model& model, ExpressionId expression) {
    if (!expression.is_valid()) return std::nullopt;
    const Expression& it = model.expressions[expression];
    if (const auto* constant = std::get_if<Constant>(&it.kind)) return constant->value;
    const auto* parameter = std::get_if<ParameterValue>(&it.kind);
    if (parameter == nullptr || model.parameters[parameter->parameter].rows.size() != 1) return std::nullopt;
    return model.parameters[parameter->parameter].rows.front().value;
}

}  // namespace toets::model
