#include "monitor/redistributions.h"

#include <algorithm>

namespace toets::monitor {

namespace {

// The names of a combination; without that of who hands on or asks, and without the year.
std::string pool_name(const portfolio::Names& names, const model::Tally& tally, std::size_t dimension,
                      const portfolio::Key& key) {
    std::string name;
    for (std::size_t index = 0; index < key.size(); ++index) {
        if (index == dimension || !tally.dimensions[index].value.is_valid()) continue;
        name += (name.empty() ? "" : " · ") + names.text(key[index]);
    }
    return name;
}

}  // namespace

std::vector<RedistributionTable> to_redistribution_tables(const portfolio::Look& look) {
    const model::Model& model = *look.ledger.program->model;
    const portfolio::Names& names = *look.ledger.names;
    std::vector<RedistributionTable> tables;
    for (portfolio::Redistributed& outcome : portfolio::to_redistributed(look)) {
        const model::Redistribution& agreed = model.redistributions[outcome.redistribution];
        const model::Tally& tally = model.tallies[agreed.tally];
        RedistributionTable table;
        table.agreed = agreed;
        table.event = model.variables[agreed.request].name;
        table.tally = tally.name;
        table.pool = pool_name(names, tally, agreed.dimension, outcome.pool);
        for (const portfolio::Holder& holder : outcome.holders) {
            table.holders.push_back(names.text(holder.key[agreed.dimension]));
        }
        for (const portfolio::Request& request : outcome.requests) {
            table.requests.push_back(names.text(request.key[agreed.dimension]));
            table.is_key_known.push_back(!portfolio::has_unknown(request.key));
        }
        table.outcome = std::move(outcome);
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace toets::monitor
