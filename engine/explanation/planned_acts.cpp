#include "explanation/planned_acts.h"

#include <algorithm>

namespace toets::explanation {

namespace {

std::optional<std::size_t> version_in_force(const Reading& reading, const program::RuleProgram& rule,
                                            std::uint32_t row) {
    if (rule.versions.empty()) return {};
    if (!rule.version.is_valid()) return 0;
    const evaluation::Value index = reading.value(rule.version, row);
    const auto version = static_cast<std::size_t>(index.value);
    return index.state == cases::State::Known && version < rule.versions.size() ? std::optional(version) : std::nullopt;
}

std::vector<PlannedAct> root_act(const Reading& reading) {
    const cases::CaseInfo& info = reading.words().info();
    const model::FieldId date = reading.model().kinds[info.root].date;
    if (!date.is_valid()) return {};
    return {PlannedAct{reading.words().thing(info.root, info.root_row),
                       {date, info.root_row},
                       known_date(reading.words().stored(date, info.root_row))}};
}

PlannedAct event_of(const Reading& reading, model::KindId kind, std::uint32_t thing) {
    const model::FieldId date = reading.model().kinds[kind].date;
    return {reading.words().thing(kind, thing), {date, thing}, known_date(reading.words().stored(date, thing))};
}

// Of a ban the events that it may forbid.
std::vector<PlannedAct> may_be_forbidden(const Reading& reading, const program::TimedActProof& ban, At at) {
    std::vector<PlannedAct> acts;
    const model::KindId kind = reading.program().frames[ban.events.items].kind;
    const evaluation::Trace::Rows rows = reading.trace().items(ban.events.items, at.row);
    for (std::uint32_t event = rows.first; event < rows.last; ++event) {
        const bool is_excused = ban.excepted.is_valid() && reading.truth(ban.excepted, event) == Truth::True;
        if (is_excused || reading.truth(ban.meant, event) == Truth::False) continue;
        acts.push_back(event_of(reading, kind, reading.trace().thing(ban.events.items, event)));
    }
    return acts;
}

// Of a procedure the steps that may not be taken as they are planned.
std::vector<PlannedAct> may_be_refused(const Reading& reading, const program::ProcedureProof& procedure, At at) {
    std::vector<PlannedAct> acts;
    const evaluation::Trace::Rows rows = reading.trace().items(procedure.courses, at.row);
    for (std::uint32_t course = rows.first; course < rows.last; ++course) {
        for (const program::StepProof& step : procedure.steps) {
            const evaluation::Value taken = reading.value(step.taken, course);
            const bool is_it = taken.state == cases::State::Known &&
                               reading.truth(step.is_own, course) == Truth::True &&
                               reading.truth(step.is_refused, course) != Truth::False;
            const model::KindId kind = reading.program().frames[step.events.items].kind;
            if (is_it) acts.push_back(event_of(reading, kind, static_cast<std::uint32_t>(taken.value)));
        }
    }
    return acts;
}

std::vector<PlannedAct> to_come(const Reading& reading, std::vector<PlannedAct> acts) {
    acts.erase(
        std::remove_if(acts.begin(), acts.end(),
                       [&reading](const PlannedAct& act) { return act.date && *act.date < *reading.reference_date(); }),
        acts.end());
    return acts;
}

// Those that are still to come. A ban and a procedure guard what they may forbid, or else what the case itself is
// about.
std::vector<PlannedAct> guarded_acts(const Reading& reading, const program::RuleProgram& rule, std::uint32_t row) {
    const std::optional<std::size_t> version = version_in_force(reading, rule, row);
    const program::RuleVersionProof* proof = version ? &rule.versions[*version] : nullptr;
    const At at{rule.frame, row};
    if (rule.blocking.is_valid()) {
        std::vector<PlannedAct> acts;
        if (proof != nullptr && proof->ban) acts = may_be_forbidden(reading, *proof->ban, at);
        if (proof != nullptr && proof->procedure) acts = may_be_refused(reading, *proof->procedure, at);
        acts = to_come(reading, std::move(acts));
        return acts.empty() ? to_come(reading, root_act(reading)) : acts;
    }
    if (proof == nullptr) return {};
    Act act = reading.act(*proof, at);
    if (!act.fact || act.fact->row < cases::first_row) return {};
    return to_come(reading, {PlannedAct{std::move(act.words), *act.fact, act.date}});
}

class Planner {
public:
    Planner(const Reading& reading, const std::vector<Finding>& findings) : reading_(reading), findings_(findings) {}

    Plan plan() {
        for (std::size_t index = 0; index < findings_.size(); ++index) add(index);
        return std::move(plan_);
    }

private:
    void add(std::size_t index) {
        const Finding& finding = findings_[index];
        const program::RuleProgram& rule = reading_.program().rules[finding.id.index()];
        if (!evaluation::counts_for_verdict(reading_.program(), rule)) return;
        const auto& outcomes =
            rule.blocking.is_valid() ? reading_.evaluation().blocking : reading_.evaluation().outcomes;
        Judged judged{&rule, finding.row, index, outcomes[finding.id.index()][finding.row], {}};
        if (judged.outcome != Outcome::NotApplicable) {
            for (PlannedAct& act : guarded_acts(reading_, rule, finding.row)) add_act(std::move(act), judged);
        }
        plan_.judged.push_back(judged);
    }

    void add_act(PlannedAct act, Judged& judged) {
        if (!judged.act) judged.act = act.fact;
        const bool is_new = std::none_of(plan_.acts.begin(), plan_.acts.end(),
                                         [&act](const PlannedAct& each) { return each.fact == act.fact; });
        if (is_new) plan_.acts.push_back(std::move(act));
    }

    const Reading& reading_;
    const std::vector<Finding>& findings_;
    Plan plan_;
};

class ScenarioMaker {
public:
    ScenarioMaker(const Reading& reading, const Plan& plan)
        : reading_(reading), plan_(plan), today_(*reading.reference_date()) {}

    std::vector<Scenario> make() {
        if (plan_.acts.empty()) return {Scenario{{}, {}, {}, today_, {}}};
        std::vector<Scenario> scenarios;
        for (const std::size_t act : acts_in_question()) scenarios.push_back(alone_moved(act));
        if (plan_.acts.size() > 1 || scenarios.empty()) scenarios.push_back(all_moved());
        return scenarios;
    }

private:
    // The acts that a rule which does not allow the case guards, in the order of the findings.
    [[nodiscard]] std::vector<std::size_t> acts_in_question() const {
        constexpr std::size_t most_acts = 3;
        std::vector<std::size_t> found;
        for (const Judged& judged : plan_.judged) {
            if (evaluation::allows(judged.outcome) || !judged.act || found.size() == most_acts) continue;
            const auto act = std::find_if(plan_.acts.begin(), plan_.acts.end(),
                                          [&judged](const PlannedAct& each) { return each.fact == *judged.act; });
            const auto index = static_cast<std::size_t>(act - plan_.acts.begin());
            if (std::find(found.begin(), found.end(), index) == found.end()) found.push_back(index);
        }
        return found;
    }

    // In the order in which the acts are planned.
    [[nodiscard]] Scenario alone_moved(std::size_t index) const {
        const PlannedAct& act = plan_.acts[index];
        Scenario scenario{index, {{act.fact, 0, today_}}, {}, today_, {}};
        add_same_day(act, 0, scenario);
        for (const PlannedAct& other : plan_.acts) {
            if (other.fact == act.fact || !other.date || !act.date) continue;
            if (*other.date <= *act.date) scenario.first = std::max(scenario.first, *other.date);
            if (*act.date <= *other.date) {
                scenario.last = scenario.last ? std::min(*scenario.last, *other.date) : *other.date;
            }
        }
        return scenario;
    }

    // What is days apart stays days apart; what nobody planned yet is on the day itself.
    [[nodiscard]] Scenario all_moved() const {
        const auto last =
            std::max_element(plan_.acts.begin(), plan_.acts.end(), [](const auto& left, const auto& right) {
                return left.date && right.date ? *left.date < *right.date
                                               : left.date.has_value() < right.date.has_value();
            });
        Scenario scenario{static_cast<std::size_t>(last - plan_.acts.begin()), {}, {}, today_, {}};
        for (const PlannedAct& act : plan_.acts) {
            const std::int32_t offset = act.date && last->date ? act.date->days - last->date->days : 0;
            scenario.moving.push_back({act.fact, offset, today_});
            if (&act != &*last) scenario.shown.push_back(act.fact);
            add_same_day(act, offset, scenario);
        }
        return scenario;
    }

    // Events and periods that are planned to happen, or to begin, on the day of the act. What ends on it does not move.
    void add_same_day(const PlannedAct& act, std::int32_t offset, Scenario& scenario) const {
        if (!act.date || !(today_ < *act.date)) return;
        for (const model::Kind& kind : reading_.model().kinds) {
            const model::FieldId field = kind.category == model::KindCategory::Event    ? kind.date
                                         : kind.category == model::KindCategory::Period ? kind.first_day
                                                                                        : model::FieldId{};
            if (!field.is_valid()) continue;
            const cases::Table& table = reading_.caseload().tables[reading_.model().fields[field].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                const bool is_planned = table.case_of[row] == reading_.case_index() &&
                                        known_date(reading_.words().stored(field, row)) == act.date;
                if (is_planned) add_moving({field, row}, offset, scenario);
            }
        }
    }

    void add_moving(cases::FactPlace fact, std::int32_t offset, Scenario& scenario) const {
        const bool is_act = std::any_of(plan_.acts.begin(), plan_.acts.end(),
                                        [&fact](const PlannedAct& each) { return each.fact == fact; });
        const bool moves = std::any_of(scenario.moving.begin(), scenario.moving.end(),
                                       [&fact](const forecast::Moving& each) { return each.fact == fact; });
        if (is_act || moves) return;
        scenario.moving.push_back({fact, offset, today_});
        scenario.shown.push_back(fact);
    }

    const Reading& reading_;
    const Plan& plan_;
    Date today_;
};

}  // namespace

Plan to_plan(const Reading& reading, const std::vector<Finding>& findings) { return Planner(reading, findings).plan(); }

std::vector<Scenario> to_scenarios(const Reading& reading, const Plan& plan) {
    return ScenarioMaker(reading, plan).make();
}

}  // namespace toets::explanation
