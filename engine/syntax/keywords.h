// Which header or clause a row of words opens, as far as the first words tell: the constructs that come later, and
// the openers that may not stand at the start of a continuation.
#pragma once

#include <string_view>

#include "syntax/token.h"

namespace toets::syntax {

struct LaterConstruct {
    std::string_view keyword;    // of a header; empty for a clause
    std::string_view construct;  // C61
    std::string_view nl;
    std::string_view en;
};
const LaterConstruct* later_header(const Tokens& words);
const LaterConstruct* later_clause(const Tokens& words);
bool begins_clause(const Tokens& words);

// The folded words, separated by spaces, stand here.
bool has_words_at(const Tokens& words, std::size_t at, std::string_view wanted);
std::optional<std::size_t> find_words(const Tokens& words, std::string_view wanted);

// Every word that may open a header, or a clause: for the nearest one in a message.
std::vector<std::string> header_keywords();
std::vector<std::string> clause_keywords();

}  // namespace toets::syntax
