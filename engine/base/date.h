// Dates without a clock: a day is a number, and every calculation a term needs is exact and total over 1900-2199.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace toets {

enum class Language { Dutch, English };

struct CivilDate {
    int year = 0;
    int month = 0;  // 1-12
    int day = 0;    // 1-31
};

// Days since 1 January 1970 (negative before).
struct Date {
    std::int32_t days = 0;
    friend constexpr bool operator==(Date, Date) = default;
    friend constexpr auto operator<=>(Date, Date) = default;
};

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
constexpr Weekday weekday(Date date) {
    const std::int32_t since_monday = (date.days % 7 + 10) % 7;  // day 0 was a Thursday
    return static_cast<Weekday>(since_monday);
}
std::string_view to_words(Weekday weekday, Language language);      // maandag | Monday
std::optional<Weekday> weekday_from_word(std::string_view folded);  // Dutch

constexpr int first_year = 1900;
constexpr int last_year = 2199;

// Empty when the day does not exist or lies outside the years above.
std::optional<Date> to_date(CivilDate civil);
// Exact from year -32767 to 32767; a day beyond is read as the nearest day within.
constexpr CivilDate to_civil(Date date);
std::optional<Date> date_from_iso(std::string_view text);    // 2026-03-20
std::optional<Date> date_from_words(std::string_view text);  // 20 maart 2026, any case
std::string to_iso(Date date);
std::string to_words(Date date, Language language);  // 20 maart 2026 | 20 March 2026

// Months 1-12; empty for another word. Dutch names, folded.
std::optional<int> month_from_word(std::string_view folded);
constexpr bool is_leap_year(int year);
constexpr int last_day_of_month(int year, int month);

// Same day number in the month `months` later, else the last day of that month (patterns 0.5).
constexpr Date add_months(Date date, int months);

// A length of time as agreements write it. Weeks are days times seven, years are months times twelve; days and
// months cannot be compared with each other, because a month has no fixed number of days.
struct Duration {
    enum class Unit : std::uint8_t { Days, Months, WorkingDays };
    std::int32_t count = 0;
    Unit unit = Unit::Days;
    friend bool operator==(const Duration&, const Duration&) = default;
};
// One 64-bit value for a column: count * 4 + unit.
std::int64_t to_column_value(Duration duration);
Duration duration_from_column_value(std::int64_t value);
std::string to_words(Duration duration, Language language);  // 14 dagen, 6 maanden, 2 jaar
// "14 dagen", "8 weken", "1 jaar", "5 werkdagen"; empty for anything else. The text may be in any case.
std::optional<Duration> duration_from_words(std::string_view text);
// Days or Months only; working days need a calendar and give nullopt.
std::optional<Date> shift(Date date, Duration duration, bool backward);

}  // namespace toets

#include "base/civil.h"
