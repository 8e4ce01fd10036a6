// Rules that depart from others (taal.md C66, C81): which may, and which of the two then counts.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

// `een gemeente mag afwijken` and `gunstiger is:` of one rule.
void read_permissions(Context& context, const syntax::Header& header, RuleVersion& version);
// Ties each rule to those it departs from; after every rule has been read.
void read_departures(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
