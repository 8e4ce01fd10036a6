// Roles whose holders are things of a case: what a rule `bij elke corporatie` is about and a bod `van een corporatie`
// belongs to (C6, C50).
#pragma once

#include "model/context.h"

namespace toets::model {

// A kind for each role that is used as one, before the fields are declared.
void declare_party_kinds(Context& context, const std::vector<Place>& places);
// By which a thing of such a kind is known as the party it is, after the fields.
void declare_party_names(Context& context);

}  // namespace toets::model
