#include "cases/from_yaml.h"

#include "cases/case_reader.h"
#include "cases/checkpoint.h"
#include "cases/document_from_yaml.h"

namespace toets::cases {

bool from_yaml(const SourceText& source, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    const Checkpoint before(caseload);
    std::size_t documents = 0;
    documents_from_yaml(source, diagnostics, [&](const Node& document) {
        ++documents;
        if (diagnostics.error_count() > errors + Diagnostics::limit) return;  // refused, and told often enough
        const bool is_first = documents == 1;
        const std::string label = is_first ? options.label : options.label + " (" + std::to_string(documents) + ")";
        case_from_document(document, options, label, caseload, diagnostics);
    });
    const bool is_read = diagnostics.error_count() == errors;
    if (is_read && documents > 0) return true;
    if (is_read) diagnostics.report(Code::EmptyCaseFile, {source.id(), 0, 0});
    before.restore(caseload);
    return false;
}

}  // namespace toets::cases
