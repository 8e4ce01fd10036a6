// Exemptions (taal.md C64): one group of cases to which rules do not apply, said at an article of its own.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

// Adds the exemptions and ties each to the rules it names; after every rule has been read.
void read_exemptions(Context& context, const std::vector<Place>& places);

// The thing of that kind that belongs to the subject of the version; empty unless exactly one does.
ExpressionId thing_reached(Context& context, const RuleVersion& from, DocumentId document, KindId wanted, Span where);

}  // namespace toets::model
