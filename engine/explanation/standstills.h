// When a term stood still (C59), as the trace of a case has it.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// The days of which it is certain that the term stands still.
calendar::Standstill to_standstill(const Reading& reading, const program::ProofOperand& end, At at);

// Of a term from the day after `before`: when it stood still, and how long it still has to run after `today`.
// `calendar` is only asked about lengths in working days.
struct SuspendedShift {
    Date before;
    calendar::SuspendedTerm term;
    Date counted;  // the last day by counting alone, as if it never stood still
};
void describe_standstill(Shift& shift, const SuspendedShift& suspended, const calendar::Standstill& standstill,
                         const calendar::Calendar* calendar, std::optional<Date> today);

}  // namespace toets::explanation
