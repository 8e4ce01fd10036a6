#include "portfolio/agreed.h"

#include <algorithm>

namespace toets::portfolio {

AgreedNumbers::AgreedNumbers(const Totals& totals)
    : totals_(totals),
      tally_(totals.tally()),
      table_(totals.agreed()),
      is_handed_on_(is_redistributed(*totals.look().ledger.program->model, totals.id())) {
    if (is_handed_on_) redistribute();
}

std::vector<Key> AgreedNumbers::keys() const {
    std::vector<Key> keys;
    for (const Key& key : table_.keys()) {
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
    const std::vector<SwapOfNumbers>& swaps = swaps_near(key);
    std::copy_if(swaps.begin(), swaps.end(), std::back_inserter(agreement.swaps),
                 [&](const SwapOfNumbers& swap) { return may_be(swap.from, key) || may_be(swap.to, key); });
    agreement.handed_on = handed_on_of(redistributed_, key);
    const auto period = totals_.period_of(key);
    const model::Model& model = *totals_.look().ledger.program->model;
    for (std::size_t index = 0; index < key.size(); ++index) {
        if (!is_of_parties(model, tally_.dimensions[index])) continue;
        for (const Holders::Succession& each : totals_.look().ledger.holders().before(key[index], period)) {
            agreement.succeeded.push_back(each);
        }
    }
    if (carries_over() && period) carry_over(key, *period, agreement);
    return agreement;
}

std::optional<Agreed> AgreedNumbers::number(const Key& key, Date until) const {
    std::optional<Agreed> agreed = number_of_table(key, until);
    if (agreed && tally_.swap) add_swapped(key, until, *agreed);
    if (agreed) add_handed_on(key, *agreed);
    return agreed;
}

Key AgreedNumbers::held(Key key) const {
    const Ledger& ledger = totals_.look().ledger;
    const auto period = totals_.period_of(key);
    return portfolio::held(*ledger.program->model, tally_, std::move(key), period, ledger.holders());
}

// The last row that holds already. Of parties that went together, those of each; different kinds of number do not add
// up.
std::optional<Agreed> AgreedNumbers::number_of_table(const Key& key, Date until) const {
    const std::vector<std::size_t>* rows = table_.rows(key);
    if (rows == nullptr) return std::nullopt;
    std::map<std::vector<std::string>, std::size_t> last;  // by the combination as it is written
    for (const std::size_t index : *rows) {
        const model::AgreedNumber& number = tally_.numbers[index];
        if (number.from && until < *number.from) continue;
        const auto [found, is_new] = last.emplace(number.key, index);
        if (!is_new && tally_.numbers[found->second].from < number.from) found->second = index;
    }
    if (last.empty()) return std::nullopt;
    const std::size_t first = std::min_element(last.begin(), last.end(), [](const auto& one, const auto& other) {
                                  return one.second < other.second;
                              })->second;
    Agreed agreed{tally_.numbers[first].bound, 0, 0, first};
    for (const auto& [names, index] : last) {
        if (tally_.numbers[index].bound != agreed.bound) agreed.value.reset();
        if (agreed.value) *agreed.value += tally_.numbers[index].count;
    }
    return agreed;
}

}  // namespace toets::portfolio
