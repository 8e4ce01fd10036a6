// What can only be said about the whole model: circles, versions that no date chooses, names nobody uses.
#pragma once

#include "model/context.h"

namespace toets::model {

void check_model(Context& context);

}  // namespace toets::model
