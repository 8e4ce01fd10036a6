// Days on which a term stands still (C59), and where a term ends that does not count them.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"

namespace toets::calendar {

struct Stretch {
    Date first;
    std::optional<Date> last;  // included; empty: until further notice
    friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Overlapping and adjacent stretches are one, so that each day counts once.
class Standstill {
public:
    Standstill() = default;
    // In any order; one that ends before it begins holds no day.
    explicit Standstill(std::vector<Stretch> stretches);

    [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }  // ascending, apart
    [[nodiscard]] bool contains(Date date) const { return holding(date) != nullptr; }
    [[nodiscard]] const Stretch* holding(Date date) const;
    // The days in (after, until] that are none of these.
    [[nodiscard]] std::int32_t others(Date after, Date until) const;

private:
    std::vector<Stretch> stretches_;
};

// The count-th day after `start` on which nothing stands still; empty: there is none.
std::optional<Date> day_running(Date start, std::int32_t count, const Standstill& standstill);

}  // namespace toets::calendar
