// What parties hand each other of their numbers (C88, pattern G3).
#include <algorithm>
#include <numeric>
#include <tuple>

#include "portfolio/agreed.h"

namespace toets::portfolio {

namespace {

std::vector<std::uint32_t> numbers_of(const std::vector<SwapEntry>& swaps) {
    std::vector<std::uint32_t> numbers(swaps.size());
    std::iota(numbers.begin(), numbers.end(), std::uint32_t{0});
    return numbers;
}

}  // namespace

const std::vector<SwapOfNumbers>& AgreedNumbers::swaps_near(const Key& key) const {
    static const std::vector<SwapOfNumbers> none;
    if (!tally_.swap) return none;
    if (is_handed_on_) return swaps_;
    const Key pool = SwapPools::pool_of(key, tally_.swap->dimension);
    const auto [found, is_new] = pools_.try_emplace(pool);
    if (is_new) {
        std::map<Key, std::int64_t> handed_over;
        found->second = read_swaps(pool);
        for (SwapOfNumbers& swap : found->second) apply_swap(swap, handed_over);
    }
    return found->second;
}

// Of the pool, or all. As if each counts that can.
std::vector<SwapOfNumbers> AgreedNumbers::read_swaps(const std::optional<Key>& pool) const {
    const Look& look = totals_.look();
    std::vector<SwapOfNumbers> swaps;
    const OfTally& of = totals_.of(look.ledger);
    for (const std::uint32_t number : pool ? of.pools.of(*pool) : numbers_of(of.swaps)) {
        const auto& out = look.left_out;
        const bool is_left_out = std::find(out.begin(), out.end(), of.swaps[number].case_number) != out.end();
        if (!is_left_out) swaps.push_back(to_swap(look.ledger, of.swaps[number]));
    }
    if (look.proposed != nullptr) {
        const OfTally& proposed = totals_.of(*look.proposed);
        const std::vector<std::uint32_t> own = proposed.swaps_of({look.proposed_case});
        for (const std::uint32_t number : pool ? proposed.pools.of(*pool) : own) {
            const SwapEntry& entry = proposed.swaps[number];
            if (entry.case_number == look.proposed_case) swaps.push_back(to_swap(*look.proposed, entry));
        }
    }
    std::sort(swaps.begin(), swaps.end(), [](const SwapOfNumbers& left, const SwapOfNumbers& right) {
        return std::tie(left.day, left.label, left.from, left.to, left.count) <
               std::tie(right.day, right.label, right.from, right.to, right.count);
    });
    return swaps;
}

SwapOfNumbers AgreedNumbers::to_swap(const Ledger& ledger, const SwapEntry& entry) const {
    SwapOfNumbers swap{std::string(ledger.labels[entry.case_number]), entry.day, entry.count, entry.from, entry.to, {}};
    const bool is_all_known = entry.day && entry.count && !has_unknown(entry.from) && !has_unknown(entry.to);
    if (entry.counts == Truth::False) {
        swap.state = SwapOfNumbers::State::NotProvided;
    } else if (entry.day && totals_.today() < *entry.day) {
        swap.state = SwapOfNumbers::State::NotYet;
    } else if (entry.counts == Truth::Unknown || !is_all_known) {
        swap.state = SwapOfNumbers::State::Perhaps;
    }
    return swap;
}

// Nobody hands over more than there is, or what was made use of by then.
void AgreedNumbers::apply_swap(SwapOfNumbers& swap, std::map<Key, std::int64_t>& handed_over) const {
    if (swap.state != SwapOfNumbers::State::Counts) return;
    std::optional<Agreed> from = number_of_table(swap.from, totals_.today());
    const std::optional<Agreed> to = number_of_table(swap.to, totals_.today());
    if (from) add_handed_on(swap.from, *from);
    const std::int64_t left = from && from->value ? *from->value + handed_over[swap.from] - *swap.count : -1;
    if (!to || left < 0 || left < totals_.counted_until(swap.from, *swap.day)) {
        swap.state = SwapOfNumbers::State::TooMany;
        return;
    }
    handed_over[swap.from] -= *swap.count;
    handed_over[swap.to] += *swap.count;
}

void AgreedNumbers::add_swapped(const Key& key, Date until, Agreed& agreed) const {
    for (const SwapOfNumbers& swap : swaps_near(key)) {
        if (swap.day && until < *swap.day) continue;
        const std::int64_t from = may_be(swap.from, key) ? 1 : 0;
        const std::int64_t to = may_be(swap.to, key) ? 1 : 0;
        if (from + to == 0 || !agreed.value) continue;
        if (swap.state == SwapOfNumbers::State::Counts) {
            *agreed.value += (to - from) * *swap.count;
        } else if (swap.state == SwapOfNumbers::State::Perhaps && !swap.count) {
            agreed.value.reset();
        } else if (swap.state == SwapOfNumbers::State::Perhaps) {
            *agreed.value = std::max(std::int64_t{0}, *agreed.value - from * *swap.count);
            agreed.perhaps_more += (from + to) * *swap.count;
        }
    }
}

}  // namespace toets::portfolio
