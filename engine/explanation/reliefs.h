// A rule and the decisions by a hardship clause (C67) that set it aside, or try to.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

ClauseSeen to_clause(const Reading& reading, const program::ExceptionProof& proof, std::uint32_t row);

}  // namespace toets::explanation
