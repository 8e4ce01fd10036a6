#include <algorithm>

#include "explanation/positions.h"
#include "monitor/making.h"

namespace toets::monitor {

namespace {

bool is_in(const portfolio::Standing& standing, const std::optional<portfolio::Period>& period) {
    if (!period || !standing.period) return true;
    return standing.period->first <= period->last && period->first <= standing.period->last;
}

Figure exact(std::size_t count) { return {static_cast<std::int64_t>(count), Figure::Shown::Exact}; }

Figures exact(const portfolio::Count& count) {
    return {{count.done, Figure::Shown::Exact},
            {count.planned, Figure::Shown::Exact},
            {count.perhaps, Figure::Shown::Exact}};
}

Row to_row(const Sources& sources, const portfolio::Look& look, const portfolio::Standing& standing) {
    Row row;
    row.position = explanation::to_position(sources, look, standing, explanation::most_uses_in_words);
    row.counted = exact(standing.counted);
    row.of = exact(standing.of);
    row.pace = to_pace(standing, row.position.is_share, look.ledger.reference_date);
    for (const portfolio::QuarterCount& quarter : standing.quarters) {
        const int number = static_cast<int>(row.quarters.size()) + 1;
        row.quarters.push_back({number, quarter.period, exact(quarter.counted), exact(quarter.of)});
    }
    return row;
}

void add_rows(const Sources& sources, const Asked& asked, Making& making, Monitor& monitor) {
    making.standings.resize(monitor.tallies.size());
    const portfolio::Look look{making.ledger};
    for (portfolio::Standing& standing : portfolio::to_standings(look)) {
        const std::size_t index = standing.tally.index();
        if (!is_in(standing, asked.period) || !monitor.tallies[index].is_shown) continue;
        monitor.tallies[index].rows.push_back(to_row(sources, look, standing));
        making.standings[index].push_back(std::move(standing));
    }
}

std::size_t count_of(const Making& making, std::size_t rule, std::size_t outcome) {
    if (making.ledger.different > 0) return cases_of(making, rule, outcome).size();
    return making.ledger.outcome_sets.count_with(rule, outcome);
}

std::vector<RuleUse> to_uses(const Making& making) {
    std::vector<RuleUse> uses;
    for (const program::RuleProgram& rule : making.program().rules) {
        const model::Rule& declared = making.program().model->rules[rule.rule];
        RuleUse use{declared.kind, declared.name, {}, {}};
        if (!declared.versions.empty()) use.article = declared.versions.front().source.article;
        bool is_used = false;
        for (std::size_t outcome = 0; outcome < portfolio::outcome_count; ++outcome) {
            const std::size_t count = count_of(making, rule.rule.index(), outcome);
            use.cases[outcome] = exact(count);
            is_used = is_used || count > 0;
        }
        if (is_used) uses.push_back(std::move(use));
    }
    return uses;
}

// What rests on facts that the reader does not see is named, and not told.
void note_not_shown(const model::Model& model, const explanation::RoleView& view, Monitor& monitor) {
    monitor.role = view.role();
    for (std::size_t index = 0; index < monitor.tallies.size(); ++index) {
        monitor.tallies[index].is_shown = view.unseen(model.tallies.id_at(index)).empty();
    }
    for (std::size_t index = 0; index < model.rules.size(); ++index) {
        const model::RuleId id = model.rules.id_at(index);
        if (!view.unseen(id).empty()) monitor.not_shown.push_back(model.rules[id].name);
    }
    for (std::size_t index = 0; index < model.apportionments.size(); ++index) {
        const model::ApportionmentId id = model.apportionments.id_at(index);
        if (!view.unseen(id).empty()) monitor.not_shown.push_back(model.apportionments[id].name);
    }
    for (std::size_t index = 0; index < model.redistributions.size(); ++index) {
        const model::Redistribution& agreed = model.redistributions[model.redistributions.id_at(index)];
        if (!view.unseen(agreed.tally).empty()) monitor.not_shown.push_back(agreed.name);
    }
    std::erase_if(monitor.apportionments,
                  [&](const ApportionmentTable& table) { return !view.unseen(table.outcome.apportionment).empty(); });
    std::erase_if(monitor.redistributions,
                  [&](const RedistributionTable& table) { return !view.unseen(table.agreed.tally).empty(); });
}

void leave_out_unseen(const model::Model& model, const explanation::RoleView& view, Monitor& monitor) {
    std::erase_if(monitor.rules, [&](const RuleUse& use) {
        for (std::size_t index = 0; index < model.rules.size(); ++index) {
            const model::RuleId id = model.rules.id_at(index);
            const bool is_it = model.rules[id].kind == use.kind && model.rules[id].name == use.name;
            if (is_it && !view.unseen(id).empty()) return true;
        }
        return false;
    });
    for (SilentParty& silent : monitor.silent) {
        std::erase_if(silent.tallies, [&](std::size_t tally) { return !monitor.tallies[tally].is_shown; });
    }
    std::erase_if(monitor.silent, [](const SilentParty& silent) { return silent.tallies.empty(); });
}

}  // namespace

std::vector<std::uint32_t> cases_of(const Making& making, std::size_t rule, std::size_t outcome) {
    std::vector<std::uint32_t> cases;
    for (const std::uint32_t number : making.ledger.outcome_sets.cases_with(rule, outcome)) {
        cases.push_back(case_of(making.ledger, number));
    }
    return each_once(std::move(cases));
}

Monitor to_monitor(const Sources& sources, const portfolio::Ledger& ledger, const Asked& asked) {
    const model::Model& model = *ledger.program->model;
    Monitor monitor;
    monitor.agreement = model.documents[model.documents.id_at(0)].name;
    monitor.reference_date = ledger.reference_date;
    monitor.known_on = asked.known_on;
    monitor.period = asked.period;
    monitor.twice = exact(ledger.repeated);
    monitor.cases = exact(ledger.cases());
    monitor.refused = exact(asked.refused);
    for (std::size_t index = 0; index < model.tallies.size(); ++index) {
        const model::Tally& tally = model.tallies[model.tallies.id_at(index)];
        monitor.tallies.push_back({tally.kind, tally.name, tally.source.article, {}, {}});
    }
    monitor.apportionments = to_apportionment_tables(*ledger.program, ledger.shares, ledger.reference_date);
    monitor.redistributions = to_redistribution_tables(portfolio::Look{ledger});
    if (asked.view != nullptr) note_not_shown(model, *asked.view, monitor);
    Making making{ledger, {}};
    add_rows(sources, asked, making, monitor);
    monitor.rules = to_uses(making);
    add_silent(making, monitor);
    monitor.fewest_shown = model.fewest_shown;
    if (monitor.fewest_shown > 0) hide_small_counts(making, monitor);
    if (asked.view != nullptr) leave_out_unseen(model, *asked.view, monitor);
    add_party_sums(making, monitor);
    monitor.attention = to_attention(monitor);
    return monitor;
}

}  // namespace toets::monitor
