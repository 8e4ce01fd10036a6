// The `verwacht:` of an example (C79): a rule, a tally or the verdict, each with the outcome it should have.
#pragma once

#include "model/context.h"

namespace toets::model {

// What the example runs on is known already: an expectation needs the case or the register it is about.
void read_expectations(Context& context, const std::vector<Place>& places, const syntax::ExpectsClause& clause,
                       Example& example);

}  // namespace toets::model
