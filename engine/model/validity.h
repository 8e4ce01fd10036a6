// On which days something in an agreement is in force (C10).
#pragma once

#include "model/context.h"

namespace toets::model {

Validity narrowed(Validity outer, const syntax::ValidityClause& own);
// What stands under the heading itself, within the days of its document.
Validity validity_of(const Context& context, const Place& place);

}  // namespace toets::model
