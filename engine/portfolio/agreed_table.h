// What was agreed for each combination, found by its names: the same for every case that is looked at, so made once.
#pragma once

#include <memory>

#include "portfolio/holders.h"

namespace toets::portfolio {

// The numbers of one tally.
class AgreedTable {
public:
    AgreedTable(const model::Model& model, const model::Tally& tally, const Names& names, const Holders& holders);

    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }
    // The rows of Tally::numbers, by the party that holds them now. Null: nothing was agreed.
    [[nodiscard]] const std::vector<std::size_t>* rows(const Key& key) const;
    // The first year with a number for what is otherwise this combination. Of a tally by calendar year.
    [[nodiscard]] std::optional<int> first_year_of(const Key& key) const;

private:
    [[nodiscard]] Key without_year(Key key) const;

    const model::Tally& tally_;
    std::vector<Key> keys_;
    std::unordered_map<Key, std::vector<std::size_t>, KeyHash> rows_;
    std::unordered_map<Key, int, KeyHash> first_years_;  // by the names without that of the year
};

struct AgreedTables {
    AgreedTables(const model::Model& model, const Names& names, Date reference_date);
    Holders holders;
    std::vector<AgreedTable> tables;  // by TallyId
};

// The period of a combination; none when it is not counted by period.
std::optional<Period> period_of(const model::Tally& tally, const Key& key, const Names& names);
// With each party replaced by whoever holds what it had.
Key held(const model::Model& model, const model::Tally& tally, Key key, const std::optional<Period>& period,
         const Holders& holders);

}  // namespace toets::portfolio
