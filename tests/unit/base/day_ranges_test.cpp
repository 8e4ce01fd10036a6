#include "base/day_ranges.h"

#include <gtest/gtest.h>

namespace toets {
namespace {

std::int64_t day(const char* iso) { return date_from_iso(iso).value().days; }
DayRange range(const char* first, const char* last) { return {day(first), day(last)}; }
constexpr Duration one_month{1, Duration::Unit::Months};
constexpr Duration six_years{72, Duration::Unit::Months};

TEST(DayRanges, JoinWhatOverlapsAndWhatFollowsOnTheNextDay) {
    std::vector<DayRange> ranges{{20, 30}, {1, 5}, {6, 9}, {40, 39}, {25, 35}, {37, 38}};
    join(ranges);
    EXPECT_EQ(ranges, (std::vector<DayRange>{{1, 9}, {20, 35}, {37, 38}}));
}

TEST(DayRanges, LeaveGapsAtTheBeginningInsideAndAtTheEnd) {
    const std::vector<DayRange> joined{{3, 5}, {10, 12}};
    EXPECT_EQ(first_gap(joined, {1, 20}, {}), (DayRange{1, 2}));
    EXPECT_EQ(first_gap(joined, {1, 20}, {2, Duration::Unit::Days}), (DayRange{6, 9}));
    EXPECT_EQ(first_gap(joined, {1, 20}, {4, Duration::Unit::Days}), (DayRange{13, 20}));
    EXPECT_FALSE(first_gap(joined, {1, 20}, {8, Duration::Unit::Days}));
    EXPECT_FALSE(first_gap(joined, {4, 5}, {}));
    EXPECT_FALSE(first_gap({}, {5, 4}, {}));
    EXPECT_EQ(first_gap({}, {5, 6}, {}), (DayRange{5, 6}));
}

TEST(DayRanges, CountAMonthFromTheirFirstDay) {
    EXPECT_EQ(is_longer_than(range("2026-02-01", "2026-02-28"), one_month), false);
    EXPECT_EQ(is_longer_than(range("2026-02-01", "2026-03-01"), one_month), true);
    EXPECT_EQ(is_longer_than(range("2026-03-10", "2026-04-09"), one_month), false);
    EXPECT_EQ(is_at_least(range("2016-03-01", "2022-02-28"), six_years), true);
    EXPECT_EQ(is_at_least(range("2016-03-01", "2022-02-27"), six_years), false);
    EXPECT_EQ(is_at_least(range("2026-01-31", "2026-02-27"), one_month), true);
    EXPECT_EQ(is_at_least({1, 9}, {2, Duration::Unit::WorkingDays}), std::nullopt);
}

TEST(DayRanges, WithoutAnEndReachBeyondEveryDate) {
    std::vector<DayRange> ranges{{before_all_days, 5}, {10, after_all_days}};
    join(ranges);
    EXPECT_EQ(first_gap(ranges, {-1000, 1000}, {}), (DayRange{6, 9}));
    EXPECT_EQ(days_within(ranges, {1, 12}), 8);
    EXPECT_EQ(longest_within(ranges, {1, 12}), (DayRange{1, 5}));
    EXPECT_TRUE(longest_within({}, {1, 12}).is_empty());
    EXPECT_TRUE(has_stretch(ranges, {1, 12}, {5, Duration::Unit::Days}));
    EXPECT_FALSE(has_stretch(ranges, {1, 12}, {6, Duration::Unit::Days}));
}

}  // namespace
}  // namespace toets
