// What an event says about the things a contingent counts by: its facts by the very words of `per`.
#pragma once

#include "model/context.h"

namespace toets::model {

// `tally`: the place of the contingent. The fact of the event in the scope; invalid when there is none.
ExpressionId key_of_event(Context& context, const Scope& scope, const Place& tally, const TallyDimension& dimension);
bool is_same_kind(const Type& left, const Type& right);
// Whether the value is one of the variable, and not of something else.
bool rests_on(const Model& model, ExpressionId value, VariableId variable);

}  // namespace toets::model
