#include "explanation/standstills.h"

#include <algorithm>

namespace toets::explanation {

namespace {

std::optional<calendar::Stretch> to_stretch(const Reading& reading, const program::StandstillProof& proof,
                                            std::uint32_t item) {
    if (reading.truth(proof.periods.counts, item) != Truth::True) return {};
    const std::optional<Date> first = known_date(reading.value(proof.first, item));
    const evaluation::Value last = reading.value(proof.last, item);
    if (!first || last.state == cases::State::Unknown) return {};
    return calendar::Stretch{*first, known_date(last)};
}

// The days in (after, until] on which the term runs, in the unit in which its length is counted.
std::int32_t running(const calendar::Standstill& standstill, const calendar::Calendar* working, Date after,
                     Date until) {
    if (working == nullptr) return standstill.others(after, until);
    std::int32_t count = 0;
    for (Date day{after.days + 1}; day <= until; ++day.days) {
        count += working->is_working_day(day) && !standstill.contains(day) ? 1 : 0;
    }
    return count;
}

}  // namespace

calendar::Standstill to_standstill(const Reading& reading, const program::ProofOperand& end, At at) {
    std::vector<calendar::Stretch> stretches;
    for (const program::StandstillProof& proof : end.standstills) {
        const evaluation::Trace::Rows rows = reading.trace().items(proof.periods.items, at.row);
        for (std::uint32_t item = rows.first; item < rows.last; ++item) {
            if (const auto stretch = to_stretch(reading, proof, item)) stretches.push_back(*stretch);
        }
    }
    return calendar::Standstill(std::move(stretches));
}

void describe_standstill(Shift& shift, const SuspendedShift& suspended, const calendar::Standstill& standstill,
                         const calendar::Calendar* calendar, std::optional<Date> today) {
    const bool is_in_working_days = shift.length.unit == Duration::Unit::WorkingDays;
    const calendar::Calendar* working = is_in_working_days ? calendar : nullptr;
    const bool ends = !suspended.term.never_ends;
    const Date first{suspended.before.days + 1};
    for (const calendar::Stretch& stretch : standstill.stretches()) {
        const bool is_before = stretch.last && *stretch.last < first;
        if (is_before || (ends && suspended.term.term.last < stretch.first)) continue;
        StoodStill stood{std::max(stretch.first, first), stretch.last, {}};
        stood.is_past = today && stretch.last && *stretch.last < *today;
        if (stretch.last) {
            const Date before{stood.first.days - 1};
            const std::int32_t days = running({}, working, before, *stretch.last);
            stood.days = Duration{days, is_in_working_days ? Duration::Unit::WorkingDays : Duration::Unit::Days};
        }
        if (!stretch.last || stood.days->count > 0) shift.stood_still.push_back(stood);
    }
    if (!today || shift.stood_still.empty()) return;
    const Date now = std::max(*today, suspended.before);
    std::int32_t left = 0;
    if (ends) {
        left = running(standstill, working, now, suspended.term.term.last);
    } else {
        const std::int32_t all = is_in_working_days ? shift.length.count : suspended.counted.days - first.days + 1;
        left = all - running(standstill, working, suspended.before, now);
    }
    shift.remaining =
        Duration{std::max(left, 0), is_in_working_days ? Duration::Unit::WorkingDays : Duration::Unit::Days};
}

}  // namespace toets::explanation
