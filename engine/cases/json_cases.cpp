#include "cases/json_cases.h"

#include "cases/case_reader.h"

namespace toets::cases {

JsonCases::JsonCases(Caseload& caseload, const ReadOptions& options, bool keep_places)
    : caseload_(caseload), options_(options), keep_places_(keep_places), quick_(caseload, options_) {
    options_.keep_provenance = keep_places;
}

bool JsonCases::read(const JsonText& json, const std::string& label, Diagnostics& diagnostics) {
    if (!keep_places_ && quick_.read(json, label)) return true;
    const auto document = document_from_json(json, diagnostics);
    return document && case_from_document(*document, options_, label, caseload_, diagnostics);
}

}  // namespace toets::cases
