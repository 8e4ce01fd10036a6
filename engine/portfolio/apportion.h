// Divides a number of things by keys (C77): exact shares, then one of four roundings. With the largest remainder the
// sum stays what it was, and who gets the things that are left over is told with the reason. Knows nothing of
// agreements or registers.
#pragma once

#include <vector>

#include "model/model.h"
#include "portfolio/fraction.h"

namespace toets::portfolio {

struct WeighedKey {
    std::int64_t weight = 0;           // a percentage in millionths; those of all keys are 100% together
    std::vector<std::int64_t> values;  // by recipient; none below zero, and not all of them zero
};
// What decides between equal remainders; without values nothing does.
struct TieBreak {
    bool is_highest_first = true;
    std::vector<std::optional<std::int64_t>> values;  // by recipient; empty: not known
};
struct Portion {
    std::vector<Fraction> by_key;
    Fraction exact;
    std::int64_t rounded_down = 0;
    Fraction rest;
    // With the largest remainder: who had a turn before it, when it gets one of the things left over.
    std::optional<std::size_t> turn;
    bool shares_turn = false;   // others come with it, and it does not matter who comes first
    bool is_tied = false;       // its remainder is as large as that of others, and there was not one for each
    bool is_undecided = false;  // it may get one more, or not
    std::int64_t result = 0;    // when it is undecided: without that one
};
struct Apportioned {
    std::vector<Portion> portions;
    std::int64_t left = 0;                   // what rounding down leaves over
    std::int64_t undecided_left = 0;         // so many are still to be given to those that are undecided
    [[nodiscard]] std::int64_t sum() const;  // of what is decided
};

// The largest number of things that can be divided.
constexpr std::int64_t most_things = 1'000'000'000;

// Empty: the numbers do not fit, so that the shares are not exact any more.
std::optional<Apportioned> apportion(std::int64_t total, const std::vector<WeighedKey>& keys,
                                     model::ShareRounding rounding, const TieBreak& tie_break);

}  // namespace toets::portfolio
