#include "explanation/coverage.h"

#include "base/day_ranges.h"

namespace toets::explanation {

namespace {

constexpr std::size_t most_periods = 200;

Date to_date(std::int64_t days) { return Date{static_cast<std::int32_t>(days)}; }
Stretch to_stretch(DayRange range) { return {to_date(range.first), to_date(range.last)}; }

// Whatever is not known counts for as many days as it can: a gap that is left is certain.
DayRange widest(evaluation::Value first, evaluation::Value last) {
    if (first.state == cases::State::Absent) return {0, -1};
    return {first.state == cases::State::Known ? first.value : before_all_days,
            last.state == cases::State::Known ? last.value : after_all_days};
}

struct Reader {
    const Reading& reading;
    const program::Proof& proof;
    std::uint32_t row;
    Coverage coverage{};
    std::vector<DayRange> days{};

    // One value, not an interval.
    [[nodiscard]] std::optional<evaluation::Value> settled(model::ExpressionId which) const {
        const program::ProofOperand* operand = which.is_valid() ? reading.operand(proof, which) : nullptr;
        if (operand == nullptr) return {};
        const evaluation::Value low = reading.value(operand->low, row);
        const evaluation::Value high = reading.value(operand->high, row);
        const bool is_one =
            low.state == cases::State::Known && high.state == cases::State::Known && low.value == high.value;
        return is_one ? std::optional(low) : std::nullopt;
    }

    void read_periods() {
        if (!proof.items.is_valid() || !proof.body.is_valid()) return;
        const auto& operands = reading.program().proofs[proof.body].operands;
        const model::Kind& kind = reading.model().kinds[reading.program().frames[proof.items].kind];
        const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            const Truth counts = reading.counts(proof, item);
            if (counts == Truth::False) continue;
            const evaluation::Value first = reading.value(operands[0].low, item);
            const evaluation::Value last = reading.value(operands[1].low, item);
            days.push_back(widest(first, last));
            if (coverage.periods.size() >= most_periods) continue;
            const std::uint32_t thing = reading.trace().thing(proof.items, item);
            coverage.periods.push_back({reading.words().thing(reading.program().frames[proof.items].kind, thing),
                                        reading.words().fact(kind.first_day, thing, first),
                                        reading.words().fact(kind.last_day, thing, last), counts});
        }
        join(days);
    }

    void read_needed(model::ExpressionId first, model::ExpressionId last) {
        const auto from = settled(first);
        const auto until = settled(last);
        if (from && until) coverage.needed = Stretch{to_date(from->value), to_date(until->value)};
    }
    [[nodiscard]] DayRange window() const { return {coverage.needed->first.days, coverage.needed->last.days}; }

    [[nodiscard]] std::optional<Duration> length(model::ExpressionId which) const {
        const auto length = settled(which);
        return length ? std::optional(duration_from_column_value(length->value)) : std::nullopt;
    }

    // It can still be filled as long as the part of it that has passed is tolerated.
    void read_gap() {
        const Duration tolerated = coverage.tolerated.value_or(Duration{});
        const auto gap = coverage.needed ? first_gap(days, window(), tolerated) : std::nullopt;
        if (!gap) return;
        coverage.gap = to_stretch(*gap);
        if (gap->first > window().first) coverage.arranged_until = to_date(gap->first - 1);
        const std::optional<Date> today = reading.reference_date();
        const std::optional<Date> before = shift(to_date(gap->first), tolerated, false);
        if (today && before && *today < *before) coverage.arrange_before = before;
    }

    void read(const model::RunsFromTo& runs) {
        coverage.tolerated = length(runs.tolerated);
        read_needed(runs.first, runs.last);
        read_periods();
        if (reading.truth(proof.truth, row) == Truth::False) read_gap();
    }

    void read(const model::RunsFor& runs) {
        coverage.length = length(runs.length);
        coverage.is_unbroken = runs.unbroken;
        read_needed(runs.first, runs.last);
        read_periods();
        if (!coverage.needed) return;
        coverage.days = days_within(days, window());
        const DayRange longest = longest_within(days, window());
        if (!longest.is_empty()) coverage.longest = to_stretch(longest);
    }
};

}  // namespace

std::optional<Coverage> to_coverage(const Reading& reading, const program::Proof& proof, std::uint32_t row) {
    const model::Condition& condition = reading.model().conditions[proof.condition];
    Reader reader{reading, proof, row};
    if (const auto* cover = std::get_if<model::RunsFromTo>(&condition.kind)) {
        reader.read(*cover);
    } else if (const auto* runs = std::get_if<model::RunsFor>(&condition.kind)) {
        reader.read(*runs);
    } else {
        return std::nullopt;
    }
    return std::move(reader.coverage);
}

}  // namespace toets::explanation
