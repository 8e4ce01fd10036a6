#include "syntax/expectations.h"

#include <array>

namespace toets::syntax {
namespace {

struct TokenWords {
    std::string_view nl;
    std::string_view en;
};

constexpr std::array token_words = {
#define TOKEN(name, grammar_name, nl, en) TokenWords{nl, en},
#include "syntax/token_kinds.def"
#undef TOKEN
};

std::string join_words(const std::vector<std::string_view>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? last : ", ";
        text += words[i];
    }
    return text;
}

// At most six, and without what would say the same twice: a reader wants a choice, not a grammar.
Argument expected_words(const std::vector<TokenKind>& kinds) {
    constexpr std::size_t shown = 6;
    std::vector<std::string_view> nl;
    std::vector<std::string_view> en;
    for (const TokenKind kind : kinds) {
        const TokenWords& words = token_words[static_cast<std::size_t>(kind)];
        const bool known = std::find(nl.begin(), nl.end(), words.nl) != nl.end();
        if (words.nl.empty() || known || nl.size() == shown) continue;
        nl.push_back(words.nl);
        en.push_back(words.en);
    }
    if (nl.empty()) return term("expected", "iets anders", "something else");
    return term("expected", join_words(nl, " of "), join_words(en, " or "));
}

}  // namespace

void report_expectation(Reading& reading, const Line& line, const Tokens& merged, const ParseFailure& failure) {
    const Argument expected = expected_words(failure.expected);
    if (failure.found >= merged.size()) {
        const Span where = line.where();
        return reading.diagnostics.report(Code::UnexpectedEnd, {where.source, where.end, where.end}, {expected});
    }
    const Token& found = merged[failure.found];
    reading.diagnostics.report(Code::UnexpectedWord, found.where,
                               {expected, word("found", std::string(reading.source.text(found.where)))});
}

}  // namespace toets::syntax
