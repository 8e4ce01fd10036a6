// The facts of an example (`waarbij:`) on top of a case that was read.
#pragma once

#include <cstddef>
#include <vector>

#include "cases/case.h"

namespace toets::cases {

// Follows each path from the root of the case, making the things on the way known that were not, and overwrites the
// fact at its end; an event set to a date gets that date. What the root then no longer leads to leaves the case
// (no_case). False when a path leads nowhere: through a list, or through a way back that is not known.
bool apply_facts(const std::vector<model::ExampleFact>& facts, Caseload& caseload, std::size_t case_index);

}  // namespace toets::cases
