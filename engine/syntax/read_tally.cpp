// Contingents, spreads and shares (C72-C76).
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

// `wijk van de woning en per kalenderjaar` are two.
void add_dimensions(const Phrase& phrase, std::vector<Phrase>& dimensions) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        const bool is_next =
            phrase.words[i].folded == "en" && i + 1 < phrase.words.size() && phrase.words[i + 1].folded == "per";
        if (!is_next) {
            words.push_back(phrase.words[i]);
            continue;
        }
        if (!words.empty()) dimensions.push_back(to_phrase(words));
        words.clear();
        ++i;
    }
    if (!words.empty()) dimensions.push_back(to_phrase(words));
}

std::vector<Phrase> to_dimensions(const Node& clause) {
    std::vector<Phrase> dimensions;
    const Node* per = clause.find(Rule::Per);
    if (per == nullptr) return dimensions;
    for (const Node* phrase : per->all(Rule::Phrase)) add_dimensions(to_phrase(*phrase), dimensions);
    return dimensions;
}

std::optional<ConditionId> to_where(Reading& reading, const Node& clause, const Line& line) {
    const Node* where = clause.find(Rule::Where);
    report_wrong_children(reading, line);
    return where != nullptr ? std::optional(to_filter(reading, *where, line)) : std::nullopt;
}

LimitClause to_limit(Reading& reading, const Node& clause) {
    LimitClause limit{clause.has(TokenKind::ShareIs), to_comparison(*clause.find(Rule::Comparison)),
                      to_expression(*clause.find(Rule::Expression))};
    check_expression(reading, limit.bound);
    return limit;
}

// The end of a line that must say which of two is meant.
Clause::Kind report_choice_missing(Reading& reading, const Phrase& found, const char* nl, const char* en) {
    reading.diagnostics.report(
        Code::ClosedChoice, found.where,
        {term("expected", nl, en), word("found", std::string(reading.source.text(found.where)))});
    return InvalidClause{};
}

Clause::Kind to_carry_over(Reading& reading, const Node& clause) {
    CarryOverClause carry;
    carry.is_surplus = clause.children.front().token->text.starts_with("een overschot");
    const std::vector<const Node*> phrases = clause.all(Rule::Phrase);
    if (clause.has(TokenKind::PartOf)) carry.part = to_phrase(*phrases.front());
    if (clause.has(TokenKind::AtMost)) carry.cap = to_phrase(*phrases.back());
    carry.is_cap_of_whole = clause.has(TokenKind::OfWhole);
    if (carry.cap && !carry.is_cap_of_whole && !clause.has(TokenKind::OfOriginal)) {
        return report_choice_missing(
            reading, *carry.cap, "een percentage met `van de oorspronkelijke opgave` of `van de hele opgave` erachter",
            "a percentage followed by `van de oorspronkelijke opgave` or `van de hele opgave`");
    }
    if (const Node* rounding = clause.find(Rule::Rounding)) carry.rounding = to_rounding(*rounding);
    return carry;
}

Clause::Kind to_expiry(Reading& reading, const Node& clause) {
    ExpiryClause expiry{to_phrase(*clause.find(Rule::Phrase)), clause.has(TokenKind::OldestFirst)};
    if (expiry.is_oldest_first || clause.has(TokenKind::NewestFirst)) return expiry;
    return report_choice_missing(reading, expiry.after,
                                 "een aantal jaren met `, het oudste eerst` of `, het nieuwste eerst` erachter",
                                 "a number of years followed by `, het oudste eerst` or `, het nieuwste eerst`");
}

// What goes along to the next year (C76).
std::optional<Clause::Kind> to_carry_over_clause(Reading& reading, const Node& clause, TokenKind opener) {
    if (opener == TokenKind::CarriesOver) return to_carry_over(reading, clause);
    if (opener == TokenKind::WhatIsCarried) return to_expiry(reading, clause);
    if (opener != TokenKind::YearCloses) return std::nullopt;
    ClosingClause closing{to_phrase(*clause.find(Rule::Phrase))};
    if (clause.has(TokenKind::OfNextYear)) return closing;
    return report_choice_missing(reading, closing.day,
                                 "een dag en een maand met `van het volgende kalenderjaar` erachter",
                                 "a day and a month followed by `van het volgende kalenderjaar`");
}

}  // namespace

std::optional<Clause::Kind> to_per(const Node& clause) {
    if (clause.children.front().rule != Rule::Per) return std::nullopt;
    return PerClause{to_dimensions(clause)};
}

std::optional<Clause::Kind> to_tally_clause(Reading& reading, const Node& clause, const Line& line) {
    const TokenKind opener = clause.children.front().token->kind;
    if (auto carried = to_carry_over_clause(reading, clause, opener)) return std::move(*carried);
    const Node* phrase = clause.find(Rule::Phrase);
    if (opener == TokenKind::Counts) return CountsClause{to_phrase(*phrase), to_where(reading, clause, line)};
    if (opener == TokenKind::OutOf) {
        return OutOfClause{to_phrase(*phrase), to_dimensions(clause), to_where(reading, clause, line)};
    }
    if (opener == TokenKind::Moment) {
        MomentClause moment{to_expression(*clause.find(Rule::Expression))};
        check_expression(reading, moment.date);
        return moment;
    }
    if (is_one_of(opener, {TokenKind::NotCounted, TokenKind::NotCountedThat})) {
        report_wrong_children(reading, line);
        return NotCountedClause{to_body(reading, clause, line)};
    }
    if (is_one_of(opener, {TokenKind::NumberIs, TokenKind::ShareIs})) return to_limit(reading, clause);
    if (opener != TokenKind::OnlyFrom) return std::nullopt;
    return ThresholdClause{to_count(*clause.find(TokenKind::Number)), to_phrase(*phrase)};
}

}  // namespace toets::syntax
