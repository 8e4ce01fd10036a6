// Kleene's logic on columns of bytes: and is the minimum, or the maximum.
#include "evaluation/kernels.h"

namespace toets::evaluation {

TOETS_VECTORISED void kernel_and(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, conjunction);
}

TOETS_VECTORISED void kernel_or(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, disjunction);
}

TOETS_VECTORISED void kernel_not(Machine& machine, const Instruction& instruction) {
    for_each_truth(machine, instruction, negation);
}

TOETS_VECTORISED void kernel_decide(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, decide);
}

TOETS_VECTORISED void kernel_agree(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, agree);
}

TOETS_VECTORISED void kernel_cap_when_open(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, cap_when_open);
}

TOETS_VECTORISED void kernel_raise_when_open(Machine& machine, const Instruction& instruction) {
    for_both_truths(machine, instruction, raise_when_open);
}

TOETS_VECTORISED void kernel_count_truths(Machine& machine, const Instruction& instruction) {
    const bool is_certain = instruction.detail == static_cast<Byte>(program::Bound::Certain);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    std::fill_n(out.values, rows, 0);
    std::fill_n(out.states, rows, known);
    const Byte least = is_certain ? is_true : is_unknown;
    for (const std::int64_t operand : machine.table(instruction)) {
        const Byte* TOETS_RESTRICT truth = machine.truth(operand);
        for (std::size_t row = 0; row < rows; ++row) out.values[row] += truth[row] >= least ? 1 : 0;
    }
}

}  // namespace toets::evaluation
