// What parties hand each other of their numbers (C88, pattern G3).
#include <algorithm>
#include <tuple>

#include "portfolio/agreed.h"

namespace toets::portfolio {

namespace {

bool has_unknown(const Key& key) { return std::find(key.begin(), key.end(), Names::unknown) != key.end(); }

}  // namespace

const std::vector<SwapOfNumbers>& AgreedNumbers::swaps_near(const Key& key) const {
    static const std::vector<SwapOfNumbers> none;
    if (!tally_.swap) return none;
    const Key pool = SwapPools::pool_of(key, tally_.swap->dimension);
    const auto [found, is_new] = pools_.try_emplace(pool);
    if (is_new) found->second = read_swaps(pool);
    return found->second;
}

std::vector<SwapOfNumbers> AgreedNumbers::read_swaps(const Key& pool) const {
    const Look& look = totals_.look();
    std::vector<SwapOfNumbers> swaps;
    const OfTally& of = totals_.of(look.ledger);
    for (const std::uint32_t number : of.pools.of(pool)) {
        const auto& out = look.left_out;
        const bool is_left_out = std::find(out.begin(), out.end(), of.swaps[number].case_number) != out.end();
        if (!is_left_out) swaps.push_back(to_swap(look.ledger, of.swaps[number]));
    }
    if (look.proposed != nullptr) {
        const OfTally& proposed = totals_.of(*look.proposed);
        for (const std::uint32_t number : proposed.pools.of(pool)) {
            const SwapEntry& entry = proposed.swaps[number];
            if (entry.case_number == look.proposed_case) swaps.push_back(to_swap(*look.proposed, entry));
        }
    }
    std::sort(swaps.begin(), swaps.end(), [](const SwapOfNumbers& left, const SwapOfNumbers& right) {
        return std::tie(left.day, left.label, left.from, left.to, left.count) <
               std::tie(right.day, right.label, right.from, right.to, right.count);
    });
    std::map<Key, std::int64_t> handed_over;  // by combination; below zero: more than it got
    for (SwapOfNumbers& swap : swaps) apply_swap(swap, handed_over);
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
    const std::optional<Agreed> from = number_of_table(swap.from);
    const std::optional<Agreed> to = number_of_table(swap.to);
    const std::int64_t left = from ? *from->value + handed_over[swap.from] - *swap.count : -1;
    if (!to || left < 0 || left < totals_.counted_until(swap.from, *swap.day)) {
        swap.state = SwapOfNumbers::State::TooMany;
        return;
    }
    handed_over[swap.from] -= *swap.count;
    handed_over[swap.to] += *swap.count;
}

bool AgreedNumbers::touches(const Key& found, const Key& key) {
    return std::equal(found.begin(), found.end(), key.begin(),
                      [](std::uint32_t one, std::uint32_t other) { return one == other || one == Names::unknown; });
}

void AgreedNumbers::add_swapped(const Key& key, Agreed& agreed) const {
    for (const SwapOfNumbers& swap : swaps_near(key)) {
        const std::int64_t from = touches(swap.from, key) ? 1 : 0;
        const std::int64_t to = touches(swap.to, key) ? 1 : 0;
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
