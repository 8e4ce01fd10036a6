#include "syntax/notation.h"

#include <array>

#include "base/loose_date.h"
#include "base/text.h"
#include "syntax/keywords.h"
#include "syntax/literals.h"
#include "syntax/measures.h"

namespace toets::syntax {
namespace {

Span part(const Tokens& words, std::size_t at, std::size_t length) {
    return join(words[at].where, words[std::min(at + length, words.size()) - 1].where);
}

bool report(Reading& reading, Code code, Span where, const char* argument) {
    reading.diagnostics.report(code, where, {word(argument, std::string(reading.source.text(where)))});
    return true;
}

// Signs of arithmetic, and the words the language has for them. Without the sign another sentence would be left.
struct Sign {
    std::string_view sign;
    std::string_view words;
};
constexpr std::array<Sign, 9> signs = {{{">=", "ten minste"},
                                        {"<=", "ten hoogste"},
                                        {">", "meer dan"},
                                        {"<", "minder dan"},
                                        {"=", "is"},
                                        {"+", "vermeerderd met"},
                                        {"\u2265", "ten minste"},
                                        {"\u2264", "ten hoogste"},
                                        {"\u2260", "is niet"}}};

bool report_sign(Reading& reading, const Tokens& words, std::size_t at) {
    if (words[at].kind != TokenKind::Unknown) return false;
    const bool has_more = at + 1 < words.size() && words[at + 1].where.begin == words[at].where.end;
    for (const Sign& sign : signs) {
        const bool is_pair = sign.sign.size() == 2 && has_more && words[at].text + words[at + 1].text == sign.sign;
        if (!is_pair && words[at].text != sign.sign) continue;
        const Span where = part(words, at, is_pair ? 2 : 1);
        reading.diagnostics.report(
            Code::SignForWords, where,
            {word("found", std::string(reading.source.text(where))), word("suggestion", std::string(sign.words))});
        return true;
    }
    return false;
}

bool report_token(Reading& reading, const Token& token) {
    const bool unknown =
        is_one_of(token.kind, {TokenKind::Unknown, TokenKind::BulletSign, TokenKind::Dot, TokenKind::Dashes});
    if (unknown) return report(reading, Code::UnknownCharacter, token.where, "character");
    const bool remark = token.kind == TokenKind::Remark;
    if (!remark && token.kind != TokenKind::Quote) return false;
    reading.diagnostics.report(remark ? Code::RemarkInSentence : Code::UnclosedQuotation, token.where);
    return true;
}

// 2026-03-01, 1/3/2026, 1-3-26: three groups of digits.
bool looks_like_date(std::string_view text) {
    const auto separators =
        std::count_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '/' || c == '.'; });
    return separators == 2 && text.find(',') == std::string_view::npos;
}

bool report_date_notation(Reading& reading, Span where) {
    const std::string found(reading.source.text(where));
    const auto date = date_probably_meant(fold(found));
    const Argument hint = date ? term("hint", " Bedoelde u `" + to_words(*date, Language::Dutch) + "`?",
                                      " Did you mean `" + to_words(*date, Language::Dutch) + "`?")
                               : term("hint", "", "");
    reading.diagnostics.report(Code::DateNotation, where, {word("found", found), hint});
    return true;
}

bool report_odd_number(Reading& reading, const Token& token) {
    if (looks_like_date(token.text)) return report_date_notation(reading, token.where);
    return report(reading, Code::NumberNotation, token.where, "found");
}

// `1 jan 2026`, `1 mrt. 2026`
bool report_short_month(Reading& reading, const Tokens& words, std::size_t at) {
    if (at + 2 >= words.size() || words[at + 1].kind != TokenKind::Word) return false;
    if (month_from_word(words[at + 1].folded) || !month_probably_meant(words[at + 1].folded)) return false;
    const std::size_t year = at + (words[at + 2].kind == TokenKind::Dot ? 3 : 2);
    if (year >= words.size() || words[year].kind != TokenKind::Number) return false;
    return report_date_notation(reading, join(words[at].where, words[year].where));
}

// `elk kalenderjaar vóór 1 juli`; the other wordings are reported for what they are.
bool is_day_of_each_year(const Tokens& words, std::size_t at) {
    for (const std::string_view year : {"elk kalenderjaar", "elk jaar", "ieder jaar", "jaarlijks"}) {
        const auto each = find_words(words, year);
        if (each && *each < at) return true;
    }
    return false;
}

// `31 februari 2026` and `1 maart` read as dates, but are none.
bool report_date(Reading& reading, const Tokens& words, std::size_t at) {
    if (at + 1 >= words.size() || !month_from_word(words[at + 1].folded)) return false;
    const bool has_year = at + 2 < words.size() && words[at + 2].kind == TokenKind::Number;
    if (!has_year && is_day_of_each_year(words, at)) return false;
    if (!has_year) return report(reading, Code::DateWithoutYear, part(words, at, 2), "found");
    return report(reading, Code::NoSuchDay, part(words, at, 3), "found");
}

bool report_two_readings(Reading& reading, const Token& token, bool in_cents) {
    const auto readings = two_readings(token.text, in_cents);
    if (!readings) return false;
    reading.diagnostics.report(
        Code::CommaBeforeThousands, token.where,
        {word("found", token.text), word("small", readings->small), word("large", readings->large)});
    return true;
}

bool has_more_than_cents(const Token& token) {
    constexpr int cents = 2;
    const auto value = decimal_from_dutch(token.text);
    return value && value->scale > cents;
}

bool report_number(Reading& reading, const Tokens& words, std::size_t at) {
    const auto literal = literal_at(words, at);
    const bool is_percentage = literal && std::holds_alternative<PercentageLiteral>(literal->value);
    if (!is_percentage && report_two_readings(reading, words[at], false)) return true;
    if (!literal) return report(reading, Code::NumberNotation, words[at].where, "found");
    if (literal->kind != TokenKind::Number) return false;
    return report_date(reading, words, at) || report_measure(reading, words, at);
}

struct FractionWords {
    std::string_view words;
    std::string_view digits;
    std::size_t length;
};
constexpr std::array<FractionWords, 7> fractions = {{{"een half jaar", "6 maanden", 3},
                                                     {"half jaar", "6 maanden", 2},
                                                     {"halfjaar", "6 maanden", 1},
                                                     {"anderhalf jaar", "18 maanden", 2},
                                                     {"de helft van", "50% van", 3},
                                                     {"een kwart van", "25% van", 3},
                                                     {"driekwart van", "75% van", 2}}};

bool report_fraction(Reading& reading, const Tokens& words, std::size_t at) {
    for (const FractionWords& fraction : fractions) {
        if (!has_words_at(words, at, fraction.words)) continue;
        const Span where = part(words, at, fraction.length);
        reading.diagnostics.report(
            Code::FractionInWords, where,
            {word("found", std::string(reading.source.text(where))), word("suggestion", std::string(fraction.digits))});
        return true;
    }
    return false;
}

bool report_value(Reading& reading, const Tokens& words, std::size_t at) {
    const Token& token = words[at];
    if (token.kind == TokenKind::OddNumber) return report_odd_number(reading, token);
    if (token.kind == TokenKind::Number) return report_number(reading, words, at);
    if (token.kind == TokenKind::Euro || token.kind == TokenKind::Percent) {
        const bool is_amount = token.kind == TokenKind::Euro && at + 1 < words.size();
        if (is_amount && report_two_readings(reading, words[at + 1], true)) return true;
        if (is_amount && has_more_than_cents(words[at + 1]))
            return report(reading, Code::NumberNotation, words[at + 1].where, "found");
        const bool read = token.kind == TokenKind::Percent || literal_at(words, at).has_value();
        return !read && report(reading, Code::NumberNotation, token.where, "found");
    }
    return report_fraction(reading, words, at) || report_measure(reading, words, at);
}

}  // namespace

bool report_notation(Reading& reading, const Tokens& words, bool names_only) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at].kind == TokenKind::Number && report_short_month(reading, words, at)) return true;
        if (report_sign(reading, words, at) || report_token(reading, words[at])) return true;
    }
    // A calendar's own lines name days of every year.
    const bool every_year = has_words_at(words, 0, "29 februari wordt") || has_words_at(words, 0, "geen werkdag") ||
                            has_words_at(words, 0, "het kalenderjaar sluit op") ||
                            has_words_at(words, 0, "het jaar sluit op") || has_words_at(words, 0, "verdeelt wat op") ||
                            has_words_at(words, 0, "wordt verlengd met");
    for (std::size_t at = 0; !names_only && !every_year && at < words.size();) {
        if (report_value(reading, words, at)) return true;
        const auto literal = literal_at(words, at);
        at += literal ? literal->length : 1;
    }
    return false;
}

}  // namespace toets::syntax
