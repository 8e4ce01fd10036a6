// What the date sentences of a rule demand of the date of the act it guards: not before, not after.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

struct ActBounds {
    std::optional<Date> earliest;
    std::optional<Date> latest;
    std::optional<Date> if_today;  // the first day, if what the sentence asks for is done on the reference date
};

// The bounds that one date sentence sets; none when it is no date sentence, is not about the act or its other date is
// not known.
ActBounds to_act_bounds(const Reading& reading, program::ProofId proof, std::uint32_t row, const Act& act);

}  // namespace toets::explanation
