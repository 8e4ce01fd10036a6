#include "portfolio/agreed_table.h"

#include <algorithm>

#include "base/civil.h"

namespace toets::portfolio {

using What = model::TallyDimension::What;

std::optional<Period> period_of(const model::Tally& tally, const Key& key, const Names& names) {
    for (std::size_t index = 0; index < key.size(); ++index) {
        const What what = tally.dimensions[index].what;
        if (what != What::Value) return period_named(what, names.text(key[index]));
    }
    return std::nullopt;
}

Key held(const model::Model& model, const model::Tally& tally, Key key, const std::optional<Period>& period,
         const Holders& holders) {
    for (std::size_t index = 0; index < key.size(); ++index) {
        if (is_of_parties(model, tally.dimensions[index])) key[index] = holders.of(key[index], period);
    }
    return key;
}

AgreedTable::AgreedTable(const model::Model& model, const model::Tally& tally, const Names& names,
                         const Holders& holders)
    : tally_(tally) {
    for (std::size_t index = 0; index < tally.numbers.size(); ++index) {
        Key written;
        for (const std::string& name : tally.numbers[index].key) {
            written.push_back(names.find(name).value_or(Names::unknown));
        }
        const std::optional<Period> period = period_of(tally, written, names);
        const Key key = held(model, tally, written, period, holders);
        std::vector<std::size_t>& rows = rows_[key];
        if (rows.empty()) keys_.push_back(key);
        rows.push_back(index);
        if (!period) continue;
        const int year = to_civil(period->first).year;
        const auto [first, is_new] = first_years_.emplace(without_year(key), year);
        if (!is_new) first->second = std::min(first->second, year);
    }
}

const std::vector<std::size_t>* AgreedTable::rows(const Key& key) const {
    const auto found = rows_.find(key);
    return found == rows_.end() ? nullptr : &found->second;
}

Key AgreedTable::without_year(Key key) const {
    for (std::size_t index = 0; index < key.size(); ++index) {
        if (tally_.dimensions[index].what == What::Year) key[index] = Names::unknown;
    }
    return key;
}

std::optional<int> AgreedTable::first_year_of(const Key& key) const {
    const auto found = first_years_.find(without_year(key));
    return found == first_years_.end() ? std::nullopt : std::optional(found->second);
}

AgreedTables::AgreedTables(const model::Model& model, const Names& names, Date reference_date)
    : holders(model, names, reference_date) {
    for (const model::Tally& tally : model.tallies) tables.emplace_back(model, tally, names, holders);
}

}  // namespace toets::portfolio
