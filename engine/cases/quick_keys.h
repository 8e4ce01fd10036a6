// What the short way of reading knows of a key: which fact it tells, and how that is written.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "cases/spellings.h"
#include "model/model.h"

namespace toets::cases {

constexpr std::size_t no_values = static_cast<std::size_t>(-1);

enum class Target { Fact, Name, Root, Case, ReferenceDate };

struct KeyTarget {
    Target target = Target::Fact;
    model::FieldId field;
    model::KindId kind;  // of the thing or things it leads to, or of the root
    model::Base base = model::Base::Text;
    int scale = 0;
    std::uint64_t bit = 0;           // its own among the keys of one object
    std::size_t values = no_values;  // the list of choices, or the role whose members are declared
};

struct ObjectPlan {
    KeyOrder<KeyTarget> keys;
    std::uint64_t next_bit = 1;
    std::vector<std::pair<model::FieldId, std::uint64_t>> bits;  // one bit per field, whatever its spelling
};

// The bit of a field within its object; 0 when there are more keys than bits.
inline std::uint64_t bit_of(ObjectPlan& plan, model::FieldId field) {
    for (const auto& [known, bit] : plan.bits) {
        if (known == field && field.is_valid()) return bit;
    }
    const std::uint64_t bit = plan.next_bit;
    plan.next_bit <<= 1U;
    plan.bits.emplace_back(field, bit);
    return bit;
}

}  // namespace toets::cases
