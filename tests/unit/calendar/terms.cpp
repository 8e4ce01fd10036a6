// The worked vectors of the Algemene termijnenwet and of working days, and where a calendar cannot answer.
#include <gtest/gtest.h>

#include "calendar/calendar.h"
#include "dates.h"

namespace toets::test {
namespace {

using calendar::Calendar;
using calendar::EndOfTerm;
using Unit = Duration::Unit;

calendar::EquatedDays decree(int first_year, int last_year, std::vector<const char*> days) {
    calendar::EquatedDays decree{first_year, last_year, {}, "besluit", false};
    for (const char* day : days) decree.days.push_back(on(day));
    return decree;
}

const Calendar& statute() {
    static const Calendar calendar = [] {
        calendar::FreeDays days = calendar::free_days_of_statute();
        days.equated.push_back(
            decree(2026, 2028, {"2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"}));
        return Calendar(days);
    }();
    return calendar;
}

std::string last_day(const Calendar& calendar, const char* start, Duration duration, EndOfTerm end,
                     bool counts_start = false) {
    const auto term = calendar.term(on(start), duration, end, counts_start);
    return term ? to_iso(term->last) : "onbekend";
}

struct Vector {
    const char* start;
    Duration duration;
    const char* last;
};

TEST(Statute, WorkedVectors) {
    const std::vector<Vector> vectors = {
        {"2026-04-02", {3, Unit::WorkingDays}, "2026-04-09"},  // Good Friday, Easter Monday
        {"2026-03-30", {28, Unit::Days}, "2026-04-28"},        // King's Day
        {"2026-03-10", {56, Unit::Days}, "2026-05-06"},        // 5 May
        {"2026-04-13", {42, Unit::Days}, "2026-05-26"},        // Whit Monday
        {"2026-12-24", {3, Unit::Days}, "2026-12-29"},         // articles 1 and 2
        {"2026-11-30", {3, Unit::Months}, "2027-03-01"},       // the last of February is a Sunday
        {"2026-08-28", {6, Unit::Months}, "2027-02-28"},       // article 4
        {"2026-05-01", {14, Unit::Days}, "2026-05-18"},        // Friday after Ascension Day, by decree
    };
    for (const Vector& vector : vectors) {
        EXPECT_EQ(last_day(statute(), vector.start, vector.duration, EndOfTerm::ByStatute), vector.last)
            << vector.start << " " << to_words(vector.duration, Language::Dutch);
    }
    EXPECT_EQ(to_iso(statute().before(on("2026-08-01"), {56, Unit::Days}).value()), "2026-06-06");
}

TEST(Statute, ArticleFourStandsAtNinetyDaysAndThreeMonths) {
    EXPECT_EQ(last_day(statute(), "2026-01-03", {90, Unit::Days}, EndOfTerm::ByStatute), "2026-04-07");
    EXPECT_EQ(last_day(statute(), "2026-01-02", {91, Unit::Days}, EndOfTerm::ByStatute), "2026-04-03");
    EXPECT_EQ(last_day(statute(), "2026-01-03", {84, Unit::Days}, EndOfTerm::ByStatute), "2026-03-30");
    EXPECT_EQ(last_day(statute(), "2026-02-28", {3, Unit::Months}, EndOfTerm::ByStatute), "2026-05-28");
    EXPECT_EQ(last_day(statute(), "2026-03-06", {12, Unit::Months}, EndOfTerm::ByStatute), "2027-03-06");
}

TEST(Statute, ArticleTwoIsForThreeDaysAndMore) {
    EXPECT_EQ(last_day(statute(), "2026-12-24", {2, Unit::Days}, EndOfTerm::ByStatute), "2026-12-28");
    EXPECT_EQ(last_day(statute(), "2026-12-24", {1, Unit::WorkingDays}, EndOfTerm::ByStatute), "2026-12-28");
    const auto term = statute().term(on("2026-12-24"), {3, Unit::Days}, EndOfTerm::ByStatute, false);
    EXPECT_EQ(to_iso(term->counted), "2026-12-27");
    EXPECT_TRUE(term->has_moved);
    EXPECT_TRUE(term->is_lengthened);
}

TEST(Statute, AYearWithoutItsDecreeIsNotGuessed) {
    // The Friday after Ascension Day 2025 may have been made equal to a feast day.
    EXPECT_EQ(last_day(statute(), "2025-05-16", {14, Unit::Days}, EndOfTerm::ByStatute), "onbekend");
    EXPECT_EQ(last_day(statute(), "2025-05-28", {1, Unit::WorkingDays}, EndOfTerm::ByStatute), "onbekend");
    EXPECT_EQ(last_day(statute(), "2025-06-11", {14, Unit::Days}, EndOfTerm::ByStatute), "2025-06-25");
    EXPECT_FALSE(statute().before(on("2025-06-02"), {1, Unit::WorkingDays}).has_value());
    EXPECT_FALSE(statute().count(on("2025-05-28"), on("2025-06-02")).has_value());
    EXPECT_EQ(statute().count(on("2026-04-02"), on("2026-04-09")), 3);
}

TEST(DeclaredCalendar, MovesEveryTermOrNone) {
    calendar::FreeDays days;
    days.weekdays = {Weekday::Saturday, Weekday::Sunday};
    days.holidays = {calendar::Holiday::GoodFriday, calendar::Holiday::EasterMonday};
    days.every_year = {{12, 24}, {2, 29}};
    days.dates = {on("2026-08-17")};
    const Calendar calendar(days);
    EXPECT_EQ(last_day(calendar, "2026-08-28", {6, Unit::Months}, EndOfTerm::Moves), "2027-03-01");
    EXPECT_EQ(last_day(calendar, "2026-08-28", {6, Unit::Months}, EndOfTerm::Stays), "2027-02-28");
    EXPECT_EQ(last_day(calendar, "2026-04-02", {5, Unit::WorkingDays}, EndOfTerm::Moves), "2026-04-13");
    EXPECT_EQ(last_day(calendar, "2025-04-16", {1, Unit::WorkingDays}, EndOfTerm::Moves), "2025-04-17");
    EXPECT_EQ(last_day(calendar, "2026-08-14", {1, Unit::WorkingDays}, EndOfTerm::Stays), "2026-08-18");
    EXPECT_EQ(last_day(calendar, "2028-02-28", {1, Unit::WorkingDays}, EndOfTerm::Stays), "2028-03-01");
    EXPECT_EQ(last_day(calendar, "2026-12-23", {1, Unit::Days}, EndOfTerm::Moves), "2026-12-25");
}

TEST(DeclaredCalendar, TheDayItselfCanBeTheFirst) {
    calendar::FreeDays days;
    days.weekdays = {Weekday::Saturday, Weekday::Sunday};
    const Calendar calendar(days);
    EXPECT_EQ(last_day(calendar, "2026-08-03", {5, Unit::Days}, EndOfTerm::Stays, true), "2026-08-07");
    EXPECT_EQ(last_day(calendar, "2026-08-03", {5, Unit::WorkingDays}, EndOfTerm::Stays, true), "2026-08-07");
    EXPECT_EQ(last_day(calendar, "2026-08-01", {1, Unit::WorkingDays}, EndOfTerm::Stays, true), "2026-08-03");
    EXPECT_EQ(last_day(calendar, "2026-01-01", {3, Unit::Months}, EndOfTerm::Stays, true), "2026-03-31");
    EXPECT_EQ(last_day(calendar, "2026-08-03", {0, Unit::Days}, EndOfTerm::Moves), "2026-08-03");
}

TEST(DeclaredCalendar, KnowsNoYearsBeforeItsFeastDays) {
    calendar::FreeDays days;
    days.weekdays = {Weekday::Sunday};
    const Calendar calendar(days);
    EXPECT_EQ(last_day(calendar, "1989-12-20", {5, Unit::WorkingDays}, EndOfTerm::Stays), "onbekend");
    EXPECT_EQ(last_day(calendar, "1985-06-30", {10 * 12, Unit::Months}, EndOfTerm::Moves), "1995-06-30");
    EXPECT_EQ(last_day(calendar, "2199-12-31", {1, Unit::WorkingDays}, EndOfTerm::Stays), "onbekend");
}

TEST(DeclaredCalendar, SaysWhyADayIsFree) {
    using Why = calendar::FreeDay::Why;
    EXPECT_EQ(statute().free_day(on("2026-04-27"))->holiday, calendar::Holiday::KingsDay);
    EXPECT_EQ(statute().free_day(on("2026-05-15"))->why, Why::Equated);
    EXPECT_EQ(statute().free_day(on("2026-05-15"))->source, "besluit");
    EXPECT_EQ(statute().free_day(on("2026-05-16"))->why, Why::Weekend);
    EXPECT_FALSE(statute().free_day(on("2026-05-18")).has_value());
}

// Counting and adding are two sides of one table.
TEST(WorkingDays, CountingUndoesAdding) {
    for (Date start = on("2026-01-01"); start <= on("2028-12-31"); ++start.days) {
        for (const int count : {1, 2, 5, 10, 63}) {
            const Date end = statute().working_days().shifted(start, count);
            EXPECT_EQ(statute().count(start, end), count) << to_iso(start);
            EXPECT_TRUE(statute().is_working_day(end));
            const Date back = statute().working_days().shifted(end, -count);
            EXPECT_LE(back, std::max(start, statute().working_days().at_or_after(start))) << to_iso(start);
        }
    }
}

}  // namespace
}  // namespace toets::test
