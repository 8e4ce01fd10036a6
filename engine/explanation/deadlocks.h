// Rules that wait for one another in this case (pattern M5).
#pragma once

#include "explanation/explanation.h"
#include "explanation/reading.h"

namespace toets::explanation {

// Of a finding that something is missing: the deadlocks it is part of.
std::vector<DeadlockSeen> deadlocks_of(const Reading& reading, const model::RuleVersion& version,
                                       const program::RuleVersionProof& proof, At at);

}  // namespace toets::explanation
