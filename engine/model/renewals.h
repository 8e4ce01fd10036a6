// Documents that go on for another term unless somebody gives notice in time (C84).
#pragma once

#include "model/context.h"

namespace toets::model {

// Who takes part when, and from when to when each document is in force. After the parties and who succeeds them are
// known; before anything takes its validity from its document.
void read_days_in_force(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
