// Divisions (C77).
#include <algorithm>

#include "syntax/reading.h"

namespace toets::syntax {
namespace {

Phrase words_from(const Phrase& phrase, std::size_t begin) {
    return to_phrase(std::vector<Word>(phrase.words.begin() + static_cast<std::ptrdiff_t>(begin), phrase.words.end()));
}

Phrase words_until(const Phrase& phrase, std::size_t end) {
    return to_phrase(std::vector<Word>(phrase.words.begin(), phrase.words.begin() + static_cast<std::ptrdiff_t>(end)));
}

// The last `over` separates what is divided from those who share in it, when there is a name on both sides.
std::optional<std::size_t> find_over(const Phrase& phrase, std::size_t first) {
    for (std::size_t at = phrase.words.size(); at-- > first;) {
        if (phrase.words[at].folded != "over") continue;
        const bool is_named = std::any_of(phrase.words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                          phrase.words.end(), [](const Word& word) { return !is_article(word); });
        return is_named ? std::optional(at) : std::nullopt;
    }
    return std::nullopt;
}

bool is_percentage(const Phrase& phrase) {
    const auto& literal = phrase.words.front().literal;
    return literal && std::holds_alternative<PercentageLiteral>(*literal);
}

Clause::Kind to_apportions(Reading& reading, const Node& clause) {
    const std::vector<const Node*> phrases = clause.all(Rule::Phrase);
    const Phrase first = to_phrase(*phrases.front());
    const Node* rounding = clause.find(Rule::Rounding);
    const Phrase last = to_phrase(*phrases.back());
    // After a rounding the phrase begins with `over`.
    const auto over = rounding == nullptr ? find_over(last, 1) : find_over(last, 0);
    if (!over || (rounding != nullptr && *over != 0)) {
        reading.diagnostics.report(Code::OverWhomMissing, span_of(clause));
        return InvalidClause{};
    }
    ApportionsClause apportions{first, std::nullopt, words_from(last, *over + 1)};
    if (rounding == nullptr) apportions.total = words_until(first, *over);
    if (rounding != nullptr) apportions.rounding = to_rounding(*rounding);
    if (is_percentage(apportions.total) && !apportions.rounding) {
        reading.diagnostics.report(Code::RoundingMissing, apportions.total.where,
                                   {word("percentage", apportions.total.words.front().text)});
    }
    return apportions;
}

// `1 november`, `uitstroomwoningen over de corporaties`.
Clause::Kind to_leftover(Reading& reading, const Node& clause) {
    const std::vector<const Node*> phrases = clause.all(Rule::Phrase);
    const Phrase rest = to_phrase(*phrases.back());
    const auto over = find_over(rest, 1);
    if (!over) {
        reading.diagnostics.report(Code::OverWhomMissing, span_of(clause));
        return InvalidClause{};
    }
    return LeftoverClause{to_phrase(*phrases.front()), words_until(rest, *over), words_from(rest, *over + 1)};
}

Clause::Kind to_tie_break_with_outcome(Reading& reading, const Node& clause) {
    const std::vector<const Node*> phrases = clause.all(Rule::Phrase);
    Clause::Kind made = to_tie_break(reading, to_phrase(*phrases.front()));
    auto* tie = std::get_if<TieBreakClause>(&made);
    if (tie == nullptr || phrases.size() == 1) return made;
    if (tie->kind != TieBreakClause::Kind::Lot && tie->kind != TieBreakClause::Kind::Decision) {
        reading.diagnostics.report(
            Code::RecordedNotDrawn, span_of(*phrases.back()),
            {word("found", "`" + std::string(reading.source.text(to_phrase(*phrases.front()).where)) + "`")});
        return InvalidClause{};
    }
    tie->recorded = to_phrase(*phrases.back());
    return made;
}

ShareKeyClause to_share_key(const Node& clause) {
    ShareKeyClause key;
    if (const Token* percentage = clause.find(TokenKind::Literal)) key.percentage = to_word(*percentage);
    if (const Node* value = clause.find(Rule::Phrase)) key.value = to_phrase(*value);
    return key;
}

}  // namespace

std::optional<Clause::Kind> to_apportionment_clause(Reading& reading, const Node& clause) {
    const Node& first = clause.children.front();
    if (first.rule == Rule::Rounding) return RoundingClause{to_rounding(first)};
    if (clause.has(TokenKind::ProRata) || clause.has(TokenKind::EqualParts)) return to_share_key(clause);
    if (first.token == nullptr) return std::nullopt;
    if (first.token->kind == TokenKind::Apportions) return to_apportions(reading, clause);
    const TokenKind kind = first.token->kind;
    if (kind == TokenKind::ApportionsLeft) return to_leftover(reading, clause);
    if (kind == TokenKind::InOrderOf) return OrderClause{to_phrase(*clause.find(Rule::Phrase))};
    if (is_one_of(kind, {TokenKind::OfferIsUsed, TokenKind::OfferIsLeft})) {
        return OpenOfferClause{kind == TokenKind::OfferIsUsed};
    }
    if (is_one_of(kind, {TokenKind::MostLeftOver, TokenKind::FirstInTable})) {
        return GiverClause{kind == TokenKind::MostLeftOver};
    }
    if (kind == TokenKind::OnTie) return to_tie_break_with_outcome(reading, clause);
    return std::nullopt;
}

}  // namespace toets::syntax
