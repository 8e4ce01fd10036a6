// Rules that demand incompatible things: of the same rank strijdig, otherwise the higher comes first. Found here: two
// conditions or target norms about the same thing whose demands on the same fact exclude each other, and a duty to do
// what a ban always forbids.
#pragma once

#include "model/context.h"

namespace toets::model {

// Reports a contradiction that holds in every case; what depends on the case is left to the evaluation.
void find_contradictions(Context& context);

}  // namespace toets::model
