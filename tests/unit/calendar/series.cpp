#include "calendar/series.h"

#include <gtest/gtest.h>

#include <random>

#include "dates.h"

namespace toets::test {
namespace {

using calendar::Occurrence;
using calendar::Rhythm;
using calendar::Series;
using calendar::SeriesInput;
using Unit = Duration::Unit;

Rhythm every(Duration length, Rhythm::Kind kind = Rhythm::Kind::FromStart) {
    Rhythm rhythm;
    rhythm.kind = kind;
    rhythm.length = length;
    return rhythm;
}

std::vector<std::string> due_days(const Series& series) {
    std::vector<std::string> days;
    for (const Occurrence& each : series.occurrences) days.push_back(to_iso(each.due));
    return days;
}

TEST(Series, MonthsAreCountedFromTheStartEachTime) {
    const SeriesInput input{.start = on("2025-08-31"), .today = on("2026-09-15")};
    const Series series = calendar::to_series(every({6, Unit::Months}), input);
    EXPECT_EQ(due_days(series), (std::vector<std::string>{"2026-02-28", "2026-08-31", "2027-02-28"}));
    EXPECT_EQ(series.missed(), 2U);
}

TEST(Series, EachYearHasOneLastDay) {
    Rhythm rhythm = every({0, Unit::Days}, Rhythm::Kind::EachPeriod);
    rhythm.fixed = {7, 1};
    rhythm.is_before = true;
    const SeriesInput input{.start = on("2024-07-01"), .today = on("2026-03-01")};
    EXPECT_EQ(due_days(calendar::to_series(rhythm, input)), (std::vector<std::string>{"2025-06-30", "2026-06-30"}));
}

TEST(Series, QuartersEndOnTheirLastDay) {
    Rhythm rhythm = every({28, Unit::Days}, Rhythm::Kind::EachPeriod);
    rhythm.months = 3;
    rhythm.day = Rhythm::Day::AfterEnd;
    rhythm.only_after_event = true;
    const SeriesInput input{.start = on("2025-02-01"), .today = on("2025-05-01")};
    const Series series = calendar::to_series(rhythm, input);
    EXPECT_EQ(due_days(series), (std::vector<std::string>{"2025-04-28", "2025-07-28"}));
    EXPECT_EQ(to_iso(series.occurrences.front().first), "2025-03-31");
}

TEST(Series, StopsAtItsLimit) {
    const SeriesInput input{.start = on("2020-01-01"), .today = on("2026-01-01")};
    EXPECT_TRUE(calendar::to_series(every({1, Unit::Days}), input).is_too_long);
}

// What is judged with only what is certain and with all that may be, rests on this.
TEST(Series, MoreThatWasDoneIsNeverMoreThatWasMissed) {
    std::mt19937 random(58);
    const auto pick = [&random](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int round = 0; round < 3000; ++round) {
        const auto kind = pick(0, 1) == 0 ? Rhythm::Kind::FromStart : Rhythm::Kind::FromPrevious;
        const Rhythm rhythm = every({pick(5, 40), Unit::Days}, kind);
        SeriesInput input{.start = on("2026-01-01"), .today = on("2026-07-01")};
        input.leniency = {pick(0, 20), Unit::Days};
        for (int i = pick(0, 12); i > 0; --i) input.done.push_back(Date{input.start.days + pick(-10, 181)});
        std::sort(input.done.begin(), input.done.end());
        const std::size_t before = calendar::to_series(rhythm, input).missed();
        input.done.push_back(Date{input.start.days + pick(-10, 181)});
        std::sort(input.done.begin(), input.done.end());
        const std::size_t after = calendar::to_series(rhythm, input).missed();
        if (kind == Rhythm::Kind::FromStart) {
            EXPECT_LE(after, before);
        } else {
            // A time of its own may be late as well, but only after one that was.
            EXPECT_LE(after > 0, before > 0);
        }
    }
}

}  // namespace
}  // namespace toets::test
