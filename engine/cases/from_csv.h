// A register: a CSV file with a case on every row, in the columns of whoever wrote it.
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "cases/batches.h"
#include "cases/case_stream.h"
#include "cases/from_yaml.h"
#include "cases/register_mapping.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// A register as a stream. Null after a mistake in the first line, which is reported.
std::unique_ptr<CaseStream> csv_register(std::istream& input, std::string path, const RegisterMapping& mapping,
                                         const ReadOptions& options, Diagnostics& diagnostics,
                                         std::size_t batch_size = lines_at_once);
// Reads a register batch by batch, as from_json_lines does. A row with a mistake is reported with its line and column,
// counted, and not in the batch. A mistake in the first line, which names the columns, is reported and nothing is read.
LinesSummary from_csv(std::istream& input, const std::string& path, const RegisterMapping& mapping,
                      const ReadOptions& options, std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                      const BatchHandler& on_batch);

}  // namespace toets::cases
