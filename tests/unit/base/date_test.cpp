#include "base/date.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

namespace toets {
namespace {

Date day(int year, int month, int day_of_month) { return to_date({year, month, day_of_month}).value(); }

constexpr Date every_first = civil::to_days({civil::lowest_year, 1, 1});
constexpr Date every_last = civil::to_days({civil::highest_year, 12, 31});

TEST(Date, CountsFromTheFirstOfJanuary1970) {
    EXPECT_EQ(day(1970, 1, 1).days, 0);
    EXPECT_EQ(day(1969, 12, 31).days, -1);
    EXPECT_EQ(day(2000, 3, 1).days, 11017);
}

TEST(Date, AgreesWithTheStandardLibraryOnEveryDayOfThreeCenturies) {
    for (std::int32_t days = day(1900, 1, 1).days; days <= day(2199, 12, 31).days; ++days) {
        const std::chrono::year_month_day expected{std::chrono::sys_days{std::chrono::days{days}}};
        const CivilDate civil = to_civil(Date{days});
        ASSERT_EQ(civil.year, static_cast<int>(expected.year())) << days;
        ASSERT_EQ(civil.month, static_cast<int>(static_cast<unsigned>(expected.month()))) << days;
        ASSERT_EQ(civil.day, static_cast<int>(static_cast<unsigned>(expected.day()))) << days;
        ASSERT_EQ(to_date(civil), Date{days});
    }
}

TEST(Date, DayThatDoesNotExistIsEmpty) {
    EXPECT_FALSE(to_date({2025, 2, 29}));
    EXPECT_FALSE(to_date({2025, 4, 31}));
    EXPECT_FALSE(to_date({2025, 0, 1}));
    EXPECT_FALSE(to_date({2025, 13, 1}));
    EXPECT_FALSE(to_date({2025, 1, 0}));
    EXPECT_FALSE(to_date({2025, -1, -1}));
}

TEST(Date, LastDayOfFebruaryFollowsLeapYears) {
    EXPECT_TRUE(to_date({2024, 2, 29}));
    EXPECT_TRUE(to_date({2000, 2, 29}));
    EXPECT_FALSE(to_date({1900, 2, 29}));
    EXPECT_FALSE(to_date({2100, 2, 29}));
    EXPECT_TRUE(is_leap_year(2000));
    EXPECT_FALSE(is_leap_year(2100));
}

TEST(Date, YearsOutside1900To2199AreEmpty) {
    EXPECT_TRUE(to_date({1900, 1, 1}));
    EXPECT_TRUE(to_date({2199, 12, 31}));
    EXPECT_FALSE(to_date({1899, 12, 31}));
    EXPECT_FALSE(to_date({2200, 1, 1}));
}

TEST(Date, ReadsIsoOnlyInItsFullForm) {
    EXPECT_EQ(date_from_iso("2026-03-20"), day(2026, 3, 20));
    for (const char* text : {"", "2026-3-20", "2026-03-2", "20-03-2026", "2026/03/20", "2026-02-29", "2026-03-20 ",
                             "+026-03-20", "-026-03-20", "2026--3-20", "2026-03-+1", "2026-03-20T00:00:00"}) {
        EXPECT_FALSE(date_from_iso(text)) << text;
    }
}

TEST(Date, ReadsDutchWords) {
    EXPECT_EQ(date_from_words("20 maart 2026"), day(2026, 3, 20));
    EXPECT_EQ(date_from_words(" 1  Januari 2026 "), day(2026, 1, 1));
    EXPECT_EQ(date_from_words("29 FEBRUARI 2024"), day(2024, 2, 29));
    for (const char* text : {"", "20 march 2026", "29 februari 2026", "20 maart", "20 maart 26", "maart 2026",
                             "020 maart 2026", "-1 maart 2026", "20 maart 2026 ja"}) {
        EXPECT_FALSE(date_from_words(text)) << text;
    }
    EXPECT_FALSE(date_from_words(std::string(1000, ' ') + "20 maart 2026"));
}

TEST(Date, WritesIsoAndWords) {
    EXPECT_EQ(to_iso(day(2026, 3, 6)), "2026-03-06");
    EXPECT_EQ(to_words(day(2026, 3, 6), Language::Dutch), "6 maart 2026");
    EXPECT_EQ(to_words(day(2026, 3, 6), Language::English), "6 March 2026");
}

TEST(Date, EveryMonthReadsBackAsItWasWritten) {
    for (int month = 1; month <= 12; ++month) {
        const Date date = day(2026, month, 15);
        EXPECT_EQ(date_from_words(to_words(date, Language::Dutch)), date);
        EXPECT_EQ(date_from_iso(to_iso(date)), date);
    }
}

TEST(Date, AddingMonthsKeepsTheDayOrTakesTheLastOne) {
    EXPECT_EQ(add_months(day(2026, 1, 15), 1), day(2026, 2, 15));
    EXPECT_EQ(add_months(day(2026, 1, 31), 1), day(2026, 2, 28));
    EXPECT_EQ(add_months(day(2024, 1, 31), 1), day(2024, 2, 29));
    EXPECT_EQ(add_months(day(2024, 2, 29), 12), day(2025, 2, 28));
    EXPECT_EQ(add_months(day(2026, 12, 31), 2), day(2027, 2, 28));
    EXPECT_EQ(add_months(day(2026, 3, 31), -1), day(2026, 2, 28));
    EXPECT_EQ(add_months(day(2026, 1, 1), -1), day(2025, 12, 1));
    EXPECT_EQ(add_months(day(1900, 1, 1), 300 * 12 - 1), day(2199, 12, 1));
    EXPECT_EQ(add_months(day(2026, 5, 31), 0), day(2026, 5, 31));
}

TEST(Date, AddingMonthsStopsAtTheEndOfTheCalendar) {
    EXPECT_EQ(add_months(day(2026, 1, 1), std::numeric_limits<int>::max()).days, civil::to_days({32767, 12, 1}).days);
    EXPECT_EQ(add_months(day(2026, 1, 31), std::numeric_limits<int>::min()), Date{every_first.days + 30});
    EXPECT_EQ(add_months(Date{std::numeric_limits<std::int32_t>::max()}, 1), every_last);
    EXPECT_EQ(to_civil(Date{std::numeric_limits<std::int32_t>::min()}).year, civil::lowest_year);
    EXPECT_EQ(every_first.days, civil::lowest_day);
    EXPECT_EQ(every_last.days, civil::highest_day);
}

TEST(Duration, ReadsCountAndUnit) {
    EXPECT_EQ(duration_from_words("14 dagen"), (Duration{14, Duration::Unit::Days}));
    EXPECT_EQ(duration_from_words("1 Dag"), (Duration{1, Duration::Unit::Days}));
    EXPECT_EQ(duration_from_words("8 weken"), (Duration{56, Duration::Unit::Days}));
    EXPECT_EQ(duration_from_words("6 maanden"), (Duration{6, Duration::Unit::Months}));
    EXPECT_EQ(duration_from_words("2 jaar"), (Duration{24, Duration::Unit::Months}));
    EXPECT_EQ(duration_from_words("5 werkdagen"), (Duration{5, Duration::Unit::WorkingDays}));
    for (const char* text : {"", "dagen", "14", "-1 dagen", "1,5 jaar", "14 days", "2147483647 weken",
                             "99999999999 dagen", "14 dagen later"}) {
        EXPECT_FALSE(duration_from_words(text)) << text;
    }
}

TEST(Duration, WritesTheUnitPeopleSay) {
    EXPECT_EQ(to_words(Duration{14, Duration::Unit::Days}, Language::Dutch), "14 dagen");
    EXPECT_EQ(to_words(Duration{1, Duration::Unit::Days}, Language::Dutch), "1 dag");
    EXPECT_EQ(to_words(Duration{6, Duration::Unit::Months}, Language::Dutch), "6 maanden");
    EXPECT_EQ(to_words(Duration{24, Duration::Unit::Months}, Language::Dutch), "2 jaar");
    EXPECT_EQ(to_words(Duration{12, Duration::Unit::Months}, Language::English), "1 year");
    EXPECT_EQ(to_words(Duration{24, Duration::Unit::Months}, Language::English), "2 years");
    EXPECT_EQ(to_words(Duration{1, Duration::Unit::WorkingDays}, Language::Dutch), "1 werkdag");
    EXPECT_EQ(to_words(Duration{3, Duration::Unit::WorkingDays}, Language::English), "3 working days");
}

TEST(Duration, SurvivesTheColumn) {
    for (const Duration duration : {Duration{14, Duration::Unit::Days}, Duration{-3, Duration::Unit::Months},
                                    Duration{std::numeric_limits<std::int32_t>::min(), Duration::Unit::WorkingDays}}) {
        EXPECT_EQ(duration_from_column_value(to_column_value(duration)), duration);
    }
}

TEST(Duration, ShiftsADateBothWays) {
    EXPECT_EQ(shift(day(2026, 3, 20), {14, Duration::Unit::Days}, true), day(2026, 3, 6));
    EXPECT_EQ(shift(day(2026, 3, 20), {14, Duration::Unit::Days}, false), day(2026, 4, 3));
    EXPECT_EQ(shift(day(2026, 8, 31), {6, Duration::Unit::Months}, true), day(2026, 2, 28));
    EXPECT_FALSE(shift(day(2026, 3, 20), {5, Duration::Unit::WorkingDays}, false));
    const Duration longest{std::numeric_limits<std::int32_t>::min(), Duration::Unit::Months};
    EXPECT_EQ(to_civil(*shift(day(2026, 3, 20), longest, true)).year, civil::highest_year);
    EXPECT_EQ(to_civil(*shift(day(2026, 3, 20), longest, false)).year, civil::lowest_year);
}

}  // namespace
}  // namespace toets
