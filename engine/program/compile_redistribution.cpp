// Divisions of what is left over (C77): what each request asks. They are collected over the cases of a register, and
// what is left is handed on by a stage that knows all of them.
#include "program/compiler.h"

namespace toets::program {

RedistributionProgram Compiler::redistribution(model::RedistributionId id) {
    const model::Redistribution& declared = model_.redistributions[id];
    RedistributionProgram result{.redistribution = id};
    const model::KindId kind = model_.variables[declared.request].kind;
    result.frame = builder_.table_frame(kind);
    const Register self = builder_.self(result.frame);
    Scope scope{result.frame, {{declared.request, self}}, reference_date(result.frame)};
    const auto value = [&](const Operand& operand) { return builder_.lift(settled(operand).low, result.frame); };
    result.date = value(field_of(self, model_.kinds[kind].date, {}, scope));
    scope.date = result.date;
    result.asked_by = value(expression(declared.asked_by, scope));
    if (declared.number.is_valid()) result.number = value(expression(declared.number, scope));
    for (const model::ExpressionId key : declared.keys) {
        result.keys.push_back(key.is_valid() ? value(expression(key, scope)) : Register{});
    }
    if (declared.tie_value.is_valid()) {
        result.tie_value = value(without_divisor(expression(declared.tie_value, scope), declared.tie_value));
    }
    result.counts = builder_.lift(counts_at_all(kind, self, scope).truth, result.frame);
    return result;
}

}  // namespace toets::program
