#include "cases/symbols.h"

#include <algorithm>

#include "base/text.h"
#include "cases/keys.h"

namespace toets::cases {

namespace {

constexpr std::uint32_t none = 0xffffffffU;
constexpr std::size_t fewest_slots = 256;

// The words stand in the text, and not as a part of another word.
bool has_words(std::string_view text, std::string_view words) {
    const auto is_border = [&](std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == ','; };
    for (std::size_t at = text.find(words); !words.empty() && at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        if ((at == 0 || is_border(at - 1)) && is_border(at + words.size())) return true;
    }
    return false;
}

constexpr std::uint32_t part_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

}  // namespace

Symbols::Symbols(const model::Model& model)
    : parties_(static_cast<std::uint32_t>(model.parties.size())),
      roles_(static_cast<std::uint32_t>(model.roles.size())) {
    for (const model::Party& party : model.parties) add_name(party.name);
    for (const model::Role& role : model.roles) add_name(role.name);
    for (const model::Kind& kind : model.kinds) add_name(kind.name);
    names_ = static_cast<std::uint32_t>(texts_.size());
    clear();
}

void Symbols::add_name(const model::Name& name) {
    const auto symbol = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(name.text);
    names_by_folded_.emplace(fold(name.text), symbol);
    for (const std::string& also : name.also) names_by_folded_.emplace(fold(also), symbol);
}

void Symbols::clear() {
    used_ = names_;
    same_as_.resize(texts_.size(), none);
    spellings_.clear();
    by_folded_.clear();
    meant_by_.clear();
    slots_.assign(std::max(slots_.size(), fewest_slots), Slot{});
}

std::size_t Symbols::slot_of(std::string_view text, std::size_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t part = part_of(hash);
    std::size_t slot = hash & mask;
    while (slots_[slot].index != none && (slots_[slot].hash != part || texts_[slots_[slot].index] != text)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void Symbols::grow() {
    slots_.assign(slots_.size() * 2, Slot{});
    for (const std::uint32_t symbol : spellings_) {
        const std::size_t hash = std::hash<std::string_view>{}(texts_[symbol]);
        slots_[slot_of(texts_[symbol], hash)] = {part_of(hash), symbol};
    }
}

std::uint32_t Symbols::intern_text(std::string_view text) {
    if (used_ == texts_.size()) {
        texts_.emplace_back(text);
        same_as_.push_back(none);
    } else {
        texts_[used_].assign(text);
        same_as_[used_] = none;
    }
    return static_cast<std::uint32_t>(used_++);
}

std::uint32_t Symbols::spelling_of(std::string_view text) {
    if (spellings_.size() * 2 >= slots_.size()) grow();
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.index == none) {
        slot = {part_of(hash), intern_text(text)};
        spellings_.push_back(slot.index);
    }
    return slot.index;
}

std::uint32_t Symbols::find_folded(const std::string& folded) const {
    for (const std::string_view name : {std::string_view(folded), without_article(folded)}) {
        const auto found = names_by_folded_.find(std::string(name));
        if (found != names_by_folded_.end()) return found->second;
    }
    const auto found = by_folded_.find(folded);
    return found == by_folded_.end() ? none : found->second;
}

std::uint32_t Symbols::intern(std::string_view text) {
    const std::uint32_t spelling = spelling_of(text);
    if (same_as_[spelling] != none) return same_as_[spelling];
    std::string folded = fold(text);
    const std::uint32_t known = find_folded(folded);
    same_as_[spelling] = known != none ? known : spelling;
    if (known == none) by_folded_.emplace(std::move(folded), spelling);
    return same_as_[spelling];
}

std::optional<std::string> Symbols::meant_by(std::uint32_t symbol) {
    if (symbol < names_) return std::nullopt;
    const auto found = meant_by_.find(symbol);
    if (found != meant_by_.end()) return found->second;
    const std::string folded = fold(texts_[symbol]);
    const std::vector<std::string> names(texts_.begin(), texts_.begin() + names_);
    std::optional<std::string> meant;
    if (const auto index = nearest(without_article(folded), names)) meant = names[*index];
    for (std::size_t index = 0; index < parties_ + roles_ && !meant; ++index) {
        if (has_words(folded, fold(names[index]))) meant = names[index];
    }
    meant_by_.emplace(symbol, meant);
    return meant;
}

}  // namespace toets::cases
