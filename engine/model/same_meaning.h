// Whether two expressions mean the same of their own rule's subject.
#pragma once

#include "model/model.h"

namespace toets::model {

// `one` speaks of the variable `self`, `other` of `counterpart`; whatever is not known to be the same is not.
struct Counterparts {
    VariableId self;
    VariableId counterpart;
};
bool mean_the_same(const Model& model, ExpressionId one, ExpressionId other, Counterparts variables);
// A number, amount or date that stands written out, or a parameter with one value.
std::optional<std::int64_t> fixed_value(const Model& model, ExpressionId expression);

}  // namespace toets::model
