// Characters, numbers and dates that are not written the way the language writes them.
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// True when a mistake has been reported: the line cannot be read. On a line of names numbers may look like anything.
bool report_notation(Reading& reading, const Tokens& words, bool names_only);

}  // namespace toets::syntax
