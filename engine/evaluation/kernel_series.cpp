// Duties that return (C58), row by row. What is not known gives two series: one with only what surely was done, and one
// with all that may have been; more that was done never makes more that was missed.
#include "calendar/series.h"
#include "evaluation/kernels.h"
#include "evaluation/periods.h"

namespace toets::evaluation {

namespace {

using calendar::Series;
using calendar::Standstill;
using calendar::Stretch;

struct SeriesRegisters {
    Values start;
    Values until;
    Values leniency;
    Values length;
    Values today;
    const Byte* complete = nullptr;
    Values date;
    std::vector<Periods> periods;
    std::vector<const Byte*> deeds;
    const FrameRows* items = nullptr;
    Date in_force;
    const calendar::Calendar* calendar = nullptr;
    const calendar::Rhythm* rhythm = nullptr;
};

SeriesRegisters series_registers_of(Machine& machine, const std::vector<std::int64_t>& table) {
    SeriesRegisters all;
    const std::size_t numbers = table.size() - program::numbers_of_series;
    const auto deeds = static_cast<std::size_t>(table[numbers]);
    all.start = machine.value(table[0]);
    all.until = machine.value(table[1]);
    all.leniency = machine.value(table[2]);
    all.today = machine.value(table[3]);
    all.complete = machine.truth(table[4]);
    all.date = machine.value(table[5]);
    all.items = &machine.frame(machine.program().frame_of[static_cast<std::size_t>(table[5])]);
    all.length = machine.value(table[6]);
    all.periods = periods_of(machine, table, program::fixed_registers_of_series, numbers - deeds);
    for (std::size_t at = numbers - deeds; at < numbers; ++at) all.deeds.push_back(machine.truth(table[at]));
    all.in_force = Date{static_cast<std::int32_t>(table[numbers + 1])};
    const std::int64_t calendar = table[numbers + 2];
    if (calendar >= 0) all.calendar = &*machine.program().calendars[static_cast<std::size_t>(calendar)];
    all.rhythm = &machine.program().rhythms[static_cast<std::size_t>(table[numbers + 3])];
    return all;
}

// What one of those who must do it has done, as far as it is known.
struct Done {
    std::vector<Date> days;
    std::size_t without_day = 0;  // that may have been on any day
};

Done done_by(const SeriesRegisters& all, const Byte* deed, std::size_t row, bool with_possible, Date today) {
    Done done;
    for (std::uint32_t item = all.items->offsets[row]; item < all.items->offsets[row + 1]; ++item) {
        const bool counts = deed[item] == is_true || (with_possible && deed[item] == is_unknown);
        if (!counts || all.date.states[item] == absent) continue;
        if (all.date.states[item] == unknown) {
            done.without_day += with_possible ? 1 : 0;
        } else if (all.date.values[item] <= today.days) {
            done.days.push_back(civil::clamp_days(all.date.values[item]));
        }
    }
    std::sort(done.days.begin(), done.days.end());
    return done;
}

struct Answer {
    bool has_missed = false;
    bool is_complete = true;
    bool is_unknown = false;
    bool is_too_long = false;
};

Answer answer_of(const SeriesRegisters& all, std::size_t row, bool with_possible) {
    std::vector<Stretch> stretches;
    for (const Periods& list : all.periods) list.add_all(row, with_possible, stretches);
    const Standstill standstill(std::move(stretches));
    const Date today = civil::clamp_days(all.today.values[row]);
    // Without a start: from when the rule is in force.
    const Date own = civil::clamp_days(all.start.values[row]);
    calendar::SeriesInput input{.start = std::max(own, Date{civil::lowest_day}), .today = today};
    if (own.days == civil::lowest_day) input.start = all.in_force;
    input.not_before = all.in_force;
    if (all.until.states[row] == known) input.until = civil::clamp_days(all.until.values[row]);
    if (all.until.states[row] == unknown && with_possible) input.until = Date{civil::lowest_day};
    input.leniency = duration_from_column_value(all.leniency.values[row]);
    input.standstill = &standstill;
    input.calendar = all.calendar;
    calendar::Rhythm rhythm = *all.rhythm;
    rhythm.length = duration_from_column_value(all.length.values[row]);
    Answer answer;
    answer.is_too_long = rhythm.kind != calendar::Rhythm::Kind::EachPeriod && rhythm.length.count < 1;
    if (answer.is_too_long) return answer;
    for (const Byte* deed : all.deeds) {
        Done done = done_by(all, deed, row, with_possible, today);
        input.done = std::move(done.days);
        const Series series = calendar::to_series(rhythm, input);
        answer.is_unknown |= series.is_unknown;
        answer.is_too_long |= series.is_too_long;
        const bool may_have_more = with_possible && all.complete[row] != is_true;
        const bool is_any_day_enough = done.without_day > 0 && all.rhythm->kind == calendar::Rhythm::Kind::FromPrevious;
        const bool has_missed = !may_have_more && !is_any_day_enough && series.missed() > done.without_day;
        answer.has_missed |= has_missed;
        const bool has_open = std::any_of(series.occurrences.begin(), series.occurrences.end(), [](const auto& each) {
            return each.state == calendar::Occurrence::State::Open;
        });
        const bool can_be_filled = may_have_more || done.without_day > 0;
        answer.is_complete &= !has_missed && !series.goes_on && (!has_open || can_be_filled);
    }
    return answer;
}

bool is_certain(const Periods& periods, std::size_t row) {
    const std::vector<std::uint32_t>& left_out = periods.items->left_out;
    const bool is_left_out = std::find(left_out.begin(), left_out.end(), row) != left_out.end();
    if (periods.complete[row] != is_true || is_left_out) return false;
    for (std::uint32_t item = periods.items->offsets[row]; item < periods.items->offsets[row + 1]; ++item) {
        const bool is_open = periods.first.states[item] == unknown || periods.last.states[item] == unknown;
        if (periods.counts[item] == is_unknown || (is_open && periods.counts[item] != is_false)) return false;
    }
    return true;
}

// Nothing is unknown: what surely was done is all that may have been done.
bool is_certain(const SeriesRegisters& all, std::size_t row) {
    if (all.complete[row] != is_true || all.until.states[row] == unknown) return false;
    for (const Byte* deed : all.deeds) {
        for (std::uint32_t item = all.items->offsets[row]; item < all.items->offsets[row + 1]; ++item) {
            const bool has_no_day = all.date.states[item] == unknown && deed[item] != is_false;
            if (deed[item] == is_unknown || has_no_day) return false;
        }
    }
    return std::all_of(all.periods.begin(), all.periods.end(),
                       [row](const Periods& each) { return is_certain(each, row); });
}

Byte missed(const Answer& surely, const Answer& maybe) {
    if (maybe.has_missed) return is_true;
    return surely.has_missed ? is_unknown : is_false;
}
Byte complete(const Answer& surely, const Answer& maybe) {
    if (maybe.has_missed) return is_false;
    if (surely.is_complete) return is_true;
    return surely.has_missed || maybe.is_complete ? is_unknown : is_false;
}

}  // namespace

void kernel_series(Machine& machine, const Instruction& instruction) {
    const SeriesRegisters all = series_registers_of(machine, machine.table(instruction));
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = is_unknown;
        const bool is_asked = all.start.states[row] == known && all.leniency.states[row] == known &&
                              all.today.states[row] == known && all.length.states[row] == known;
        if (!is_asked) continue;
        const Answer surely = answer_of(all, row, false);
        const Answer maybe = is_certain(all, row) ? surely : answer_of(all, row, true);
        const bool is_calculated = !surely.is_unknown && !maybe.is_unknown && !surely.is_too_long && !maybe.is_too_long;
        if (is_calculated) {
            out[row] = instruction.detail == 0 ? complete(surely, maybe) : missed(surely, maybe);
        } else {
            const bool is_too_long = surely.is_too_long || maybe.is_too_long;
            machine.report(is_too_long ? CalculationError::What::TooManyTimes : CalculationError::What::CalendarUnknown,
                           instruction, row);
        }
    }
    for (const std::uint32_t row : all.items->left_out) out[row] = is_unknown;
}

}  // namespace toets::evaluation
