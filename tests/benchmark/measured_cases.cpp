#include "measured_cases.h"

#include <fstream>
#include <limits>
#include <sstream>

namespace measuring {

std::string first_lines(const std::string& path, std::size_t count) {
    constexpr std::size_t padding = 64;
    std::ifstream file(path, std::ios::binary);
    std::string text;
    std::string line;
    for (std::size_t number = 0; number < count && std::getline(file, line); ++number) text += line + '\n';
    text.reserve(text.size() + padding);
    return text;
}

toets::cases::Caseload caseload_of(const workload::Agreement& agreement, const std::string& lines) {
    toets::cases::Caseload caseload(agreement.model());
    toets::cases::Caseload kept(agreement.model());
    toets::Diagnostics diagnostics;
    std::istringstream input(lines);
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    const auto summary = toets::cases::from_json_lines(input, "cases", agreement.read_options(), all, caseload,
                                                       diagnostics, [&kept](const auto& batch) { kept = batch; });
    if (summary.refused > 0) throw std::runtime_error("a case could not be read");
    return kept;
}

}  // namespace measuring
