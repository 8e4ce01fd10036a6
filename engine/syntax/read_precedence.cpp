// The lines that say which rule gives way to which (C64-C66, C81).
#include "syntax/reading.h"

namespace toets::syntax {
namespace {

Word to_link(const Token& token) { return {WordKind::Link, token.text, token.text, token.where, std::nullopt}; }

std::optional<Favourable> to_favourable(const Phrase& phrase) {
    if (phrase.words.size() != 1) return std::nullopt;
    const std::string& folded = phrase.words.front().folded;
    if (folded == "korter") return Favourable::Shorter;
    if (folded == "langer") return Favourable::Longer;
    if (folded == "lager") return Favourable::Lower;
    if (folded == "hoger") return Favourable::Higher;
    return std::nullopt;
}

Clause::Kind to_favourable_clause(Reading& reading, const Phrase& phrase) {
    if (const auto what = to_favourable(phrase)) return FavourableClause{*what};
    reading.diagnostics.report(
        Code::ClosedChoice, phrase.where,
        {term("expected", "`korter`, `langer`, `lager` of `hoger`", "`korter`, `langer`, `lager` or `hoger`"),
         word("found", std::string(reading.source.text(phrase.where)))});
    return InvalidClause{};
}

MayDepartClause to_may_depart(const Node& clause) {
    const std::string& words = clause.children.front().token->text;
    MayDepartClause result{words.starts_with("een gemeente") ? Level::Municipality : Level::Corporation, std::nullopt};
    if (const Node* whose = clause.find(Rule::Phrase)) result.in_favour_of = to_phrase(*whose);
    return result;
}

}  // namespace

NamedRules to_named_rules(const Node& rules) {
    NamedRules result{{}, span_of(rules)};
    for (const Node& child : rules.children) {
        if (child.token != nullptr) {
            result.words.push_back(to_link(*child.token));
            continue;
        }
        const Phrase phrase = to_phrase(child);
        result.words.insert(result.words.end(), phrase.words.begin(), phrase.words.end());
    }
    return result;
}

std::optional<Clause::Kind> to_precedence_clause(Reading& reading, const Node& clause, TokenKind opener) {
    if (opener == TokenKind::Exempts) return ExemptsClause{to_named_rules(*clause.find(Rule::NamedRules))};
    if (opener == TokenKind::Departs) return DepartsClause{to_named_rules(*clause.find(Rule::NamedRules))};
    if (opener == TokenKind::MayDepart) return to_may_depart(clause);
    if (opener == TokenKind::Favourable) return to_favourable_clause(reading, to_phrase(*clause.find(Rule::Phrase)));
    return std::nullopt;
}

}  // namespace toets::syntax
