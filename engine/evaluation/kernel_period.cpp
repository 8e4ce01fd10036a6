// Periods: do they cover a stretch of days together (C44), and how much of it (C45)? What is not known of a period
// makes two coverages: the days it surely runs and the days it may run. More days never make either answer less true,
// so the smallest coverage proves it and the largest one disproves it.
#include "base/day_ranges.h"
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

// The first eight registers in the table of Operation::Covers and Operation::RunsFor.
struct Asked {
    Asked(const Machine& machine, const Instruction& instruction)
        : items(machine.frame(instruction.items)), table(machine.table(instruction)) {
        first = machine.value(table[0]);
        last = machine.value(table[1]);
        filter = machine.truth(table[2]);
        complete = machine.truth(table[3]);
        for (std::size_t end = 0; end < 4; ++end) ends[end] = machine.value(table[4 + end]);
    }

    const FrameRows& items;
    const std::vector<std::int64_t>& table;
    Values first, last;  // per item
    const Byte* filter = nullptr;
    const Byte* complete = nullptr;
    Values ends[4];  // from_low, from_high, until_low, until_high
};

enum class End : std::uint8_t { FromLow, FromHigh, UntilLow, UntilHigh };

struct Row {
    const Asked& asked;
    std::size_t row;

    [[nodiscard]] Byte state(End end) const { return asked.ends[static_cast<std::size_t>(end)].states[row]; }
    [[nodiscard]] bool is_known(End first, End second) const { return state(first) == known && state(second) == known; }
    [[nodiscard]] bool is_absent() const {
        return std::any_of(std::begin(asked.ends), std::end(asked.ends),
                           [this](const Values& end) { return end.states[row] == absent; });
    }
    [[nodiscard]] DayRange window(End first, End second) const {
        return {asked.ends[static_cast<std::size_t>(first)].values[row],
                asked.ends[static_cast<std::size_t>(second)].values[row]};
    }
};

// The days of the row's periods, joined; `is_certain` says which coverage. One array serves all rows of a batch.
class Coverage {
public:
    explicit Coverage(const Asked& asked) : asked_(asked) {}

    std::span<const DayRange> of(std::size_t row, bool is_certain) {
        ranges_.clear();
        for (std::uint32_t item = asked_.items.offsets[row]; item < asked_.items.offsets[row + 1]; ++item) {
            add(item, is_certain);
        }
        join(ranges_);
        return ranges_;
    }

private:
    // A period without an end still runs; one without a beginning never began.
    void add(std::uint32_t item, bool is_certain) {
        const Byte first = asked_.first.states[item];
        const Byte last = asked_.last.states[item];
        if (asked_.filter[item] == is_false || first == absent) return;
        const bool is_whole = asked_.filter[item] == is_true && first == known && last != unknown;
        if (is_certain && !is_whole) return;
        ranges_.push_back({first == known ? asked_.first.values[item] : before_all_days,
                           last == known ? asked_.last.values[item] : after_all_days});
    }

    const Asked& asked_;
    std::vector<DayRange> ranges_;
};

struct Length {
    Byte state = unknown;  // working days count as unknown
    Duration duration{};
};

Length length_of(Values values, std::size_t row) {
    if (values.states[row] != known) return {values.states[row], {}};
    const Duration duration = duration_from_column_value(values.values[row]);
    return {duration.unit == Duration::Unit::WorkingDays ? unknown : known, duration};
}

DayRange up_to(DayRange window, Values now, std::size_t row) {
    if (now.states[row] == known) window.last = std::min(window.last, now.values[row]);
    return window;
}

// Nothing is known of more periods than are looked at.
void forget_left_out(const Asked& asked, Byte* out) {
    for (const std::uint32_t row : asked.items.left_out) out[row] = is_unknown;
}

// The days that a number of months comes to, counted from the start of a window that begins in [earliest, latest].
std::int64_t most_days(Duration length, std::int64_t earliest, std::int64_t latest) {
    if (length.unit == Duration::Unit::Days) return length.count;
    return shift(civil::clamp_days(latest), length, false)->days - earliest;
}

Byte covers(const Row& row, Length tolerated, Values now, Coverage& coverage) {
    if (row.is_absent()) return is_false;
    const Duration least = tolerated.state == known ? tolerated.duration : Duration{};
    if (row.is_known(End::FromLow, End::UntilHigh)) {
        const DayRange window = up_to(row.window(End::FromLow, End::UntilHigh), now, row.row);
        if (!first_gap(coverage.of(row.row, true), window, least)) return is_true;
    }
    const bool may_be_refuted = row.is_known(End::FromHigh, End::UntilLow) && tolerated.state != unknown &&
                                now.states[row.row] == known && row.asked.complete[row.row] == is_true;
    if (!may_be_refuted) return is_unknown;
    const DayRange window = up_to(row.window(End::FromHigh, End::UntilLow), now, row.row);
    return first_gap(coverage.of(row.row, false), window, least) ? is_false : is_unknown;
}

// Without `onafgebroken` the days are added up; a single stretch of that length is always enough.
bool runs_for(std::span<const DayRange> ranges, DayRange window, Duration length, std::int64_t days, bool is_unbroken) {
    if (has_stretch(ranges, window, length)) return true;
    return !is_unbroken && days_within(ranges, window) >= days;
}

Byte runs_for(const Row& row, Length length, bool is_unbroken, Coverage& coverage) {
    if (row.is_absent() || length.state == absent) return is_false;
    if (length.state == unknown) return is_unknown;
    const Duration duration = length.duration;
    if (row.is_known(End::FromHigh, End::UntilLow) && row.state(End::FromLow) == known) {
        const DayRange window = row.window(End::FromHigh, End::UntilLow);
        const std::int64_t days = most_days(duration, row.window(End::FromLow, End::UntilLow).first, window.first);
        if (runs_for(coverage.of(row.row, true), window, duration, days, is_unbroken)) return is_true;
    }
    const bool may_be_refuted = row.is_known(End::FromLow, End::UntilHigh) && row.state(End::FromHigh) == known &&
                                row.asked.complete[row.row] == is_true;
    if (!may_be_refuted) return is_unknown;
    const DayRange window = row.window(End::FromLow, End::UntilHigh);
    const std::int64_t days = most_days(duration, row.window(End::FromHigh, End::UntilHigh).first, window.first);
    return runs_for(coverage.of(row.row, false), window, duration, days, is_unbroken) ? is_unknown : is_false;
}

}  // namespace

void kernel_covers(Machine& machine, const Instruction& instruction) {
    const Asked asked(machine, instruction);
    const Values tolerated = machine.value(asked.table[8]);
    const Values now = machine.value(asked.table[9]);
    Coverage coverage(asked);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = covers({asked, row}, length_of(tolerated, row), now, coverage);
    }
    forget_left_out(asked, out);
}

void kernel_runs_for(Machine& machine, const Instruction& instruction) {
    const Asked asked(machine, instruction);
    const Values length = machine.value(asked.table[8]);
    const bool is_unbroken = instruction.detail != 0;
    Coverage coverage(asked);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = runs_for({asked, row}, length_of(length, row), is_unbroken, coverage);
    }
    forget_left_out(asked, out);
}

}  // namespace toets::evaluation
