// Dates: shifting by a duration, birthdays, years. All exact; a day out of the calendar's reach is its last.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

constexpr std::int64_t farthest_months = 1'000'000;

Date to_date(std::int64_t days) { return civil::clamp_days(days); }

// add_months of base/civil.h in 32-bit numbers without branches, so that eight dates go at once. Years count from
// civil::shift_years before the year 0, as there.
struct Months {
    static constexpr auto first_year = static_cast<std::int32_t>(civil::shift_years);
    static constexpr std::int32_t lowest = (first_year + civil::lowest_year) * 12;
    static constexpr std::int32_t highest = (first_year + civil::highest_year) * 12 + 11;

    static std::int64_t add(std::int64_t date, std::int32_t months) {
        const std::int64_t near = std::clamp<std::int64_t>(date, civil::lowest_day, civil::highest_day);
        const std::uint32_t days = static_cast<std::uint32_t>(static_cast<std::int32_t>(near)) + civil::shift_days;
        const std::uint32_t in_centuries = 4 * days + 3;
        const std::uint32_t century = in_centuries / 146097;
        const std::uint32_t in_years = in_centuries % 146097 | 3U;
        const std::uint32_t in_months = 2141 * (in_years % 1461 / 4) + 197913;
        const std::uint32_t day = (in_months & 0xffffU) / 2141 + 1;
        const std::uint32_t month = (100 * century + in_years / 1461) * 12 + (in_months >> 16U) - 1;
        const auto wanted =
            static_cast<std::uint32_t>(std::clamp(static_cast<std::int32_t>(month) + months, lowest, highest));
        return to_days(wanted / 12, wanted % 12 + 1, day);
    }

    // `month` 1 to 12, January being 1.
    static std::int64_t to_days(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
        // `||` would be a branch, and a branch keeps the loop from becoming vectors
        const std::uint32_t is_leap =
            static_cast<std::uint32_t>(year % 4 == 0) &
            (static_cast<std::uint32_t>(year % 100 != 0) | static_cast<std::uint32_t>(year % 400 == 0));
        const std::uint32_t in_february = 28 + is_leap;
        const std::uint32_t in_others = 30 + ((month + (month >> 3U)) & 1U);
        const std::uint32_t is_early = static_cast<std::uint32_t>(month <= 2);
        const std::uint32_t from_march = month + 12 * is_early;
        const std::uint32_t march_year = year - is_early;
        const std::uint32_t of_years = 1461 * march_year / 4 - march_year / 100 + march_year / 400;
        const std::uint32_t of_months = (979 * from_march - 2919) / 32;
        const std::uint32_t last = month == 2 ? in_february : in_others;
        return static_cast<std::int32_t>(of_years + of_months + std::min(day, last) - 1 - civil::shift_days);
    }
};

bool is_leap_day(Date date) {
    const CivilDate day = to_civil(date);
    return day.month == 2 && day.day == 29;
}

// C9: the birthday in a year without a 29 February.
Date birthday(Date birth, Duration age, bool is_first_of_march) {
    const Date day = shift(birth, age, false).value_or(birth);
    const bool has_moved =
        age.unit == Duration::Unit::Months && is_leap_day(birth) && !is_leap_day(day) && to_civil(day).month == 2;
    return has_moved && is_first_of_march ? Date{day.days + 1} : day;
}

// In days or months, as no calendar has a say in.
Date counted(Date date, Duration duration, bool is_backward) {
    const std::int64_t count = is_backward ? -std::int64_t{duration.count} : duration.count;
    if (duration.unit == Duration::Unit::Days) return civil::clamp_days(date.days + count);
    const std::int64_t months = std::clamp(count, -farthest_months, farthest_months);
    return Date{static_cast<std::int32_t>(Months::add(date.days, static_cast<std::int32_t>(months)))};
}

// make(date, duration) is only asked for durations that a calendar without working days can add.
template <class Make>
void with_duration(Machine& machine, const Instruction& instruction, Make make) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values date = machine.value(instruction.left);
    const Values length = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Duration duration = duration_from_column_value(length.values[row]);
        Byte state = both(date.states[row], length.states[row]);
        if (state == known && duration.unit == Duration::Unit::WorkingDays) state = unknown;
        out.states[row] = state;
        out.values[row] = state == known ? make(to_date(date.values[row]), duration).days : 0;
    }
}

}  // namespace

void kernel_shift_days(Machine& machine, const Instruction& instruction) {
    const std::int64_t days = instruction.constant;
    change_values(machine, instruction, [days](std::int64_t date) {
        return std::clamp<std::int64_t>(date, civil::lowest_day, civil::highest_day) + days;
    });
}

TOETS_VECTORISED void kernel_shift_months(Machine& machine, const Instruction& instruction) {
    const auto months = static_cast<std::int32_t>(std::clamp(instruction.constant, -farthest_months, farthest_months));
    change_values(machine, instruction, [months](std::int64_t date) { return Months::add(date, months); });
}

void kernel_shift_by(Machine& machine, const Instruction& instruction) {
    const bool is_backward = instruction.detail != 0;
    with_duration(machine, instruction,
                  [is_backward](Date date, Duration duration) { return counted(date, duration, is_backward); });
}

// By the table of days alone: no decree can change the answer, and a working day never moves.
void kernel_shift_working_days(Machine& machine, const Instruction& instruction) {
    const calendar::WorkingDays& days = machine.program().calendars[instruction.detail]->working_days();
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Date start = to_date(left.values[row]);
        if (left.states[row] == known && program::never_ends <= left.values[row]) {
            out.states[row] = known;
            out.values[row] = program::never_ends;
            continue;
        }
        const bool can_start = left.states[row] == known && calendar::WorkingDays::reaches(start);
        const Date end = can_start ? days.shifted(start, instruction.constant) : Date{};
        const bool can_end = can_start && calendar::WorkingDays::reaches(end);
        out.states[row] = can_end || left.states[row] != known ? left.states[row] : unknown;
        out.values[row] = can_end ? end.days : 0;
        if (left.states[row] == known && !can_end) {
            machine.report(CalculationError::What::CalendarUnknown, instruction, row);
        }
    }
}

void kernel_shift_term(Machine& machine, const Instruction& instruction) {
    const calendar::Calendar& calendar = *machine.program().calendars[static_cast<std::size_t>(instruction.constant)];
    const auto end = static_cast<calendar::EndOfTerm>(instruction.detail & program::term_end);
    const bool is_backward = (instruction.detail & program::term_backward) != 0;
    const bool counts_start = (instruction.detail & program::term_counts_start) != 0;
    const ValuesOut out = machine.write_value(instruction.result);
    const Values date = machine.value(instruction.left);
    const Values length = machine.value(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.states[row] = both(date.states[row], length.states[row]);
        out.values[row] = 0;
        if (out.states[row] != known) continue;
        if (!is_backward && program::never_ends <= date.values[row]) {
            out.values[row] = program::never_ends;
            continue;
        }
        const Date start = to_date(date.values[row]);
        const Duration duration = duration_from_column_value(length.values[row]);
        const bool is_counted_only = is_backward || end == calendar::EndOfTerm::Stays;
        if (is_counted_only && duration.unit != Duration::Unit::WorkingDays) {
            out.values[row] = counted(start, duration, is_backward).days - (counts_start ? 1 : 0);
            continue;
        }
        std::optional<Date> last;
        if (is_backward) {
            last = calendar.before(start, duration);
        } else if (const auto term = calendar.term(start, duration, end, counts_start)) {
            last = term->last;
        }
        out.values[row] = last ? last->days : 0;
        if (last) continue;
        out.states[row] = unknown;
        machine.report(CalculationError::What::CalendarUnknown, instruction, row);
    }
}

void kernel_birthday(Machine& machine, const Instruction& instruction) {
    const bool is_first_of_march = instruction.detail != 0;
    with_duration(machine, instruction,
                  [is_first_of_march](Date birth, Duration age) { return birthday(birth, age, is_first_of_march); });
}

void kernel_year_of(Machine& machine, const Instruction& instruction) {
    change_values(machine, instruction, [](std::int64_t date) { return std::int64_t{to_civil(to_date(date)).year}; });
}

}  // namespace toets::evaluation
