// What a finding says of a duty: its term and how that was counted, what was done, and who is still to do what.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                   Finding& finding);
// "een melding aan de gemeente": what a duty asks for.
std::string event_asked(const Reading& reading, const model::EventsAsked& asked);
// What must become known before the duty can be decided.
void add_missing_of_duty(const Reading& reading, const program::DutyProof& proof, const model::Duty& duty, At at,
                         Finding& finding);

}  // namespace toets::explanation
