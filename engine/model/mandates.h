// Mandate (taal.md C7): who decides in the place of a role.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

// `de teamleider vervangt de wethouder`, before any rule is read.
void read_mandates(Context& context, const std::vector<Place>& places);

// When all rules are read: what is counted in a register of decisions by hardship clauses and on mandates.
void add_uses(Context& context);

}  // namespace toets::model
