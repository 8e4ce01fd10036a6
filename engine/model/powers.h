// Which events count only as the use of a power (C62).
#pragma once

#include "model/context.h"

namespace toets::model {

// After the rules were read: says of each kind of event to which a power is declared when one of them counts.
void declare_powers(Context& context);

}  // namespace toets::model
