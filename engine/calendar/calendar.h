// The calendar of an agreement's terms (C9): which days are working days, what happens to a term that ends on another
// day, and why. Statutory terms follow the Algemene termijnenwet (Atw).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "calendar/holidays.h"
#include "calendar/standstill.h"
#include "calendar/working_days.h"

namespace toets::calendar {

struct DayOfYear {
    int month = 0;
    int day = 0;
    friend bool operator==(const DayOfYear&, const DayOfYear&) = default;
};

// Days that a decree made equal to a feast day (Atw art. 3(3)), with the years the decree covers.
struct EquatedDays {
    int first_year = 0;
    int last_year = 0;
    std::vector<Date> days;
    std::string source;
    bool unverified = false;
};

struct FreeDays {
    std::vector<Weekday> weekdays;
    std::vector<Holiday> holidays;
    std::vector<DayOfYear> every_year;
    std::vector<Date> dates;
    // Decrees can equate more days: in a year without a decree it is not known which.
    bool depends_on_decrees = false;
    std::vector<EquatedDays> equated;
};
// Saturday, Sunday, `erkende feestdagen` and Good Friday; decrees are still to be added.
FreeDays free_days_of_statute();

// Why a day is no working day.
struct FreeDay {
    enum class Why { Weekend, Holiday, EveryYear, Declared, Equated };
    Why why = Why::Weekend;
    std::optional<Holiday> holiday;  // Holiday
    std::string source;              // Equated: the decree
};

// What happens to a forward term whose last day is no working day.
enum class EndOfTerm {
    Stays,      // `zonder verschuiving`
    Moves,      // a declared calendar: on to the next working day
    ByStatute,  // Atw art. 1, 2 and 4
};

// A forward term, from the day it starts to its last day.
struct Term {
    Date counted;  // the last day by counting alone
    Date last;     // after articles 1 and 2, or after the move of a declared calendar
    // Article 1 (or the declared calendar) moved the end; article 2 lengthened the term.
    bool has_moved = false;
    bool is_lengthened = false;
    // Article 4 took the term out of the statute although its end is no working day.
    bool is_excluded = false;
};

// A term that stands still now and then.
struct SuspendedTerm {
    bool never_ends = false;  // it stands still until further notice
    Term term;                // when it ends
};

class Calendar {
public:
    explicit Calendar(FreeDays free_days);

    [[nodiscard]] const FreeDays& free_days() const { return free_days_; }
    // Empty on a working day.
    [[nodiscard]] std::optional<FreeDay> free_day(Date date) const;
    [[nodiscard]] bool is_working_day(Date date) const { return working_days_.contains(date); }
    [[nodiscard]] const WorkingDays& working_days() const { return working_days_; }

    // Backwards from the date; never moved. Empty when the calendar cannot say: out of its years, or in a year of
    // which a decree that matters is not known.
    [[nodiscard]] std::optional<Date> before(Date date, Duration duration) const;
    // The day after `start` is day 1, or `start` itself when `counts_start` ("vanaf"). Empty as above.
    [[nodiscard]] std::optional<Term> term(Date start, Duration duration, EndOfTerm end, bool counts_start) const;
    // The same for a term that stands still on some days: its end moves on by as many days that count.
    [[nodiscard]] std::optional<SuspendedTerm> term(Date start, Duration duration, EndOfTerm end, bool counts_start,
                                                    const Standstill& standstill) const;
    // In (after, until]; empty as above.
    [[nodiscard]] std::optional<std::int32_t> count(Date after, Date until) const;

private:
    [[nodiscard]] bool may_be_equated(Date date) const;

    FreeDays free_days_;
    WorkingDays working_days_;
    std::optional<WorkingDays> fewest_;  // as if every day that a decree not known may name were free
};

// Without a calendar: days and months only, and the end stays where counting leaves it.
std::optional<SuspendedTerm> suspended_term(Date start, Duration duration, bool counts_start,
                                            const Standstill& standstill);

// Atw art. 4: not for terms in more than 90 days, 12 weeks or 3 months, nor in years.
bool is_under_statute(Duration duration);

// Atw art. 2: a term of at least three days holds at least two working days; one in working days does already.
bool needs_working_days(Duration duration);
constexpr std::int32_t fewest_working_days = 2;

}  // namespace toets::calendar
