// The days up to a date, one row each (C82), and the first of them on which something holds.
#include <numeric>

#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

struct FirstDays {
    std::uint32_t may;   // the end when there is none
    std::uint32_t sure;  // likewise
};

FirstDays first_days(const Byte* truth, std::uint32_t begin, std::uint32_t end) {
    const Byte* const may = std::find_if(truth + begin, truth + end, [](Byte each) { return each != is_false; });
    const Byte* const sure = std::find(may, truth + end, is_true);
    return {static_cast<std::uint32_t>(may - truth), static_cast<std::uint32_t>(sure - truth)};
}

}  // namespace

// Without a last day there are none.
void kernel_days(Machine& machine, const Instruction& instruction) {
    const Values last = machine.value(instruction.left);
    Slot& out = machine.write_list(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const auto count = static_cast<std::uint32_t>(instruction.constant);
    out.items.resize(count);
    std::iota(out.items.begin(), out.items.end(), 0U);
    for (std::size_t row = 0; row < rows; ++row) {
        out.begin[row] = 0;
        out.count[row] = last.states[row] == known ? count : 0;
        out.bytes[row] = known;
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), out.items.data(), nullptr});
}

void kernel_first_day(Machine& machine, const Instruction& instruction) {
    using program::FirstDayIs;
    const auto which = static_cast<FirstDayIs>(instruction.detail);
    const Byte* truth = machine.truth(instruction.left);
    const Values days = machine.value(instruction.right);
    const FrameRows& items = machine.frame(instruction.items);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t begin = items.offsets[row];
        const std::uint32_t end = items.offsets[row + 1];
        out.values[row] = 0;
        out.states[row] = unknown;
        if (begin == end) continue;
        const FirstDays first = first_days(truth, begin, end);
        std::uint32_t at = which == FirstDayIs::Latest ? first.sure : first.may;
        if (which == FirstDayIs::Seen && at == end) --at;
        if (first.may == end && which != FirstDayIs::Seen) out.states[row] = absent;
        const bool has_begun_before = at == begin && which != FirstDayIs::Seen;
        if (at == end || has_begun_before) continue;
        out.values[row] = days.values[at];
        out.states[row] = days.states[at];
    }
}

}  // namespace toets::evaluation
