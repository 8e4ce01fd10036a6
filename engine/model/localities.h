// Where the rules of a document hold (taal.md C2): those of a municipality or corporation only there.
#pragma once

#include "model/readings.h"

namespace toets::model {

// That the innermost thing in scope belongs to the place of the document; invalid when its rules hold everywhere.
ConditionId read_in_place(Context& context, const Scope& scope, DocumentId document);

// Together with another condition, which may be invalid.
ConditionId in_place_too(Context& context, const Scope& scope, DocumentId document, ConditionId condition);

}  // namespace toets::model
