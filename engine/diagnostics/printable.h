// Words of a user as they may safely appear on a terminal: no control characters, no hidden reordering of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace toets {

// One character as shown, and the columns it takes. An unprintable character is shown as U+FFFD, a tab as a space.
struct Glyph {
    std::string text;
    std::size_t begin = 0;  // byte in the original text
    std::size_t width = 1;
};

std::vector<Glyph> to_glyphs(std::string_view text);

// The glyphs as one text; beyond `most` characters it ends in an ellipsis.
std::string to_printable(std::string_view text, std::size_t most);

}  // namespace toets
