// Choosing among alternatives that each may hold: versions, parameter rows, rows of a decision table. Where several
// could hold, the answer is what they agree on (patterns 0.3).
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

using model::HitRule;
using What = CalculationError::What;

struct Choice {
    const Byte* truth;
    Values value;
};

std::vector<Choice> choices_of(const Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    std::vector<Choice> choices;
    for (std::size_t at = 0; at + 1 < table.size(); at += 2) {
        choices.push_back({machine.truth(table[at]), machine.value(table[at + 1])});
    }
    return choices;
}

// The values met so far, and whether they are one.
struct Agreement {
    bool is_any = false;
    bool is_one = true;
    Byte state = unknown;
    std::int64_t value = 0;

    void add(Byte other_state, std::int64_t other) {
        is_one = is_one && (!is_any || (state == other_state && (state != known || value == other)));
        is_any = true;
        state = other_state;
        value = other;
    }
};

// For each row the first (or last) that surely fits ends the search.
Agreement look_in_order(const std::vector<Choice>& choices, std::size_t row, bool is_backward) {
    Agreement agreement;
    for (std::size_t step = 0; step < choices.size(); ++step) {
        const Choice& choice = choices[is_backward ? choices.size() - 1 - step : step];
        if (choice.truth[row] == is_false) continue;
        agreement.add(choice.value.states[row], choice.value.values[row]);
        if (choice.truth[row] == is_true) break;
    }
    return agreement;
}

Agreement look_everywhere(const std::vector<Choice>& choices, std::size_t row, int& certain) {
    Agreement agreement;
    for (const Choice& choice : choices) {
        if (choice.truth[row] == is_false) continue;
        certain += choice.truth[row] == is_true ? 1 : 0;
        agreement.add(choice.value.states[row], choice.value.values[row]);
    }
    return agreement;
}

// Highest, lowest and sum: the rows that surely fit, provided the others could not change it.
Agreement combine(const std::vector<Choice>& choices, std::size_t row, HitRule rule, bool& is_too_large) {
    Agreement result;
    std::optional<std::int64_t> sure;
    std::optional<std::int64_t> all;
    const auto take = [&](std::optional<std::int64_t>& best, std::int64_t value) {
        if (!best) {
            best = value;
        } else if (rule == HitRule::Sum) {
            is_too_large |= __builtin_add_overflow(*best, value, &*best);
        } else {
            best = rule == HitRule::Highest ? std::max(*best, value) : std::min(*best, value);
        }
    };
    for (const Choice& choice : choices) {
        if (choice.truth[row] == is_false || choice.value.states[row] == absent) continue;
        result.is_any = true;
        if (choice.value.states[row] == unknown) return {.is_any = true, .is_one = false};
        if (choice.truth[row] == is_true) take(sure, choice.value.values[row]);
        take(all, choice.value.values[row]);
    }
    result.is_one = sure && sure == all && !is_too_large;
    result.state = known;
    result.value = sure.value_or(0);
    return result;
}

void write(ValuesOut out, std::size_t row, const Agreement& agreement) {
    const bool is_decided = agreement.is_any && agreement.is_one;
    out.states[row] = is_decided ? agreement.state : unknown;
    out.values[row] = out.states[row] == known ? agreement.value : out.states[row];  // also the row of a reference
}

}  // namespace

void kernel_select(Machine& machine, const Instruction& instruction) {
    const std::vector<Choice> choices = choices_of(machine, instruction);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Agreement agreement = look_in_order(choices, row, false);
        write(out, row, agreement);
        if (!agreement.is_any) out.states[row] = instruction.detail;
        if (!agreement.is_any) out.values[row] = instruction.detail;
    }
}

void kernel_select_truth(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        Agreement agreement;
        for (std::size_t at = 0; at + 1 < table.size(); at += 2) {
            const Byte fits = machine.truth(table[at])[row];
            if (fits != is_false) agreement.add(known, machine.truth(table[at + 1])[row]);
        }
        out[row] = agreement.is_any && agreement.is_one ? static_cast<Byte>(agreement.value) : is_unknown;
    }
}

// C23. No row fits: unknown, and reported; two rows where one was promised: the same.
void kernel_look_up_table(Machine& machine, const Instruction& instruction) {
    const std::vector<Choice> choices = choices_of(machine, instruction);
    const auto rule = static_cast<HitRule>(instruction.detail);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        int certain = 0;
        bool is_too_large = false;
        Agreement agreement;
        if (rule == HitRule::ExactlyOne) {
            agreement = look_everywhere(choices, row, certain);
        } else if (rule == HitRule::First || rule == HitRule::Last) {
            agreement = look_in_order(choices, row, rule == HitRule::Last);
        } else {
            agreement = combine(choices, row, rule, is_too_large);
        }
        if (certain > 1) agreement.is_one = false;
        write(out, row, agreement);
        if (certain > 1) machine.report(What::MoreThanOneRow, instruction, row);
        if (is_too_large) machine.report(What::Overflow, instruction, row);
        if (!agreement.is_any) machine.report(What::NoRow, instruction, row);
    }
}

// What the sentence would come to if one of the rows that contradict each other were taken at its word.
void kernel_look_up_conflicting(Machine& machine, const Instruction& instruction) {
    const std::vector<Choice> choices = choices_of(machine, instruction);
    const bool takes_last = instruction.detail == 1;
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        int certain = 0;
        Agreement agreement = look_everywhere(choices, row, certain);
        if (certain > 1) {
            Agreement sure;
            Agreement taken;
            for (const Choice& choice : choices) {
                if (choice.truth[row] != is_true) continue;
                sure.add(choice.value.states[row], choice.value.values[row]);
                if (!taken.is_any || takes_last) {
                    taken = {};
                    taken.add(choice.value.states[row], choice.value.values[row]);
                }
            }
            agreement = taken;
            agreement.is_one = !sure.is_one;
        }
        write(out, row, agreement);
    }
}

// C19: the last row that begins on or before the date. Without a date only rows that are all the same decide.
void kernel_look_up_parameter(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    const std::int64_t last = table[0];
    bool is_one_value = table.size() > 1;
    for (std::size_t at = 2; at < table.size(); at += 2) is_one_value = is_one_value && table[at] == table[2];
    const ValuesOut out = machine.write_value(instruction.result);
    const Values date = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t day = date.values[row];
        Agreement found;
        if (date.states[row] != known) {
            if (is_one_value) found.add(known, table[2]);
        } else if (day <= last) {
            for (std::size_t at = 1; at + 1 < table.size() && table[at] <= day; at += 2) {
                found = {};
                found.add(known, table[at + 1]);
            }
        }
        write(out, row, found);
    }
}

}  // namespace toets::evaluation
