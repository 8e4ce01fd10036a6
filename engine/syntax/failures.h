// Why a line could not be read, in words a reader can act on: first the mistakes people make, and only when none of
// them fits what was expected and what was found. Never the parser generator's own text.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// Reports exactly one diagnostic on the line.
void explain_failure(Reading& reading, const Line& line, LineKind kind, const Tokens& merged,
                     const ParseFailure& failure);

}  // namespace toets::syntax
