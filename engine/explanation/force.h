// What the agreement itself says about whether it is in force (C84), and about the parties of the case (C8).
#pragma once

#include "explanation/explanation.h"
#include "explanation/reading.h"

namespace toets::explanation {

// After the findings.
void add_force(const Reading& reading, Answer& answer);
void add_successions(const Reading& reading, Answer& answer);
// Whose consent a rule that is not in force waits for.
std::vector<std::string> not_consented(const Reading& reading, const model::Rule& rule);

}  // namespace toets::explanation
