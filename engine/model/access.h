// What may be shown to whom (C78): so far, that small counts are not shown.
#pragma once

#include "model/context.h"

namespace toets::model {

void read_access(Context& context, const Place& place);

}  // namespace toets::model
