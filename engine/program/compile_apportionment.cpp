// Divisions (C77): the facts of each recipient. They are collected over the cases of a register, and divided by a stage
// that knows all of them.
#include "program/compiler.h"

namespace toets::program {

ApportionmentProgram Compiler::apportionment(model::ApportionmentId id) {
    const model::Apportionment& apportionment = model_.apportionments[id];
    ApportionmentProgram result{.apportionment = id};
    if (!apportionment.self.is_valid()) return result;
    result.frame = builder_.table_frame(apportionment.kind);
    const Scope scope{result.frame, {{apportionment.self, builder_.self(result.frame)}}, reference_date(result.frame)};
    const auto fact = [&](model::ExpressionId value) {
        return settled(without_divisor(expression(value, scope), value));
    };
    for (const model::ShareKey& key : apportionment.keys) {
        result.keys.push_back({});
        if (key.value.is_valid()) result.keys.back() = builder_.lift(fact(key.value).low, result.frame);
    }
    if (apportionment.tie_value.is_valid()) {
        const Operand tie = fact(apportionment.tie_value);
        result.tie_value = builder_.lift(tie.low, result.frame);
        result.tie_scale = tie.scale;
    }
    return result;
}

}  // namespace toets::program
