// The times a duty that returns (C58) was due, and what was found of each.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

void describe_times(const Reading& reading, const program::SeriesProof& proof, const model::Duty& duty,
                    program::FrameId events, At at, Finding& finding);

}  // namespace toets::explanation
