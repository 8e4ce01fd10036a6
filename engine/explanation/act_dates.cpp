#include "explanation/act_dates.h"

#include <algorithm>

#include "base/match.h"
#include "explanation/coverage.h"

namespace toets::explanation {

using model::DateRelation;

namespace {

constexpr int most_days_to_step = 40;  // a month more or less, and some

// The date of the act, moved by a fixed length: `14 dagen vóór de sleuteloverdracht`.
struct MovedAct {
    Duration length;
    bool backward = false;
    bool counts_start = false;
    calendar::EndOfTerm end = calendar::EndOfTerm::Stays;
    const calendar::Calendar* calendar = nullptr;
    [[nodiscard]] std::optional<Date> at(Date act) const {
        if (calendar == nullptr) {
            std::optional<Date> day = shift(act, length, backward);
            if (day && counts_start) --day->days;
            return day;
        }
        if (backward) return calendar->before(act, length);
        const auto term = calendar->term(act, length, end, counts_start);
        return term ? std::optional(term->last) : std::nullopt;
    }
    // About the day from which counting gives `wanted`.
    [[nodiscard]] std::optional<Date> near(Date wanted) const {
        if (length.unit != Duration::Unit::WorkingDays) return shift(wanted, length, !backward);
        const std::int32_t days = length.count + length.count / 5 * 2;
        return Date{wanted.days + (backward ? days : -days)};
    }
};

bool is_act(const Reading& reading, const program::Proof& proof, model::ExpressionId which, std::uint32_t row,
            model::ExpressionId operand, const Act& act) {
    const auto* field = std::get_if<model::FieldOf>(&reading.model().expressions[which].kind);
    const program::ProofOperand* read = reading.operand(proof, operand);
    if (field == nullptr || read == nullptr || !act.fact || field->field != act.fact->field) return false;
    const std::vector<FactRead> facts = reading.facts(*read, {proof.frame, row});
    return std::any_of(facts.begin(), facts.end(), [&act](const FactRead& fact) {
        return cases::FactPlace{fact.field, fact.row} == *act.fact;
    });
}

std::optional<MovedAct> to_moved_act(const Reading& reading, const program::Proof& proof, model::ExpressionId which,
                                     std::uint32_t row, const Act& act) {
    if (is_act(reading, proof, which, row, which, act)) return MovedAct{};
    const auto* shifted = std::get_if<model::ShiftedDate>(&reading.model().expressions[which].kind);
    if (shifted == nullptr || !is_act(reading, proof, shifted->date, row, which, act)) return {};
    const auto* length = std::get_if<model::Constant>(&reading.model().expressions[shifted->duration].kind);
    if (length == nullptr) return {};
    MovedAct moved{duration_from_column_value(length->value), shifted->backward, shifted->counts_start, shifted->end};
    const auto& calendars = reading.program().calendars;
    const std::size_t index = shifted->calendar.is_valid() ? shifted->calendar.index() : calendars.size();
    if (index < calendars.size() && calendars[index]) moved.calendar = &*calendars[index];
    const bool is_in_working_days = moved.length.unit == Duration::Unit::WorkingDays;
    return moved.calendar == nullptr && is_in_working_days ? std::nullopt : std::optional(moved);
}

// The first day of the act on which the moved day is not before `wanted`.
std::optional<Date> first_act(const MovedAct& moved, Date wanted) {
    std::optional<Date> day = moved.near(wanted);
    if (!day) return {};
    day->days -= most_days_to_step;
    for (int step = 0; step <= 2 * most_days_to_step; ++step, ++day->days) {
        const std::optional<Date> then = moved.at(*day);
        if (then && *then >= wanted) return day;
    }
    return {};
}

Date days_after(Date date, int days) { return Date{date.days + days}; }

// The act moved stands on the right of the relation: `subject ligt uiterlijk 14 dagen vóór de sleuteloverdracht`.
ActBounds bounds_of_right(const MovedAct& moved, DateRelation relation, Date subject) {
    const auto day_before = [&](Date wanted) {
        const std::optional<Date> first = first_act(moved, wanted);
        return first ? std::optional<Date>(days_after(*first, -1)) : std::nullopt;
    };
    switch (relation) {
        case DateRelation::NotAfter: return {first_act(moved, subject), {}, {}};
        case DateRelation::Before: return {first_act(moved, days_after(subject, 1)), {}, {}};
        case DateRelation::NotBefore: return {{}, day_before(days_after(subject, 1)), {}};
        case DateRelation::After: return {{}, day_before(subject), {}};
        case DateRelation::On: break;
    }
    return {};
}

ActBounds bounds_of_left(DateRelation relation, Date bound) {
    switch (relation) {
        case DateRelation::NotAfter: return {{}, bound, {}};
        case DateRelation::Before: return {{}, days_after(bound, -1), {}};
        case DateRelation::NotBefore: return {bound, {}, {}};
        case DateRelation::After: return {days_after(bound, 1), {}, {}};
        case DateRelation::On: break;
    }
    return {};
}

// Days behind us that are not covered count no more once the stretch begins after them, so with a later act.
ActBounds bounds_of_cover(const Reading& reading, const program::Proof& proof, model::ExpressionId first,
                          std::uint32_t row, const Act& act) {
    const auto moved = to_moved_act(reading, proof, first, row, act);
    if (!moved) return {};
    const std::optional<Coverage> coverage = to_coverage(reading, proof, row);
    const bool is_behind = coverage && coverage->gap && !coverage->arrange_before;
    if (!is_behind || coverage->gap->last == coverage->needed->last) return {};
    return {first_act(*moved, days_after(coverage->gap->last, 1)), {}, {}};
}

}  // namespace

ActBounds to_act_bounds(const Reading& reading, program::ProofId id, std::uint32_t row, const Act& act) {
    const program::Proof& proof = reading.program().proofs[id];
    if (const auto* runs = std::get_if<model::RunsFromTo>(&reading.model().conditions[proof.condition].kind)) {
        return bounds_of_cover(reading, proof, runs->first, row, act);
    }
    const auto* sentence = std::get_if<model::DateIs>(&reading.model().conditions[proof.condition].kind);
    if (sentence == nullptr) return {};
    const program::ProofOperand* subject = reading.operand(proof, sentence->subject);
    const program::ProofOperand* bound = reading.operand(proof, sentence->bound);
    if (const auto moved = to_moved_act(reading, proof, sentence->bound, row, act); moved && subject != nullptr) {
        const std::optional<Date> date = reading.date(*subject, row);
        if (date) return bounds_of_right(*moved, sentence->relation, *date);
        const std::optional<Date> today = reading.reference_date();
        return {{}, {}, today ? bounds_of_right(*moved, sentence->relation, *today).earliest : std::nullopt};
    }
    if (bound != nullptr && is_act(reading, proof, sentence->subject, row, sentence->subject, act)) {
        const std::optional<Date> date = reading.date(*bound, row);
        return date ? bounds_of_left(sentence->relation, *date) : ActBounds{};
    }
    return {};
}

}  // namespace toets::explanation
