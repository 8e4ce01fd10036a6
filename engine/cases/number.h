// Numbers as people write them in a case: Dutch notation, an amount with its sign, a percentage, hours a week, a term.
#pragma once

#include <cstdint>

#include "cases/document.h"
#include "diagnostics/result.h"
#include "model/model.h"

namespace toets::cases {

// Amount, Count, Number, Percentage and HoursPerWeek.
Result<std::int64_t> number_from_scalar(const Node& node, const model::Field& field);
Result<std::int64_t> duration_from_scalar(const Node& node, const model::Field& field);

// "een bedrag, zoals `640,00`"
Argument expected_value(model::Base base);
// The user's own words, as much of them as a message may repeat.
Argument written(const Node& node);
tl::unexpected<Diagnostic> wrong_value(const Node& node, const std::string& name, Argument expected);

}  // namespace toets::cases
