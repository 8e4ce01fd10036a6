// Lines and their depth: indentation, continuations, bullets, rows of a table, remarks (taal.md B1, B2).
// Works on tokens as the lexer gave them; what a line means is decided later.
#pragma once

#include "diagnostics/diagnostic.h"
#include "syntax/token.h"

namespace toets::syntax {

// One logical line: a sentence with its continuations, and the lines one step deeper.
struct Line {
    enum class Kind { Text, Bullet, Row };
    Kind kind = Kind::Text;
    std::uint32_t indent = 0;
    Tokens words;               // without the bullet's dash and without a full stop at the end
    std::vector<Span> written;  // its physical lines, whole, without line ends
    std::vector<Line> children;
    std::vector<std::string> remarks;  // directly above it, without `#`
    bool is_readable = true;           // false when a mistake in it has been reported already

    [[nodiscard]] Span where() const;      // the sentence
    [[nodiscard]] Span where_all() const;  // with everything under it
    [[nodiscard]] bool ends_in_colon() const { return !words.empty() && words.back().kind == TokenKind::Colon; }
    [[nodiscard]] bool has_bullets() const;
};
// The physical lines of a line and of everything under it, as written, from the column of its own first character.
std::vector<std::string> text_as_written(const Line& line, const SourceText& source);

struct Layout {
    std::vector<Line> headers;
    std::vector<std::string> remarks_at_end;
};
Layout layout_from_tokens(Tokens tokens, Span block, const SourceText& source, Diagnostics& diagnostics);

}  // namespace toets::syntax
