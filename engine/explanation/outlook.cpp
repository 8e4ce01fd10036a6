#include "explanation/outlook.h"

#include <algorithm>

#include "explanation/planned_acts.h"

namespace toets::explanation {

namespace {

constexpr int years_ahead = 5;

std::size_t days_ahead(Date today) {
    const std::optional<Date> end = shift(today, {12 * years_ahead, Duration::Unit::Months}, false);
    const Date last{end ? end->days : today.days};
    return static_cast<std::size_t>(last.days - today.days) + 1;
}

// The parts of a requirement that must all hold, each as the register of its truth.
void collect_parts(const Reading& reading, program::ProofId id, std::vector<program::Register>& parts, int depth = 0) {
    constexpr int deepest = 32;
    if (!id.is_valid() || depth > deepest) return;
    const program::Proof& proof = reading.program().proofs[id];
    const model::Condition& condition = reading.model().conditions[proof.condition];
    const auto* legs = std::get_if<model::Legs>(&condition.kind);
    const auto* property = std::get_if<model::PropertyHolds>(&condition.kind);
    const bool needs_all =
        (legs != nullptr && legs->quantifier == model::Quantifier::All) || (property != nullptr && !property->negated);
    if (!needs_all || proof.legs.empty()) {
        parts.push_back(proof.truth);
        return;
    }
    for (const program::LegProof& leg : proof.legs) {
        if (leg.exceptions.empty() && leg.condition.is_valid()) {
            collect_parts(reading, leg.condition, parts, depth + 1);
        } else {
            parts.push_back(leg.holds);
        }
    }
}

// How one rule, or a part of the requirement of one that never allows the case, goes along the days.
struct Course {
    std::size_t finding = 0;
    std::vector<bool> holds;  // by day

    [[nodiscard]] bool ever() const { return std::find(holds.begin(), holds.end(), true) != holds.end(); }
};

// What a scenario comes to.
struct Found {
    const Scenario* scenario = nullptr;
    std::vector<Course> courses;          // of what holds on some day at least
    std::vector<std::size_t> in_the_way;  // findings
    std::optional<std::size_t> first;     // day on which all courses hold
    std::size_t last = 0;
    bool time_matters = false;  // today's plan fails on one of the courses
};

class Outlooker {
public:
    Outlooker(const Reading& reading, const std::vector<Finding>& findings, forecast::Forecaster& forecaster)
        : reading_(reading),
          findings_(findings),
          forecaster_(forecaster),
          plan_(to_plan(reading, findings)),
          today_(*reading.reference_date()) {}

    Outlook look() {
        const std::vector<Scenario> scenarios = to_scenarios(reading_, plan_);
        std::optional<Found> best;
        for (const Scenario& scenario : scenarios) {
            Found found = follow(scenario);
            if (!best || is_better(found, *best)) best = std::move(found);
        }
        return to_outlook(*best);
    }

private:
    static bool is_better(const Found& found, const Found& than) {
        if (found.in_the_way.size() != than.in_the_way.size()) return found.in_the_way.size() < than.in_the_way.size();
        return found.first && (!than.first || *found.first < *than.first);
    }

    forecast::Days ask(const Scenario& scenario, std::vector<forecast::Watched> watched = {}) {
        return forecaster_.look(reading_.caseload(), {reading_.case_index(), today_, days_ahead(today_),
                                                      scenario.moving, std::move(watched)});
    }

    Found follow(const Scenario& scenario) {
        Found found;
        found.scenario = &scenario;
        const forecast::Days days = ask(scenario, in_force_of_open());
        looked_at_ = days.size();
        const std::vector<bool> is_judged = days_with_rules(days);
        if (std::find(is_judged.begin(), is_judged.end(), true) == is_judged.end()) return found;
        std::vector<const Judged*> stuck;
        std::size_t which = 0;
        for (const Judged& judged : plan_.judged) {
            Course course{judged.finding, {}};
            const bool may_expire = is_open_and_may_expire(judged);
            for (std::size_t day = 0; day < days.size(); ++day) {
                const bool has_expired = may_expire && days.watched(day, which) == Truth::False;
                course.holds.push_back(is_judged[day] && !has_expired &&
                                       evaluation::allows(days.counting(day, judged.rule->rule, judged.row)));
            }
            if (may_expire) ++which;
            if (!course.ever()) {
                stuck.push_back(&judged);
                found.in_the_way.push_back(judged.finding);
                continue;
            }
            found.time_matters = found.time_matters || !evaluation::allows(judged.outcome);
            found.courses.push_back(std::move(course));
        }
        if (!stuck.empty()) add_parts(scenario, stuck, found);
        find_days(scenario, days, found);
        return found;
    }

    // That an agreement ends is no answer to what stands in its way today.
    static bool is_open_and_may_expire(const Judged& judged) {
        return !evaluation::allows(judged.outcome) && judged.rule->in_force.is_valid();
    }
    [[nodiscard]] std::vector<forecast::Watched> in_force_of_open() const {
        std::vector<forecast::Watched> watched;
        for (const Judged& judged : plan_.judged) {
            if (!is_open_and_may_expire(judged)) continue;
            const model::KindId kind = reading_.program().frames[judged.rule->frame].kind;
            watched.push_back({judged.rule->in_force, kind, judged.row});
        }
        return watched;
    }

    // Where every rule allows the case and the case is not allowed, no rule is in force: nothing was judged.
    [[nodiscard]] std::vector<bool> days_with_rules(const forecast::Days& days) const {
        std::vector<bool> with_rules;
        for (std::size_t day = 0; day < days.size(); ++day) {
            const bool all_allow = std::all_of(plan_.judged.begin(), plan_.judged.end(), [&](const Judged& judged) {
                return evaluation::allows(days.counting(day, judged.rule->rule, judged.row));
            });
            with_rules.push_back(!all_allow || days.verdict(day) == Verdict::Allowed);
        }
        return with_rules;
    }

    // Of a rule that something else keeps from holding, what it asks of the days.
    void add_parts(const Scenario& scenario, const std::vector<const Judged*>& stuck, Found& found) {
        std::vector<forecast::Watched> watched;
        std::vector<const Judged*> of;
        for (const Judged* judged : stuck) {
            const program::RuleVersionProof* version = version_of(*judged);
            if (version == nullptr || version->ban || version->duty) continue;
            std::vector<program::Register> parts;
            collect_parts(reading_, version->requirement, parts);
            const model::KindId kind = reading_.program().frames[judged->rule->frame].kind;
            for (const program::Register part : parts) {
                watched.push_back({part, kind, judged->row});
                of.push_back(judged);
            }
        }
        if (watched.empty()) return;
        const forecast::Days days = ask(scenario, watched);
        for (std::size_t which = 0; which < watched.size(); ++which) {
            Course course{of[which]->finding, {}};
            for (std::size_t day = 0; day < days.size(); ++day) {
                course.holds.push_back(days.watched(day, which) == Truth::True);
            }
            if (!course.ever()) continue;
            const bool holds_now = reading_.truth(watched[which].truth, of[which]->row) == Truth::True;
            found.time_matters = found.time_matters || !holds_now;
            found.courses.push_back(std::move(course));
        }
    }

    [[nodiscard]] const program::RuleVersionProof* version_of(const Judged& judged) const {
        const evaluation::Value index = reading_.value(judged.rule->version, judged.row);
        const std::size_t version = judged.rule->version.is_valid() ? static_cast<std::size_t>(index.value) : 0;
        return version < judged.rule->versions.size() ? &judged.rule->versions[version] : nullptr;
    }

    void find_days(const Scenario& scenario, const forecast::Days& days, Found& found) const {
        const auto fits = [&](std::size_t day) {
            const bool is_in_range =
                scenario.first <= days.day(day) && (!scenario.last || days.day(day) <= *scenario.last);
            const bool is_allowed = !found.in_the_way.empty() || days.verdict(day) == Verdict::Allowed;
            return is_in_range && is_allowed &&
                   std::all_of(found.courses.begin(), found.courses.end(),
                               [day](const Course& course) { return course.holds[day]; });
        };
        std::size_t day = 0;
        while (day < days.size() && !fits(day)) ++day;
        if (day == days.size()) return;
        found.first = day;
        while (day + 1 < days.size() && fits(day + 1)) ++day;
        found.last = day;
        if (found.in_the_way.empty()) found.time_matters = true;
    }

    Outlook to_outlook(const Found& found) {
        Outlook outlook;
        outlook.looked_until = day(looked_at_ - 1);
        if (found.scenario->act) {
            const PlannedAct& act = plan_.acts[*found.scenario->act];
            outlook.act = act.words;
            outlook.planned_by = reading_.words().supplier(act.fact.field);
        }
        outlook.in_the_way = found.in_the_way;
        outlook.needs_more = !found.in_the_way.empty();
        if (!found.time_matters) return outlook;
        if (!found.first) {
            add_never_together(found, outlook);
            return outlook;
        }
        add_possible(found, outlook);
        add_moved(found, outlook);
        add_until_then(found, outlook);
        return outlook;
    }

    [[nodiscard]] Date day(std::size_t index) const { return Date{today_.days + static_cast<std::int32_t>(index)}; }
    [[nodiscard]] std::optional<Date> last_day(std::size_t index) const {
        return index + 1 < looked_at_ ? std::optional(day(index)) : std::nullopt;
    }

    void add_possible(const Found& found, Outlook& outlook) const {
        Outlook::Possible possible{day(*found.first), last_day(found.last), {}};
        for (const Course& course : found.courses) {
            if (found.last + 1 >= course.holds.size() || course.holds[found.last + 1]) continue;
            add_once(course.finding, possible.ended_by);
        }
        outlook.possible = std::move(possible);
    }

    static void add_once(std::size_t finding, std::vector<std::size_t>& all) {
        if (std::find(all.begin(), all.end(), finding) == all.end()) all.push_back(finding);
    }

    void add_moved(const Found& found, Outlook& outlook) const {
        for (const cases::FactPlace& fact : found.scenario->shown) {
            const auto moving = std::find_if(found.scenario->moving.begin(), found.scenario->moving.end(),
                                             [&fact](const forecast::Moving& each) { return each.fact == fact; });
            const Date date{std::max(moving->not_before.days, outlook.possible->first.days + moving->offset)};
            // What nobody planned yet has no place to move from.
            const std::optional<Date> planned = known_date(reading_.words().stored(fact.field, fact.row));
            if (!planned || *planned == date) continue;
            outlook.moved.push_back({words_of(fact), date});
        }
    }

    // An event is named by itself: "de toewijzing", and not its date.
    [[nodiscard]] std::string words_of(const cases::FactPlace& fact) const {
        const model::Field& field = reading_.model().fields[fact.field];
        const bool is_event = reading_.model().kinds[field.kind].date == fact.field;
        return is_event ? reading_.words().thing(field.kind, fact.row) : reading_.words().field(fact.field, fact.row);
    }

    void add_never_together(const Found& found, Outlook& outlook) const {
        for (const Course& course : found.courses) {
            const auto first = std::find(course.holds.begin(), course.holds.end(), true);
            const auto end = std::find(first, course.holds.end(), false);
            if (first == course.holds.begin() && end == course.holds.end()) continue;
            outlook.never_together.push_back({course.finding,
                                              day(static_cast<std::size_t>(first - course.holds.begin())),
                                              last_day(static_cast<std::size_t>(end - course.holds.begin()) - 1)});
        }
    }

    // What falls due or stops holding before the first possible day, with the plan moved to that day.
    void add_until_then(const Found& found, Outlook& outlook) {
        if (*found.first == 0) return;
        std::vector<forecast::Moving> moved;
        for (const forecast::Moving& moving : found.scenario->moving) {
            const std::int32_t there = outlook.possible->first.days + moving.offset;
            const std::int32_t not_with_the_days = -2 * static_cast<std::int32_t>(looked_at_);
            moved.push_back({moving.fact, not_with_the_days, Date{std::max(moving.not_before.days, there)}});
        }
        const forecast::Days days =
            forecaster_.look(reading_.caseload(), {reading_.case_index(), today_, *found.first + 1, moved, {}});
        for (std::size_t index = 0; index < findings_.size(); ++index) {
            for (std::size_t next = 1; next < days.size(); ++next) add_change(days, index, next, outlook);
        }
        std::stable_sort(outlook.until_then.begin(), outlook.until_then.end(),
                         [](const auto& left, const auto& right) { return left.last < right.last; });
    }

    void add_change(const forecast::Days& days, std::size_t finding, std::size_t next, Outlook& outlook) const {
        const Finding& of = findings_[finding];
        const Outcome before = days.outcome(next - 1, of.id, of.row);
        const Outcome after = days.outcome(next, of.id, of.row);
        const bool is_act_over = of.act_date && *of.act_date == days.day(next - 1);
        if (before == after || after > Outcome::Missing || is_act_over) return;
        const bool is_due = before == Outcome::Pending;
        if (!is_due && !evaluation::allows(before)) return;
        outlook.until_then.push_back(
            {is_due ? Outlook::Coming::What::Due : Outlook::Coming::What::Expires, days.day(next - 1), finding});
    }

    const Reading& reading_;
    const std::vector<Finding>& findings_;
    forecast::Forecaster& forecaster_;
    Plan plan_;
    Date today_;
    std::size_t looked_at_ = 1;
};

}  // namespace

std::optional<Outlook> to_outlook(const Reading& reading, const std::vector<Finding>& findings,
                                  forecast::Forecaster& forecaster) {
    const bool is_open = reading.evaluation().verdicts[reading.case_index()] != Verdict::Allowed;
    if (!is_open || !reading.reference_date() || findings.empty()) return {};
    return Outlooker(reading, findings, forecaster).look();
}

}  // namespace toets::explanation
