// Contingents, spreads and shares (C72-C76): what is counted over many cases, by what, and against which number.
#pragma once

#include <optional>
#include <vector>

#include "model/context.h"

namespace toets::model {

// A kind or sub-kind by its name; reports another.
std::optional<Variable> things_named(Context& context, const syntax::Phrase& phrase);
void read_tallies(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
