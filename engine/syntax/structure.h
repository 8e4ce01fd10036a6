// A line and what hangs under it: colon and bullets go together, and only `tenzij:` may stand deeper (taal.md B1, B15).
#pragma once

#include "syntax/reading.h"

namespace toets::syntax {

// False when a mistake has been reported and the line cannot be read.
bool check_structure(Reading& reading, const Line& line);
bool is_exception_line(const Line& line);
void report_wrong_child(Reading& reading, const Line& child);
// Every line deeper than `line` that is no bullet.
void report_wrong_children(Reading& reading, const Line& line);
// The words of a line as one string, for a message.
std::string words_of(const Tokens& words, std::size_t limit = 12);

}  // namespace toets::syntax
