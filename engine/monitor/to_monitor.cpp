#include <algorithm>

#include "explanation/positions.h"
#include "monitor/monitor.h"

namespace toets::monitor {

namespace {

bool is_in(const portfolio::Standing& standing, const std::optional<portfolio::Period>& period) {
    if (!period || !standing.period) return true;
    return standing.period->first <= period->last && period->first <= standing.period->last;
}

bool counts_anything(const explanation::TallyPosition& position) {
    return position.after->counted.most() > 0 || position.after->of.most() > 0;
}

// Of each party by which the tally counts and with which something was agreed (pattern M3).
void add_silent(const program::Program& program, std::size_t index, std::size_t dimension, Monitor& monitor) {
    const model::Tally& tally = program.model->tallies[program.model->tallies.id_at(index)];
    const model::ExpressionId value = tally.dimensions[dimension].value;
    if (!value.is_valid() || !program.model->expressions[value].type.role.is_valid()) return;
    for (const model::PartyId member : program.model->roles[program.model->expressions[value].type.role].members) {
        const std::string& party = program.model->parties[member].name.text;
        bool is_agreed = tally.limit.has_value();  // with all of them
        bool is_counted = false;
        for (const explanation::TallyPosition& position : monitor.tallies[index].positions) {
            if (position.key[dimension].value != party) continue;
            is_agreed = is_agreed || position.after->agreed.has_value();
            is_counted = is_counted || counts_anything(position);
        }
        if (is_agreed && !is_counted) monitor.silent.push_back({tally.dimensions[dimension].words, party, index});
    }
}

std::vector<RuleUse> to_uses(const program::Program& program, const portfolio::Ledger& ledger) {
    std::vector<RuleUse> uses;
    for (const program::RuleProgram& rule : program.rules) {
        const model::Rule& declared = program.model->rules[rule.rule];
        RuleUse use{declared.kind, declared.name, {}, ledger.outcomes[rule.rule.index()]};
        if (!declared.versions.empty()) use.article = declared.versions.front().source.article;
        const bool is_used =
            std::any_of(use.outcomes.begin(), use.outcomes.end(), [](std::size_t count) { return count > 0; });
        if (is_used) uses.push_back(std::move(use));
    }
    return uses;
}

}  // namespace

Monitor to_monitor(const Sources& sources, const portfolio::Ledger& ledger, const Asked& asked) {
    const program::Program& program = *ledger.program;
    Monitor monitor;
    monitor.agreement = program.model->documents[program.model->documents.id_at(0)].name;
    monitor.reference_date = ledger.reference_date;
    monitor.known_on = asked.known_on;
    monitor.period = asked.period;
    monitor.twice = ledger.repeated;
    monitor.cases = ledger.cases();
    for (std::size_t index = 0; index < program.model->tallies.size(); ++index) {
        const model::Tally& tally = program.model->tallies[program.model->tallies.id_at(index)];
        monitor.tallies.push_back({tally.kind, tally.name, tally.source.article, {}});
    }
    const portfolio::Look look{ledger};
    for (const portfolio::Standing& standing : portfolio::to_standings(look)) {
        if (!is_in(standing, asked.period)) continue;
        monitor.tallies[standing.tally.index()].positions.push_back(explanation::to_position(sources, look, standing));
    }
    for (std::size_t index = 0; index < monitor.tallies.size(); ++index) {
        const model::Tally& tally = program.model->tallies[program.model->tallies.id_at(index)];
        for (std::size_t dimension = 0; dimension < tally.dimensions.size(); ++dimension) {
            add_silent(program, index, dimension, monitor);
        }
    }
    monitor.rules = to_uses(program, ledger);
    monitor.apportionments = to_apportionment_tables(program, ledger.shares, ledger.reference_date);
    return monitor;
}

}  // namespace toets::monitor
