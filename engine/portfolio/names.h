// The names things are counted by: parties, places, choices, periods.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "model/model.h"

namespace toets::portfolio {

// The same name is one number, whatever its case or accents.
class Names {
public:
    static constexpr std::uint32_t unknown = 0;  // nobody told us
    static constexpr std::uint32_t none = 1;     // it has none

    // Those of the agreement.
    Names();
    // Beside those of `base`, which keep their number and their spelling. What is added here leaves `base` as it is, so
    // that several threads may add names beside the same base.
    explicit Names(std::shared_ptr<const Names> base);
    std::uint32_t add(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::uint32_t name) const {
        return name < first_ ? base_->text(name) : texts_[name - first_];
    }
    [[nodiscard]] std::uint32_t size() const { return first_ + static_cast<std::uint32_t>(texts_.size()); }
    // Lower numbers are those of the base.
    [[nodiscard]] std::uint32_t first() const { return first_; }
    // The same for the same name beside any base.
    [[nodiscard]] std::uint64_t mark_of(std::uint32_t name) const {
        return name < first_ ? base_->mark_of(name) : marks_[name - first_];
    }
    // Those of the agreement in its order and before all others, which go by their text: whatever was read first does
    // not matter.
    [[nodiscard]] bool is_before(std::uint32_t left, std::uint32_t right) const;
    // Those of the agreement, which `names` are beside.
    static std::shared_ptr<const Names> of_agreement(std::shared_ptr<const Names> names);

private:
    struct Hash {
        using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard library looks for it
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Numbers = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    [[nodiscard]] std::optional<std::uint32_t> find_folded(const std::string& folded) const;

    std::shared_ptr<const Names> base_;
    std::uint32_t first_ = 0;
    std::uint32_t fixed_ = 0;  // those of the agreement
    std::vector<std::string> texts_;
    std::vector<std::uint64_t> marks_;
    Numbers by_folded_;
    Numbers by_spelling_;
};

using Key = std::vector<std::uint32_t>;  // a name by dimension
bool has_unknown(const Key& key);
// Whether it is the asked one as far as its names are known: an unknown one may be any name.
bool may_be(const Key& found, const Key& asked);
struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept;
};

// The calendar year or quarter a day falls in, by its name: "2026", "kwartaal 1 van 2026".
struct Period {
    Date first;
    Date last;
    friend bool operator==(const Period&, const Period&) = default;
};
std::string period_name(model::TallyDimension::What what, Date day);
std::optional<Period> period_named(model::TallyDimension::What what, std::string_view name);

}  // namespace toets::portfolio
