#include "syntax/verbs.h"

#include "syntax/keywords.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

// The stretch of one sentence between two openers.
struct Segment {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool begins_sentence(TokenKind kind) {
    return is_one_of(kind, {TokenKind::OnlyIf, TokenKind::AsSoonAs, TokenKind::Requires, TokenKind::Aims,
                            TokenKind::Unless, TokenKind::UnlessWhile, TokenKind::NotCounted, TokenKind::Provided,
                            TokenKind::WhereHolds, TokenKind::HoldsThat, TokenKind::AsHolds});
}

std::vector<Segment> segments(const Tokens& tokens) {
    std::vector<Segment> result{{0, tokens.size()}};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!begins_sentence(tokens[i].kind)) continue;
        result.back().end = i;
        result.push_back({i + 1, tokens.size()});
    }
    return result;
}

std::vector<std::size_t> verbs_in(const Tokens& tokens, Segment segment) {
    std::vector<std::size_t> verbs;
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
        if (is_verb(tokens[i].kind)) verbs.push_back(i);
    }
    return verbs;
}

bool report_joined(Reading& reading, const Tokens& tokens, std::size_t first, std::size_t second) {
    for (std::size_t i = second; i-- > first + 1;) {
        const bool joins = tokens[i].folded == "en" || tokens[i].folded == "of";
        if (!joins) continue;
        const bool all = tokens[i].folded == "en";
        reading.diagnostics.report(
            Code::ConditionsJoined, tokens[i].where,
            {word("word", tokens[i].text),
             word("suggestion", all ? "al het volgende geldt:" : "ten minste één van het volgende geldt:")});
        return true;
    }
    reading.diagnostics.report(Code::SeveralVerbs, tokens[second].where,
                               {word("first", tokens[first].text), word("second", tokens[second].text)});
    return true;
}

bool report_segment(Reading& reading, const Tokens& tokens, Segment segment, bool is_condition) {
    const std::vector<std::size_t> verbs = verbs_in(tokens, segment);
    if (verbs.size() > 1) return report_joined(reading, tokens, verbs[0], verbs[1]);
    const bool empty = segment.begin >= segment.end;
    if (verbs.size() == 1 && verbs[0] + 1 == segment.end && segment.end - segment.begin > 2) {
        reading.diagnostics.report(Code::VerbLast, tokens[verbs[0]].where, {word("verb", tokens[verbs[0]].text)});
        return true;
    }
    if (!verbs.empty() || empty || !is_condition) return false;
    const auto rest = Tokens(tokens.begin() + static_cast<std::ptrdiff_t>(segment.begin),
                             tokens.begin() + static_cast<std::ptrdiff_t>(segment.end));
    if (const auto without = find_words(rest, "zonder")) {
        reading.diagnostics.report(Code::OtherWording, rest[*without].where,
                                   {word("found", "zonder"), word("suggestion", "heeft geen")});
        return true;
    }
    reading.diagnostics.report(Code::VerbMissing, join(rest.front().where, rest.back().where));
    return true;
}

bool has_head(const Tokens& tokens, Segment segment) {
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
        const TokenKind kind = tokens[i].kind;
        const bool head = kind == TokenKind::ForEach || kind == TokenKind::AllFollowing ||
                          kind == TokenKind::NoneFollowing || kind == TokenKind::OfFollowing ||
                          kind == TokenKind::OfBare || kind == TokenKind::AllBare;
        if (head) return true;
    }
    return false;
}

bool is_clause_of_its_own(TokenKind kind) {
    return is_one_of(kind, {TokenKind::Ensures,       TokenKind::DeterminesVersion,
                            TokenKind::MayChoose,     TokenKind::FromFile,
                            TokenKind::Level,         TokenKind::Source,
                            TokenKind::ValidFrom,     TokenKind::ValidBetween,
                            TokenKind::Uses,          TokenKind::Party,
                            TokenKind::Role,          TokenKind::Terms,
                            TokenKind::ForEvery,      TokenKind::Tags,
                            TokenKind::Lapse,         TokenKind::Curable,
                            TokenKind::ArrangedBy,    TokenKind::Paragraphs,
                            TokenKind::OnDate,        TokenKind::HitRule,
                            TokenKind::Suspends,      TokenKind::Forbids,
                            TokenKind::Strives,       TokenKind::Decides,
                            TokenKind::ShownBy,       TokenKind::OnDefault,
                            TokenKind::Succeeds,      TokenKind::Goes,
                            TokenKind::CarriesOver,   TokenKind::WhatIsCarried,
                            TokenKind::YearCloses,    TokenKind::IsFor,
                            TokenKind::OnTie,         TokenKind::Exempts,
                            TokenKind::Departs,       TokenKind::MayDepart,
                            TokenKind::Favourable,    TokenKind::ApportionsLeft,
                            TokenKind::OfferIsUsed,   TokenKind::OfferIsLeft,
                            TokenKind::MostLeftOver,  TokenKind::FirstInTable,
                            TokenKind::Sees,          TokenKind::SeesForCheck,
                            TokenKind::SeesForAgenda, TokenKind::SeesForMonitor,
                            TokenKind::SeesOf,        TokenKind::WithConsent,
                            TokenKind::ShownAs,       TokenKind::Renews,
                            TokenKind::AfterConsent,  TokenKind::ConsentOf,
                            TokenKind::NoticeBy,      TokenKind::MemberFrom,
                            TokenKind::MemberUntil,   TokenKind::MemberBetween});
}

}  // namespace

bool is_verb(TokenKind kind) {
    return kind == TokenKind::Is || kind == TokenKind::Has || kind == TokenKind::Lies || kind == TokenKind::Runs ||
           kind == TokenKind::Contains;
}

bool report_verbs(Reading& reading, const Tokens& merged) {
    const bool other =
        std::any_of(merged.begin(), merged.end(), [](const Token& token) { return is_clause_of_its_own(token.kind); });
    const bool definition = merged.front().kind == TokenKind::Definition;
    for (const Segment segment : segments(merged)) {
        const bool opening = segment.begin == 0 && begins_sentence(merged.front().kind);
        const bool is_condition =
            !opening && !has_head(merged, segment) && !other && (!definition || segment.begin > 0);
        if (report_segment(reading, merged, segment, is_condition)) return true;
    }
    return false;
}

std::string main_clause(const Tokens& words) {
    constexpr std::size_t shown = 3;
    const bool verb_last =
        !words.empty() && words.size() > shown &&
        (words.back().folded == "is" || words.back().folded == "heeft" || words.back().folded == "ligt" ||
         words.back().folded == "loopt" || words.back().folded == "bevat");
    if (!verb_last) return words.empty() ? "de cliënt is …" : words_of(words, 30);
    const Tokens subject(words.begin(), words.begin() + 2);
    return words_of(subject) + " … " + words.back().text + " …";
}

}  // namespace toets::syntax
