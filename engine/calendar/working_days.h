// Which days count, as two tables: how many there are up to a day, and which day is the n-th. Any shift by working days
// is two look-ups, whatever its length.
#pragma once

#include <cstdint>
#include <vector>

#include "base/civil.h"
#include "base/date.h"
#include "calendar/holidays.h"

namespace toets::calendar {

class WorkingDays {
public:
    static constexpr Date first_day = civil::to_days({first_year_of_holidays, 1, 1});
    static constexpr Date last_day = civil::to_days({last_year, 12, 31});

    // For every day within reach whether it is free.
    explicit WorkingDays(const std::vector<bool>& free);
    static constexpr std::size_t day_count = static_cast<std::size_t>(last_day.days - first_day.days) + 1;
    static constexpr std::size_t index_of(Date date) { return static_cast<std::size_t>(date.days - first_day.days); }

    static constexpr bool reaches(Date date) { return first_day <= date && date <= last_day; }

    // All dates must be within reach.
    [[nodiscard]] bool contains(Date date) const { return up_to(date) != up_to_before(date); }
    // In (after, until]; never negative.
    [[nodiscard]] std::int32_t count(Date after, Date until) const {
        return until <= after ? 0 : up_to(until) - up_to(after);
    }
    // The count-th working day after the date, or before it when count is negative; for 0 the date itself. A day out
    // of reach when there is none: the caller asks reaches().
    [[nodiscard]] Date shifted(Date date, std::int64_t count) const {
        if (count == 0) return date;
        const std::int64_t index =
            count > 0 ? std::int64_t{up_to(date)} + count - 1 : std::int64_t{up_to_before(date)} + count;
        if (index < 0 || index >= static_cast<std::int64_t>(days_.size())) return {last_day.days + 1};
        return {days_[static_cast<std::size_t>(index)]};
    }
    // The date itself when it is a working day, else the next one.
    [[nodiscard]] Date at_or_after(Date date) const { return contains(date) ? date : shifted(date, 1); }

private:
    [[nodiscard]] std::int32_t up_to(Date date) const {
        return counts_[static_cast<std::size_t>(date.days - first_day.days) + 1];
    }
    [[nodiscard]] std::int32_t up_to_before(Date date) const {
        return counts_[static_cast<std::size_t>(date.days - first_day.days)];
    }

    std::vector<std::int32_t> counts_;  // [n]: working days among the first n days
    std::vector<std::int32_t> days_;    // [n]: the n-th working day, as a day number
};

}  // namespace toets::calendar
