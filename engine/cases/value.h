// One written value as the number that stands in its column (the encodings of model::Base), or the reason why not.
#pragma once

#include <cstdint>
#include <optional>

#include "cases/case.h"
#include "cases/document.h"
#include "diagnostics/result.h"

namespace toets::cases {

// `geen` or `onbekend` instead of a value; empty for anything else. In quotation marks a value that is a name, a text
// or a choice so declared stays what it is.
std::optional<State> keyword(const Node& node, const model::Field& field, const Keys& keys);

// A value of any base but Thing and Things; for a ChoiceSet the mask of one choice.
Result<std::int64_t> value_from_scalar(const Node& node, const model::Field& field, Caseload& caseload);

Result<Date> date_from_scalar(const Node& node, const std::string& name);

}  // namespace toets::cases
