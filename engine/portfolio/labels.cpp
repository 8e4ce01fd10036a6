#include "portfolio/labels.h"

#include <algorithm>
#include <functional>

namespace toets::portfolio {

namespace {

constexpr std::uint32_t free_slot = 0xffffffffU;
constexpr std::size_t fewest_label_slots = 64;

std::size_t hash_of(std::string_view label) { return std::hash<std::string_view>()(label); }

}  // namespace

std::uint32_t Labels::add(std::string_view label, Kind kind) {
    const auto number = static_cast<std::uint32_t>(ends_.size());
    text_ += label;
    ends_.push_back(text_.size());
    if (kind == Kind::MadeUp) return number;
    if (2 * (indexed_ + 1) > slots_.size()) grow();
    index(number);
    ++indexed_;
    return number;
}

std::string_view Labels::operator[](std::uint32_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(text_).substr(begin, ends_[number] - begin);
}

std::vector<std::uint32_t> Labels::named(std::string_view label) const {
    std::vector<std::uint32_t> found;
    if (slots_.empty()) return found;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash_of(label) & mask; slots_[at] != free_slot; at = (at + 1) & mask) {
        if ((*this)[slots_[at]] == label) found.push_back(slots_[at]);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void Labels::index(std::uint32_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of((*this)[number]) & mask;
    while (slots_[at] != free_slot) at = (at + 1) & mask;
    slots_[at] = number;
}

void Labels::grow() {
    const std::vector<std::uint32_t> before = std::move(slots_);
    slots_.assign(std::max(fewest_label_slots, 2 * before.size()), free_slot);
    for (const std::uint32_t number : before) {
        if (number != free_slot) index(number);
    }
}

}  // namespace toets::portfolio
