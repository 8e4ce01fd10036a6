// The same cases in memory twice: in the engine's columns and in the yardstick's structs.
#pragma once

#include <string>
#include <vector>

#include "workload.h"
#include "yardstick.h"

namespace measuring {

// The text of the first `count` cases of a file of JSON Lines; fewer when it has no more.
std::string first_lines(const std::string& path, std::size_t count);

// All cases as one caseload. Throws std::runtime_error when one cannot be read.
toets::cases::Caseload caseload_of(const workload::Agreement& agreement, const std::string& lines);
yardstick::Cases structs_of(std::string lines);

}  // namespace measuring
