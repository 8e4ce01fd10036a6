// What goes along to the next calendar year (C76): a shortfall or a surplus of an agreed number, until when it lasts,
// and up to which day the year itself is open.
#pragma once

#include "model/context.h"

namespace toets::model {

// A day that each year has: `1 maart`.
std::optional<calendar::DayOfYear> closing_day(const syntax::Phrase& phrase);
// Reads it into a tally whose dimensions are known.
void read_carry_over(Context& context, const Place& place, Tally& tally);

}  // namespace toets::model
