// ANTLR behind a wall: characters to tokens, and the tokens of one line to a node. parser.cpp is the only file that
// sees the generated lexer and parser, and nothing ANTLR throws leaves it.
#pragma once

#include <memory>
#include <string_view>

#include "syntax/parse_node.h"

namespace toets::syntax {

// All tokens of a block, line ends and remarks included. `text` is valid UTF-8 and begins at byte `begin` of the
// source.
Tokens tokens_from_text(std::string_view text, SourceId source, std::uint32_t begin);

// Where reading stopped, and what could have stood there.
struct ParseFailure {
    std::size_t found = 0;  // index into the tokens; tokens.size() at the end
    std::vector<TokenKind> expected;
};
struct Parse {
    std::optional<Node> node;
    ParseFailure failure;  // only without a node
};

// One parser for a whole document: what it learns about the grammar on one line speeds up the next.
class LineParser {
public:
    LineParser();
    ~LineParser();
    LineParser(const LineParser&) = delete;
    LineParser& operator=(const LineParser&) = delete;

    // `line` is one of the rules whose name ends in Line. The nodes point into `tokens`.
    Parse parse(const Tokens& tokens, Rule line);
    [[nodiscard]] const ParseStatistics& statistics() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace toets::syntax
