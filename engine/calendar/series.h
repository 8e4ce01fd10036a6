// Things to do again and again (C58): when each is due, and which of the days on which it was done counts for which.
#pragma once

#include <optional>
#include <vector>

#include "calendar/calendar.h"

namespace toets::calendar {

// More than this many are not looked at.
constexpr std::size_t most_occurrences = 1000;

struct Rhythm {
    enum class Kind {
        FromStart,     // the k-th is due k lengths after the start
        FromPrevious,  // each is due a length after the one before was done
        EachPeriod,    // once in every calendar year or quarter
    };
    // In what a period's last day is given.
    enum class Day { Fixed, AfterBegin, AfterEnd };

    Kind kind = Kind::FromStart;
    Duration length;  // of EachPeriod: between the day named and the last day; 0 days when there is none
    EndOfTerm end = EndOfTerm::Stays;
    bool counts_start = false;
    // EachPeriod
    int months = 12;  // of a period
    Day day = Day::Fixed;
    DayOfYear fixed;
    bool is_before = false;         // `vóór`: the last day is the one before
    bool only_after_event = false;  // `binnen ... na het einde`: not before that day
    friend bool operator==(const Rhythm&, const Rhythm&) = default;
};

struct Occurrence {
    enum class State {
        Done,    // in time
        Late,    // of FromPrevious: done, but after its last day
        Missed,  // not done, and its last day is over
        Open,    // still to be done
    };
    State state = State::Open;
    Date first;  // the first day that counts
    Date due;
    Date last;  // due, with the leniency
    std::optional<Date> done_on{};
};

struct Series {
    std::vector<Occurrence> occurrences;  // up to the first one that is not due yet
    bool goes_on = true;                  // there are more to come
    bool stands_still = false;            // the next one has no last day (C59)
    bool is_too_long = false;             // more than most_occurrences
    bool is_unknown = false;              // the calendar cannot say when one is due

    [[nodiscard]] std::size_t missed() const;  // or late
};

struct SeriesInput {
    Date start;                        // from which it is counted; of EachPeriod: no last day before it
    std::optional<Date> not_before{};  // what was due before this day is left out
    std::optional<Date> until{};       // no last day after it
    Duration leniency{};
    Date today{};
    std::vector<Date> done{};                // ascending, none after today
    const Standstill* standstill = nullptr;  // may be null
    const Calendar* calendar = nullptr;      // may be null: nothing moves, and there are no working days
};

Series to_series(const Rhythm& rhythm, const SeriesInput& input);

}  // namespace toets::calendar
