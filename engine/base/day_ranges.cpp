#include "base/day_ranges.h"

#include <algorithm>

#include "base/civil.h"

namespace toets {

namespace {

DayRange within(DayRange range, DayRange window) {
    return {std::max(range.first, window.first), std::min(range.last, window.last)};
}

// The day after the last one of a stretch that begins on `first` and has exactly that length.
std::optional<std::int64_t> day_after(std::int64_t first, Duration length) {
    if (length.unit == Duration::Unit::Days) return first + length.count;
    const std::optional<Date> day = shift(civil::clamp_days(first), length, false);
    return day ? std::optional<std::int64_t>(day->days) : std::nullopt;
}

}  // namespace

void join(std::vector<DayRange>& ranges) {
    ranges.erase(std::remove_if(ranges.begin(), ranges.end(), [](DayRange each) { return each.is_empty(); }),
                 ranges.end());
    std::sort(ranges.begin(), ranges.end(), [](DayRange left, DayRange right) { return left.first < right.first; });
    std::size_t joined = 0;
    for (const DayRange range : ranges) {
        if (joined > 0 && range.first <= ranges[joined - 1].last + 1) {
            ranges[joined - 1].last = std::max(ranges[joined - 1].last, range.last);
        } else {
            ranges[joined++] = range;
        }
    }
    ranges.resize(joined);
}

std::optional<bool> is_longer_than(DayRange range, Duration length) {
    if (range.is_empty()) return false;
    const std::optional<std::int64_t> end = day_after(range.first, length);
    return end ? std::optional<bool>(range.last >= *end) : std::nullopt;
}

std::optional<bool> is_at_least(DayRange range, Duration length) {
    if (length.count <= 0) return true;
    if (range.is_empty()) return false;
    const std::optional<std::int64_t> end = day_after(range.first, length);
    return end ? std::optional<bool>(range.last + 1 >= *end) : std::nullopt;
}

std::optional<DayRange> first_gap(std::span<const DayRange> joined, DayRange window, Duration tolerated) {
    DayRange gap{window.first, window.last};
    for (const DayRange range : joined) {
        if (range.last < window.first) continue;
        if (range.first > window.last) break;
        gap.last = range.first - 1;
        if (is_longer_than(gap, tolerated) == true) return gap;
        gap = {range.last + 1, window.last};
    }
    return is_longer_than(gap, tolerated) == true ? std::optional<DayRange>(gap) : std::nullopt;
}

std::int64_t days_within(std::span<const DayRange> joined, DayRange window) {
    std::int64_t days = 0;
    for (const DayRange range : joined) days += within(range, window).days();
    return days;
}

DayRange longest_within(std::span<const DayRange> joined, DayRange window) {
    DayRange longest{window.first, window.first - 1};
    for (const DayRange range : joined) {
        const DayRange here = within(range, window);
        if (here.days() > longest.days()) longest = here;
    }
    return longest;
}

bool has_stretch(std::span<const DayRange> joined, DayRange window, Duration length) {
    if (length.count <= 0) return true;
    return std::any_of(joined.begin(), joined.end(),
                       [&](DayRange range) { return is_at_least(within(range, window), length) == true; });
}

}  // namespace toets
