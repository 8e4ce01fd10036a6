#include "evaluation/courses.h"

#include <gtest/gtest.h>

#include <random>

namespace toets::test {
namespace {

using evaluation::Course;
using evaluation::Courses;
using evaluation::LogEvent;
using evaluation::ProcedureLog;
using evaluation::StepLog;
using evaluation::StepTaken;
using evaluation::Strays;
using Unit = Duration::Unit;

Date on(const char* iso) { return date_from_iso(iso).value(); }
LogEvent sure(std::int64_t thing, const char* iso) { return {thing, on(iso), true}; }
LogEvent perhaps(std::int64_t thing, const char* iso) { return {thing, on(iso), false}; }

// A log in which what starts a course also breaks the quiet.
ProcedureLog log_of(std::vector<LogEvent> starts, std::optional<Duration> quiet) {
    ProcedureLog log;
    log.noises = starts;
    log.starts = std::move(starts);
    log.has_all_starts = log.has_all_noises = true;
    log.quiet = quiet;
    return log;
}
StepLog step(std::vector<LogEvent> events) { return {{std::move(events)}, true}; }
constexpr Duration six_months{6, Unit::Months};

std::vector<std::string> starts_of(const Courses& courses) {
    std::vector<std::string> days;
    for (const Course& course : courses.courses) days.push_back(to_iso(course.first));
    return days;
}

TEST(Courses, AnEventOnTheLastDayStillBelongsToTheCourse) {
    const Courses same = to_courses(log_of({sure(1, "2025-03-15"), sure(2, "2025-09-15")}, six_months));
    ASSERT_EQ(same.courses.size(), 1U);
    EXPECT_EQ(same.courses[0].last, on("2026-03-15"));
    const Courses two = to_courses(log_of({sure(1, "2025-03-15"), sure(2, "2025-09-16")}, six_months));
    EXPECT_EQ(starts_of(two), (std::vector<std::string>{"2025-03-15", "2025-09-16"}));
    EXPECT_EQ(two.courses[0].last, on("2025-09-15"));
}

TEST(Courses, WithoutQuietACourseNeverEnds) {
    const Courses courses = to_courses(log_of({sure(1, "2025-03-15"), sure(2, "2035-01-01")}, std::nullopt));
    EXPECT_EQ(courses.courses.size(), 1U);
    EXPECT_FALSE(courses.uncertain_from.has_value());
}

TEST(Courses, TheFirstOfSeveralEventsIsTheStep) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {step({sure(7, "2025-04-02"), sure(6, "2025-03-20")})};
    const Courses courses = to_courses(log);
    EXPECT_EQ(courses.courses[0].steps[0].thing, 6);
    EXPECT_EQ(courses.courses[0].steps[0].day, on("2025-03-20"));
}

TEST(Courses, AStepAfterALaterOneDoesNotCount) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {step({sure(6, "2025-04-20")}), step({sure(7, "2025-04-02")})};
    const Courses courses = to_courses(log);
    EXPECT_EQ(courses.courses[0].steps[0].state, StepTaken::State::Not);
    EXPECT_EQ(courses.courses[0].steps[1].state, StepTaken::State::Taken);
}

TEST(Courses, AJointStepIsTakenWithTheLastDeed) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {{{{sure(6, "2025-04-20")}, {sure(7, "2025-04-25")}}, true}};
    EXPECT_EQ(to_courses(log).courses[0].steps[0].day, on("2025-04-25"));
    log.steps = {{{{sure(6, "2025-04-20")}, {}}, true}};
    EXPECT_EQ(to_courses(log).courses[0].steps[0].state, StepTaken::State::Not);
}

TEST(Courses, WhoeverMayHaveTakenItLeavesTheStepUnknown) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {step({perhaps(6, "2025-04-20")}), step({})};
    EXPECT_EQ(to_courses(log).courses[0].steps[0].state, StepTaken::State::Unknown);
    log.steps = {step({perhaps(6, "2025-04-20"), sure(7, "2025-04-02")}), step({})};
    EXPECT_EQ(to_courses(log).courses[0].steps[0].state, StepTaken::State::Taken);
}

TEST(Courses, AnIncompleteRegisterLeavesAStepUnknown) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {{{{}}, false}};
    EXPECT_EQ(to_courses(log).courses[0].steps[0].state, StepTaken::State::Unknown);
}

TEST(Courses, OneStepBackForEachQuietPeriod) {
    ProcedureLog log = log_of({sure(1, "2025-01-10"), sure(2, "2025-08-01"), sure(3, "2026-09-01")}, six_months);
    log.goes_one_step_back = true;
    log.steps = {step({sure(4, "2025-01-15")}), step({sure(5, "2025-01-20")}), step({sure(6, "2025-01-25")})};
    const Courses courses = to_courses(log);
    ASSERT_EQ(courses.courses.size(), 3U);
    EXPECT_EQ(courses.courses[1].inherited, 2U);  // one period before August
    EXPECT_EQ(courses.courses[1].steps[1].thing, 5);
    EXPECT_EQ(courses.courses[2].inherited, 0U);  // two more before September next year
}

TEST(Courses, StepsOutsideEveryCourseAreStray) {
    ProcedureLog log = log_of({sure(1, "2025-03-15")}, six_months);
    log.steps = {step({sure(6, "2025-03-01"), sure(7, "2025-03-16"), sure(8, "2025-09-16")})};
    const Strays strays = strays_of(log.steps[0], to_courses(log));
    EXPECT_EQ(strays.things, (std::vector<std::int64_t>{6, 8}));
    EXPECT_FALSE(strays.may_be_more);
}

// Whatever the unknown events turn out to be, what was called certain is so in every world.
TEST(Courses, WhatIsCertainHoldsInEveryWorld) {
    std::mt19937 random(20260301);
    const auto between = [&random](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    constexpr int rounds = 5'000;
    for (int round = 0; round < rounds; ++round) {
        const Date begin = on("2025-01-01");
        const auto some = [&](int most, std::int64_t first_thing) {
            std::vector<LogEvent> events;
            const int count = between(0, most);
            for (int i = 0; i < count; ++i) {
                events.push_back({first_thing + i, Date{begin.days + between(0, 300)}, between(0, 1) > 0});
            }
            return events;
        };
        ProcedureLog log = log_of(some(5, 10), Duration{60, Unit::Days});
        log.steps = {step(some(2, 100)), step(some(2, 200))};
        const Courses certain = to_courses(log);

        std::vector<LogEvent*> unknown;
        for (std::size_t i = 0; i < log.starts.size(); ++i) {
            if (!log.starts[i].is_sure) unknown.push_back(&log.starts[i]);
        }
        for (StepLog& each : log.steps) {
            for (LogEvent& event : each.deeds[0]) {
                if (!event.is_sure) unknown.push_back(&event);
            }
        }
        ASSERT_LE(unknown.size(), 9U);
        for (unsigned world = 0; world < 1U << unknown.size(); ++world) {
            std::vector<const LogEvent*> out;
            for (std::size_t i = 0; i < unknown.size(); ++i) {
                if ((world >> i & 1U) == 0) out.push_back(unknown[i]);
            }
            const auto keep = [&out](const std::vector<LogEvent>& events) {
                std::vector<LogEvent> kept;
                for (const LogEvent& event : events) {
                    if (std::find(out.begin(), out.end(), &event) == out.end())
                        kept.push_back({event.thing, event.day, true});
                }
                return kept;
            };
            ProcedureLog decided = log_of(keep(log.starts), log.quiet);
            for (const StepLog& each : log.steps) decided.steps.push_back(step(keep(each.deeds[0])));
            const Courses real = to_courses(decided);
            ASSERT_FALSE(real.uncertain_from.has_value());
            if (!certain.uncertain_from) {
                ASSERT_EQ(real.courses.size(), certain.courses.size());
            }
            ASSERT_GE(real.courses.size(), certain.courses.size());
            for (std::size_t i = 0; i < certain.courses.size(); ++i) {
                const Course& known = certain.courses[i];
                const Course& found = real.courses[i];
                ASSERT_EQ(found.start, known.start);
                ASSERT_LE(known.last, found.last);
                if (known.last_high) {
                    ASSERT_LE(found.last, *known.last_high);
                }
                for (std::size_t s = 0; s < known.steps.size(); ++s) {
                    if (known.steps[s].state == StepTaken::State::Unknown) continue;
                    ASSERT_EQ(found.steps[s].state, known.steps[s].state);
                    if (known.steps[s].state == StepTaken::State::Taken) {
                        ASSERT_EQ(found.steps[s].day, known.steps[s].day);
                    }
                }
            }
            if (certain.uncertain_from && real.courses.size() > certain.courses.size()) {
                ASSERT_LE(*certain.uncertain_from, real.courses[certain.courses.size()].first);
            }
        }
    }
}

}  // namespace
}  // namespace toets::test
