#include "calendar/holidays.h"

#include <gtest/gtest.h>

namespace toets::test {
namespace {

using calendar::Holiday;

std::string day_of(Holiday holiday, int year) { return to_iso(calendar::date_of(holiday, year)); }

// Easter dates of the tables of the Nautical Almanac; the whole list of 2015-2035 is compared with another program's
// in tests/holidays.
TEST(Holidays, Easter) {
    const std::vector<std::pair<int, const char*>> known = {
        {1961, "1961-04-02"}, {1981, "1981-04-19"}, {2000, "2000-04-23"}, {2008, "2008-03-23"},
        {2011, "2011-04-24"}, {2019, "2019-04-21"}, {2026, "2026-04-05"}, {2038, "2038-04-25"}};
    for (const auto& [year, date] : known) EXPECT_EQ(to_iso(calendar::easter_sunday(year)), date);
}

TEST(Holidays, TheKingAndTheQueenAvoidSunday) {
    EXPECT_EQ(day_of(Holiday::KingsDay, 2014), "2014-04-26");
    EXPECT_EQ(day_of(Holiday::KingsDay, 2025), "2025-04-26");
    EXPECT_EQ(day_of(Holiday::KingsDay, 2026), "2026-04-27");
    EXPECT_EQ(day_of(Holiday::KingsDay, 2013), "2013-04-30");
    EXPECT_EQ(day_of(Holiday::KingsDay, 2006), "2006-04-29");
    EXPECT_EQ(calendar::to_words(Holiday::KingsDay, 2013, Language::Dutch), "Koninginnedag");
}

TEST(Holidays, AreFoundByTheirDutchName) {
    EXPECT_EQ(calendar::holiday_from_words("goede vrijdag"), Holiday::GoodFriday);
    EXPECT_EQ(calendar::holiday_from_words("tweede kerstdag"), Holiday::BoxingDay);
    EXPECT_FALSE(calendar::holiday_from_words("carnaval").has_value());
}

TEST(Holidays, WeekdaysAreCountedFromMonday) {
    EXPECT_EQ(weekday(Date{0}), Weekday::Thursday);
    EXPECT_EQ(weekday(Date{-4}), Weekday::Sunday);
    EXPECT_EQ(weekday(date_from_iso("2026-11-22").value()), Weekday::Sunday);
    EXPECT_EQ(to_words(Weekday::Saturday, Language::English), "Saturday");
    EXPECT_EQ(weekday_from_word("woensdag"), Weekday::Wednesday);
}

}  // namespace
}  // namespace toets::test
