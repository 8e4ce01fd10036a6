// In which cases each outcome was reached. Many cases come out the same way: of each case only the number of its way
// is kept.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/blocks.h"
#include "portfolio/names.h"
#include "program/program.h"

namespace toets::portfolio {

constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;

class OutcomeSets {
public:
    // Of the next case: every outcome that a rule had in it, each once and in order.
    using Outcomes = std::vector<std::uint32_t>;
    static std::uint32_t outcome_of(std::size_t rule, std::size_t outcome) {
        return static_cast<std::uint32_t>(rule * outcome_count + outcome);
    }
    void add_case(const Outcomes& outcomes);
    // Cases, in the order in which they were added.
    [[nodiscard]] std::vector<std::uint32_t> cases_with(std::size_t rule, std::size_t outcome) const;
    [[nodiscard]] std::size_t count_with(std::size_t rule, std::size_t outcome) const;

private:
    [[nodiscard]] std::vector<bool> sets_with(std::size_t rule, std::size_t outcome) const;

    Blocks<std::uint32_t> set_of_case_;
    std::vector<Outcomes> sets_;
    std::vector<std::size_t> cases_with_set_;  // by set: how many
    std::unordered_map<Outcomes, std::uint32_t, KeyHash> numbers_;
};

}  // namespace toets::portfolio
