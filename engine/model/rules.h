// Rules and examples, once every name and definition is known.
#pragma once

#include <vector>

#include "model/context.h"
#include "model/from_syntax.h"

namespace toets::model {

// The subject, conditions, dates and source of an exemption (C64); empty when its subject is not known.
std::optional<RuleVersion> read_exemption_version(Context& context, const Place& place);
void read_rules(Context& context, const std::vector<Place>& places);
void read_examples(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
