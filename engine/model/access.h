// What may be shown to whom, and used with whose consent (C78).
#pragma once

#include "model/context.h"

namespace toets::model {

// `zorg alleen met toestemming van de cliënt`: the period `toestemming voor zorg`, of which a client has any number.
void declare_consents(Context& context, const Place& place);
// C17: a fact has its own class, or that of the thing it leads to, or that of its kind.
void settle_privacy(Context& context);
void read_access(Context& context, const Place& place);
// When all is read: facts that no role can see.
void check_access(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
