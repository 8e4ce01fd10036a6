// Cases that people write, in YAML and in the words of the agreement.
#pragma once

#include <optional>
#include <string>

#include "base/source_text.h"
#include "cases/case.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

struct ReadOptions {
    std::optional<Date> known_on;        // facts that became known later stay unknown
    std::optional<Date> reference_date;  // wins over the case's own
    bool keep_provenance = true;
    bool keep_names = true;  // `naam` of a thing, which may be the name of a person
    std::string label;       // used when the case has no `zaak:`
    // What each case of a caseload is about, when the cases do not say so themselves: then the keys of the root stand
    // at the top of the case.
    std::optional<model::KindId> root_kind;
};

// Reads one or more YAML documents from the source into the caseload. Reports C codes with file, line and column; on
// any error the caseload is left as it was before.
bool from_yaml(const SourceText& source, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics);

}  // namespace toets::cases
