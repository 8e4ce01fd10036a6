#include "base/loose_date.h"

#include <array>
#include <charconv>
#include <vector>

namespace toets {

namespace {

struct MonthWord {
    std::string_view word;
    int month;
};
constexpr std::array<MonthWord, 24> month_words = {{
    {"jan", 1},   {"feb", 2}, {"febr", 2}, {"mrt", 3},  {"maa", 3},    {"mar", 3},     {"apr", 4},      {"jun", 6},
    {"jul", 7},   {"aug", 8}, {"sep", 9},  {"sept", 9}, {"okt", 10},   {"oct", 10},    {"nov", 11},     {"dec", 12},
    {"march", 3}, {"may", 5}, {"june", 6}, {"july", 7}, {"august", 8}, {"january", 1}, {"february", 2}, {"october", 10},
}};

// What stands between spaces, hyphens, slashes, full stops and apostrophes.
std::vector<std::string_view> parts_of(std::string_view text) {
    constexpr std::string_view separators = " -/.,'";
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_not_of(separators), text.size());
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return parts;
}

std::optional<int> to_number(std::string_view digits) {
    int number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
    return number;
}

std::optional<int> to_year(std::string_view digits) {
    const auto year = to_number(digits);
    if (!year || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
    if (digits.size() == 4) return year;
    return *year + (*year < 50 ? 2000 : 1900);
}

}  // namespace

std::optional<int> month_probably_meant(std::string_view folded) {
    if (folded.ends_with('.')) folded.remove_suffix(1);
    if (const auto month = month_from_word(folded)) return month;
    for (const MonthWord& known : month_words) {
        if (known.word == folded) return known.month;
    }
    return std::nullopt;
}

std::optional<Date> date_probably_meant(std::string_view folded) {
    constexpr std::size_t longest = 40;
    if (folded.size() > longest) return std::nullopt;
    auto parts = parts_of(folded);
    if (parts.size() != 3) return std::nullopt;
    if (parts[0].size() == 4) std::swap(parts[0], parts[2]);
    const auto day = to_number(parts[0]);
    const auto number = to_number(parts[1]);
    const auto month = number ? number : month_probably_meant(parts[1]);
    const auto year = to_year(parts[2]);
    if (!day || !month || !year) return std::nullopt;
    return to_date({*year, *month, *day});
}

}  // namespace toets
