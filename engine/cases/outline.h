// The facts a register tells of each case, hung under the things they belong to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cases/fact_path.h"

namespace toets::cases {

// A fact, a thing with facts, or a list with numbered things.
struct Outline {
    std::string key;                  // empty for an item of a list
    std::size_t number = 0;           // of an item
    model::KindId kind{};             // of a thing
    std::optional<std::size_t> fact;  // which fact of the mapping; without it the parts count
    bool is_list = false;
    bool has_column = false;  // it, or a part of it, is read from a column
    bool has_value = false;   // it, or a part of it, is the same known value in every row
    std::vector<Outline> parts;
};

// Hangs a fact, which `leaf` describes, at its path. If something stands there already, nothing is done and the fact
// that stands there returned.
std::optional<std::size_t> add_to_outline(Outline& root, const FactPath& path, const Outline& leaf);

}  // namespace toets::cases
