// An exception that holds from day to day (C83): `tenzij zolang`.
#pragma once

#include "model/context.h"

namespace toets::model {

// Whether one of them is such a shield, or rests on one: what it excuses then depends on the day that is judged.
bool have_shield(const Model& model, const std::vector<Exception>& exceptions);
// Of the version itself, or of an exemption that may take it away.
bool have_shield(const Model& model, const RuleVersion& version);
// That its condition can change from day to day, and that it is asked where one day is judged.
void check_shields(Context& context);

}  // namespace toets::model
