// From the items of a list to one answer per row of the outer frame: each, one of them, how many, how much, which.
// Items are run through in one loop and added to their row, so that short lists cost no loop of their own.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

using program::Bound;
using program::Pick;

bool is_certain(const Instruction& instruction) { return instruction.detail == static_cast<Byte>(Bound::Certain); }

// No upper bound where the list may hold more.
void open_above(Machine& machine, const Instruction& instruction, Byte* states) {
    const Byte* TOETS_RESTRICT complete = machine.truth(instruction.third);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) states[row] = complete[row] == is_true ? states[row] : unknown;
}

// Nothing is known about the items of a list that was too long to look at.
void forget_left_out(const FrameRows& items, Byte* states) {
    for (const std::uint32_t row : items.left_out) states[row] = unknown;
}

template <class Function>
void fold_truth(Machine& machine, const Instruction& instruction, Byte begin, Function fold) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    std::fill_n(out, machine.rows(instruction.result), begin);
    const FrameRows& items = machine.frame(instruction.items);
    const Byte* TOETS_RESTRICT truth = machine.truth(instruction.left);
    for (std::size_t item = 0; item < items.size; ++item) {
        Byte& row = out[items.outer_row[item]];
        row = fold(row, truth[item]);
    }
    for (const std::uint32_t row : items.left_out) out[row] = is_unknown;
}

// The smallest truth of the filter that counts for this bound.
Byte least_truth(const Instruction& instruction) { return is_certain(instruction) ? is_true : is_unknown; }

void add_known(ValuesOut out, std::size_t row, std::int64_t value, Machine& machine, const Instruction& instruction) {
    if (!__builtin_add_overflow(out.values[row], value, out.values + row)) return;
    if (out.states[row] == known) machine.report(CalculationError::What::Overflow, instruction, row);
    out.states[row] = unknown;
    out.values[row] = 0;
}

struct Best {
    bool has_certain = false;   // surely in the list, and its value known
    bool has_possible = false;  // perhaps in the list, and not known to be absent
    bool has_unknown = false;   // perhaps in the list, its value unknown
    bool is_set = false;
    std::int64_t value = 0;
};

Best best_of(const Instruction& instruction, Machine& machine, std::uint32_t first, std::uint32_t last) {
    const auto pick = static_cast<Pick>(instruction.detail);
    const bool is_bound = pick == Pick::HighestKnown || pick == Pick::LowestKnown;
    const bool is_highest = pick == Pick::Highest || pick == Pick::HighestKnown;
    const Values value = machine.value(instruction.left);
    const Byte* filter = machine.truth(instruction.right);
    Best best;
    for (std::uint32_t item = first; item < last; ++item) {
        if (filter[item] == is_false || value.states[item] == absent) continue;
        const bool is_known = value.states[item] == known;
        const bool is_sure = is_known && filter[item] == is_true;
        best.has_possible = true;
        best.has_certain |= is_sure;
        best.has_unknown |= !is_known;
        if (!is_known || (is_bound && !is_sure)) continue;
        const bool is_better = !best.is_set || (value.values[item] > best.value) == is_highest;
        if (is_better) best.value = value.values[item];
        best.is_set = true;
    }
    return best;
}

}  // namespace

void kernel_all_items(Machine& machine, const Instruction& instruction) {
    fold_truth(machine, instruction, is_true, conjunction);
}

void kernel_any_item(Machine& machine, const Instruction& instruction) {
    fold_truth(machine, instruction, is_false, disjunction);
}

void kernel_count_items(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    std::fill_n(out.values, rows, 0);
    std::fill_n(out.states, rows, known);
    const FrameRows& items = machine.frame(instruction.items);
    const Byte* TOETS_RESTRICT filter = machine.truth(instruction.right);
    const Byte least = least_truth(instruction);
    for (std::size_t item = 0; item < items.size; ++item) {
        out.values[items.outer_row[item]] += filter[item] >= least ? 1 : 0;
    }
    if (!is_certain(instruction)) open_above(machine, instruction, out.states);
    forget_left_out(items, out.states);
}

// Pattern B2: the known part is the lower bound; the upper bound is gone with the first unknown amount. An amount that
// is known not to be there is no 0.
void kernel_sum_items(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    std::fill_n(out.values, rows, 0);
    std::fill_n(out.states, rows, known);
    const FrameRows& items = machine.frame(instruction.items);
    const Values value = machine.value(instruction.left);
    const Byte* filter = machine.truth(instruction.right);
    const Byte least = least_truth(instruction);
    for (std::size_t item = 0; item < items.size; ++item) {
        const std::uint32_t row = items.outer_row[item];
        const bool counts = filter[item] >= least && value.states[item] == known;
        add_known(out, row, counts ? value.values[item] : 0, machine, instruction);
        const bool is_open = !is_certain(instruction) && filter[item] >= least && value.states[item] != known;
        if (is_open) out.states[row] = unknown;
    }
    if (!is_certain(instruction)) open_above(machine, instruction, out.states);
    forget_left_out(items, out.states);
}

// Where amounts may be negative, a part says nothing about the whole.
void kernel_sum_exactly(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    std::fill_n(out.values, rows, 0);
    std::fill_n(out.states, rows, known);
    const FrameRows& items = machine.frame(instruction.items);
    const Values value = machine.value(instruction.left);
    const Byte* filter = machine.truth(instruction.right);
    for (std::size_t item = 0; item < items.size; ++item) {
        const std::uint32_t row = items.outer_row[item];
        if (filter[item] == is_false) continue;
        if (filter[item] == is_unknown || value.states[item] != known) {
            out.states[row] = unknown;
        } else {
            add_known(out, row, value.values[item], machine, instruction);
        }
    }
    open_above(machine, instruction, out.states);
    forget_left_out(items, out.states);
}

// C40: at least the different values that are known; at most one more for each unknown one.
void kernel_count_distinct(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const FrameRows& items = machine.frame(instruction.items);
    const Values value = machine.value(instruction.left);
    const Byte* filter = machine.truth(instruction.right);
    const Byte least = least_truth(instruction);
    std::vector<std::int64_t> seen;
    for (std::size_t row = 0; row < rows; ++row) {
        seen.clear();
        std::int64_t number = 0;
        for (std::uint32_t item = items.offsets[row]; item < items.offsets[row + 1]; ++item) {
            if (filter[item] < least || value.states[item] == absent) continue;
            if (value.states[item] == known) {
                seen.push_back(value.values[item]);
            } else if (!is_certain(instruction)) {
                ++number;
            }
        }
        std::sort(seen.begin(), seen.end());
        number += std::unique(seen.begin(), seen.end()) - seen.begin();
        out.values[row] = number;
        out.states[row] = known;
    }
    if (!is_certain(instruction)) open_above(machine, instruction, out.states);
    forget_left_out(items, out.states);
}

// C28 over a list. Without one that is surely there, there may be none at all.
void kernel_pick_item(Machine& machine, const Instruction& instruction) {
    const auto pick = static_cast<Pick>(instruction.detail);
    const bool is_bound = pick == Pick::HighestKnown || pick == Pick::LowestKnown;
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const FrameRows& items = machine.frame(instruction.items);
    const Byte* complete = machine.truth(instruction.third);
    for (std::size_t row = 0; row < rows; ++row) {
        const Best best = best_of(instruction, machine, items.offsets[row], items.offsets[row + 1]);
        const bool is_all = complete[row] == is_true;
        const bool is_decided = best.has_certain && (is_bound || (is_all && !best.has_unknown));
        out.values[row] = is_decided ? best.value : 0;
        out.states[row] = is_decided ? known : is_all && !best.has_possible ? absent : unknown;
    }
    forget_left_out(items, out.states);
}

}  // namespace toets::evaluation
