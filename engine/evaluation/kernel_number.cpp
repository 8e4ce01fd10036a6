// Exact arithmetic. What does not fit in 64 bits becomes unknown, and is reported.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

using program::Pick;

// combine(left, right, &result) says whether it overflowed. The error is looked for in a second pass, which almost
// never runs.
template <class Combine>
void calculate(Machine& machine, const Instruction& instruction, Combine combine) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    bool is_too_large = false;
    for (std::size_t row = 0; row < rows; ++row) {
        out.states[row] = both(left.states[row], right.states[row]);
        is_too_large |= combine(left.values[row], right.values[row], out.values + row);
    }
    if (!is_too_large) return;
    for (std::size_t row = 0; row < rows; ++row) {
        if (out.states[row] != known || !combine(left.values[row], right.values[row], out.values + row)) continue;
        out.states[row] = unknown;
        machine.report(CalculationError::What::Overflow, instruction, row);
    }
}

std::int64_t rounded(std::int64_t value, std::int64_t divisor, model::Rounding rounding) {
    const std::int64_t quotient = value / divisor;
    const std::int64_t rest = value % divisor;
    switch (rounding) {
        case model::Rounding::None: break;
        case model::Rounding::Up: return quotient + (rest > 0 ? 1 : 0);
        case model::Rounding::Down: return quotient - (rest < 0 ? 1 : 0);
        case model::Rounding::HalfUp: {
            const std::int64_t half = divisor - divisor / 2;  // divisors are even
            return quotient + (rest >= half ? 1 : 0) - (rest <= -half ? 1 : 0);
        }
    }
    return quotient;
}

bool is_highest(Pick pick) { return pick == Pick::Highest || pick == Pick::HighestKnown; }
bool leaves_unknown_out(Pick pick) { return pick == Pick::HighestKnown || pick == Pick::LowestKnown; }

}  // namespace

TOETS_VECTORISED void kernel_add(Machine& machine, const Instruction& instruction) {
    calculate(machine, instruction, [](std::int64_t left, std::int64_t right, std::int64_t* sum) {
        return __builtin_add_overflow(left, right, sum);
    });
}

TOETS_VECTORISED void kernel_subtract(Machine& machine, const Instruction& instruction) {
    calculate(machine, instruction, [](std::int64_t left, std::int64_t right, std::int64_t* difference) {
        return __builtin_sub_overflow(left, right, difference);
    });
}

void kernel_multiply(Machine& machine, const Instruction& instruction) {
    calculate(machine, instruction, [](std::int64_t left, std::int64_t right, std::int64_t* product) {
        return __builtin_mul_overflow(left, right, product);
    });
}

void kernel_scale_up(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.states[row] = left.states[row];
        const bool is_too_large = __builtin_mul_overflow(left.values[row], instruction.constant, out.values + row);
        if (!is_too_large || left.states[row] != known) continue;
        out.states[row] = unknown;
        machine.report(CalculationError::What::Overflow, instruction, row);
    }
}

TOETS_VECTORISED void kernel_round_down(Machine& machine, const Instruction& instruction) {
    const std::int64_t divisor = instruction.constant;
    const auto rounding = static_cast<model::Rounding>(instruction.detail);
    change_values(machine, instruction,
                  [divisor, rounding](std::int64_t value) { return rounded(value, divisor, rounding); });
}

void kernel_too_many_decimals(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Byte state = both(left.states[row], right.states[row]);
        out.values[row] = 0;
        out.states[row] = state == known ? unknown : state;
        if (state == known) machine.report(CalculationError::What::TooManyDecimals, instruction, row);
    }
}

TOETS_VECTORISED void kernel_demand(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    std::copy_n(left.values, rows, out.values);
    for (std::size_t row = 0; row < rows; ++row) out.states[row] = static_cast<Byte>(left.states[row] & known);
}

void kernel_settle(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values low = machine.value(instruction.left);
    const Values high = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = low.values[row];
        const Byte state = both(low.states[row], high.states[row]);
        out.states[row] = state == known && low.values[row] != high.values[row] ? unknown : state;
    }
}

// C28: what is known to be absent is left out. An unknown one makes the answer unknown, except for the bound on the
// side where it cannot matter.
void kernel_pick_of(Machine& machine, const Instruction& instruction) {
    const auto pick = static_cast<Pick>(instruction.detail);
    const bool picks_highest = is_highest(pick);
    const bool is_bound = leaves_unknown_out(pick);
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Byte left_state = left.states[row];
        const Byte right_state = right.states[row];
        const bool left_is_higher = left.values[row] >= right.values[row];
        const bool takes_left = left_state == known && (right_state != known || left_is_higher == picks_highest);
        out.values[row] = takes_left ? left.values[row] : right.values[row];
        const bool is_open = (left_state == unknown || right_state == unknown);
        const Byte best = std::max(left_state, right_state);
        out.states[row] = is_open && !(is_bound && best == known) ? unknown : best;
    }
}

void kernel_or_else(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool takes_left = left.states[row] == known;
        out.values[row] = takes_left ? left.values[row] : right.values[row];
        out.states[row] = takes_left ? known : right.states[row];
    }
}

// A month has no fixed number of days, so durations compare in one unit only.
void kernel_same_unit(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const Values right = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = left.values[row];
        const Duration one = duration_from_column_value(left.values[row]);
        const Duration other = duration_from_column_value(right.values[row]);
        const bool are_known = both(left.states[row], right.states[row]) == known;
        out.states[row] = left.states[row];
        if (!are_known || one.unit == other.unit) continue;
        out.states[row] = unknown;
        machine.report(CalculationError::What::DifferentUnits, instruction, row);
    }
}

}  // namespace toets::evaluation
