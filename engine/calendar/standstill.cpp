#include "calendar/standstill.h"

#include <algorithm>

#include "calendar/calendar.h"

namespace toets::calendar {

Standstill::Standstill(std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch& left, const Stretch& right) { return left.first < right.first; });
    for (const Stretch& stretch : stretches) {
        if (stretch.last && *stretch.last < stretch.first) continue;
        const bool is_apart =
            stretches_.empty() || (stretches_.back().last && stretches_.back().last->days + 1 < stretch.first.days);
        if (is_apart) {
            stretches_.push_back(stretch);
        } else if (stretches_.back().last && (!stretch.last || *stretches_.back().last < *stretch.last)) {
            stretches_.back().last = stretch.last;
        }
    }
}

const Stretch* Standstill::holding(Date date) const {
    for (const Stretch& stretch : stretches_) {
        if (stretch.first <= date && (!stretch.last || date <= *stretch.last)) return &stretch;
    }
    return nullptr;
}

std::int32_t Standstill::others(Date after, Date until) const {
    std::int32_t count = std::max(until.days - after.days, 0);
    for (const Stretch& stretch : stretches_) {
        const std::int32_t first = std::max(stretch.first.days, after.days + 1);
        const std::int32_t last = std::min(stretch.last.value_or(until).days, until.days);
        count -= std::max(last - first + 1, 0);
    }
    return count;
}

namespace {

// Goes along the days between the stretches: `count` says how many count in (after, until], `shifted` which is the
// n-th after a day.
template <class Count, class Shifted>
std::optional<Date> along(Date start, std::int32_t left, const Standstill& standstill, Count count, Shifted shifted) {
    Date after = start;
    for (const Stretch& stretch : standstill.stretches()) {
        if (stretch.last && *stretch.last <= after) continue;
        const Date until{std::max(stretch.first.days - 1, after.days)};
        const std::int32_t running = count(after, until);
        if (left <= running) break;
        left -= running;
        if (!stretch.last) return std::nullopt;
        after = *stretch.last;
    }
    return shifted(after, left);
}

// Where a term ends by these working days; as Calendar::term, without the days that do not count.
class Counted {
public:
    Counted(const WorkingDays& days, const Standstill& standstill, Date before)
        : days_(days), standstill_(standstill), before_(before) {}

    // Empty when the days run out of the table.
    std::optional<SuspendedTerm> term(Date plain, Duration duration, EndOfTerm end) {
        const bool is_in_working_days = duration.unit == Duration::Unit::WorkingDays;
        const auto counted = is_in_working_days ? working_day(duration.count)
                                                : day_running(before_, plain.days - before_.days, standstill_);
        if (is_out_of_reach_) return std::nullopt;
        SuspendedTerm result{!counted.has_value(), {}};
        if (!counted) return result;
        if (!WorkingDays::reaches(*counted)) return std::nullopt;
        result.term.counted = result.term.last = *counted;
        const bool is_free = !days_.contains(*counted);
        result.term.is_excluded = end == EndOfTerm::ByStatute && is_free && !is_under_statute(duration);
        if (end == EndOfTerm::Stays || result.term.is_excluded) return result;
        result.term.has_moved = is_free;
        if (is_free) move_on(result);
        if (end == EndOfTerm::ByStatute && !result.never_ends) lengthen(result, duration);
        if (is_out_of_reach_) return std::nullopt;
        return result;
    }

private:
    std::optional<Date> working_day(std::int32_t count) {
        const auto found = along(
            before_, count, standstill_,
            [this](Date after, Date until) {
                is_out_of_reach_ |= !WorkingDays::reaches(after) || !WorkingDays::reaches(until);
                return is_out_of_reach_ ? 0 : days_.count(after, until);
            },
            [this](Date after, std::int32_t left) {
                is_out_of_reach_ |= !WorkingDays::reaches(after);
                return is_out_of_reach_ ? after : days_.shifted(after, left);
            });
        return found;
    }

    [[nodiscard]] bool counts(Date day) const { return days_.contains(day) && !standstill_.contains(day); }

    // A day on which the term stands still is not its last.
    void move_on(SuspendedTerm& result) {
        Date& last = result.term.last;
        do {
            const Stretch* still = standstill_.holding({last.days + 1});
            result.never_ends = still != nullptr && !still->last;
            if (result.never_ends) return;
            last = still != nullptr ? *still->last : Date{last.days + 1};
            is_out_of_reach_ |= !WorkingDays::reaches(last);
        } while (!is_out_of_reach_ && !counts(last));
    }

    // Atw art. 2.
    void lengthen(SuspendedTerm& result, Duration duration) {
        if (!needs_working_days(duration)) return;
        std::int32_t found = 0;
        for (Date day{before_.days + 1}; day <= result.term.last && found < fewest_working_days; ++day.days) {
            is_out_of_reach_ |= !WorkingDays::reaches(day);
            if (is_out_of_reach_) return;
            found += counts(day) ? 1 : 0;
        }
        result.term.is_lengthened = found < fewest_working_days;
        for (; found < fewest_working_days && !is_out_of_reach_ && !result.never_ends; ++found) move_on(result);
    }

    const WorkingDays& days_;
    const Standstill& standstill_;
    Date before_;
    bool is_out_of_reach_ = false;
};

}  // namespace

namespace {

Date day_before(Date start, bool counts_start) { return {start.days - (counts_start ? 1 : 0)}; }

// By counting alone; for a length in working days the start itself.
Date counted_end(Date start, Duration duration, bool counts_start) {
    const Date end = shift(start, duration, false).value_or(start);
    return day_before(end, counts_start);
}

}  // namespace

std::optional<Date> day_running(Date start, std::int32_t count, const Standstill& standstill) {
    return along(
        start, count, standstill, [](Date after, Date until) { return until.days - after.days; },
        [](Date after, std::int32_t left) { return Date{after.days + left}; });
}

std::optional<SuspendedTerm> suspended_term(Date start, Duration duration, bool counts_start,
                                            const Standstill& standstill) {
    if (duration.unit == Duration::Unit::WorkingDays) return std::nullopt;
    const Date before = day_before(start, counts_start);
    const Date end = counted_end(start, duration, counts_start);
    const auto last = day_running(before, end.days - before.days, standstill);
    SuspendedTerm result{!last.has_value(), {}};
    result.term.counted = result.term.last = last.value_or(end);
    return result;
}

std::optional<SuspendedTerm> Calendar::term(Date start, Duration duration, EndOfTerm end, bool counts_start,
                                            const Standstill& standstill) const {
    if (standstill.stretches().empty() || duration.count <= 0) {
        const auto plain = term(start, duration, end, counts_start);
        return plain ? std::optional(SuspendedTerm{false, *plain}) : std::nullopt;
    }
    const Date before = day_before(start, counts_start);
    const Date counted = counted_end(start, duration, counts_start);
    const auto result = Counted(working_days_, standstill, before).term(counted, duration, end);
    if (!result || !fewest_) return result;
    const auto cautious = Counted(*fewest_, standstill, before).term(counted, duration, end);
    const bool is_same = cautious && cautious->never_ends == result->never_ends &&
                         (result->never_ends || cautious->term.last == result->term.last);
    return is_same ? result : std::nullopt;
}

}  // namespace toets::calendar
