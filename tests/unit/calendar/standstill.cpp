// A term that stands still, compared with counting its days one by one.
#include "calendar/standstill.h"

#include <gtest/gtest.h>

#include <random>

#include "calendar/calendar.h"
#include "dates.h"

namespace toets::test {
namespace {

using calendar::Calendar;
using calendar::EndOfTerm;
using calendar::Standstill;
using calendar::Stretch;
using Unit = Duration::Unit;

Calendar weekdays() {
    calendar::FreeDays days;
    days.weekdays = {Weekday::Saturday, Weekday::Sunday};
    return Calendar(days);
}

bool is_weekend(Date day) { return weekday(day) == Weekday::Saturday || weekday(day) == Weekday::Sunday; }

// The count-th day after `start` that counts.
Date one_by_one(Date start, int count, bool only_working_days, const std::vector<Stretch>& stretches) {
    Date day = start;
    while (count > 0) {
        ++day.days;
        const bool is_still = std::any_of(stretches.begin(), stretches.end(), [day](const Stretch& stretch) {
            return stretch.first <= day && (!stretch.last || day <= *stretch.last);
        });
        if (!is_still && !(only_working_days && is_weekend(day))) --count;
    }
    return day;
}

TEST(Standstill, OverlapsAndNeighboursAreOne) {
    const Standstill still(
        {{Date{10}, Date{12}}, {Date{1}, Date{3}}, {Date{4}, Date{5}}, {Date{12}, Date{20}}, {Date{9}, Date{8}}});
    const std::vector<Stretch> expected = {{Date{1}, Date{5}}, {Date{10}, Date{20}}};
    EXPECT_EQ(still.stretches(), expected);
    EXPECT_EQ(still.others(Date{0}, Date{12}), 4);
}

TEST(Standstill, WithoutAnEndNothingComesAfter) {
    const Standstill still({{Date{10}, std::nullopt}, {Date{30}, Date{40}}});
    EXPECT_EQ(still.stretches().size(), 1U);
    EXPECT_EQ(calendar::day_running(Date{0}, 9, still), Date{9});
    EXPECT_FALSE(calendar::day_running(Date{0}, 10, still).has_value());
}

TEST(Standstill, EqualsCountingOneByOne) {
    const Calendar calendar = weekdays();
    std::mt19937 random(59);
    const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 2000; ++round) {
        const Date start{on("2026-01-01").days + pick(0, 30)};
        std::vector<Stretch> stretches;
        for (int i = pick(1, 5); i > 0; --i) {
            const Date first{start.days + pick(-20, 90)};
            stretches.push_back({first, Date{first.days + pick(0, 25)}});
        }
        const bool in_working_days = pick(0, 1) == 1;
        const Duration length{pick(1, 60), in_working_days ? Unit::WorkingDays : Unit::Days};
        const auto term = calendar.term(start, length, EndOfTerm::Moves, false, Standstill(stretches));
        ASSERT_TRUE(term.has_value());
        const Date counted = one_by_one(start, length.count, in_working_days, stretches);
        EXPECT_EQ(term->term.counted, counted);
        const Date moved = is_weekend(counted) ? one_by_one(counted, 1, true, stretches) : counted;
        EXPECT_EQ(term->term.last, moved);
    }
}

TEST(Standstill, TwoWorkingDaysOfAStatutoryTermAreDaysOnWhichItRuns) {
    const Calendar statute(calendar::free_days_of_statute());
    // Friday 9 January 2026: three days end on Monday 12; Monday stands still, so Tuesday and Wednesday are needed.
    const Standstill still({{on("2026-01-12"), on("2026-01-12")}});
    const auto term = statute.term(on("2026-01-09"), {3, Unit::Days}, EndOfTerm::ByStatute, false, still);
    ASSERT_TRUE(term.has_value());
    EXPECT_EQ(to_iso(term->term.last), "2026-01-14");
    EXPECT_TRUE(term->term.is_lengthened);
}

}  // namespace
}  // namespace toets::test
