// Duties that return (C58): which of the times were done, and whether one was missed.
#include <algorithm>
#include <array>

#include "program/compiler.h"

namespace toets::program {

// With `of` any of them may do it, each time again; with `en` each of them has a series of their own.
Register Compiler::judged_series(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                                 const Scope& scope) {
    const model::Duty& duty = *version.duty;
    const model::Recurrence& recurrence = *duty.recurrence;
    const auto [events, entered, deeds, date] = acts(duty.who, duty.asked, list(duty.asked.events, scope), scope);
    const FrameId items = entered.items.frame;
    DutyProof found;
    SeriesProof series;
    AskedDeeds asked = asked_deeds(deeds, entered);
    EventsProof seen{.items = items, .counts = asked.any, .date = date.low};
    seen.sub_kinds = entered.items.sub_kinds;
    seen.facts = deeds.facts;
    seen.deed = lifted(deeds.asked, items);
    series.deeds = std::move(asked.each);
    found.events.push_back(std::move(seen));
    series.date = builder_.lift(date.low, items);

    const Register no_start = builder_.constant(civil::lowest_day);
    const Register no_until = builder_.constant(civil::highest_day);
    Register start = no_start;
    Register until = no_until;
    Register leniency = builder_.constant(to_column_value({0, Duration::Unit::Days}));
    if (recurrence.start.is_valid()) {
        const Operand from = settled(expression(recurrence.start, scope));
        series.start = to_proof(from, recurrence.start, scope);
        start = from.low;
    }
    if (recurrence.until.is_valid()) {
        const Operand to = settled(expression(recurrence.until, scope));
        series.until = to_proof(to, recurrence.until, scope);
        until = to.low;
    }
    if (duty.leniency.is_valid()) {
        const Operand extra = settled(expression(duty.leniency, scope));
        series.leniency = to_proof(extra, duty.leniency, scope);
        leniency = extra.low;
    }
    std::vector<std::int64_t> table;
    const auto add = [&](Register which) { table.push_back(which.value); };
    for (const Register each : {start, until, leniency, reference_date(scope.frame), entered.complete}) {
        add(builder_.lift(each, scope.frame));
    }
    add(series.date);
    Register length = builder_.constant(to_column_value(recurrence.rhythm.length));
    if (recurrence.length.is_valid()) {
        const Operand given = settled(expression(recurrence.length, scope));
        series.length = to_proof(given, recurrence.length, scope);
        length = given.low;
    }
    add(builder_.lift(length, scope.frame));
    for (const model::Suspension& suspension : recurrence.suspensions) {
        StandstillProof standstill = this->standstill(suspension, scope);
        for (const Register each :
             {standstill.first, standstill.last, standstill.periods.counts, standstill.periods.complete}) {
            add(each);
        }
        series.standstills.standstills.push_back(std::move(standstill));
    }
    for (const Register deed : series.deeds) add(deed);
    if (recurrence.calendar.is_valid()) needed_calendar(recurrence.calendar);
    series.calendar = recurrence.calendar;
    series.in_force = version.validity.first;
    const auto known = std::find(program_.rhythms.begin(), program_.rhythms.end(), recurrence.rhythm);
    series.rhythm = static_cast<std::size_t>(known - program_.rhythms.begin());
    if (known == program_.rhythms.end()) program_.rhythms.push_back(recurrence.rhythm);
    table.push_back(static_cast<std::int64_t>(series.deeds.size()));
    table.push_back(series.in_force ? std::int64_t{series.in_force->days} : std::int64_t{civil::lowest_day});
    table.push_back(recurrence.calendar.is_valid() ? std::int64_t{recurrence.calendar.value} : -1);
    table.push_back(static_cast<std::int64_t>(series.rhythm));
    const auto ask = [&](std::uint8_t detail) {
        return builder_.emit_table({.operation = Operation::Series, .detail = detail, .where = duty.asked.events},
                                   Shape::Truth, scope.frame, table);
    };
    proof.required = ask(0);
    series.missed = ask(1);
    if (series.start && series.start->first_day) {  // C82: what has not begun is not due yet
        const Register has_begun = builder_.unary(Operation::Present, Shape::Truth, start);
        proof.required = builder_.conjunction(proof.required, has_begun);
        series.missed = builder_.conjunction(series.missed, has_begun);
    }
    const Register missed = series.missed;
    found.series = std::move(series);
    proof.duty = std::move(found);
    return judge(Operation::JudgeObligation, std::array{applies, proof.required, proof.excepted, missed}, scope.frame);
}

}  // namespace toets::program
