#include <algorithm>

#include "explanation/positions.h"
#include "monitor/monitor.h"

namespace toets::monitor {

namespace {

bool is_in(const portfolio::Standing& standing, const std::optional<portfolio::Period>& period) {
    if (!period || !standing.period) return true;
    return standing.period->first <= period->last && period->first <= standing.period->last;
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

Monitor to_monitor(const program::Program& program, const Sources& sources, const portfolio::Ledger& ledger,
                   const std::vector<bool>& without, const Asked& asked) {
    Monitor monitor;
    monitor.agreement = program.model->documents[program.model->documents.id_at(0)].name;
    monitor.reference_date = asked.reference_date;
    monitor.known_on = asked.known_on;
    monitor.period = asked.period;
    monitor.twice = static_cast<std::size_t>(std::count(without.begin(), without.end(), true));
    monitor.cases = ledger.labels.size() - monitor.twice;
    for (std::size_t index = 0; index < program.model->tallies.size(); ++index) {
        const model::Tally& tally = program.model->tallies[program.model->tallies.id_at(index)];
        monitor.tallies.push_back({tally.kind, tally.name, tally.source.article, {}});
    }
    for (const portfolio::Standing& standing :
         portfolio::to_standings(program, ledger, asked.reference_date, without)) {
        if (!is_in(standing, asked.period)) continue;
        monitor.tallies[standing.tally.index()].positions.push_back(
            explanation::to_position(program, sources, ledger, standing));
    }
    monitor.rules = to_uses(program, ledger);
    return monitor;
}

}  // namespace toets::monitor
