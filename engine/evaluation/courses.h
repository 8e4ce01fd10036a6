// The log of a procedure (C68-C71) cut into courses: where each begins, how long it runs, and which step was taken
// when. Pure arithmetic of days. What is not known is kept apart: only what holds whatever the unknown events turn out
// to be is called certain.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"

namespace toets::evaluation {

struct LogEvent {
    std::int64_t thing = 0;  // its row
    std::optional<Date> day;
    bool is_sure = false;  // it counts; otherwise it may
};
struct StepLog {
    std::vector<std::vector<LogEvent>> deeds;  // each must be done before the step is taken
    bool is_complete = false;
};
struct ProcedureLog {
    std::vector<LogEvent> starts;
    bool has_all_starts = false;
    std::vector<LogEvent> noises;  // that break the quiet
    bool has_all_noises = false;
    std::optional<Duration> quiet;  // after which a course is over; empty: it never is
    bool goes_one_step_back = false;
    std::vector<StepLog> steps;
};

struct StepTaken {
    enum class State { Unknown, Not, Taken };
    State state = State::Not;
    std::int64_t thing = 0;
    Date day;  // Unknown: not before this day
};
struct Course {
    std::int64_t start = 0;  // the row of the event it began with
    Date first;
    Date last;                      // surely belongs to it
    std::optional<Date> last_high;  // may belong to it; empty when that cannot be said
    std::size_t inherited = 0;      // steps that still count from the course before it
    std::vector<StepTaken> steps;   // those that brought it further
};
struct Courses {
    std::vector<Course> courses;         // the certain ones, in order
    std::optional<Date> uncertain_from;  // a course may begin on this day or later; empty: these are all
};
Courses to_courses(const ProcedureLog& log);

struct Strays {
    std::vector<std::int64_t> things;  // events of a step that fell outside every course
    bool may_be_more = false;
};
Strays strays_of(const StepLog& step, const Courses& courses);

}  // namespace toets::evaluation
