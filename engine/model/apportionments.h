// The divisions of an agreement (C77).
#pragma once

#include "model/context.h"

namespace toets::model {

// A division of which some line is of a later construct is kept as a rule that is not evaluated yet.
void read_apportionments(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
