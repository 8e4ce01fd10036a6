#include "syntax/literals.h"

#include <charconv>

#include "base/match.h"

namespace toets::syntax {
namespace {

std::optional<std::int32_t> whole_number(const Token& token) {
    std::int32_t value = 0;
    const char* end = token.text.data() + token.text.size();
    const auto [stop, error] = std::from_chars(token.text.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    return value;
}

bool is_word(const Tokens& words, std::size_t at, std::string_view folded) {
    return at < words.size() && words[at].kind == TokenKind::Word && words[at].folded == folded;
}

std::optional<LiteralMatch> amount_at(const Tokens& words, std::size_t at) {
    if (at + 1 >= words.size() || words[at + 1].kind != TokenKind::Number) return std::nullopt;
    const auto value = decimal_from_dutch(words[at + 1].text);
    if (!value) return std::nullopt;
    return LiteralMatch{AmountLiteral{*value}, TokenKind::Literal, 2};
}

std::optional<LiteralMatch> date_at(const Tokens& words, std::size_t at, std::int32_t day) {
    if (at + 2 >= words.size() || words[at + 2].kind != TokenKind::Number) return std::nullopt;
    const auto month = month_from_word(words[at + 1].folded);
    const auto year = whole_number(words[at + 2]);
    if (!month || !year) return std::nullopt;
    const auto date = to_date(CivilDate{*year, *month, day});
    if (!date) return std::nullopt;
    return LiteralMatch{DateLiteral{*date}, TokenKind::Date, 3};
}

std::optional<LiteralMatch> counted_at(const Tokens& words, std::size_t at, Decimal value) {
    if (at + 1 >= words.size()) return std::nullopt;
    if (words[at + 1].kind == TokenKind::Percent) return LiteralMatch{PercentageLiteral{value}, TokenKind::Literal, 2};
    if (is_word(words, at + 1, "uur") && is_word(words, at + 2, "per") && is_word(words, at + 3, "week")) {
        return LiteralMatch{HoursPerWeekLiteral{value}, TokenKind::Literal, 4};
    }
    const auto count = whole_number(words[at]);
    if (!count || words[at + 1].kind != TokenKind::Word) return std::nullopt;
    if (const auto unit = unit_from_word(words[at + 1].folded)) {
        return LiteralMatch{DurationLiteral{*count, *unit}, TokenKind::Literal, 2};
    }
    return date_at(words, at, *count);
}

std::string_view unit_word(const DurationLiteral& duration) {
    const bool one = duration.count == 1;
    switch (duration.unit) {
        case DurationUnit::Days: return one ? "dag" : "dagen";
        case DurationUnit::WorkingDays: return one ? "werkdag" : "werkdagen";
        case DurationUnit::Weeks: return one ? "week" : "weken";
        case DurationUnit::Months: return one ? "maand" : "maanden";
        case DurationUnit::Years: return "jaar";
    }
    return "";
}

std::string amount_text(const AmountLiteral& amount, const std::string& as_written) {
    const auto cents = rescale(amount.value, 2);
    return cents ? amount_to_words(*cents, Language::Dutch) : as_written;
}

}  // namespace

std::optional<DurationUnit> unit_from_word(std::string_view folded) {
    if (folded == "dag" || folded == "dagen") return DurationUnit::Days;
    if (folded == "werkdag" || folded == "werkdagen") return DurationUnit::WorkingDays;
    if (folded == "week" || folded == "weken") return DurationUnit::Weeks;
    if (folded == "maand" || folded == "maanden") return DurationUnit::Months;
    if (folded == "jaar" || folded == "jaren") return DurationUnit::Years;
    return std::nullopt;
}

std::optional<LiteralMatch> literal_at(const Tokens& words, std::size_t at) {
    if (words[at].kind == TokenKind::Euro) return amount_at(words, at);
    if (words[at].kind != TokenKind::Number) return std::nullopt;
    const auto value = decimal_from_dutch(words[at].text);
    if (!value) return std::nullopt;
    if (auto counted = counted_at(words, at, *value)) return counted;
    return LiteralMatch{NumberLiteral{*value}, TokenKind::Number, 1};
}

std::string to_text(const LiteralValue& literal, const std::string& as_written) {
    return match(
        literal,
        // A year is a number too, and must not become 2.026: numbers stay as they were written.
        [&](const NumberLiteral&) { return as_written; },
        [&](const AmountLiteral& amount) { return amount_text(amount, as_written); },
        [](const PercentageLiteral& percentage) { return to_words(percentage.value, Language::Dutch) + "%"; },
        [](const DurationLiteral& duration) {
            return std::to_string(duration.count) + " " + std::string(unit_word(duration));
        },
        [](const HoursPerWeekLiteral& hours) { return to_words(hours.value, Language::Dutch) + " uur per week"; },
        [](const DateLiteral& date) { return to_words(date.value, Language::Dutch); });
}

}  // namespace toets::syntax
