// What a ban found (C63): which acts were not allowed and why, and what is needed to know.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_ban(const Reading& reading, const program::BanProof& proof, const model::Ban& ban, At at,
                  Finding& finding);
void add_missing_of_ban(const Reading& reading, const program::BanProof& proof, At at, std::vector<Missing>& missing);

}  // namespace toets::explanation
