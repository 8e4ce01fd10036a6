// What a procedure (C68-C71) came to in one case: its courses day by day, the next step, and what is still to be done.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_procedure(const Reading& reading, const program::ProcedureProof& proof, const model::Procedure& procedure,
                        At at, Finding& finding);
void add_missing_of_procedure(const Reading& reading, const program::ProcedureProof& proof, At at,
                              std::vector<Missing>& missing);

}  // namespace toets::explanation
