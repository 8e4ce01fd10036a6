// The register: all allocations, offers and tenancies that count, from files and folders of cases, batch by batch.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/sight.h"
#include "pipeline/case_batches.h"
#include "pipeline/compile.h"
#include "portfolio/ledger.h"

namespace toets::pipeline {

struct RegisterOptions {
    Date reference_date;
    std::optional<Date> known_on;
    const cases::RegisterMapping* mapping = nullptr;  // of files in CSV; null when there are none
    Reading reading{};
    const model::Sight* sight = nullptr;  // of who may not see everything; null: the register as it is
};
struct Register {
    Register(const program::Program& program, Date reference_date) : ledger(program, reference_date) {}
    portfolio::Ledger ledger;
    std::size_t refused = 0;  // cases with a mistake; each was reported
};

// Every mistake is reported with its file and line, and the case is left out as a whole.
Register read_register(const std::vector<std::string>& paths, const RegisterOptions& options, Compilation& compilation,
                       Diagnostics& diagnostics);

}  // namespace toets::pipeline
