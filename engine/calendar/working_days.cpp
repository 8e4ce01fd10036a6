#include "calendar/working_days.h"

namespace toets::calendar {

WorkingDays::WorkingDays(const std::function<bool(Date)>& is_free) {
    counts_.reserve(static_cast<std::size_t>(last_day.days - first_day.days) + 2);
    counts_.push_back(0);
    for (Date date = first_day; date <= last_day; ++date.days) {
        if (!is_free(date)) days_.push_back(date.days);
        counts_.push_back(static_cast<std::int32_t>(days_.size()));
    }
}

}  // namespace toets::calendar
