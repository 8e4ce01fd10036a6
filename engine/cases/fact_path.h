// A fact named from what a case is about, in the words of the agreement: `de kale huur van de woning`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

struct FactStep {
    std::string key;         // as the agreement declares it, or `naam`
    model::FieldId field;    // invalid for `naam`
    std::size_t number = 0;  // `ondertekening 1`: which one of a list, from 1; otherwise 0
    model::KindId kind{};    // of the thing it leads to, if any
};
using FactPath = std::vector<FactStep>;  // from the root of the case to the fact

constexpr std::size_t most_numbered = 100;

// Empty, and reported, unless the words can be read in exactly one way.
std::optional<FactPath> fact_path_from_words(const Node& words, model::KindId root, const Caseload& caseload,
                                             Diagnostics& diagnostics);

}  // namespace toets::cases
