// The words of one logical line. The lexer makes them from characters; the phrase pass merges fixed phrases and
// written-out values into single tokens, each keeping the text and the place it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "syntax/tree.h"

namespace toets::syntax {

enum class TokenKind : std::uint8_t {
#define TOKEN(name, grammar_name, nl, en) name,
#include "syntax/token_kinds.def"
#undef TOKEN
};

struct Token {
    TokenKind kind = TokenKind::Unknown;
    std::string text;    // as written; of a Quoted token without its quotation marks
    std::string folded;  // fold(text), for words
    Span where;
    std::optional<LiteralValue> literal;  // of Number, Date and Literal
};
using Tokens = std::vector<Token>;

constexpr bool is_one_of(TokenKind kind, std::initializer_list<TokenKind> kinds) {
    for (const TokenKind other : kinds) {
        if (kind == other) return true;
    }
    return false;
}

// The limits of one text. Each has its own place in a message, so that nobody has to guess.
namespace limits {
constexpr std::size_t text_bytes = 4U << 20U;
constexpr std::size_t lines = 50'000;
constexpr std::size_t line_bytes = 4'000;
constexpr std::size_t sentence_tokens = 1'000;
constexpr std::size_t phrase_words = 64;
constexpr std::size_t name_words = 8;
constexpr std::size_t depth = 12;
}  // namespace limits

}  // namespace toets::syntax
