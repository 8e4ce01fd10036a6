// One kernel per operation: it fills the instruction's result for all rows of its frame. This header has their names
// and the loops most of them are.
#pragma once

#include <algorithm>

#include "evaluation/machine.h"

namespace toets::evaluation {

using Kernel = void (*)(Machine&, const Instruction&);
Kernel kernel_of(program::Operation operation);

#define TOETS_RESTRICT __restrict__
// A kernel compiled twice, for machines with and without wide vectors. Its loops must be inlined to have part in that.
#define TOETS_INLINE __attribute__((always_inline)) inline
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define TOETS_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define TOETS_VECTORISED
#endif

template <class Function>
TOETS_INLINE void for_each_truth(Machine& machine, const Instruction& instruction, Function function) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Byte* TOETS_RESTRICT left = machine.truth(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) out[row] = function(left[row]);
}

template <class Function>
TOETS_INLINE void for_both_truths(Machine& machine, const Instruction& instruction, Function function) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Byte* TOETS_RESTRICT left = machine.truth(instruction.left);
    const Byte* TOETS_RESTRICT right = machine.truth(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) out[row] = function(left[row], right[row]);
}

// holds(value) is asked of every row; the state decides whether its answer counts.
template <class Question>
TOETS_INLINE void ask(Machine& machine, const Instruction& instruction, Question holds) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::int64_t* TOETS_RESTRICT values = left.values;
    const Byte* TOETS_RESTRICT states = left.states;
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) out[row] = truth_of(states[row], holds(values[row]));
}

template <Byte truth_from(Byte, bool) = truth_of, class Question>
TOETS_INLINE void ask_both(Machine& machine, const Instruction& instruction, Question holds) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::int64_t* TOETS_RESTRICT left_values = left.values;
    const std::int64_t* TOETS_RESTRICT right_values = right.values;
    const Byte* TOETS_RESTRICT left_states = left.states;
    const Byte* TOETS_RESTRICT right_states = right.states;
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = truth_from(both(left_states[row], right_states[row]), holds(left_values[row], right_values[row]));
    }
}

// change(value) of every row, its state kept.
template <class Function>
TOETS_INLINE void change_values(Machine& machine, const Instruction& instruction, Function change) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    std::int64_t* TOETS_RESTRICT values = out.values;
    const std::int64_t* TOETS_RESTRICT left_values = left.values;
    const std::size_t rows = machine.rows(instruction.result);
    std::copy_n(left.states, rows, out.states);  // apart: two widths in one loop do not become vectors
    for (std::size_t row = 0; row < rows; ++row) values[row] = change(left_values[row]);
}

}  // namespace toets::evaluation
