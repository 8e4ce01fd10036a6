#include "evaluation/courses.h"

#include <algorithm>

#include "base/civil.h"

namespace toets::evaluation {

namespace {

constexpr Date first_of_all{civil::lowest_day};
constexpr Date last_of_all{civil::highest_day};

using Days = std::vector<Date>;

struct Start {
    Date day;
    std::int64_t thing = 0;
};
struct Run {
    Start start;
    Date last_noise;
    Date last;
};

Date later(Date day, const std::optional<Duration>& quiet, std::int32_t times = 1) {
    if (!quiet) return last_of_all;
    return shift(day, {quiet->count * times, quiet->unit}, false).value_or(last_of_all);
}

// The courses of one possible world, in which all these events count.
std::vector<Run> runs_of(std::vector<Start> starts, Days noises, const std::optional<Duration>& quiet) {
    std::stable_sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) { return a.day < b.day; });
    std::sort(noises.begin(), noises.end());
    std::vector<Run> runs;
    auto noise = noises.begin();
    for (const Start& start : starts) {
        if (!runs.empty() && start.day <= runs.back().last) continue;
        Run run{start, start.day, later(start.day, quiet)};
        while (noise != noises.end() && *noise < start.day) ++noise;
        for (; noise != noises.end() && *noise <= run.last; ++noise) {
            run.last_noise = *noise;
            run.last = later(*noise, quiet);
        }
        runs.push_back(run);
    }
    return runs;
}

std::vector<Run> runs_of(const ProcedureLog& log, bool with_possible) {
    std::vector<Start> starts;
    Days noises;
    for (const LogEvent& event : log.starts) {
        if (event.day && (event.is_sure || with_possible)) starts.push_back({*event.day, event.thing});
    }
    for (const LogEvent& event : log.noises) {
        if (event.day && (event.is_sure || with_possible)) noises.push_back(*event.day);
    }
    return runs_of(std::move(starts), std::move(noises), log.quiet);
}

// From when on it is not certain which courses there are. An event that may be a start does no harm within a course
// that surely runs; one that may break the quiet does none as long as the same courses begin with and without it.
class Certainty {
public:
    Certainty(const ProcedureLog& log, const std::vector<Run>& sure, const std::vector<Run>& possible) : sure_(sure) {
        if (!log.has_all_starts) limit(first_of_all);
        for (const LogEvent& event : log.starts) {
            if (!event.day) limit(first_of_all);
            if (event.day && !event.is_sure && !is_inside(*event.day)) limit(*event.day);
        }
        const bool has_open_noise =
            std::any_of(log.noises.begin(), log.noises.end(), [](const LogEvent& event) { return !event.day; });
        is_quiet_known_ = log.has_all_noises && !has_open_noise;
        if (!is_quiet_known_ && log.quiet && sure.size() > 1) limit(sure[1].start.day);
        for (std::size_t i = 0; i < std::max(sure.size(), possible.size()); ++i) {
            if (i < sure.size() && i < possible.size() && sure[i].start.thing == possible[i].start.thing) continue;
            if (i < sure.size()) limit(sure[i].start.day);
            if (i < possible.size()) limit(possible[i].start.day);
        }
    }

    [[nodiscard]] std::optional<Date> from() const { return from_; }
    [[nodiscard]] std::optional<Date> last_high(const std::vector<Run>& possible, std::size_t index, bool ends) const {
        if (!ends) return last_of_all;
        const bool is_open = !is_quiet_known_ || index >= possible.size() || (from_ && *from_ <= possible[index].last);
        return is_open ? std::nullopt : std::optional(possible[index].last);
    }

private:
    void limit(Date day) {
        if (!from_ || day < *from_) from_ = day;
    }
    [[nodiscard]] bool is_inside(Date day) const {
        return std::any_of(sure_.begin(), sure_.end(),
                           [day](const Run& run) { return run.start.day <= day && day <= run.last; });
    }

    const std::vector<Run>& sure_;
    std::optional<Date> from_;
    bool is_quiet_known_ = false;
};

// The first time a deed was done in a course, for certain and at the earliest.
struct First {
    std::optional<Date> sure;
    std::optional<Date> possible;
    std::int64_t thing = 0;
};

First first_of(const std::vector<LogEvent>& events, const Course& course, bool is_complete) {
    First found;
    if (!is_complete) found.possible = course.first;
    const auto may = [&found](Date day) {
        if (!found.possible || day < *found.possible) found.possible = day;
    };
    for (const LogEvent& event : events) {
        if (!event.day) {
            may(course.first);
            continue;
        }
        const bool is_after = course.last_high && *course.last_high < *event.day;
        if (*event.day < course.first || is_after) continue;
        may(*event.day);
        if (!event.is_sure || course.last < *event.day || (found.sure && *found.sure <= *event.day)) continue;
        found.sure = event.day;
        found.thing = event.thing;
    }
    return found;
}

// All the deeds of a step together.
StepTaken completion(const StepLog& step, const Course& course) {
    StepTaken taken{StepTaken::State::Taken, 0, first_of_all};
    Date possible = first_of_all;
    for (const std::vector<LogEvent>& deed : step.deeds) {
        const First first = first_of(deed, course, step.is_complete);
        if (!first.possible) return {};
        possible = std::max(possible, *first.possible);
        if (!first.sure) {
            taken.state = StepTaken::State::Unknown;
        } else if (taken.day <= *first.sure) {
            taken.day = *first.sure;
            taken.thing = first.thing;
        }
    }
    if (possible < taken.day || taken.state == StepTaken::State::Unknown) {
        return {StepTaken::State::Unknown, 0, possible};
    }
    return taken;
}

// A step that comes after a later one brings the course no further: it does not count as that step any more.
void drop_overtaken(std::vector<StepTaken>& steps) {
    const std::vector<StepTaken> all = steps;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].state == StepTaken::State::Not) continue;
        for (std::size_t later = i + 1; later < all.size(); ++later) {
            if (all[later].state == StepTaken::State::Not || all[i].day <= all[later].day) continue;
            if (all[later].state == StepTaken::State::Taken) {
                steps[i] = {};
                break;
            }
            steps[i] = {StepTaken::State::Unknown, 0, all[i].day};
        }
    }
}

// How far a course came: the number of its last step. Empty when that is not certain.
std::optional<std::size_t> reached(const Course& course) {
    std::size_t last = course.inherited;
    for (std::size_t i = 0; i < course.steps.size(); ++i) {
        if (course.steps[i].state == StepTaken::State::Unknown) return std::nullopt;
        if (course.steps[i].state == StepTaken::State::Taken) last = std::max(last, i + 1);
    }
    return last;
}

void take_steps(const ProcedureLog& log, Course& course, const Course* before) {
    for (std::size_t i = 0; i < log.steps.size(); ++i) {
        course.steps.push_back(i < course.inherited && before != nullptr ? before->steps[i]
                                                                         : completion(log.steps[i], course));
    }
    drop_overtaken(course.steps);
}

// One step for each whole period without noise.
std::size_t steps_left(std::size_t reached, const Run& run, Date next, const std::optional<Duration>& quiet) {
    std::size_t left = reached;
    for (std::int32_t times = 1; left > 0 && later(run.last_noise, quiet, times) < next; ++times) --left;
    return left;
}

}  // namespace

Courses to_courses(const ProcedureLog& log) {
    const std::vector<Run> sure = runs_of(log, false);
    const std::vector<Run> possible = runs_of(log, true);
    const Certainty certainty(log, sure, possible);
    Courses result{{}, certainty.from()};
    for (std::size_t i = 0; i < sure.size(); ++i) {
        const Run& run = sure[i];
        if (result.uncertain_from && *result.uncertain_from <= run.start.day) break;
        Course course{
            run.start.thing, run.start.day, run.last, certainty.last_high(possible, i, log.quiet.has_value()), 0, {}};
        const Course* before = result.courses.empty() ? nullptr : &result.courses.back();
        if (log.goes_one_step_back && before != nullptr) {
            const auto far = reached(*before);
            if (!far) {
                result.uncertain_from = run.start.day;
                break;
            }
            course.inherited = steps_left(*far, sure[i - 1], run.start.day, log.quiet);
        }
        take_steps(log, course, before);
        result.courses.push_back(std::move(course));
    }
    return result;
}

Strays strays_of(const StepLog& step, const Courses& courses) {
    Strays strays{{}, !step.is_complete};
    const auto add = [&](const LogEvent& event) {
        const bool is_open = !event.day || (courses.uncertain_from && *courses.uncertain_from <= *event.day);
        if (is_open) {
            strays.may_be_more = true;
            return;
        }
        for (const Course& course : courses.courses) {
            if (*event.day < course.first) continue;
            if (*event.day <= course.last) return;
            if (course.last_high && *course.last_high < *event.day) continue;
            strays.may_be_more = true;
            return;
        }
        if (event.is_sure) {
            strays.things.push_back(event.thing);
        } else {
            strays.may_be_more = true;
        }
    };
    for (const std::vector<LogEvent>& deed : step.deeds) {
        for (const LogEvent& event : deed) add(event);
    }
    std::sort(strays.things.begin(), strays.things.end());
    strays.things.erase(std::unique(strays.things.begin(), strays.things.end()), strays.things.end());
    return strays;
}

}  // namespace toets::evaluation
