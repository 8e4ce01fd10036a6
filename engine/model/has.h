// `heeft`: presence, absence, number, and by whom it was done (taal.md C38-C40).
#pragma once

#include "model/conditions.h"

namespace toets::model {

ConditionId read_has(Context& context, const Scope& scope, const syntax::Document& tree, const syntax::Has& has,
                     Span where);

}  // namespace toets::model
