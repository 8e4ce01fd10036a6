#include "terms_yardstick.h"

#include "yardstick_lines.h"

namespace yardstick::terms {

namespace {

constexpr char satisfied = 'S';
constexpr char violated = 'V';
constexpr char unknown = 'M';
constexpr char pending = 'P';
constexpr char not_applicable = 'N';

const WorkingDays& working_days() {
    static const WorkingDays days([](int year, auto mark) {
        const Day sunday = easter(year);
        for (const int after : {-2, 1, 39, 50}) mark(sunday + after);
        mark(kings_day(year));
        for (const Civil day :
             {Civil{year, 1, 1}, Civil{year, 5, 5}, Civil{year, 12, 24}, Civil{year, 12, 25}, Civil{year, 12, 26}}) {
            mark(to_day(day));
        }
    });
    return days;
}

Day moved(Day day) {
    while (!working_days().contains(day)) ++day;
    return day;
}

template <class Thing>
struct List {
    const Thing* first;
    std::size_t count;
    [[nodiscard]] const Thing* begin() const { return first; }
    [[nodiscard]] const Thing* end() const { return first + count; }
};
List<Event> events_of(const Case& c, const Cases& cases, EventList list) {
    return {cases.events.data() + c.events[list].first, c.events[list].count};
}
List<Period> periods_of(const Case& c, const Cases& cases, PeriodList list) {
    return {cases.periods.data() + c.periods[list].first, c.periods[list].count};
}

// --------------------------------------------------------------------------------------------------------- periods

// In order, none touching the next: what overlaps or follows on the next day is one.
class Joined {
public:
    explicit Joined(const List<Period>& periods) {
        for (const Period& each : periods) {
            if (each.first <= each.last && count_ < periods_.size()) periods_[count_++] = each;
        }
        std::sort(periods_.begin(), periods_.begin() + static_cast<std::ptrdiff_t>(count_),
                  [](const Period& left, const Period& right) { return left.first < right.first; });
        std::size_t joined = 0;
        for (std::size_t index = 0; index < count_; ++index) {
            if (joined > 0 && periods_[index].first <= periods_[joined - 1].last + 1)
                periods_[joined - 1].last = std::max(periods_[joined - 1].last, periods_[index].last);
            else
                periods_[joined++] = periods_[index];
        }
        count_ = joined;
    }
    [[nodiscard]] const Period* begin() const { return periods_.data(); }
    [[nodiscard]] const Period* end() const { return periods_.data() + count_; }
    [[nodiscard]] const Period* holding(Day day) const {
        for (const Period& each : *this) {
            if (each.first <= day && day <= each.last) return &each;
        }
        return nullptr;
    }

private:
    std::array<Period, 16> periods_{};
    std::size_t count_ = 0;
};

// ----------------------------------------------------------------------------------------------- terms that stand
// still

// The day on which `left` days have gone by since `after`, without the days of the periods; never when one has no end.
template <class Count, class Shifted>
Day without(const Joined& still, Day after, int left, Count count, Shifted shifted) {
    for (const Period& each : still) {
        if (each.last <= after) continue;
        const Day until = std::max(each.first - 1, after);
        const int running = count(after, until);
        if (left <= running) break;
        left -= running;
        if (each.last == never) return never;
        after = each.last;
    }
    return shifted(after, left);
}

Day running_day(const Joined& still, Day after, int days) {
    return without(
        still, after, days, [](Day from, Day until) { return until - from; },
        [](Day from, int left) { return from + left; });
}

Day running_working_day(const Joined& still, Day after, int days) {
    return without(
        still, after, days, [](Day from, Day until) { return working_days().between(from, until); },
        [](Day from, int left) { return working_days().shifted(from, left); });
}

Day moved(Day day, const Joined& still) {
    if (day == never || working_days().contains(day)) return day;
    do {
        const Period* period = still.holding(day + 1);
        day = period == nullptr ? day + 1 : period->last;
    } while (day != never && (!working_days().contains(day) || still.holding(day) != nullptr));
    return day;
}

// ---------------------------------------------------------------------------------------------------------- duties

Truth done(const List<Event>& events, Day first, Day last) {
    Truth any = Truth::False;
    for (const Event& each : events) {
        const bool is_in_time = first <= each.day && each.day <= last && each.day <= reference_date;
        any = either(any, both(each.is_by_right_one, given(each.has_day, is_in_time)));
    }
    return any;
}

char duty(const List<Event>& events, Day first, Day last) {
    switch (done(events, first, last)) {
        case Truth::True: return satisfied;
        case Truth::Unknown: return unknown;
        case Truth::False: break;
    }
    return last < reference_date ? violated : pending;
}

char confirmation(const Case& c, const Cases& cases) {
    if (!c.has_applied) return unknown;
    const Day last = working_days().shifted(working_days().shifted(c.applied, 5), 2);
    return duty(events_of(c, cases, Confirmations), c.applied, last);
}

char offer(const Case& c, const Cases& cases) {
    if (!c.has_applied) return unknown;
    const Joined still(periods_of(c, cases, Additions));
    const Day end = running_day(still, c.applied, add_months(c.applied, 3) - c.applied);
    return duty(events_of(c, cases, Offers), -never, moved(end, still));
}

char advice(const Case& c, const Cases& cases) {
    if (!c.has_applied) return unknown;
    const Joined still(periods_of(c, cases, Additions));
    return duty(events_of(c, cases, Advices), c.applied, running_working_day(still, c.applied, 20));
}

// --------------------------------------------------------------------------------------------- duties that return

// The days on which it was done, in order; `loose` were done on a day nobody knows.
class Done {
public:
    Done(const List<Event>& events, bool with_possible) {
        const Truth least = with_possible ? Truth::Unknown : Truth::True;
        for (const Event& each : events) {
            if (each.is_by_right_one < least || (each.has_day && each.day > reference_date)) continue;
            if (each.has_day)
                days_[count_++] = each.day;
            else if (with_possible)
                ++loose;
        }
        std::sort(days_.begin(), days_.begin() + static_cast<std::ptrdiff_t>(count_));
    }
    // Takes the first day from `first` on that was not taken before and lies in time; never when there is none. With
    // `late_too` a later one will do.
    Day take(Day first, Day last, bool late_too) {
        for (std::size_t index = 0; index < count_; ++index) {
            if (days_[index] < first) continue;
            if (days_[index] > last && !late_too) return never;
            const Day day = days_[index];
            days_[index] = -never;
            return day;
        }
        return never;
    }

    std::size_t loose = 0;

private:
    std::array<Day, 32> days_{};
    std::size_t count_ = 0;
};

struct Times {
    std::size_t missed = 0;
    bool is_open = false;
    bool goes_on = true;
};

Times evaluations(const Case& c, Done& done) {
    Times times;
    Day first = c.start + 1;
    for (int number = 1;; ++number) {
        const Day due = moved(add_months(c.start, 6 * number));
        if (c.until < due) return {times.missed, false, false};
        const Day last = due + 14;
        if (done.take(first, last, false) == never) {
            if (last >= reference_date) return {times.missed, true, true};
            ++times.missed;
        }
        first = due + 1;
    }
}

Times visits(const Case& c, Done& done) {
    Times times;
    for (Day before = c.start;;) {
        const Day due = moved(before + 28);
        if (c.until < due) return {times.missed, false, false};
        const Day day = done.take(before + 1, due, true);
        if (day == never) return {times.missed + (due < reference_date), due >= reference_date, true};
        if (day > due) ++times.missed;
        before = day;
    }
}

Times reports(const Case& c, Done& done) {
    Times times;
    Day first = -never;
    for (int year = to_civil(c.start).year;; ++year) {
        const Day due = to_day({year, 6, 30});
        if (due < c.start) continue;
        if (c.until < due) return {times.missed, false, false};
        if (done.take(std::max(first, to_day({year, 1, 1})), due, false) == never) {
            if (due >= reference_date) return {times.missed, true, true};
            ++times.missed;
        }
        first = due + 1;
    }
}

// What surely was done says what surely is complete; all that may have been done says what surely was missed.
template <class Series>
char returning(const Case& c, const List<Event>& events, bool counts_from_previous, Series series) {
    if (!c.has_start) return unknown;
    Done surely_done(events, false);
    Done perhaps_done(events, true);
    const std::size_t loose = perhaps_done.loose;
    const Times surely = series(c, surely_done);
    const Times perhaps = series(c, perhaps_done);
    const bool is_missed = perhaps.missed > loose && !(counts_from_previous && loose > 0);
    if (is_missed) return violated;
    if (surely.missed == 0 && !surely.goes_on && !surely.is_open) return satisfied;
    const bool may_be_complete = !perhaps.goes_on && (!perhaps.is_open || loose > 0);
    return surely.missed > 0 || may_be_complete ? unknown : pending;
}

// ------------------------------------------------------------------------------------------------ periods together

char guidance_goes_on(const Case& c, const Cases& cases) {
    if (!c.has_applied || !c.has_start) return unknown;
    constexpr int tolerated = 14;
    const Day end = add_months(c.start, 6);
    Day bare = c.applied;
    for (const Period& each : Joined(periods_of(c, cases, Guidance))) {
        if (each.last < c.applied) continue;
        if (each.first > end) break;
        if (each.first - bare > tolerated) return violated;
        bare = each.last + 1;
    }
    return end + 1 - bare > tolerated ? violated : satisfied;
}

struct Lived {
    bool has_stretch = false;
    int days = 0;
};
Lived lived(const Case& c, const Cases& cases, Day from, int months) {
    Lived lived;
    for (const Period& each : Joined(periods_of(c, cases, Registrations))) {
        const Day first = std::max(each.first, from);
        const Day last = std::min(each.last, c.applied);
        if (last < first) continue;
        lived.days += last - first + 1;
        lived.has_stretch = lived.has_stretch || last + 1 >= add_months(first, months);
    }
    return lived;
}

char two_years_on_end(const Case& c, const Cases& cases) {
    if (!c.has_applied) return unknown;
    return lived(c, cases, add_months(c.applied, -60), 24).has_stretch ? satisfied : violated;
}

char three_years_in_all(const Case& c, const Cases& cases) {
    if (!c.has_applied) return unknown;
    const Day from = add_months(c.applied, -60);
    const Lived found = lived(c, cases, from, 36);
    return found.has_stretch || found.days >= add_months(from, 36) - from ? satisfied : violated;
}

char no_reduction(const Case& c, const Cases& cases) {
    constexpr int weeks = 42;
    Truth any = Truth::False;
    for (const Event& each : events_of(c, cases, Reductions)) {
        for (const Event& nuisance : events_of(c, cases, Nuisances)) {
            const bool is_inside = nuisance.day <= each.day && each.day <= nuisance.day + weeks;
            any = either(any, both(each.is_by_right_one, given(each.has_day, is_inside)));
        }
    }
    return any == Truth::True ? violated : any == Truth::Unknown ? unknown : satisfied;
}

// ------------------------------------------------------------------------------------------------------ procedure

constexpr std::array steps{Talks, Warnings, LastChances};

// From the report it began with up to and including the last day on which a report goes on with it.
struct Course {
    Day first, last;
    [[nodiscard]] bool contains(Day day) const { return first <= day && day <= last; }
};

class Courses {
public:
    explicit Courses(const List<Event>& reports) {
        std::array<Day, 16> days{};
        std::size_t reported = 0;
        for (const Event& each : reports) {
            if (each.day <= reference_date && reported < days.size()) days[reported++] = each.day;
        }
        std::sort(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(reported));
        for (std::size_t index = 0; index < reported; ++index) {
            const Day last = add_months(days[index], 6);
            if (count_ > 0 && days[index] <= courses_[count_ - 1].last)
                courses_[count_ - 1].last = last;
            else
                courses_[count_++] = {days[index], last};
        }
    }
    [[nodiscard]] const Course* begin() const { return courses_.data(); }
    [[nodiscard]] const Course* end() const { return courses_.data() + count_; }

private:
    std::array<Course, 16> courses_{};
    std::size_t count_ = 0;
};

char course_outcome(const Case& c, const Cases& cases, const Course& course) {
    std::array<Day, steps.size()> taken{};
    taken.fill(never);
    for (std::size_t step = 0; step < steps.size(); ++step) {
        for (const Event& each : events_of(c, cases, steps[step])) {
            const bool counts = each.is_by_right_one == Truth::True && course.contains(each.day);
            if (counts) taken[step] = std::min(taken[step], each.day);
        }
    }
    for (std::size_t later = 1; later < steps.size(); ++later) {
        if (taken[later] == never) continue;
        for (std::size_t step = 0; step < later; ++step) {
            if (taken[step] > taken[later]) return violated;
        }
        if (taken[later] < taken[later - 1] + 14) return violated;
    }
    const Day last = working_days().shifted(course.first, 5);
    if (taken[0] != never) return taken[0] > last ? violated : satisfied;
    return last < reference_date ? violated : pending;
}

char nuisance(const Case& c, const Cases& cases) {
    const Courses courses(events_of(c, cases, Nuisances));
    for (std::size_t step = 1; step < steps.size(); ++step) {
        for (const Event& each : events_of(c, cases, steps[step])) {
            const bool is_stray = std::none_of(courses.begin(), courses.end(),
                                               [&](const Course& course) { return course.contains(each.day); });
            if (is_stray && each.is_by_right_one == Truth::True) return violated;
        }
    }
    if (courses.begin() == courses.end()) return not_applicable;
    char outcome = satisfied;
    for (const Course& course : courses) {
        const char one = course_outcome(c, cases, course);
        if (one == violated) return violated;
        if (one == pending) outcome = pending;
    }
    return outcome;
}

void judge_one(const Case& c, const Cases& cases, char* out) {
    out[0] = confirmation(c, cases);
    out[1] = offer(c, cases);
    out[2] = advice(c, cases);
    out[3] = returning(c, events_of(c, cases, Evaluations), false, evaluations);
    out[4] = returning(c, events_of(c, cases, Visits), true, visits);
    out[5] = returning(c, events_of(c, cases, Reports), false, reports);
    out[6] = guidance_goes_on(c, cases);
    out[7] = two_years_on_end(c, cases);
    out[8] = three_years_in_all(c, cases);
    out[9] = no_reduction(c, cases);
    out[10] = nuisance(c, cases);
}

}  // namespace

void judge(const Cases& cases, char* out) { judge_each<rules>(cases, out, judge_one); }

void append_lines(const Cases& cases, std::string& lines) { append_each<rules>(cases, lines, judge_one); }

}  // namespace yardstick::terms
