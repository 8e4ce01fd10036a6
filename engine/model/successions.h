// Legal succession (C8): which party steps into the rights, duties and numbers of another, and from when.
#pragma once

#include "model/context.h"

namespace toets::model {

// Once the parties of all documents are known.
void read_successions(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
