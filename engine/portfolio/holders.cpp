#include "portfolio/holders.h"

#include <algorithm>

namespace toets::portfolio {

Holders::Holders(const model::Model& model, const Names& names, Date reference_date) {
    for (const model::Succession& each : model.successions) {
        const auto party = names.find(model.parties[each.party].name.text);
        const auto successor = names.find(model.parties[each.successor].name.text);
        if (party && successor && each.from <= reference_date) successions_.push_back({*party, *successor, each.from});
    }
}

bool Holders::holds(const Succession& succession, const std::optional<Period>& period) {
    return !period || succession.from <= period->last;
}

std::uint32_t Holders::of(std::uint32_t name, const std::optional<Period>& period) const {
    // The model has no circle of them.
    for (std::size_t i = 0; i < successions_.size(); ++i) {
        const auto found = std::find_if(successions_.begin(), successions_.end(), [&](const Succession& each) {
            return each.party == name && holds(each, period);
        });
        if (found == successions_.end()) break;
        name = found->successor;
    }
    return name;
}

bool Holders::has_successor(std::uint32_t name) const {
    return std::any_of(successions_.begin(), successions_.end(),
                       [&](const Succession& each) { return each.party == name; });
}

std::vector<Holders::Succession> Holders::before(std::uint32_t name, const std::optional<Period>& period) const {
    std::vector<Succession> found;
    std::copy_if(successions_.begin(), successions_.end(), std::back_inserter(found), [&](const Succession& each) {
        return each.party != name && holds(each, period) && of(each.party, period) == name;
    });
    return found;
}

bool is_of_parties(const model::Model& model, const model::TallyDimension& dimension) {
    return dimension.value.is_valid() && model.expressions[dimension.value].type.base == model::Base::Organisation;
}

}  // namespace toets::portfolio
