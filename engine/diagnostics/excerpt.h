// The line a person wrote, with the words a message is about marked below it.
#pragma once

#include <string>

#include "base/source_text.h"

namespace toets {

// "    14 | - de begeleidng van ..." and a line of ^ marks, each ending in a line end and at most `columns` wide;
// of a longer line the part around the marks is shown.
std::string to_excerpt(const SourceText& source, Span where, std::size_t columns);

}  // namespace toets
