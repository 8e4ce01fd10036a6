#include <array>

#include "syntax/reading.h"

namespace toets::syntax {
namespace {

// `voorwaarde uitsluiting voorbij van convenant uitsluiting Huiswaarts`: the document after the last such `van`.
std::optional<std::size_t> document_cut(const std::vector<Word>& words) {
    constexpr std::array<std::string_view, 5> documents = {"convenant", "prestatieafspraken", "verordening", "wet",
                                                           "begrippen"};
    for (std::size_t i = words.size(); i-- > 1;) {
        const bool names_document = i + 1 < words.size() && std::find(documents.begin(), documents.end(),
                                                                      words[i + 1].folded) != documents.end();
        if (words[i].folded == "van" && names_document) return i;
    }
    return std::nullopt;
}

Expectation to_expectation(const Node& line, Span where) {
    const auto phrases = line.all(Rule::Phrase);
    Expectation expectation{to_phrase(*phrases.front()), std::nullopt, to_phrase(*phrases.back()), where};
    const std::vector<Word> words = expectation.rule.words;
    if (const auto cut = document_cut(words)) {
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(*cut);
        expectation.rule = to_phrase(std::vector<Word>(words.begin(), at));
        expectation.of = to_phrase(std::vector<Word>(at + 1, words.end()));
    }
    return expectation;
}

}  // namespace

FactsClause to_facts(Reading& reading, const Line& line) { return {to_bullets(reading, line)}; }

ExpectsClause to_expectations(Reading& reading, const Line& line) {
    ExpectsClause clause;
    for (const Line& child : line.children) {
        if (child.kind != Line::Kind::Bullet) continue;
        const ParsedLine parsed = parse_line(reading, child, LineKind::Expectation, Rule::ExpectationLine);
        if (parsed.node) clause.expectations.push_back(to_expectation(*parsed.node, child.where()));
    }
    return clause;
}

}  // namespace toets::syntax
