// Terms that stand still (C59), row by row: the days that do not count come from the periods of that row.
#include "evaluation/kernels.h"
#include "evaluation/periods.h"

namespace toets::evaluation {

namespace {

using calendar::Standstill;
using calendar::Stretch;

// Empty when the calendar cannot say.
std::optional<calendar::SuspendedTerm> term_of(const calendar::Calendar* calendar, Date start, Duration length,
                                               std::uint8_t detail, const Standstill& standstill) {
    const bool counts_start = (detail & program::term_counts_start) != 0;
    if (calendar != nullptr) {
        const auto end = static_cast<calendar::EndOfTerm>(detail & program::term_end);
        return calendar->term(start, length, end, counts_start, standstill);
    }
    return calendar::suspended_term(start, length, counts_start, standstill);
}

}  // namespace

void kernel_suspend_term(Machine& machine, const Instruction& instruction) {
    constexpr std::size_t registers_of_term = 2;
    const auto& table = machine.table(instruction);
    const Values date = machine.value(table[0]);
    const Values length = machine.value(table[1]);
    const std::vector<Periods> lists = periods_of(machine, table, registers_of_term, table.size() - 1);
    const bool has_calendar = table.back() >= 0;
    const calendar::Calendar* calendar =
        has_calendar ? &*machine.program().calendars[static_cast<std::size_t>(table.back())] : nullptr;
    const bool with_possible = (instruction.detail & program::term_possible) != 0;
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    std::vector<Stretch> stretches;
    for (std::size_t row = 0; row < rows; ++row) {
        out.states[row] = both(date.states[row], length.states[row]);
        out.values[row] = 0;
        if (out.states[row] != known) continue;
        stretches.clear();
        for (const Periods& list : lists) list.add_all(row, with_possible, stretches);
        const Duration duration = duration_from_column_value(length.values[row]);
        const auto term =
            term_of(calendar, civil::clamp_days(date.values[row]), duration, instruction.detail, Standstill(stretches));
        if (term) out.values[row] = term->never_ends ? program::never_ends : term->term.last.days;
        if (term) continue;
        out.states[row] = unknown;
        machine.report(CalculationError::What::CalendarUnknown, instruction, row);
    }
}

}  // namespace toets::evaluation
