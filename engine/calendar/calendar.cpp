#include "calendar/calendar.h"

#include <algorithm>

namespace toets::calendar {

namespace {

void mark(std::vector<bool>& free, Date date) {
    if (WorkingDays::reaches(date)) free[WorkingDays::index_of(date)] = true;
}

std::vector<bool> free_days_of(const FreeDays& days) {
    std::vector<bool> free(WorkingDays::day_count);
    for (const Weekday weekday : days.weekdays) {
        const int to_first =
            (static_cast<int>(weekday) - static_cast<int>(toets::weekday(WorkingDays::first_day)) + 7) % 7;
        for (auto index = static_cast<std::size_t>(to_first); index < free.size(); index += 7) free[index] = true;
    }
    for (int year = first_year_of_holidays; year <= last_year; ++year) {
        for (const Holiday holiday : days.holidays) mark(free, date_of(holiday, year));
        for (const DayOfYear& day : days.every_year) {
            if (const std::optional<Date> date = to_date({year, day.month, day.day})) mark(free, *date);
        }
    }
    for (const Date date : days.dates) mark(free, date);
    for (const EquatedDays& decree : days.equated) {
        for (const Date date : decree.days) mark(free, date);
    }
    return free;
}

bool is_decreed(const FreeDays& free_days, int year) {
    return std::any_of(free_days.equated.begin(), free_days.equated.end(), [year](const EquatedDays& decree) {
        return decree.first_year <= year && year <= decree.last_year;
    });
}

bool is_weekend(const FreeDays& free_days, Date date) {
    return std::find(free_days.weekdays.begin(), free_days.weekdays.end(), weekday(date)) != free_days.weekdays.end();
}

// Empty when the days run out of the table.
std::optional<Term> term_of(const WorkingDays& days, Date start, Duration duration, EndOfTerm end, bool counts_start) {
    const Date before = counts_start ? Date{start.days - 1} : start;
    Term term;
    if (duration.unit == Duration::Unit::WorkingDays) {
        if (!WorkingDays::reaches(before)) return std::nullopt;
        term.counted = days.shifted(before, duration.count);
    } else {
        const std::optional<Date> counted = shift(start, duration, false);
        term.counted = Date{counted.value_or(start).days - (counts_start ? 1 : 0)};
    }
    term.last = term.counted;
    if (!WorkingDays::reaches(term.counted)) return std::nullopt;
    const bool is_free = !days.contains(term.counted);
    term.is_excluded = end == EndOfTerm::ByStatute && is_free && !is_under_statute(duration);
    if (end == EndOfTerm::Stays || term.is_excluded || duration.count == 0) return term;
    term.has_moved = is_free;
    term.last = days.at_or_after(term.counted);
    if (end == EndOfTerm::ByStatute && needs_working_days(duration)) {
        if (!WorkingDays::reaches(before) || !WorkingDays::reaches(term.last)) return std::nullopt;
        term.is_lengthened = days.count(before, term.last) < fewest_working_days;
        if (term.is_lengthened) term.last = days.shifted(before, fewest_working_days);
    }
    if (!WorkingDays::reaches(term.last)) return std::nullopt;
    return term;
}

}  // namespace

FreeDays free_days_of_statute() {
    FreeDays days;
    days.weekdays = {Weekday::Saturday, Weekday::Sunday};
    days.holidays.assign(recognised_holidays.begin(), recognised_holidays.end());
    days.holidays.push_back(Holiday::GoodFriday);
    days.depends_on_decrees = true;
    return days;
}

bool is_under_statute(Duration duration) {
    constexpr std::int32_t most_days = 90;  // twelve weeks are fewer days than that, thirteen more
    constexpr std::int32_t most_months = 3;
    if (duration.unit == Duration::Unit::WorkingDays) return true;
    return duration.unit == Duration::Unit::Days ? duration.count <= most_days : duration.count <= most_months;
}

bool needs_working_days(Duration duration) {
    constexpr std::int32_t fewest_days = 3;
    return duration.unit == Duration::Unit::Months ||
           (duration.unit == Duration::Unit::Days && duration.count >= fewest_days);
}

Calendar::Calendar(FreeDays free_days) : free_days_(std::move(free_days)), working_days_(free_days_of(free_days_)) {
    if (!free_days_.depends_on_decrees) return;
    std::vector<bool> free(WorkingDays::day_count);
    for (Date date = WorkingDays::first_day; date <= WorkingDays::last_day; ++date.days) {
        free[WorkingDays::index_of(date)] = !working_days_.contains(date) || may_be_equated(date);
    }
    fewest_.emplace(free);
}

// Every decree of which the text is known named a day in a run of at most two working days between free days: the
// Friday after Ascension Day, the Monday before Christmas.
bool Calendar::may_be_equated(Date date) const {
    if (!working_days_.contains(date)) return false;
    const auto is_free = [this](std::int32_t day) {
        return !WorkingDays::reaches({day}) || !working_days_.contains({day});
    };
    const bool is_after_free = is_free(date.days - 1);
    const bool is_before_free = is_free(date.days + 1);
    const bool is_in_short_run = (is_after_free && is_before_free) || (is_after_free && is_free(date.days + 2)) ||
                                 (is_before_free && is_free(date.days - 2));
    return is_in_short_run && !is_decreed(free_days_, to_civil(date).year);
}

std::optional<FreeDay> Calendar::free_day(Date date) const {
    if (!WorkingDays::reaches(date) || working_days_.contains(date)) return std::nullopt;
    const CivilDate civil = to_civil(date);
    for (const Holiday holiday : free_days_.holidays) {
        if (date_of(holiday, civil.year) == date) return FreeDay{FreeDay::Why::Holiday, holiday, {}};
    }
    for (const EquatedDays& decree : free_days_.equated) {
        if (std::find(decree.days.begin(), decree.days.end(), date) == decree.days.end()) continue;
        return FreeDay{FreeDay::Why::Equated, std::nullopt, decree.source};
    }
    const auto& every_year = free_days_.every_year;
    if (std::find(every_year.begin(), every_year.end(), DayOfYear{civil.month, civil.day}) != every_year.end()) {
        return FreeDay{FreeDay::Why::EveryYear, std::nullopt, {}};
    }
    if (is_weekend(free_days_, date)) return FreeDay{};
    return FreeDay{FreeDay::Why::Declared, std::nullopt, {}};
}

std::optional<Date> Calendar::before(Date date, Duration duration) const {
    if (duration.unit != Duration::Unit::WorkingDays) return shift(date, duration, true);
    if (!WorkingDays::reaches(date)) return std::nullopt;
    const Date first = working_days_.shifted(date, -std::int64_t{duration.count});
    if (!WorkingDays::reaches(first)) return std::nullopt;
    if (fewest_ && fewest_->shifted(date, -std::int64_t{duration.count}) != first) return std::nullopt;
    return first;
}

std::optional<Term> Calendar::term(Date start, Duration duration, EndOfTerm end, bool counts_start) const {
    const std::optional<Term> term = term_of(working_days_, start, duration, end, counts_start);
    if (!term || !fewest_) return term;
    const std::optional<Term> cautious = term_of(*fewest_, start, duration, end, counts_start);
    if (!cautious || cautious->last != term->last) return std::nullopt;
    return term;
}

std::optional<std::int32_t> Calendar::count(Date after, Date until) const {
    if (!WorkingDays::reaches(after) || !WorkingDays::reaches(until)) return std::nullopt;
    const std::int32_t count = working_days_.count(after, until);
    if (fewest_ && fewest_->count(after, until) != count) return std::nullopt;
    return count;
}

}  // namespace toets::calendar
