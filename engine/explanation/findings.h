// The findings of one rule: one for each thing of its kind in the case.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// Empty when the case has no thing of the kind the rule is about.
std::vector<Finding> to_findings(const Reading& reading, const program::RuleProgram& rule);

}  // namespace toets::explanation
