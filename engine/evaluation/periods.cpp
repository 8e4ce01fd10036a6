#include "evaluation/periods.h"

#include <algorithm>

#include "base/civil.h"

namespace toets::evaluation {

namespace {

using calendar::Stretch;

// Earlier than any day of a case.
constexpr Date lowest{civil::lowest_day};

void add(const Periods& periods, std::uint32_t item, bool with_possible, std::vector<Stretch>& stretches) {
    const Byte first = periods.first.states[item];
    const Byte last = periods.last.states[item];
    const bool is_known = periods.counts[item] == is_true && first == known && last != unknown;
    if (periods.counts[item] == is_false || first == absent || (!is_known && !with_possible)) return;
    Stretch stretch{lowest, {}};
    if (first == known) stretch.first = civil::clamp_days(periods.first.values[item]);
    if (last == known) stretch.last = civil::clamp_days(periods.last.values[item]);
    stretches.push_back(stretch);
}

}  // namespace

void Periods::add_all(std::size_t row, bool with_possible, std::vector<Stretch>& stretches) const {
    const bool may_hold_more = complete[row] != is_true ||
                               std::find(items->left_out.begin(), items->left_out.end(), row) != items->left_out.end();
    if (may_hold_more && with_possible) stretches.push_back({lowest, {}});
    for (std::uint32_t item = items->offsets[row]; item < items->offsets[row + 1]; ++item) {
        add(*this, item, with_possible, stretches);
    }
}

std::vector<Periods> periods_of(Machine& machine, const std::vector<std::int64_t>& table, std::size_t begin,
                                std::size_t end) {
    constexpr std::size_t registers_of_list = 4;
    std::vector<Periods> lists;
    for (std::size_t at = begin; at + registers_of_list <= end; at += registers_of_list) {
        const program::FrameId items = machine.program().frame_of[static_cast<std::size_t>(table[at])];
        lists.push_back({&machine.frame(items), machine.value(table[at]), machine.value(table[at + 1]),
                         machine.truth(table[at + 2]), machine.truth(table[at + 3])});
    }
    return lists;
}

}  // namespace toets::evaluation
