// The names things are counted by: parties, places, choices, periods.
#pragma once

#include <cstdint>
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

    Names();
    std::uint32_t add(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::uint32_t name) const { return texts_[name]; }
    // Those that were added so far keep their spelling and their order, and come before all others.
    void fix() { fixed_ = texts_.size(); }
    // By fixed order, then by text: whatever came first does not matter.
    [[nodiscard]] bool is_before(std::uint32_t left, std::uint32_t right) const;

private:
    std::vector<std::string> texts_;
    std::size_t fixed_ = 0;
    std::unordered_map<std::string, std::uint32_t> by_folded_;
    std::unordered_map<std::string, std::uint32_t> by_spelling_;
};

using Key = std::vector<std::uint32_t>;  // a name by dimension
struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept;
};

// The calendar year or quarter a day falls in, by its name: "2026", "kwartaal 1 van 2026".
struct Period {
    Date first;
    Date last;
};
std::string period_name(model::TallyDimension::What what, Date day);
std::optional<Period> period_named(model::TallyDimension::What what, std::string_view name);

}  // namespace toets::portfolio
