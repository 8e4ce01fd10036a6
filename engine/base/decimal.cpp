#include "base/decimal.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace toets {

namespace {

constexpr int largest_scale = 9;

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

std::optional<std::int64_t> power_of_ten(int exponent) {
    if (exponent < 0 || exponent > 18) return std::nullopt;
    std::int64_t power = 1;
    for (int step = 0; step < exponent; ++step) power *= 10;
    return power;
}

// Appends digits to a number that is built up on the side of its sign, so that the lowest number fits too.
bool append_digits(std::int64_t& units, std::string_view digits, bool is_negative) {
    for (const char digit : digits) {
        const std::int64_t value = is_negative ? -(digit - '0') : digit - '0';
        if (__builtin_mul_overflow(units, std::int64_t{10}, &units)) return false;
        if (__builtin_add_overflow(units, value, &units)) return false;
    }
    return true;
}

// `whole` and `fraction` are digits; a number of more than one digit does not begin with 0.
std::optional<Decimal> from_digits(bool is_negative, std::string_view whole, std::string_view fraction) {
    if (!are_digits(whole) || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
    if (fraction.size() > static_cast<std::size_t>(largest_scale)) return std::nullopt;
    Decimal decimal{0, static_cast<int>(fraction.size())};
    if (!append_digits(decimal.units, whole, is_negative)) return std::nullopt;
    if (!append_digits(decimal.units, fraction, is_negative)) return std::nullopt;
    return decimal;
}

// "1.500" -> "1500"; empty when the points do not stand before every third digit.
std::optional<std::string> without_grouping(std::string_view whole) {
    const std::size_t first = whole.find('.');
    if (first == std::string_view::npos) return std::string(whole);
    if (first < 1 || first > 3 || whole.front() == '0') return std::nullopt;
    std::string digits(whole.substr(0, first));
    for (std::string_view rest = whole.substr(first); !rest.empty(); rest.remove_prefix(4)) {
        if (rest.size() < 4 || rest.front() != '.' || !are_digits(rest.substr(1, 3))) return std::nullopt;
        digits += rest.substr(1, 3);
    }
    return digits;
}

struct Parts {
    bool is_negative = false;
    std::string_view whole;
    std::string_view fraction;
};
std::optional<Parts> split(std::string_view text, char decimal_mark) {
    Parts parts;
    if (text.starts_with('-')) {
        parts.is_negative = true;
        text.remove_prefix(1);
    }
    const std::size_t mark = text.find(decimal_mark);
    parts.whole = text.substr(0, mark);
    if (mark == std::string_view::npos) return parts;
    parts.fraction = text.substr(mark + 1);
    if (!are_digits(parts.fraction)) return std::nullopt;
    return parts;
}

struct Marks {
    char grouping;
    char decimal;
};
Marks marks(Language language) { return language == Language::Dutch ? Marks{'.', ','} : Marks{',', '.'}; }

std::string group_thousands(const std::string& digits, char grouping) {
    std::string grouped;
    for (std::size_t index = 0; index < digits.size(); ++index) {
        if (index > 0 && (digits.size() - index) % 3 == 0) grouped += grouping;
        grouped += digits[index];
    }
    return grouped;
}

std::uint64_t magnitude(std::int64_t units) {
    const auto bits = static_cast<std::uint64_t>(units);
    return units < 0 ? 0 - bits : bits;
}

std::string unsigned_to_words(std::uint64_t units, int scale, Marks marks, int min_decimals) {
    const auto decimals = static_cast<std::size_t>(std::max(scale, 0));
    std::string digits = std::to_string(units);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - decimals);
    const std::string whole = group_thousands(digits.substr(0, digits.size() - decimals), marks.grouping);
    const auto wanted = static_cast<std::size_t>(std::clamp(min_decimals, 0, 18));
    while (fraction.size() > wanted && fraction.back() == '0') fraction.pop_back();
    if (fraction.size() < wanted) fraction.append(wanted - fraction.size(), '0');
    return fraction.empty() ? whole : whole + marks.decimal + fraction;
}

}  // namespace

std::optional<Decimal> decimal_from_dutch(std::string_view text) {
    const auto parts = split(text, ',');
    if (!parts) return std::nullopt;
    const auto whole = without_grouping(parts->whole);
    if (!whole) return std::nullopt;
    return from_digits(parts->is_negative, *whole, parts->fraction);
}

std::optional<Decimal> decimal_from_plain(std::string_view text) {
    const auto parts = split(text, '.');
    if (!parts) return std::nullopt;
    return from_digits(parts->is_negative, parts->whole, parts->fraction);
}

std::optional<TwoReadings> two_readings(std::string_view text, bool in_cents) {
    constexpr int digits_of_a_group = 3;
    const auto dutch = decimal_from_dutch(text);
    const auto decimal = dutch ? dutch : decimal_from_plain(text);
    if (!decimal || decimal->scale < digits_of_a_group) return std::nullopt;
    const std::string_view whole = split(text, dutch ? ',' : '.')->whole;
    const bool looks_grouped = dutch && decimal->scale == digits_of_a_group && whole.size() <= 3 && whole != "0" &&
                               whole.find('.') == std::string_view::npos;
    const bool ends_in_zeros = rescale(*decimal, 2).has_value();
    if (!looks_grouped && !(in_cents && (ends_in_zeros || decimal->scale == digits_of_a_group))) return std::nullopt;
    const int cents = in_cents ? 2 : 0;
    TwoReadings readings{to_words(*decimal, Language::Dutch, cents),
                         to_words(Decimal{decimal->units, 0}, Language::Dutch, cents)};
    if (!in_cents && readings.small == text) readings.small += '0';
    return readings;
}

std::optional<std::int64_t> rescale(Decimal decimal, int scale) {
    const bool is_finer = scale >= decimal.scale;
    const auto factor = power_of_ten(is_finer ? scale - decimal.scale : decimal.scale - scale);
    if (!factor) return decimal.units == 0 ? std::optional<std::int64_t>(0) : std::nullopt;
    std::int64_t units = 0;
    if (!is_finer) return decimal.units % *factor == 0 ? std::optional(decimal.units / *factor) : std::nullopt;
    if (__builtin_mul_overflow(decimal.units, *factor, &units)) return std::nullopt;
    return units;
}

std::string to_words(Decimal decimal, Language language, int min_decimals) {
    const std::string words = unsigned_to_words(magnitude(decimal.units), decimal.scale, marks(language), min_decimals);
    return decimal.units < 0 ? "-" + words : words;
}

std::string amount_to_words(std::int64_t cents, Language language) {
    const std::string words = unsigned_to_words(magnitude(cents), 2, marks(language), 2);
    const std::string sign = cents < 0 ? "-" : "";
    return language == Language::Dutch ? "€ " + sign + words : sign + "€" + words;
}

}  // namespace toets
