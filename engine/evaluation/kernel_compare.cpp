// Questions about values: comparisons, membership of closed lists, presence.
#include <functional>

#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

using model::Comparison;
__extension__ using Wide = __int128;

constexpr bool has_bit(std::int64_t mask, std::int64_t bit) {
    return (static_cast<std::uint64_t>(mask) >> (static_cast<std::uint64_t>(bit) & 63U) & 1U) != 0;
}

template <class Number>
bool compare(Comparison comparison, Number left, Number right) {
    switch (comparison) {
        case Comparison::Equal: return left == right;
        case Comparison::AtLeast: return left >= right;
        case Comparison::AtMost: return left <= right;
        case Comparison::MoreThan: return left > right;
        case Comparison::LessThan: return left < right;
    }
    return false;
}

bool multiply(Wide& number, Wide factor) { return !__builtin_mul_overflow(number, factor, &number); }

// Brings a power of ten of any size in; false when the product is too large.
bool scale(Wide& number, std::int64_t exponent) {
    for (std::int64_t step = 0; step < exponent; ++step) {
        if (!multiply(number, 10)) return false;
    }
    return true;
}

template <Byte truth_from(Byte, bool)>
TOETS_INLINE void compare_all(Machine& machine, const Instruction& instruction) {
    switch (static_cast<Comparison>(instruction.detail)) {
        case Comparison::Equal: return ask_both<truth_from>(machine, instruction, std::equal_to<>());
        case Comparison::AtLeast: return ask_both<truth_from>(machine, instruction, std::greater_equal<>());
        case Comparison::AtMost: return ask_both<truth_from>(machine, instruction, std::less_equal<>());
        case Comparison::MoreThan: return ask_both<truth_from>(machine, instruction, std::greater<>());
        case Comparison::LessThan: return ask_both<truth_from>(machine, instruction, std::less<>());
    }
}

}  // namespace

TOETS_VECTORISED void kernel_compare(Machine& machine, const Instruction& instruction) {
    compare_all<truth_of>(machine, instruction);
}

TOETS_VECTORISED void kernel_compare_numbers(Machine& machine, const Instruction& instruction) {
    compare_all<truth_of_number>(machine, instruction);
}

// n1/d1 against n2/d2 without dividing: crosswise, the sign turned for each negative divisor.
void kernel_compare_ratios(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    Byte* const out = machine.write_truth(instruction.result);
    const Values parts[] = {machine.value(table[0]), machine.value(table[1]), machine.value(table[2]),
                            machine.value(table[3])};
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        Byte state = known;
        for (const Values& part : parts) state = both(state, part.states[row]);
        out[row] = is_unknown;
        if (state != known) continue;
        const std::int64_t left_divisor = parts[1].values[row];
        const std::int64_t right_divisor = parts[3].values[row];
        Wide left = Wide{parts[0].values[row]} * right_divisor;
        Wide right = Wide{parts[2].values[row]} * left_divisor;
        const bool fits = scale(left, table[4]) && scale(right, table[5]);
        const bool is_turned = (left_divisor < 0) != (right_divisor < 0);
        if (left_divisor == 0 || right_divisor == 0) {
            machine.report(CalculationError::What::DivisionByZero, instruction, row);
        } else if (!fits) {
            machine.report(CalculationError::What::Overflow, instruction, row);
        } else {
            const auto comparison = static_cast<Comparison>(instruction.detail);
            out[row] = truth_of(known, is_turned ? compare(comparison, right, left) : compare(comparison, left, right));
        }
    }
}

TOETS_VECTORISED void kernel_in_mask(Machine& machine, const Instruction& instruction) {
    const std::int64_t mask = instruction.constant;
    ask(machine, instruction, [mask](std::int64_t value) { return has_bit(mask, value); });
}

TOETS_VECTORISED void kernel_holds(Machine& machine, const Instruction& instruction) {
    ask(machine, instruction, [](std::int64_t value) { return value != 0; });
}

// Not asked of the value but of its state: absent is an answer here.
TOETS_VECTORISED void kernel_present(Machine& machine, const Instruction& instruction) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Byte* TOETS_RESTRICT states = machine.value(instruction.left).states;
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = static_cast<Byte>(states[row] == known ? is_true : is_unknown - states[row]);
    }
}

TOETS_VECTORISED void kernel_set_has_any(Machine& machine, const Instruction& instruction) {
    const std::int64_t mask = instruction.constant;
    ask(machine, instruction, [mask](std::int64_t set) { return (set & mask) != 0; });
}

void kernel_set_has(Machine& machine, const Instruction& instruction) {
    ask_both(machine, instruction, [](std::int64_t set, std::int64_t member) { return has_bit(set, member); });
}

// A set known to be none is an empty set here: every set has all of its members, it has those of no other.
void kernel_set_has_all(Machine& machine, const Instruction& instruction) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Values set = machine.value(instruction.left);
    const Values other = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t has = set.states[row] == known ? set.values[row] : 0;
        const std::int64_t asked = other.states[row] == known ? other.values[row] : 0;
        const bool is_known = set.states[row] != unknown && other.states[row] != unknown;
        const bool asks_nothing = other.states[row] != unknown && asked == 0;
        out[row] = asks_nothing ? is_true : is_known ? truth_of(known, (asked & ~has) == 0) : is_unknown;
    }
}

}  // namespace toets::evaluation
