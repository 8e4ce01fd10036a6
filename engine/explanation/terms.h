// How the last day of a term came about: counted from which day, over which free days, and moved by which article.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// `date` is a date with a duration, as the expression says; `result` is what was calculated at `at`. Empty when it is
// another expression or something in it is not known.
std::optional<Shift> to_shift(const Reading& reading, model::ExpressionId date, const program::ProofOperand& result,
                              At at);

// The day a term starts on, when that is known and only the calendar cannot say when it ends.
std::optional<Date> start_without_calendar(const Reading& reading, const program::ProofOperand& result, At at);

}  // namespace toets::explanation
