// Files of many cases, JSON Lines or a register in CSV, read batch by batch, each by the reader of its kind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/batches.h"
#include "cases/from_yaml.h"
#include "cases/register_mapping.h"
#include "diagnostics/diagnostic.h"

namespace toets::pipeline {

// What the columns of the registers mean. Empty when nobody asked for a mapping; a mapping that is missing, of no use
// or wrong is reported.
std::optional<cases::RegisterMapping> read_mapping(const std::string& path, const std::vector<std::string>& files,
                                                   const model::Model& model, Sources& sources,
                                                   Diagnostics& diagnostics);

class CaseBatches {
public:
    CaseBatches(const cases::RegisterMapping* mapping, cases::ReadOptions options);
    // As cases::from_json_lines and cases::from_csv.
    cases::LinesSummary read(const std::string& path, cases::Caseload& caseload, Diagnostics& diagnostics,
                             const cases::BatchHandler& on_batch) const;

private:
    const cases::RegisterMapping* mapping_;  // null when no register is read
    cases::ReadOptions options_;
};

}  // namespace toets::pipeline
