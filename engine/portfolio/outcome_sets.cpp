#include "portfolio/outcome_sets.h"

#include <algorithm>

namespace toets::portfolio {

void OutcomeSets::add_case(const Outcomes& outcomes) {
    const auto [found, is_new] = numbers_.emplace(outcomes, static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
        sets_.push_back(outcomes);
        cases_with_set_.push_back(0);
    }
    ++cases_with_set_[found->second];
    set_of_case_.push_back(found->second);
}

std::vector<bool> OutcomeSets::sets_with(std::size_t rule, std::size_t outcome) const {
    std::vector<bool> has(sets_.size());
    for (std::size_t set = 0; set < sets_.size(); ++set) {
        has[set] = std::binary_search(sets_[set].begin(), sets_[set].end(), outcome_of(rule, outcome));
    }
    return has;
}

std::vector<std::uint32_t> OutcomeSets::cases_with(std::size_t rule, std::size_t outcome) const {
    const std::vector<bool> has = sets_with(rule, outcome);
    std::vector<std::uint32_t> cases;
    for (std::uint32_t number = 0; number < set_of_case_.size(); ++number) {
        if (has[set_of_case_[number]]) cases.push_back(number);
    }
    return cases;
}

std::size_t OutcomeSets::count_with(std::size_t rule, std::size_t outcome) const {
    const std::vector<bool> has = sets_with(rule, outcome);
    std::size_t count = 0;
    for (std::size_t set = 0; set < has.size(); ++set) count += has[set] ? cases_with_set_[set] : 0;
    return count;
}

}  // namespace toets::portfolio
