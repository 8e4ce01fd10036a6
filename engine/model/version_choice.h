// C10: who may choose a newer version of a rule. The choice is a date in the case, at the thing the rule is about.
#pragma once

#include <vector>

#include "model/context.h"
#include "model/readings.h"

namespace toets::model {

// Gives every kind that a rule with `kan kiezen voor een nieuwere versie` is about the field for that choice.
void declare_version_choices(Context& context, const std::vector<Place>& places);

// The date that chooses the version of the rule at `place`: the declared one, or the day of the choice when that is
// later. The same expression when nobody may choose.
ExpressionId with_version_choice(Context& context, const Place& place, const Scope& scope, ExpressionId date);

}  // namespace toets::model
