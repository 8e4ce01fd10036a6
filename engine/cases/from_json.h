// Cases from other systems: JSON (one case, or an array of cases) and JSON Lines, with the same keys as YAML.
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "cases/batches.h"
#include "cases/case.h"
#include "cases/case_stream.h"
#include "cases/from_yaml.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// On any error the caseload is left as it was before.
bool from_json(const SourceText& source, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics);

// JSON Lines, as a stream. A line with an error is reported with its line number.
std::unique_ptr<CaseStream> json_lines(std::istream& input, std::string path, ReadOptions options,
                                       std::size_t batch_size = lines_at_once);
// The same, batch by batch.
LinesSummary from_json_lines(std::istream& input, const std::string& path, const ReadOptions& options,
                             std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                             const BatchHandler& on_batch);

}  // namespace toets::cases
