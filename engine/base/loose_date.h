// The day that somebody probably meant by a date in another notation: `1 jan 2026`, `15-3-26`, `2026/03/15`. Only for
// the hint in a message; a day is never read this way.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace toets {

// The text folded. A year of two digits is 1950-2049.
std::optional<Date> date_probably_meant(std::string_view folded);
// Names of months in Dutch and English, whole or shortened, with or without a full stop: `mrt`, `sept.`, `march`.
std::optional<int> month_probably_meant(std::string_view folded);

}  // namespace toets
