// The notations in which a day is read where it is not a sentence: in a case and behind an option. 2026-03-20,
// 20-3-2026 or 20 maart 2026.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace toets {

// "1-3-2026", "2026-03-01": the three numbers of a text that is made like a date, whether or not that day exists.
std::optional<CivilDate> numbers_of_date(std::string_view text);
// The text folded; empty when it is no such notation or no day that exists.
std::optional<Date> date_from_notation(std::string_view folded);

}  // namespace toets
