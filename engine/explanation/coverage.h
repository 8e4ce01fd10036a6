// Which days the periods of a sentence with `loopt ten minste` cover, and which day is the first that they do not.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

// Nothing for other sentences.
std::optional<Coverage> to_coverage(const Reading& reading, const program::Proof& proof, std::uint32_t row);

}  // namespace toets::explanation
