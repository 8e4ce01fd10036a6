// One thing out of a list: the only one that a filter leaves, or the one that has a place in order of date. A thing
// that is not known is row 0 and one that is not there row 1, so that its facts can be read without asking
// (cases/case.h).
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

void put(ValuesOut out, std::size_t row, Byte state) {
    out.states[row] = state;
    out.values[row] = state == absent ? cases::absent_row : cases::unknown_row;
}

struct Dated {
    std::int64_t date = 0;
    std::int64_t thing = 0;
};
struct FoundEvents {
    std::vector<Dated> certain;           // surely in the list, with a known date
    std::vector<std::int64_t> uncertain;  // the dates of those that may be in it
    bool has_undated = false;             // one that may be in it, its date not known
};

// Dates are turned around to count from the last.
void sort_out(const Values& thing, const Values& date, const Byte* filter, std::uint32_t first, std::uint32_t last,
              bool is_from_last, FoundEvents& events) {
    events.certain.clear();
    events.uncertain.clear();
    events.has_undated = false;
    for (std::uint32_t item = first; item < last; ++item) {
        if (filter[item] == is_false || date.states[item] == absent) continue;
        const std::int64_t day = is_from_last ? -date.values[item] : date.values[item];
        if (date.states[item] != known) {
            events.has_undated = true;
        } else if (filter[item] == is_true) {
            events.certain.push_back({day, thing.values[item]});
        } else {
            events.uncertain.push_back(day);
        }
    }
    std::sort(events.certain.begin(), events.certain.end(),
              [](const Dated& one, const Dated& other) { return one.date < other.date; });
}

// What may be in the list too cannot come before this day, or on it.
bool is_settled(const FoundEvents& events, bool is_complete, std::int64_t day) {
    const auto comes_first = [day](std::int64_t other) { return other <= day; };
    return is_complete && !events.has_undated &&
           std::none_of(events.uncertain.begin(), events.uncertain.end(), comes_first);
}

bool is_alone(const FoundEvents& events, std::size_t at) {
    const std::vector<Dated>& list = events.certain;
    const bool as_before = at > 0 && list[at - 1].date == list[at].date;
    const bool as_after = at + 1 < list.size() && list[at + 1].date == list[at].date;
    return !as_before && !as_after;
}

}  // namespace

// Of what changes over time one thing holds on a day. So one that surely does leaves no room for another that may, and
// two that do contradict each other.
void kernel_only_item(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const FrameRows& items = machine.frame(instruction.items);
    const Values thing = machine.value(instruction.left);
    const Byte* filter = machine.truth(instruction.right);
    const Byte* complete = machine.truth(instruction.third);
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t certain = 0;
        bool is_open = complete[row] != is_true;
        std::int64_t found = 0;
        for (std::uint32_t item = items.offsets[row]; item < items.offsets[row + 1]; ++item) {
            is_open |= filter[item] == is_unknown;
            if (filter[item] != is_true) continue;
            ++certain;
            found = thing.values[item];
        }
        if (certain > 1) machine.report(CalculationError::What::SeveralPeriods, instruction, row);
        put(out, row, certain == 0 && !is_open ? absent : unknown);
        if (certain != 1) continue;
        out.states[row] = known;
        out.values[row] = found;
    }
    for (const std::uint32_t row : items.left_out) put(out, row, unknown);
}

void kernel_nth_item(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.program().tables[static_cast<std::size_t>(instruction.constant)];
    const auto at = [&table](std::size_t entry) { return program::Register{static_cast<std::uint32_t>(table[entry])}; };
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const FrameRows& items = machine.frame(instruction.items);
    const Values thing = machine.value(at(0));
    const Values date = machine.value(at(1));
    const Byte* filter = machine.truth(at(2));
    const Byte* complete = machine.truth(at(3));
    const std::size_t number = instruction.detail & program::nth_number;
    const bool is_from_last = (instruction.detail & program::nth_from_last) != 0;
    const bool any_will_do = (instruction.detail & program::nth_any_of_a_day) != 0;
    FoundEvents events;
    for (std::size_t row = 0; row < rows; ++row) {
        sort_out(thing, date, filter, items.offsets[row], items.offsets[row + 1], is_from_last, events);
        const bool is_complete = complete[row] == is_true;
        const bool is_there = events.certain.size() >= number;
        const bool may_be_there =
            !is_complete || events.has_undated || events.certain.size() + events.uncertain.size() >= number;
        put(out, row, is_there || may_be_there ? unknown : absent);
        if (!is_there || !is_settled(events, is_complete, events.certain[number - 1].date)) continue;
        if (!any_will_do && !is_alone(events, number - 1)) {
            machine.report(CalculationError::What::SeveralOnOneDay, instruction, row);
            continue;
        }
        out.states[row] = known;
        out.values[row] = events.certain[number - 1].thing;
    }
    for (const std::uint32_t row : items.left_out) put(out, row, unknown);
}

}  // namespace toets::evaluation
