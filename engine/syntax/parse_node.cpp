#include "syntax/parse_node.h"

#include "base/ensure.h"

namespace toets::syntax {

const Node* Node::find(Rule wanted) const {
    for (const Node& child : children) {
        if (child.rule == wanted) return &child;
    }
    return nullptr;
}

const Token* Node::find(TokenKind wanted) const {
    for (const Node& child : children) {
        if (child.token != nullptr && child.token->kind == wanted) return child.token;
    }
    return nullptr;
}

std::vector<const Node*> Node::all(Rule wanted) const {
    std::vector<const Node*> found;
    for (const Node& child : children) {
        if (child.rule == wanted) found.push_back(&child);
    }
    return found;
}

std::vector<const Token*> Node::all(TokenKind wanted) const {
    std::vector<const Token*> found;
    for (const Node& child : children) {
        if (child.token != nullptr && child.token->kind == wanted) found.push_back(child.token);
    }
    return found;
}

namespace {

const Token& edge(const Node& node, bool last) {
    const Node* at = &node;
    while (at->token == nullptr) {
        ensure(!at->children.empty());
        at = last ? &at->children.back() : &at->children.front();
    }
    return *at->token;
}

}  // namespace

Span span_of(const Node& node) { return join(edge(node, false).where, edge(node, true).where); }

}  // namespace toets::syntax
