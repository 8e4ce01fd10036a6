// Who holds what a party had agreed and did, once another party has succeeded it (C8, pattern K5).
#pragma once

#include "portfolio/names.h"

namespace toets::portfolio {

class Holders {
public:
    Holders(const model::Model& model, const Names& names, Date reference_date);

    struct Succession {
        std::uint32_t party = Names::unknown;
        std::uint32_t successor = Names::unknown;
        Date from;
    };
    // A period belongs to the successor when it runs on the day of the succession, or begins after it. Without a period
    // it is about the reference date.
    [[nodiscard]] std::uint32_t of(std::uint32_t name, const std::optional<Period>& period) const;
    [[nodiscard]] bool has_successor(std::uint32_t name) const;
    // Whom the holder of a period succeeded, directly or not.
    [[nodiscard]] std::vector<Succession> before(std::uint32_t name, const std::optional<Period>& period) const;

private:
    [[nodiscard]] static bool holds(const Succession& succession, const std::optional<Period>& period);
    std::vector<Succession> successions_;  // that took place on or before the reference date
};

// By dimension: whether it is a party, that another may succeed.
bool is_of_parties(const model::Model& model, const model::TallyDimension& dimension);

}  // namespace toets::portfolio
