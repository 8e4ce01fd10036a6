#include "calendar/working_days.h"

namespace toets::calendar {

WorkingDays::WorkingDays(const std::vector<bool>& free) {
    counts_.reserve(day_count + 1);
    counts_.push_back(0);
    days_.reserve(day_count);
    for (std::size_t index = 0; index < day_count; ++index) {
        if (!free[index]) days_.push_back(first_day.days + static_cast<std::int32_t>(index));
        counts_.push_back(static_cast<std::int32_t>(days_.size()));
    }
}

}  // namespace toets::calendar
