// Values written out in a sentence: 2,5 | € 1.500,00 | 10% | 14 dagen | 2 uur per week | 1 maart 2026 (taal.md C25).
#pragma once

#include "syntax/token.h"

namespace toets::syntax {

struct LiteralMatch {
    LiteralValue value;
    TokenKind kind = TokenKind::Literal;
    std::size_t length = 0;  // in tokens
};
// The value that begins at this token, if one does. A day that does not exist is no value (see notation_slips).
std::optional<LiteralMatch> literal_at(const Tokens& words, std::size_t at);

// The unit a word stands for: dag, weken, jaren ...
std::optional<DurationUnit> unit_from_word(std::string_view folded);

// The one way each value is printed.
std::string to_text(const LiteralValue& literal, const std::string& as_written);

}  // namespace toets::syntax
