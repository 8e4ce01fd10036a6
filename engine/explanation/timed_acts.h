// What was done under a power or against a ban (C62, C63): which acts, by whom, in which window, and what is needed to
// know.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_ban(const Reading& reading, const program::TimedActProof& proof, const model::TimedAct& ban, At at,
                  Finding& finding);
void describe_power(const Reading& reading, const program::TimedActProof& proof, const model::TimedAct& power, At at,
                    Finding& finding);
void add_missing_of_act(const Reading& reading, const program::TimedActProof& proof, At at,
                        std::vector<Missing>& missing);

}  // namespace toets::explanation
