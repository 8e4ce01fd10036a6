// Since when and until when a party takes part in the agreement (C6).
#pragma once

#include "model/context.h"

namespace toets::model {

void read_memberships(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
