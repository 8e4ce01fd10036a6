// Days on which a rule is in force and something it uses has no value: said when the agreement is read, and not when
// the first case of that time comes in.
#pragma once

#include "model/context.h"

namespace toets::model {

// The model has no circles.
void check_value_gaps(Context& context);

}  // namespace toets::model
