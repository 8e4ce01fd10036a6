// Contingents, spreads and shares (C72-C76): what is counted over many cases, by what, and against which number.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

void read_tallies(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
