// What parties hand each other of their numbers (C88, pattern G3).
#include <algorithm>
#include <tuple>

#include "portfolio/agreed.h"

namespace toets::portfolio {

namespace {

bool has_unknown(const Key& key) { return std::find(key.begin(), key.end(), Names::unknown) != key.end(); }

}  // namespace

void AgreedNumbers::read_swaps() {
    const Look& look = totals_.look();
    for (const SwapEntry& entry : totals_.swaps_of(look.ledger)) {
        const auto& out = look.left_out;
        if (std::find(out.begin(), out.end(), entry.case_number) == out.end()) add_swap(look.ledger, entry);
    }
    if (look.proposed != nullptr) {
        for (const SwapEntry& entry : totals_.swaps_of(*look.proposed)) {
            if (entry.case_number == look.proposed_case) add_swap(*look.proposed, entry);
        }
    }
    std::sort(swaps_.begin(), swaps_.end(), [](const SwapOfNumbers& left, const SwapOfNumbers& right) {
        return std::tie(left.day, left.label, left.from, left.to, left.count) <
               std::tie(right.day, right.label, right.from, right.to, right.count);
    });
}

// Those up to that day, or all that are left.
void AgreedNumbers::apply_swaps(std::optional<Date> until) {
    for (; applied_swaps_ < swaps_.size(); ++applied_swaps_) {
        SwapOfNumbers& swap = swaps_[applied_swaps_];
        if (until && swap.day && *until < *swap.day) return;
        apply_swap(swap);
    }
}

void AgreedNumbers::add_swap(const Ledger& ledger, const SwapEntry& entry) {
    SwapOfNumbers swap{std::string(ledger.labels[entry.case_number]), entry.day, entry.count, entry.from, entry.to, {}};
    const bool is_all_known = entry.day && entry.count && !has_unknown(entry.from) && !has_unknown(entry.to);
    if (entry.counts == Truth::False) {
        swap.state = SwapOfNumbers::State::NotProvided;
    } else if (entry.day && totals_.today() < *entry.day) {
        swap.state = SwapOfNumbers::State::NotYet;
    } else if (entry.counts == Truth::Unknown || !is_all_known) {
        swap.state = SwapOfNumbers::State::Perhaps;
    }
    swaps_.push_back(std::move(swap));
}

// Nobody hands over more than there is, or what was made use of by then.
void AgreedNumbers::apply_swap(SwapOfNumbers& swap) {
    if (swap.state != SwapOfNumbers::State::Counts) return;
    std::optional<Agreed> from = number_of_table(swap.from, totals_.today());
    const std::optional<Agreed> to = number_of_table(swap.to, totals_.today());
    if (from) add_handed_on(swap.from, *from);
    const std::int64_t left = from && from->value ? *from->value + handed_over_[swap.from] - *swap.count : -1;
    if (!to || left < 0 || left < totals_.counted_until(swap.from, *swap.day)) {
        swap.state = SwapOfNumbers::State::TooMany;
        return;
    }
    handed_over_[swap.from] -= *swap.count;
    handed_over_[swap.to] += *swap.count;
}

bool AgreedNumbers::touches(const Key& found, const Key& key) {
    return std::equal(found.begin(), found.end(), key.begin(),
                      [](std::uint32_t one, std::uint32_t other) { return one == other || one == Names::unknown; });
}

void AgreedNumbers::add_swapped(const Key& key, Date until, Agreed& agreed) const {
    for (const SwapOfNumbers& swap : swaps_) {
        if (swap.day && until < *swap.day) continue;
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
