// Stretches of days and what they cover together: the arithmetic behind `loopt ten minste van ... tot en met` (C44) and
// `lopen ten minste ... in de periode van` (C45). The evaluator and the explanation both use it, so they agree.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"

namespace toets {

// Both days included; nothing when `last` lies before `first`.
struct DayRange {
    std::int64_t first = 0;
    std::int64_t last = 0;
    [[nodiscard]] constexpr bool is_empty() const { return last < first; }
    [[nodiscard]] constexpr std::int64_t days() const { return is_empty() ? 0 : last - first + 1; }
    friend constexpr bool operator==(DayRange, DayRange) = default;
};

// Beyond every date, and far enough from the ends of the number to count on from it.
constexpr std::int64_t before_all_days = -(std::int64_t{1} << 40);
constexpr std::int64_t after_all_days = std::int64_t{1} << 40;

// The same days in ascending order, none empty, with at least one day between one and the next: what overlaps or
// follows on the next day becomes one.
void join(std::vector<DayRange>& ranges);

// Is [first, last] longer than `length`? A stretch of N months from S ends the day before S plus N months. Empty for
// working days, which need a calendar.
std::optional<bool> is_longer_than(DayRange range, Duration length);
std::optional<bool> is_at_least(DayRange range, Duration length);

// The first stretch of days of `window` outside `joined` that is longer than `tolerated`.
std::optional<DayRange> first_gap(std::span<const DayRange> joined, DayRange window, Duration tolerated);
std::int64_t days_within(std::span<const DayRange> joined, DayRange window);
// The stretch within the window that has the most days; the first of those, and an empty one when there is none.
DayRange longest_within(std::span<const DayRange> joined, DayRange window);
// Is one of the stretches within the window at least that long?
bool has_stretch(std::span<const DayRange> joined, DayRange window, Duration length);

}  // namespace toets
