#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>
#include <vector>

#include "base/text.h"

namespace toets {

namespace {

constexpr std::array<std::string_view, 12> dutch_months = {"januari",   "februari", "maart",    "april",
                                                           "mei",       "juni",     "juli",     "augustus",
                                                           "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> english_months = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

// Digits only: no sign, no space.
std::optional<std::int32_t> to_count(std::string_view digits) {
    std::int32_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (digits.empty() || digits.front() == '-' || error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return count;
}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

// Texts longer than any date or term are not worth folding.
constexpr std::size_t longest_text = 100;

std::vector<std::string_view> split_short(std::string_view text, std::string& folded) {
    if (text.size() > longest_text) return {};
    folded = fold(text);
    return split_words(folded);
}

constexpr std::array<std::string_view, 7> dutch_weekdays = {"maandag", "dinsdag",  "woensdag", "donderdag",
                                                            "vrijdag", "zaterdag", "zondag"};
constexpr std::array<std::string_view, 7> english_weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                              "Friday", "Saturday", "Sunday"};

struct DurationWord {
    std::string_view one;
    std::string_view many;
    std::int32_t factor;
    Duration::Unit unit;
};
constexpr std::array<DurationWord, 5> duration_words = {{
    {"dag", "dagen", 1, Duration::Unit::Days},
    {"week", "weken", 7, Duration::Unit::Days},
    {"maand", "maanden", 1, Duration::Unit::Months},
    {"jaar", "jaren", 12, Duration::Unit::Months},
    {"werkdag", "werkdagen", 1, Duration::Unit::WorkingDays},
}};

struct UnitNames {
    std::string_view one;
    std::string_view many;
};
UnitNames unit_names(Duration::Unit unit, bool is_in_years, bool is_dutch) {
    switch (unit) {
        case Duration::Unit::Days: return is_dutch ? UnitNames{"dag", "dagen"} : UnitNames{"day", "days"};
        case Duration::Unit::Months:
            if (is_in_years) return is_dutch ? UnitNames{"jaar", "jaar"} : UnitNames{"year", "years"};
            return is_dutch ? UnitNames{"maand", "maanden"} : UnitNames{"month", "months"};
        case Duration::Unit::WorkingDays: break;
    }
    return is_dutch ? UnitNames{"werkdag", "werkdagen"} : UnitNames{"working day", "working days"};
}

}  // namespace

std::optional<Date> to_date(CivilDate civil) {
    if (civil.year < first_year || civil.year > last_year || civil.month < 1 || civil.month > 12) return std::nullopt;
    if (civil.day < 1 || civil.day > last_day_of_month(civil.year, civil.month)) return std::nullopt;
    return civil::to_days(civil);
}

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = to_count(text.substr(0, 4));
    const auto month = to_count(text.substr(5, 2));
    const auto day = to_count(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return to_date({*year, *month, *day});
}

std::optional<Date> date_from_words(std::string_view text) {
    std::string folded;
    const auto words = split_short(text, folded);
    if (words.size() != 3 || words[0].size() > 2 || words[2].size() != 4) return std::nullopt;
    const auto day = to_count(words[0]);
    const auto month = month_from_word(words[1]);
    const auto year = to_count(words[2]);
    if (!day || !month || !year) return std::nullopt;
    return to_date({*year, *month, *day});
}

std::string to_iso(Date date) {
    const CivilDate civil = to_civil(date);
    return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string to_words(Date date, Language language) {
    const CivilDate civil = to_civil(date);
    const auto& months = language == Language::Dutch ? dutch_months : english_months;
    return fmt::format("{} {} {}", civil.day, months[static_cast<std::size_t>(civil.month - 1)], civil.year);
}

std::optional<int> month_from_word(std::string_view folded) {
    for (std::size_t index = 0; index < dutch_months.size(); ++index) {
        if (dutch_months[index] == folded) return static_cast<int>(index) + 1;
    }
    return std::nullopt;
}

std::string_view to_words(Weekday weekday, Language language) {
    const auto& words = language == Language::Dutch ? dutch_weekdays : english_weekdays;
    return words[static_cast<std::size_t>(weekday)];
}

std::optional<Weekday> weekday_from_word(std::string_view folded) {
    const auto* found = std::find(dutch_weekdays.begin(), dutch_weekdays.end(), folded);
    if (found == dutch_weekdays.end()) return std::nullopt;
    return static_cast<Weekday>(found - dutch_weekdays.begin());
}

std::int64_t to_column_value(Duration duration) {
    return std::int64_t{duration.count} * 4 + static_cast<std::int64_t>(duration.unit);
}

Duration duration_from_column_value(std::int64_t value) {
    return {static_cast<std::int32_t>(value >> 2), static_cast<Duration::Unit>(value & 3)};
}

std::string to_words(Duration duration, Language language) {
    const bool is_in_years = duration.unit == Duration::Unit::Months && duration.count != 0 && duration.count % 12 == 0;
    const std::int32_t count = is_in_years ? duration.count / 12 : duration.count;
    const UnitNames names = unit_names(duration.unit, is_in_years, language == Language::Dutch);
    return fmt::format("{} {}", count, count == 1 ? names.one : names.many);
}

std::optional<Duration> duration_from_words(std::string_view text) {
    std::string folded;
    const auto words = split_short(text, folded);
    if (words.size() != 2) return std::nullopt;
    const auto count = to_count(words[0]);
    if (!count) return std::nullopt;
    for (const DurationWord& word : duration_words) {
        if (words[1] != word.one && words[1] != word.many) continue;
        if (*count > std::numeric_limits<std::int32_t>::max() / word.factor) return std::nullopt;
        return Duration{*count * word.factor, word.unit};
    }
    return std::nullopt;
}

std::optional<Date> shift(Date date, Duration duration, bool backward) {
    const std::int64_t count = backward ? -std::int64_t{duration.count} : std::int64_t{duration.count};
    switch (duration.unit) {
        case Duration::Unit::Days: return civil::clamp_days(date.days + count);
        case Duration::Unit::Months: {
            constexpr std::int64_t far = 1'000'000;  // months; further than the calendar reaches
            return add_months(date, static_cast<int>(std::clamp(count, -far, far)));
        }
        case Duration::Unit::WorkingDays: break;
    }
    return std::nullopt;
}

}  // namespace toets
