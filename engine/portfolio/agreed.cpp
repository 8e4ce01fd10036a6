#include "portfolio/agreed.h"

#include <algorithm>

namespace toets::portfolio {

AgreedNumbers::AgreedNumbers(const Totals& totals) : totals_(totals), tally_(totals.tally()) {
    for (std::size_t index = 0; index < tally_.numbers.size(); ++index) {
        Key key;
        for (const std::string& name : tally_.numbers[index].key) {
            key.push_back(totals_.names().find(name).value_or(Names::unknown));
        }
        rows_[std::move(key)].push_back(index);
    }
    if (tally_.swap) read_swaps();
}

std::vector<Key> AgreedNumbers::keys() const {
    std::vector<Key> keys;
    for (const auto& [key, rows] : rows_) {
        keys.push_back(key);
        if (!carries_over()) continue;
        const std::vector<Key> later = years_it_came_over_to(key);
        keys.insert(keys.end(), later.begin(), later.end());
    }
    return keys;
}

Agreement AgreedNumbers::at(const Key& key) const {
    Agreement agreement;
    agreement.agreed = number(key);
    std::copy_if(swaps_.begin(), swaps_.end(), std::back_inserter(agreement.swaps),
                 [&](const SwapOfNumbers& swap) { return touches(swap.from, key) || touches(swap.to, key); });
    const auto period = totals_.period_of(key);
    if (carries_over() && period) carry_over(key, *period, agreement);
    return agreement;
}

std::optional<Agreed> AgreedNumbers::number(const Key& key) const {
    std::optional<Agreed> agreed = number_of_table(key);
    if (agreed && !swaps_.empty()) add_swapped(key, *agreed);
    return agreed;
}

// The last row for this combination that holds already.
std::optional<Agreed> AgreedNumbers::number_of_table(const Key& key) const {
    const auto rows = rows_.find(key);
    if (rows == rows_.end()) return std::nullopt;
    std::optional<std::size_t> found;
    for (const std::size_t index : rows->second) {
        const model::AgreedNumber& number = tally_.numbers[index];
        if (number.from && totals_.today() < *number.from) continue;
        if (!found || tally_.numbers[*found].from < number.from) found = index;
    }
    if (!found) return std::nullopt;
    return Agreed{tally_.numbers[*found].bound, tally_.numbers[*found].count, 0, found};
}

}  // namespace toets::portfolio
