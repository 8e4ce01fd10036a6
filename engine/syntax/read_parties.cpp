// Who takes part, who consented and who gave notice (C6, C8, C84).
#include "base/ensure.h"
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"

namespace toets::syntax {
namespace {

Phrase subject_of(Reading& reading, const Node& clause) {
    const std::vector<Phrase> subjects = to_phrases(*clause.find(Rule::Phrases));
    if (subjects.size() > 1) check_parties(reading, subjects);
    return subjects.front();
}

std::optional<Date> day_of(const Node& clause) {
    const Token* date = clause.find(TokenKind::Date);
    return date == nullptr ? std::nullopt : std::optional(to_date(*date));
}

}  // namespace

Date to_date(const Token& token) {
    ensure(token.literal.has_value());
    return std::get<DateLiteral>(*token.literal).value;
}

std::optional<Clause::Kind> to_party_clause(Reading& reading, const Node& clause) {
    if (clause.has(TokenKind::Succeeds)) {
        return SuccessionClause{subject_of(reading, clause), to_phrase(*clause.find(Rule::Phrase)),
                                to_date(*clause.find(TokenKind::Date))};
    }
    if (clause.has(TokenKind::MemberFrom)) {
        return MembershipClause{subject_of(reading, clause), day_of(clause), std::nullopt};
    }
    if (clause.has(TokenKind::MemberUntil)) {
        return MembershipClause{subject_of(reading, clause), std::nullopt, day_of(clause)};
    }
    if (clause.has(TokenKind::MemberBetween)) {
        const auto dates = clause.all(TokenKind::Date);
        return MembershipClause{subject_of(reading, clause), to_date(*dates[0]), to_date(*dates[1])};
    }
    if (clause.has(TokenKind::Renews)) {
        return RenewalClause{to_phrase(*clause.find(Rule::Phrase)), to_time(*clause.find(Rule::Time))};
    }
    if (clause.has(TokenKind::AfterConsent)) return AfterConsentClause{to_phrases(*clause.find(Rule::Phrases))};
    const bool is_consent = clause.has(TokenKind::ConsentOf);
    if (!is_consent && !clause.has(TokenKind::NoticeBy)) return std::nullopt;
    const Phrase party = to_phrase(*clause.find(Rule::Phrase));
    if (is_consent) return ConsentGivenClause{party, day_of(clause)};
    return NoticeClause{party, day_of(clause)};
}

}  // namespace toets::syntax
