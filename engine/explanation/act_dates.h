// What the date sentences of a rule demand of the date of the act it guards: not before, not after.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

struct ActBounds {
    std::optional<Date> earliest;
    std::optional<Date> latest;
};

// The bounds that one date sentence sets; none when it is no date sentence, is not about the act or its other date is
// not known.
ActBounds to_act_bounds(const Reading& reading, program::ProofId proof, std::uint32_t row, const Act& act);
// The first day at which every rule that blocks the case allows the act, going by the dates that are known; empty when
// the date of the act fails no rule or no day fits.
std::optional<EarliestAct> to_earliest_act(const Reading& reading, const std::vector<Finding>& findings);

}  // namespace toets::explanation
