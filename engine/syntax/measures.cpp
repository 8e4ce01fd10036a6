#include "syntax/measures.h"

#include <array>

#include "syntax/keywords.h"
#include "syntax/literals.h"

namespace toets::syntax {
namespace {

enum class Unit { Euro, Cent, Percent, Hours, CalendarDays, Quarters, Length };

struct UnitWord {
    std::string_view word;
    Unit unit;
};
constexpr std::array<UnitWord, 13> unit_words = {{{"euro", Unit::Euro},
                                                  {"euros", Unit::Euro},
                                                  {"eur", Unit::Euro},
                                                  {"cent", Unit::Cent},
                                                  {"centen", Unit::Cent},
                                                  {"procent", Unit::Percent},
                                                  {"percent", Unit::Percent},
                                                  {"uur", Unit::Hours},
                                                  {"uren", Unit::Hours},
                                                  {"kalenderdag", Unit::CalendarDays},
                                                  {"kalenderdagen", Unit::CalendarDays},
                                                  {"kwartaal", Unit::Quarters},
                                                  {"kwartalen", Unit::Quarters}}};

std::optional<Unit> unit_at(const Tokens& words, std::size_t at) {
    if (at >= words.size() || words[at].kind != TokenKind::Word) return std::nullopt;
    for (const UnitWord& known : unit_words) {
        if (known.word == words[at].folded) return known.unit;
    }
    return unit_from_word(words[at].folded) ? std::optional(Unit::Length) : std::nullopt;
}

constexpr std::array<std::string_view, 21> small_numbers = {
    "",         "",         "twee",    "drie",      "vier",     "vijf",      "zes",
    "zeven",    "acht",     "negen",   "tien",      "elf",      "twaalf",    "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"};
constexpr std::array<std::string_view, 7> tens = {"dertig",   "veertig", "vijftig", "zestig",
                                                  "zeventig", "tachtig", "negentig"};

std::optional<int> round_number(std::string_view folded) {
    if (folded == "twintig") return 20;
    if (folded == "honderd") return 100;
    const auto* const found = std::find(tens.begin(), tens.end(), folded);
    if (found == tens.end()) return std::nullopt;
    return 30 + 10 * static_cast<int>(found - tens.begin());
}

// Two to a hundred. `een` is an article.
std::optional<int> number_from_word(std::string_view folded) {
    const auto* const small = std::find(small_numbers.begin() + 2, small_numbers.end(), folded);
    if (small != small_numbers.end()) return static_cast<int>(small - small_numbers.begin());
    if (const auto whole = round_number(folded)) return whole;
    for (int unit = 1; unit < 10; ++unit) {
        const std::string before =
            (unit == 1 ? std::string("een") : std::string(small_numbers[static_cast<std::size_t>(unit)])) + "en";
        const auto whole = folded.starts_with(before) ? round_number(folded.substr(before.size())) : std::nullopt;
        if (whole && *whole < 100) return *whole + unit;
    }
    return std::nullopt;
}

struct Count {
    Decimal value;
    bool is_in_words = false;
};

std::string_view folded_at(const Tokens& words, std::size_t at) {
    return at < words.size() ? matching_text(words[at]) : std::string_view();
}

// `binnen een maand`, `een week voor de sleuteloverdracht`: there `een` counts.
bool is_counting_one(const Tokens& words, std::size_t at) {
    if (words[at].folded != "een" || unit_at(words, at + 1) != Unit::Length) return false;
    const std::string_view before = at == 0 ? std::string_view() : matching_text(words[at - 1]);
    const std::string_view after = folded_at(words, at + 2);
    return before == "binnen" || before == "uiterlijk" || after == "voor" || after == "na" || after == "vanaf";
}

std::optional<Count> count_at(const Tokens& words, std::size_t at) {
    if (words[at].kind == TokenKind::Number) {
        const auto value = decimal_from_dutch(words[at].text);
        return value ? std::optional(Count{*value, false}) : std::nullopt;
    }
    if (words[at].kind != TokenKind::Word) return std::nullopt;
    if (is_counting_one(words, at)) return Count{{1, 0}, true};
    const auto number = number_from_word(words[at].folded);
    return number ? std::optional(Count{{*number, 0}, true}) : std::nullopt;
}

bool is_whole(Decimal value) { return rescale(value, 0).has_value(); }

std::string digits(Decimal value) { return to_words(value, Language::Dutch); }

// Hours are only counted by the week; as a term they are days.
std::string hours_meant(const Tokens& words, std::size_t at, Decimal value) {
    const std::string_view before = at == 0 ? std::string_view() : matching_text(words[at - 1]);
    const auto hours = rescale(value, 0);
    // Twelve hours a month are not so many a week: the number is left to who wrote it.
    if (folded_at(words, at + 2) == "per" && folded_at(words, at + 3) != "week") return "… uur per week";
    if (before != "binnen" && before != "uiterlijk") return digits(value) + " uur per week";
    return hours && *hours % 24 == 0 ? to_words(Duration{static_cast<std::int32_t>(*hours / 24), {}}, Language::Dutch)
                                     : "1 dag";
}

// Half a year is six months, half a week has no name.
std::optional<std::string> length_meant(Decimal value, std::string_view unit) {
    constexpr std::int64_t months_in_year = 12;
    if (is_whole(value)) return digits(value) + " " + std::string(unit);
    const bool is_year = unit_from_word(unit) == DurationUnit::Years;
    const auto months = is_year ? rescale({value.units * months_in_year, value.scale}, 0) : std::nullopt;
    return months ? std::optional(std::to_string(*months) + " maanden") : std::nullopt;
}

std::optional<std::string> meant(const Tokens& words, std::size_t at, Decimal value, Unit unit) {
    constexpr std::int64_t largest = 1'000'000'000;
    if (value.units > largest) return std::nullopt;
    switch (unit) {
        case Unit::Euro: return to_text(AmountLiteral{value}, "€ " + digits(value));
        case Unit::Cent: return to_text(AmountLiteral{{value.units, value.scale + 2}}, "€ 0,01");
        case Unit::Percent: return digits(value) + "%";
        case Unit::Hours: return hours_meant(words, at, value);
        case Unit::CalendarDays: return length_meant(value, "dagen");
        case Unit::Quarters: return length_meant({value.units * 3, value.scale}, "maanden");
        case Unit::Length: return length_meant(value, words[at + 1].text);
    }
    return std::nullopt;
}

// The words of the measure: with `per maand` behind it.
std::size_t length_of(const Tokens& words, std::size_t at, Unit unit) {
    const bool has_more = unit == Unit::Hours && folded_at(words, at + 2) == "per" && at + 3 < words.size();
    return has_more ? 4 : 2;
}

bool is_right_already(const Tokens& words, std::size_t at, const Count& count, Unit unit) {
    if (count.is_in_words) return false;
    if (unit == Unit::Hours) return words[at + 1].folded == "uur" && has_words_at(words, at + 2, "per week");
    return unit == Unit::Length && is_whole(count.value);
}

void report(Reading& reading, Code code, Span where, const std::string& suggestion) {
    reading.diagnostics.report(
        code, where, {word("found", std::string(reading.source.text(where))), word("suggestion", suggestion)});
}

// `ten minste drie meldingen`
bool report_counted_words(Reading& reading, const Tokens& words, std::size_t at, const Count& count) {
    const bool follows_comparison =
        at > 1 && (has_words_at(words, at - 2, "ten minste") || has_words_at(words, at - 2, "ten hoogste") ||
                   has_words_at(words, at - 2, "meer dan") || has_words_at(words, at - 2, "minder dan"));
    const bool follows_exactly = at > 0 && matching_text(words[at - 1]) == "precies";
    if (!count.is_in_words || (!follows_comparison && !follows_exactly)) return false;
    report(reading, Code::NumberInWords, words[at].where, digits(count.value));
    return true;
}

}  // namespace

bool report_measure(Reading& reading, const Tokens& words, std::size_t at) {
    const auto count = count_at(words, at);
    if (!count) return false;
    const auto unit = unit_at(words, at + 1);
    if (!unit) return report_counted_words(reading, words, at, *count);
    if (is_right_already(words, at, *count, *unit)) return false;
    const std::size_t last = at + length_of(words, at, *unit) - 1;
    const Span where = join(words[at].where, words[last].where);
    const auto suggestion = meant(words, at, count->value, *unit);
    if (!suggestion) {
        reading.diagnostics.report(Code::LengthNotWhole, where,
                                   {word("found", std::string(reading.source.text(where)))});
        return true;
    }
    report(reading, count->is_in_words ? Code::NumberInWords : Code::OtherWording, where, *suggestion);
    return true;
}

}  // namespace toets::syntax
