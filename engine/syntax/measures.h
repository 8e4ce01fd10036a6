// Numbers with a unit the way people write them: `5 euro`, `10 procent`, `3 uur`, `een maand`, `veertien dagen`,
// `2,5 jaar`. The message names the notation of the language.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// True when a mistake has been reported.
bool report_measure(Reading& reading, const Tokens& words, std::size_t at);

}  // namespace toets::syntax
