// A file as text, or why not: missing, too large, not UTF-8.
#pragma once

#include <string>

#include "diagnostics/result.h"

namespace toets::pipeline {

constexpr std::size_t most_bytes_of_agreement = std::size_t{4} << 20U;
constexpr std::size_t most_bytes_of_cases = std::size_t{64} << 20U;

Result<std::string> read_file(const std::string& path, std::size_t most_bytes);
// Standard input to its end, with the same limits.
Result<std::string> read_input(std::size_t most_bytes);

}  // namespace toets::pipeline
