#include "calendar/series.h"

#include <algorithm>

#include "base/civil.h"

namespace toets::calendar {

namespace {

constexpr int months_in_year = 12;

// The days on which occurrences are due, one after the other.
class DueDays {
public:
    DueDays(const Rhythm& rhythm, const SeriesInput& input) : rhythm_(rhythm), input_(input) {
        const CivilDate start = to_civil(std::max(input.start, input.not_before.value_or(input.start)));
        period_ = (start.year * months_in_year + start.month - 1) / rhythm.months - 1;
    }

    struct Due {
        Date first;  // the first day that counts, but for what was done for the one before
        Date day;
    };
    // The number-th one, from 1; `previous` is when the one before was done. Empty: see what is set.
    std::optional<Due> find(std::int32_t number, Date previous) {
        if (rhythm_.kind == Rhythm::Kind::EachPeriod) return in_period();
        const bool is_from_previous = rhythm_.kind == Rhythm::Kind::FromPrevious;
        const Date from = is_from_previous ? previous : input_.start;
        const Duration length{is_from_previous ? rhythm_.length.count : rhythm_.length.count * number,
                              rhythm_.length.unit};
        const std::optional<Date> last = term(from, length, rhythm_.counts_start);
        if (!last) return {};
        return Due{{from.days + 1}, *last};
    }

    bool stands_still = false;
    bool is_unknown = false;

private:
    std::optional<Date> term(Date from, Duration length, bool counts_start) {
        static const Standstill never;
        const Standstill& standstill = input_.standstill == nullptr ? never : *input_.standstill;
        const auto end = input_.calendar == nullptr
                             ? suspended_term(from, length, counts_start, standstill)
                             : input_.calendar->term(from, length, rhythm_.end, counts_start, standstill);
        is_unknown |= !end;
        stands_still |= end && end->never_ends;
        return end && !end->never_ends ? std::optional(end->term.last) : std::nullopt;
    }

    // Of the next period; periods whose last day lies before the start have none.
    std::optional<Due> in_period() {
        for (;;) {
            const int month = ++period_ * rhythm_.months;
            const Date begin = first_of(month);
            const Date end{first_of(month + rhythm_.months).days - 1};
            std::optional<Date> day;
            Date from = begin;
            if (rhythm_.day == Rhythm::Day::Fixed) {
                day = day_in_year(to_civil(begin).year);
            } else {
                from = rhythm_.day == Rhythm::Day::AfterBegin ? begin : end;
                day = rhythm_.length.count == 0 ? from : term(from, rhythm_.length, rhythm_.counts_start);
            }
            if (!day) return {};
            if (rhythm_.is_before) --day->days;
            if (*day < input_.start) continue;
            return Due{rhythm_.only_after_event ? from : begin, *day};
        }
    }

    static Date first_of(int month) { return civil::to_days({month / months_in_year, month % months_in_year + 1, 1}); }
    // 29 February is 28 February in other years.
    [[nodiscard]] Date day_in_year(int year) const {
        const int last = last_day_of_month(year, rhythm_.fixed.month);
        return civil::to_days({year, rhythm_.fixed.month, std::min(rhythm_.fixed.day, last)});
    }

    const Rhythm& rhythm_;
    const SeriesInput& input_;
    int period_ = 0;
};

class SeriesMaker {
public:
    SeriesMaker(const Rhythm& rhythm, const SeriesInput& input)
        : rhythm_(rhythm), input_(input), due_days_(rhythm, input), is_used_(input.done.size()) {}

    Series make() {
        Date before = input_.start;  // what the next one may be counted from
        std::int32_t after = INT32_MIN;
        for (std::int32_t number = 1;; ++number) {
            const auto due = due_days_.find(number, before);
            series_.stands_still = due_days_.stands_still;
            series_.is_unknown = due_days_.is_unknown;
            if (!due) break;
            if (input_.until && *input_.until < due->day) {
                series_.goes_on = false;
                break;
            }
            if (series_.occurrences.size() == most_occurrences) {
                series_.is_too_long = true;
                break;
            }
            const bool has_own_first = is_from_previous() || rhythm_.only_after_event;
            const Date first = has_own_first ? due->first : Date{std::max(due->first.days, after)};
            const auto last = with_leniency(due->day);
            if (!last) {
                series_.is_unknown = true;
                break;
            }
            Occurrence occurrence{Occurrence::State::Open, first, due->day, *last, {}};
            settle(occurrence);
            if (input_.not_before && due->day < *input_.not_before) {
                after = due->day.days + 1;
                before = occurrence.done_on.value_or(occurrence.due);
                continue;
            }
            series_.occurrences.push_back(occurrence);
            after = due->day.days + 1;
            before = occurrence.done_on.value_or(occurrence.due);
            const bool is_waiting = occurrence.state == Occurrence::State::Open ||
                                    (is_from_previous() && occurrence.state == Occurrence::State::Missed);
            if (is_waiting) break;
        }
        return std::move(series_);
    }

private:
    [[nodiscard]] bool is_from_previous() const { return rhythm_.kind == Rhythm::Kind::FromPrevious; }

    // Empty when the calendar does not know the working days.
    [[nodiscard]] std::optional<Date> with_leniency(Date due) const {
        if (input_.leniency.unit != Duration::Unit::WorkingDays) return shift(due, input_.leniency, false);
        if (input_.calendar == nullptr) return std::nullopt;
        const auto term = input_.calendar->term(due, input_.leniency, EndOfTerm::Stays, false);
        return term ? std::optional(term->last) : std::nullopt;
    }

    // Each day counts once, for the earliest one that is still open and of which it is in time.
    void settle(Occurrence& occurrence) {
        for (std::size_t index = 0; index < input_.done.size(); ++index) {
            const Date day = input_.done[index];
            if (is_used_[index] || day < occurrence.first) continue;
            const bool is_late = occurrence.last < day;
            if (is_late && !is_from_previous()) break;
            is_used_[index] = true;
            occurrence.done_on = day;
            occurrence.state = is_late ? Occurrence::State::Late : Occurrence::State::Done;
            return;
        }
        if (occurrence.last < input_.today) occurrence.state = Occurrence::State::Missed;
    }

    const Rhythm& rhythm_;
    const SeriesInput& input_;
    DueDays due_days_;
    std::vector<bool> is_used_;
    Series series_;
};

}  // namespace

std::size_t Series::missed() const {
    return static_cast<std::size_t>(std::count_if(occurrences.begin(), occurrences.end(), [](const Occurrence& each) {
        return each.state == Occurrence::State::Missed || each.state == Occurrence::State::Late;
    }));
}

Series to_series(const Rhythm& rhythm, const SeriesInput& input) { return SeriesMaker(rhythm, input).make(); }

}  // namespace toets::calendar
