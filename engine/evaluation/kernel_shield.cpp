// A shield (C83): from the first day on which its condition holds up to the first later one on which it fails.
#include <algorithm>

#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

// The days of one row up to and with the day that is judged, as places among all days.
struct DaysUpTo {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  // past that day; `begin` when it is not among the days that were looked at
};

class JudgedDays {
public:
    JudgedDays(const Machine& machine, const Instruction& instruction)
        : machine_(machine),
          items_(machine.frame(instruction.items)),
          days_(machine.value(instruction.third)),
          judged_(machine.value(instruction.right)),
          own_(machine.program().frame_of[instruction.result.index()]),
          home_(machine.program().frames[instruction.items].outer) {}

    [[nodiscard]] DaysUpTo up_to(std::size_t row) const {
        const std::uint32_t outer = outer_row(static_cast<std::uint32_t>(row));
        const std::uint32_t begin = items_.offsets[outer];
        const std::uint32_t end = items_.offsets[outer + 1];
        if (begin == end || judged_.states[row] != known || days_.states[begin] != known) return {begin, begin};
        const std::int64_t place = judged_.values[row] - days_.values[begin];
        if (place < 0) return {begin, begin};
        const auto last = static_cast<std::int64_t>(end - begin) - 1;
        return {begin, begin + static_cast<std::uint32_t>(std::min(place, last)) + 1};
    }
    [[nodiscard]] const Values& days() const { return days_; }

private:
    [[nodiscard]] std::uint32_t outer_row(std::uint32_t row) const {
        const program::Program& program = machine_.program();
        for (program::FrameId frame = own_; frame != home_; frame = program.frames[frame].outer) {
            row = machine_.frame(frame).outer_row[row];
        }
        return row;
    }

    const Machine& machine_;
    const FrameRows& items_;
    Values days_;
    Values judged_;
    program::FrameId own_;
    program::FrameId home_;
};

// On the last of the days: all that may be so of a condition that is not known on some of them.
Byte stands(const Byte* truth, const DaysUpTo& days) {
    bool may_wait = true;
    bool may_stand = false;
    bool may_be_over = false;
    for (std::uint32_t day = days.begin; day < days.end; ++day) {
        may_be_over = may_be_over || (may_stand && truth[day] != is_true);
        may_stand = (may_wait || may_stand) && truth[day] != is_false;
        may_wait = may_wait && truth[day] != is_true;
    }
    if (!may_stand) return is_false;
    return may_wait || may_be_over ? is_unknown : is_true;
}

}  // namespace

void kernel_shield_stands(Machine& machine, const Instruction& instruction) {
    const Byte* const truth = machine.truth(instruction.left);
    const JudgedDays judged(machine, instruction);
    Byte* const out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const DaysUpTo days = judged.up_to(row);
        out[row] = days.begin == days.end ? is_unknown : stands(truth, days);
    }
}

void kernel_shield_day(Machine& machine, const Instruction& instruction) {
    using program::ShieldDayIs;
    const auto which = static_cast<ShieldDayIs>(instruction.detail);
    const Byte* const truth = machine.truth(instruction.left);
    const JudgedDays judged(machine, instruction);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const DaysUpTo days = judged.up_to(row);
        out.values[row] = 0;
        out.states[row] = days.begin == days.end ? unknown : absent;
        if (days.begin == days.end) continue;
        const auto show = [&](std::uint32_t day) {
            out.values[row] = judged.days().values[day];
            out.states[row] = judged.days().states[day];
        };
        const auto may_hold = [](Byte each) { return each != is_false; };
        const auto may_fail = [](Byte each) { return each != is_true; };
        const auto first =
            static_cast<std::uint32_t>(std::find_if(truth + days.begin, truth + days.end, may_hold) - truth);
        const auto failing =
            static_cast<std::uint32_t>(std::find_if(truth + first, truth + days.end, may_fail) - truth);
        if (which == ShieldDayIs::Deciding) {
            show(std::min(failing, days.end - 1));
        } else if (which == ShieldDayIs::Begun) {
            const bool has_begun = first != days.end && truth[first] == is_true;
            if (has_begun && first == days.begin) out.states[row] = unknown;
            if (has_begun && first != days.begin) show(first);
        } else if (failing != days.end && failing != first && truth[failing] == is_false) {
            show(failing);
        }
    }
}

}  // namespace toets::evaluation
