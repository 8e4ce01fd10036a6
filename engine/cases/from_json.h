// Cases from other systems: JSON (one case, or an array of cases) and JSON Lines, with the same keys as YAML.
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "cases/case.h"
#include "cases/from_yaml.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// On any error the caseload is left as it was before.
bool from_json(const SourceText& source, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics);

// A batch that keeps its columns in the cache and is long enough for the work per batch not to count.
inline constexpr std::size_t lines_at_once = 256;

// Reads JSON Lines with memory independent of the length of the file: after every `batch_size` cases (and at the end)
// `on_batch` gets the caseload, which is cleared after it returns. A line with an error is reported with its line
// number, counted, and not in the batch.
struct LinesSummary {
    std::size_t cases = 0;
    std::size_t refused = 0;
};
LinesSummary from_json_lines(std::istream& input, const std::string& path, const ReadOptions& options,
                             std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                             const std::function<void(const Caseload&)>& on_batch);

}  // namespace toets::cases
