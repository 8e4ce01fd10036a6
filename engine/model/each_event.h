// A time that counts from every event of a kind: `6 weken na elke overlastmelding` (C31, C57, C62, C63).
#pragma once

#include "model/conditions.h"

namespace toets::model {

bool counts_from_each(const syntax::Time& time);
// The events it counts from. Empty after a reported mistake.
std::optional<Reading> read_triggers(Context& context, const Scope& scope, const syntax::Time& time);
// The window at the event that `trigger` stands for; without a start after a reported mistake.
Term window_at(Context& context, const Scope& scope, const syntax::Time& time, VariableId trigger);

}  // namespace toets::model
