// What the parser found on one line, free of ANTLR: a row of nodes that name a grammar rule or a token.
// Only parser.cpp sees the generated code; everything that builds the tree reads this.
#pragma once

#include <optional>
#include <vector>

#include "syntax/token.h"

namespace toets::syntax {

enum class Rule : std::uint8_t {
#define RULE(name, grammar_name) name,
#include "syntax/rules.def"
#undef RULE
    Terminal,
};

struct Node {
    Rule rule = Rule::Terminal;
    const Token* token = nullptr;  // only of a Terminal; owned by the line
    std::vector<Node> children;

    [[nodiscard]] const Node* find(Rule wanted) const;
    [[nodiscard]] const Token* find(TokenKind wanted) const;
    [[nodiscard]] bool has(TokenKind wanted) const { return find(wanted) != nullptr; }
    [[nodiscard]] std::vector<const Node*> all(Rule wanted) const;
    [[nodiscard]] std::vector<const Token*> all(TokenKind wanted) const;
};

// From the first token under the node to the last.
Span span_of(const Node& node);

}  // namespace toets::syntax
