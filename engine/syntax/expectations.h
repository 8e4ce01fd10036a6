// The last resort of a failed line: what could have stood there, and what does.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

void report_expectation(Reading& reading, const Line& line, const Tokens& merged, const ParseFailure& failure);

}  // namespace toets::syntax
