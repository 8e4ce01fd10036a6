// A number for all that a case tells a register, so that what was told before is known again after others were read.
#pragma once

#include <algorithm>
#include <tuple>

#include "portfolio/ledger.h"

namespace toets::portfolio {

class Telling {
public:
    [[nodiscard]] std::uint64_t number() const { return number_; }

    void mix(std::uint64_t value) {
        constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;
        constexpr unsigned shift = 29;
        number_ = (number_ ^ value) * factor;
        number_ ^= number_ >> shift;
    }
    void mix(const std::optional<Date>& day) { mix(day ? static_cast<std::uint64_t>(day->days) : ~std::uint64_t{0}); }
    void mix(const std::optional<std::int64_t>& value) {
        mix(value ? static_cast<std::uint64_t>(*value) : ~std::uint64_t{0});
    }
    void mix(const Key& key) {
        for (const std::uint32_t name : key) mix(std::uint64_t{name});
    }
    void mix(const Entry& told) {
        mix(told.moment);
        mix(told.late_in);
        mix(static_cast<std::uint64_t>(told.counts));
        mix(static_cast<std::uint64_t>(told.of));
    }
    void mix(const SwapEntry& told) {
        mix(told.from);
        mix(told.to);
        mix(told.day);
        mix(told.count);
        mix(static_cast<std::uint64_t>(told.counts));
    }
    void mix(const RequestEntry& told) {
        mix(told.key);
        mix(told.day);
        mix(told.count);
        mix(told.tie_value);
        mix(static_cast<std::uint64_t>(told.counts));
    }

private:
    std::uint64_t number_ = 0;
};

inline bool is_told_alike(const SwapEntry& one, const SwapEntry& other) {
    return std::tie(one.day, one.count, one.from, one.to) == std::tie(other.day, other.count, other.from, other.to);
}
inline bool is_told_alike(const RequestEntry& one, const RequestEntry& other) {
    return std::tie(one.key, one.day, one.count, one.tie_value) ==
           std::tie(other.key, other.day, other.count, other.tie_value);
}

// Of what is told twice by a case, and not the same, neither is certain. Takes out of `told` what is known already.
template <class Told>
void doubt_what_differs(std::vector<Told>& known, const std::vector<std::uint32_t>& before, std::vector<Told>& told) {
    for (Told& each : known) {
        if (std::find(before.begin(), before.end(), each.case_number) == before.end()) continue;
        const auto same =
            std::find_if(told.begin(), told.end(), [&](const Told& other) { return is_told_alike(each, other); });
        const bool is_as_sure = same != told.end() && same->counts >= each.counts;
        if (same != told.end()) told.erase(same);
        if (!is_as_sure) each.counts = std::min(each.counts, Truth::Unknown);
    }
    for (Told& each : told) each.counts = std::min(each.counts, Truth::Unknown);
}

}  // namespace toets::portfolio
