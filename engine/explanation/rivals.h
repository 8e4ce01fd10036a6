// The rules beside a rule (C66): what took its place, and what contradicts it.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_rivals(const Reading& reading, const program::RuleVersionProof& proof, At at, Finding& finding);
// What must be known to say which of them counts.
void add_missing_of_rivals(const Reading& reading, const program::RuleVersionProof& proof, At at,
                           std::vector<Missing>& missing);

}  // namespace toets::explanation
