#include "explanation/terms.h"

#include <algorithm>

#include "explanation/standstills.h"
#include "program/instruction.h"

namespace toets::explanation {

namespace {

// A length of time and how the agreement writes it.
struct Length {
    Duration duration;
    std::string written;
};

std::vector<Length> lengths_of(const Reading& reading, model::ExpressionId which) {
    const model::Model& model = reading.model();
    const auto& kind = model.expressions[which].kind;
    if (const auto* constant = std::get_if<model::Constant>(&kind)) {
        return {{duration_from_column_value(constant->value), reading.words().text(model.expressions[which].where)}};
    }
    std::vector<Length> lengths;
    if (const auto* parameter = std::get_if<model::ParameterValue>(&kind)) {
        for (const model::ParameterRow& row : model.parameters[parameter->parameter].rows) {
            lengths.push_back({duration_from_column_value(row.value), {}});
        }
    }
    if (const auto* table = std::get_if<model::TableValue>(&kind)) {
        for (const model::TableRow& row : model.tables[table->table].rows) {
            const model::Expression& result = model.expressions[row.results[table->result]];
            const auto* constant = std::get_if<model::Constant>(&result.kind);
            if (constant == nullptr) continue;
            lengths.push_back({duration_from_column_value(constant->value), reading.words().text(result.where)});
        }
    }
    return lengths;
}

std::vector<Date> starts_of(const Reading& reading, const program::ProofOperand& result, At at) {
    std::vector<Date> starts;
    for (const FactRead& fact : reading.facts(result, at)) {
        if (const auto day = known_date(reading.model(), fact)) starts.push_back(*day);
    }
    if (reading.reference_date()) starts.push_back(*reading.reference_date());
    if (!result.first_day) return starts;
    const program::Register first = result.first_day->day;
    for (const std::uint32_t row : reading.rows_in(at, reading.program().frame_of[first.index()])) {
        const auto day = known_date(reading.value(first, row));
        if (day) starts.insert(starts.begin(), *day);
    }
    return starts;
}

// The term itself, of one that stands still now and then; null for another expression.
const model::ShiftedDate* shifted_date(const Reading& reading, model::ExpressionId date) {
    if (!date.is_valid()) return nullptr;
    const auto& kind = reading.model().expressions[date].kind;
    const auto* suspended = std::get_if<model::SuspendedTerm>(&kind);
    return std::get_if<model::ShiftedDate>(suspended == nullptr ? &kind
                                                                : &reading.model().expressions[suspended->term].kind);
}

// One way to count: from this day, by this length, as the expression says.
class Counting {
public:
    Counting(const Reading& reading, const model::ShiftedDate& shifted) : shifted_(shifted) {
        const auto& calendars = reading.program().calendars;
        const bool is_made = shifted.calendar.is_valid() && shifted.calendar.value < calendars.size() &&
                             calendars[shifted.calendar.value].has_value();
        if (is_made) calendar_ = &*calendars[shifted.calendar.value];
        if (is_made) is_statutory_ = reading.model().calendars[shifted.calendar].is_statutory;
    }

    // Empty when counting so does not give `result`.
    [[nodiscard]] std::optional<Shift> shift(Date start, const Length& length, Date result) const {
        Shift found{length.duration, shifted_.backward, start, length.written};
        found.counts_start = shifted_.counts_start;
        if (calendar_ == nullptr) {
            const std::optional<Date> day = toets::shift(start, length.duration, shifted_.backward);
            const bool is_result = day && Date{day->days - (shifted_.counts_start ? 1 : 0)} == result;
            return is_result ? std::optional(found) : std::nullopt;
        }
        if (shifted_.backward) {
            if (calendar_->before(start, length.duration) != result) return std::nullopt;
            add_skipped(found, result, start);
            return found;
        }
        const auto term = calendar_->term(start, length.duration, shifted_.end, shifted_.counts_start);
        if (!term || term->last != result) return std::nullopt;
        add_skipped(found, start, term->counted);
        add_steps(found, *term);
        return found;
    }

    // The same for a term that stood still now and then; `result` may be program::never_ends.
    [[nodiscard]] std::optional<Shift> shift(Date start, const Length& length, Date result,
                                             const calendar::Standstill& standstill, std::optional<Date> today) const {
        const auto term =
            calendar_ == nullptr
                ? calendar::suspended_term(start, length.duration, shifted_.counts_start, standstill)
                : calendar_->term(start, length.duration, shifted_.end, shifted_.counts_start, standstill);
        if (!term) return {};
        const std::int64_t last = term->never_ends ? program::never_ends : term->term.last.days;
        if (last != result.days) return {};
        Shift found{length.duration, false, start, length.written};
        found.counts_start = shifted_.counts_start;
        const std::int32_t first = shifted_.counts_start ? 1 : 0;
        const Date counted{toets::shift(start, length.duration, false).value_or(start).days - first};
        describe_standstill(found, {Date{start.days - first}, *term, counted}, standstill, calendar_, today);
        if (!term->never_ends && calendar_ != nullptr) {
            add_skipped(found, start, term->term.counted);
            add_steps(found, term->term);
        }
        return found;
    }

private:
    [[nodiscard]] FreeDay free_day(Date date) const {
        FreeDay day{date};
        const auto free = calendar_->free_day(date);
        if (!free) return day;
        day.why = free->why;
        day.holiday = free->holiday;
        day.source = free->source;
        return day;
    }

    // Feast days and days like them between two days of which the working days were counted; weekends need no word.
    void add_skipped(Shift& found, Date after, Date until) const {
        if (found.length.unit != Duration::Unit::WorkingDays) return;
        for (Date day{after.days + 1}; day < until; ++day.days) {
            const auto free = calendar_->free_day(day);
            const bool is_weekend = weekday(day) == Weekday::Saturday || weekday(day) == Weekday::Sunday;
            if (free && free->why != calendar::FreeDay::Why::Weekend && !is_weekend) {
                found.skipped.push_back(free_day(day));
            }
        }
    }

    void add_steps(Shift& found, const calendar::Term& term) const {
        const int first_article = 1;
        const auto add = [&](TermStep::What what, Date next, int article) {
            found.steps.push_back({what, free_day(term.counted), next, is_statutory_ ? article : 0});
        };
        if (term.has_moved) {
            const Date next = term.is_lengthened ? calendar_->working_days().at_or_after(term.counted) : term.last;
            add(TermStep::What::Moved, next, first_article);
        }
        if (term.is_lengthened) add(TermStep::What::Lengthened, term.last, 2);
        if (term.is_excluded) add(TermStep::What::Excluded, term.last, 4);
    }

    const model::ShiftedDate& shifted_;
    const calendar::Calendar* calendar_ = nullptr;
    bool is_statutory_ = false;
};

}  // namespace

std::optional<Shift> to_shift(const Reading& reading, model::ExpressionId date, const program::ProofOperand& result,
                              At at) {
    const model::ShiftedDate* shifted = shifted_date(reading, date);
    const std::optional<Date> outcome = shifted == nullptr ? std::nullopt : reading.date(result, at.row);
    if (!outcome || reading.is_lower_bound(result, at.row)) return {};
    const Counting counting(reading, *shifted);
    const calendar::Standstill standstill = to_standstill(reading, result, at);
    for (const Length& length : lengths_of(reading, shifted->duration)) {
        for (const Date start : starts_of(reading, result, at)) {
            auto shift = result.standstills.empty()
                             ? counting.shift(start, length, *outcome)
                             : counting.shift(start, length, *outcome, standstill, reading.reference_date());
            if (shift) return shift;
        }
    }
    return {};
}

std::optional<Date> start_without_calendar(const Reading& reading, const program::ProofOperand& result, At at) {
    const model::ShiftedDate* shifted = shifted_date(reading, result.expression);
    if (shifted == nullptr || !shifted->calendar.is_valid()) return {};
    if (reading.value(result.low, at.row).state != cases::State::Unknown) return {};
    const auto& errors = reading.evaluation().errors;
    const bool is_calendar_unknown = std::any_of(errors.begin(), errors.end(), [&](const auto& error) {
        return error.case_index == reading.case_index() &&
               error.what == evaluation::CalculationError::What::CalendarUnknown;
    });
    if (!is_calendar_unknown) return {};
    std::optional<Date> start;
    for (const FactRead& fact : reading.facts(result, at)) {
        if (fact.value.state == cases::State::Unknown) return {};
        if (const auto day = known_date(reading.model(), fact)) start = day;
    }
    return start;
}

}  // namespace toets::explanation
