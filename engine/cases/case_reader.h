// One case, from its document to the caseload: what it is about, its label and date, and the readiness check.
#pragma once

#include <string>

#include "cases/case.h"
#include "cases/document.h"
#include "cases/from_yaml.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// "`toewijzing`, `cliënt`": what a case can be about.
std::string root_names(const model::Model& model);

// False when there were mistakes; then nothing of the case is in the caseload. `label` is for a case without its own.
bool case_from_document(const Node& document, const ReadOptions& options, const std::string& label, Caseload& caseload,
                        Diagnostics& diagnostics);

}  // namespace toets::cases
