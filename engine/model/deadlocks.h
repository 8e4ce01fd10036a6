// Rules that wait for one another (pattern M5): this only after that, and that only after this.
#pragma once

#include "model/context.h"

namespace toets::model {

// After all rules are read.
void find_deadlocks(Context& context);

}  // namespace toets::model
