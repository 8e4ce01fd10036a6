// The calendar arithmetic of date.h, inline because columns of a million dates run through it.
// Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022).
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/date.h"

namespace toets {

namespace civil {

constexpr int lowest_year = -32767;
constexpr int highest_year = 32767;
constexpr std::int32_t lowest_day = -12687428;   // 1 January -32767
constexpr std::int32_t highest_day = 11248737;   // 31 December 32767
constexpr std::uint32_t shift_years = 400 * 82;  // whole periods of 400 years, so that no year is negative
constexpr std::uint32_t shift_days = 719468 + 146097 * 82;

// The day must be in the month, the year between the bounds above.
constexpr Date to_days(CivilDate date) {
    const bool is_early = date.month <= 2;
    const std::uint32_t year = static_cast<std::uint32_t>(date.year) + shift_years - (is_early ? 1U : 0U);
    const std::uint32_t month = static_cast<std::uint32_t>(date.month) + (is_early ? 12U : 0U);
    const std::uint32_t century = year / 100;
    const std::uint32_t days_of_years = 1461 * year / 4 - century + century / 4;
    const std::uint32_t days_of_months = (979 * month - 2919) / 32;
    const std::uint32_t days = days_of_years + days_of_months + static_cast<std::uint32_t>(date.day) - 1;
    return Date{static_cast<std::int32_t>(days - shift_days)};
}

// A number of days that may be out of reach, brought back to the nearest day within.
constexpr Date clamp_days(std::int64_t days) {
    return Date{static_cast<std::int32_t>(std::clamp<std::int64_t>(days, lowest_day, highest_day))};
}

}  // namespace civil

constexpr CivilDate to_civil(Date date) {
    const auto days = static_cast<std::uint32_t>(civil::clamp_days(date.days).days) + civil::shift_days;
    const std::uint32_t in_centuries = 4 * days + 3;
    const std::uint32_t century = in_centuries / 146097;
    const std::uint32_t in_years = in_centuries % 146097 | 3U;
    const std::uint64_t product = std::uint64_t{2939745} * in_years;
    const auto year_of_century = static_cast<std::uint32_t>(product >> 32U);
    const std::uint32_t day_of_year = static_cast<std::uint32_t>(product) / 2939745 / 4;
    const std::uint32_t in_months = 2141 * day_of_year + 197913;
    const bool is_next_year = day_of_year >= 306;
    const std::uint32_t month = (in_months >> 16U) - (is_next_year ? 12U : 0U);
    const std::uint32_t year = 100 * century + year_of_century + (is_next_year ? 1U : 0U) - civil::shift_years;
    return {static_cast<std::int32_t>(year), static_cast<int>(month),
            static_cast<int>((in_months & 0xffffU) / 2141 + 1)};
}

constexpr bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int last_day_of_month(int year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

constexpr Date add_months(Date date, int months) {
    constexpr std::int64_t lowest = std::int64_t{civil::lowest_year} * 12;
    constexpr std::int64_t highest = std::int64_t{civil::highest_year} * 12 + 11;
    const CivilDate from = to_civil(date);
    const std::int64_t wanted = std::int64_t{from.year} * 12 + (from.month - 1) + months;
    const auto since_lowest = static_cast<std::uint32_t>(std::clamp(wanted, lowest, highest) - lowest);
    const int year = static_cast<int>(since_lowest / 12) + civil::lowest_year;
    const int month = static_cast<int>(since_lowest % 12) + 1;
    return civil::to_days({year, month, std::min(from.day, last_day_of_month(year, month))});
}

}  // namespace toets
