// A caseload as text: each case with every fact its kinds have, in the notation of a case file, so that what was read
// can be seen, and read again.
#pragma once

#include <string>

#include "cases/case.h"

namespace toets::cases {

std::string to_text(const Caseload& caseload);

}  // namespace toets::cases
