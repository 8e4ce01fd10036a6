// An agreement of any length, for measuring how long compiling takes.
#pragma once

#include <string>

namespace measuring {

// The workload's agreement with its rules repeated under other names until there are `lines` lines.
std::string agreement_of(std::size_t lines, const std::string& workload);

}  // namespace measuring
