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

// A number of times: whole, and at least one.
std::optional<std::int64_t> to_times_a_year(Reading& reading, const Node& times) {
    const Token& number = *times.find(TokenKind::Number);
    const std::int64_t most = to_count(number);
    if (most >= 1 && number.text.find(',') == std::string::npos) return most;
    reading.diagnostics.report(Code::TimesNotWhole, number.where, {word("found", number.text)});
    return std::nullopt;
}

}  // namespace

Clause::Kind to_yearly_limit(Reading& reading, const Node& times) {
    const auto most = to_times_a_year(reading, times);
    if (!most) return InvalidClause{};
    return YearlyLimitClause{*most};
}

Clause::Kind to_deviates(Reading& reading, const Node& clause) {
    DeviatesClause result{to_phrases(*clause.find(Rule::Phrases)), to_named_rules(*clause.find(Rule::NamedRules)),
                          clause.find(TokenKind::Deviates)->text.starts_with("kunnen")};
    check_parties(reading, result.who);
    return result;
}

Clause::Kind to_mandate(Reading& reading, const Node& clause, const Phrase& deputy) {
    MandateClause result{deputy, to_phrase(*clause.find(Rule::Phrase)), {}, {}, {}};
    const auto dates = clause.all(TokenKind::Date);
    if (!dates.empty()) result.from = to_date(*dates.front());
    if (dates.size() > 1) result.until = to_date(*dates.back());
    const Node* times = clause.find(Rule::TimesAYear);
    if (times == nullptr) return result;
    result.most = to_times_a_year(reading, *times);
    if (!result.most) return InvalidClause{};
    return result;
}

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
