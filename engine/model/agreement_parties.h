// The parties that a clause about the agreement itself names (C6, C84).
#pragma once

#include <optional>

#include "model/context.h"

namespace toets::model {

// Of a party by its name; reports a name that is none.
std::optional<PartyId> party_named(Context& context, const syntax::Phrase& phrase);
// `alle partijen`, roles and parties, joined by commas and `en`; reports a name that is none of these.
std::vector<PartyId> parties_named(Context& context, const std::vector<syntax::Phrase>& phrases);

}  // namespace toets::model
