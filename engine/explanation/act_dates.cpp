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
        case DateRelation::NotAfter: return {first_act(moved, subject), {}};
        case DateRelation::Before: return {first_act(moved, days_after(subject, 1)), {}};
        case DateRelation::NotBefore: return {{}, day_before(days_after(subject, 1))};
        case DateRelation::After: return {{}, day_before(subject)};
        case DateRelation::On: break;
    }
    return {};
}

ActBounds bounds_of_left(DateRelation relation, Date bound) {
    switch (relation) {
        case DateRelation::NotAfter: return {{}, bound};
        case DateRelation::Before: return {{}, days_after(bound, -1)};
        case DateRelation::NotBefore: return {bound, {}};
        case DateRelation::After: return {days_after(bound, 1), {}};
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
    return {first_act(*moved, days_after(coverage->gap->last, 1)), {}};
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
        return date ? bounds_of_right(*moved, sentence->relation, *date) : ActBounds{};
    }
    if (bound != nullptr && is_act(reading, proof, sentence->subject, row, sentence->subject, act)) {
        const std::optional<Date> date = reading.date(*bound, row);
        return date ? bounds_of_left(sentence->relation, *date) : ActBounds{};
    }
    return {};
}

namespace {

// The bounds that all date sentences of one requirement set together.
class Collector {
public:
    Collector(const Reading& reading, const Act& act) : reading_(reading), act_(act) {}

    void collect(program::ProofId id, std::uint32_t row, int depth = 0) {
        if (!id.is_valid() || depth > 32) return;
        const program::Proof& proof = reading_.program().proofs[id];
        const model::Condition& condition = reading_.model().conditions[proof.condition];
        if (const auto* legs = std::get_if<model::Legs>(&condition.kind)) {
            if (legs->quantifier == model::Quantifier::All) collect_legs(proof, row, depth);
        } else if (const auto* property = std::get_if<model::PropertyHolds>(&condition.kind)) {
            if (!property->negated) collect_legs(proof, row, depth);
        } else if (std::holds_alternative<model::DateIs>(condition.kind)) {
            narrow(to_act_bounds(reading_, id, row, act_), reading_.truth(proof.truth, row));
        }
    }

    ActBounds bounds;
    bool fails = false;  // the date of the act, or its absence, is what one of the sentences fails on

private:
    void collect_legs(const program::Proof& proof, std::uint32_t row, int depth) {
        for (const program::LegProof& leg : proof.legs) {
            const bool is_excepted = reading_.truth(leg.holds, row) == Truth::True && leg.condition.is_valid() &&
                                     reading_.truth(reading_.program().proofs[leg.condition].truth, row) != Truth::True;
            if (!is_excepted) collect(leg.condition, row, depth + 1);
        }
    }
    void narrow(const ActBounds& more, Truth truth) {
        if (more.earliest && (!bounds.earliest || *bounds.earliest < *more.earliest)) bounds.earliest = more.earliest;
        if (more.latest && (!bounds.latest || *more.latest < *bounds.latest)) bounds.latest = more.latest;
        fails = fails || (more.earliest && truth != Truth::True);
    }

    const Reading& reading_;
    const Act& act_;
};

struct Guarded {
    Act act;
    std::vector<std::pair<const program::RuleVersionProof*, At>> rules;
};

bool may_demand(Outcome outcome) {
    return outcome == Outcome::Missing || outcome == Outcome::Unknown || outcome == Outcome::Satisfied;
}

// The rules that block and still ask something, by the act they guard.
std::vector<Guarded> guarded_acts(const Reading& reading) {
    std::vector<Guarded> acts;
    for (const program::RuleProgram& rule : reading.program().rules) {
        if (!evaluation::is_blocking(reading.model().rules[rule.rule])) continue;
        const model::KindId kind = reading.program().frames[rule.frame].kind;
        const cases::Table& table = reading.caseload().tables[kind.index()];
        for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
            if (table.case_of[row] != reading.case_index()) continue;
            if (!may_demand(reading.evaluation().outcomes[rule.rule.index()][row])) continue;
            const evaluation::Value index = reading.value(rule.version, row);
            const std::size_t version = rule.version.is_valid() ? static_cast<std::size_t>(index.value) : 0;
            if (version >= rule.versions.size()) continue;
            const At at{rule.frame, row};
            Act act = reading.act(rule.versions[version], at);
            if (!act.fact) continue;
            auto found = std::find_if(acts.begin(), acts.end(),
                                      [&act](const Guarded& each) { return each.act.fact == act.fact; });
            if (found == acts.end()) found = acts.insert(acts.end(), Guarded{std::move(act), {}});
            found->rules.emplace_back(&rule.versions[version], at);
        }
    }
    return acts;
}

// Something else than the date of this act stands in the way as well.
bool needs_more(const std::vector<Finding>& findings, const Guarded& guarded, const Reading& reading) {
    std::size_t by_date = 0;
    for (const auto& [version, at] : guarded.rules) {
        Collector collector(reading, guarded.act);
        collector.collect(version->requirement, at.row);
        if (!collector.fails) continue;
        const program::Proof& proof = reading.program().proofs[version->requirement];
        const bool is_one_sentence = proof.legs.empty();
        const auto failing = std::count_if(
            proof.legs.begin(), proof.legs.end(),
            [&, row = at.row](const program::LegProof& leg) { return reading.truth(leg.holds, row) != Truth::True; });
        if (is_one_sentence || failing == 1) ++by_date;
    }
    const auto open = std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.is_blocking && finding.outcome <= Outcome::Unknown;
    });
    return static_cast<std::size_t>(open) > by_date;
}

}  // namespace

std::optional<EarliestAct> to_earliest_act(const Reading& reading, const std::vector<Finding>& findings) {
    for (const Guarded& guarded : guarded_acts(reading)) {
        Collector collector(reading, guarded.act);
        for (const auto& [version, at] : guarded.rules) collector.collect(version->requirement, at.row);
        if (!collector.fails || !collector.bounds.earliest) continue;
        Date day = *collector.bounds.earliest;
        if (reading.reference_date()) day = std::max(day, *reading.reference_date());
        if (collector.bounds.latest && *collector.bounds.latest < day) continue;
        return EarliestAct{guarded.act.words, day, needs_more(findings, guarded, reading)};
    }
    return {};
}

}  // namespace toets::explanation
