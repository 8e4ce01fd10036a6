#include "portfolio/entries.h"

#include <limits>

#include "base/ensure.h"

namespace toets::portfolio {

namespace {

constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
constexpr std::uint32_t truth_bits = 2;
constexpr std::uint32_t truth_mask = (1U << truth_bits) - 1;
constexpr std::uint32_t most_keys = 1U << (32 - 2 * truth_bits);

std::int32_t packed_day(const std::optional<Date>& day) { return day ? day->days : no_day; }
std::optional<Date> day_of(std::int32_t packed) {
    return packed == no_day ? std::nullopt : std::optional(Date{packed});
}

}  // namespace

Entries::Packed Entries::packed(const Entry& entry) {
    ensure(entry.key < most_keys);
    const auto counts = static_cast<std::uint32_t>(entry.counts);
    const auto of = static_cast<std::uint32_t>(entry.of);
    return {entry.case_number, packed_day(entry.moment), packed_day(entry.late_in),
            ((entry.key << truth_bits | counts) << truth_bits) | of};
}

Entry Entries::operator[](std::size_t index) const {
    const Packed& packed = packed_[index];
    Entry entry;
    entry.case_number = packed.case_number;
    entry.key = packed.key_and_truths >> (2 * truth_bits);
    entry.moment = day_of(packed.moment);
    entry.late_in = day_of(packed.late_in);
    entry.counts = static_cast<Truth>((packed.key_and_truths >> truth_bits) & truth_mask);
    entry.of = static_cast<Truth>(packed.key_and_truths & truth_mask);
    return entry;
}

std::uint32_t Entries::first_from(std::uint32_t case_number) const {
    std::uint32_t first = 0;
    std::uint32_t last = size();
    while (first < last) {
        const std::uint32_t middle = first + (last - first) / 2;
        if (packed_[middle].case_number < case_number) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first;
}

std::pair<std::uint32_t, std::uint32_t> Entries::of_case(std::uint32_t case_number) const {
    const std::uint32_t first = first_from(case_number);
    std::uint32_t last = first;
    while (last < size() && packed_[last].case_number == case_number) ++last;
    return {first, last};
}

}  // namespace toets::portfolio
