// What a calendar year leaves for the next one (C76, pattern G4).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/model.h"

namespace toets::portfolio {

// So many too few or too many, from the year in which that came to be.
struct Lot {
    int year = 0;
    std::int64_t count = 0;
    friend bool operator==(const Lot&, const Lot&) = default;
};
std::int64_t sum_of(const std::vector<Lot>& lots);

// Never both: what is short is met first, and what is too many is used first. The oldest year first.
struct Lots {
    std::vector<Lot> shortfall;
    std::vector<Lot> surplus;
    friend bool operator==(const Lots&, const Lots&) = default;
};
// Of two parties that went together.
Lots together(Lots one, const Lots& other);

struct YearInSeries {
    int year = 0;
    std::int64_t agreed = 0;  // for the year itself
    bool is_agreed = true;    // otherwise nothing was, and there is nothing to take a part of
    std::int64_t counted = 0;
    Lots came_over;
    std::int64_t whole = 0;  // agreed, with what came over; never below 0
    std::int64_t short_of = 0;
    std::int64_t above = 0;
    Lots goes_along;  // to the next year, once this one is over
    // Of what is short: what does not go along, by the year it is from.
    std::vector<Lot> lost;
};

// The year as it would end with so many. Rounds as was agreed; first what is for how much of it, then the cap.
YearInSeries to_year(const model::Tally& tally, int year, std::optional<std::int64_t> agreed, std::int64_t counted,
                     Lots came_over);

// What came of what a year was short of, in the years that followed it.
struct Aftermath {
    std::int64_t went_along = 0;
    std::int64_t met = 0;
    std::int64_t lost = 0;
    std::int64_t open = 0;
};
// `years`: without a gap, and all but the last one after `index` over.
Aftermath aftermath(const std::vector<YearInSeries>& years, std::size_t index);

}  // namespace toets::portfolio
