// What the case does to the contingents, spreads and shares of a register (C72-C75).
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// One combination as it stands, apart from any case.
TallyPosition to_position(const Sources& sources, const portfolio::Look& look, const portfolio::Standing& standing);
// Each combination the proposed case counts for, before and after; and what that means for the verdict.
void add_positions(const Reading& reading, const portfolio::Look& look, Answer& answer);
// Without a register: which of them are not judged.
void add_needs_register(const Reading& reading, Answer& answer);

}  // namespace toets::explanation
