// Terms that stand still (C59), row by row: the days that do not count come from the periods of that row.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

using calendar::Standstill;
using calendar::Stretch;

// Later or earlier than any day of a case.
constexpr Date lowest{civil::lowest_day};

// A list of periods, one row per period.
struct Periods {
    const FrameRows* items = nullptr;
    Values first;
    Values last;
    const Byte* counts = nullptr;
    const Byte* complete = nullptr;

    // With what is not known, the days that surely are in the period or all that may be.
    void add(std::uint32_t item, bool with_possible, std::vector<Stretch>& stretches) const {
        const bool is_known = counts[item] == is_true && first.states[item] == known && last.states[item] != unknown;
        if (counts[item] == is_false || first.states[item] == absent || (!is_known && !with_possible)) return;
        Stretch stretch{lowest, {}};
        if (first.states[item] == known) stretch.first = civil::clamp_days(first.values[item]);
        if (last.states[item] == known) stretch.last = civil::clamp_days(last.values[item]);
        stretches.push_back(stretch);
    }
    void add_all(std::size_t row, bool with_possible, std::vector<Stretch>& stretches) const {
        const bool may_hold_more = complete[row] != is_true || std::find(items->left_out.begin(), items->left_out.end(),
                                                                         row) != items->left_out.end();
        if (may_hold_more && with_possible) stretches.push_back({lowest, {}});
        for (std::uint32_t item = items->offsets[row]; item < items->offsets[row + 1]; ++item) {
            add(item, with_possible, stretches);
        }
    }
};

std::vector<Periods> periods_of(Machine& machine, const std::vector<std::int64_t>& table) {
    constexpr std::size_t registers_of_term = 2;
    constexpr std::size_t registers_of_list = 4;
    std::vector<Periods> lists;
    for (std::size_t at = registers_of_term; at + registers_of_list < table.size(); at += registers_of_list) {
        const program::FrameId items = machine.program().frame_of[static_cast<std::size_t>(table[at])];
        lists.push_back({&machine.frame(items), machine.value(table[at]), machine.value(table[at + 1]),
                         machine.truth(table[at + 2]), machine.truth(table[at + 3])});
    }
    return lists;
}

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
    const auto& table = machine.table(instruction);
    const Values date = machine.value(table[0]);
    const Values length = machine.value(table[1]);
    const std::vector<Periods> lists = periods_of(machine, table);
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
