#include "cases/batches.h"

#include "cases/case_stream.h"

namespace toets::cases {

LinesSummary read_in_order(CaseStream& stream, Caseload& caseload, Diagnostics& diagnostics,
                           const BatchHandler& on_batch) {
    LinesSummary summary;
    const std::unique_ptr<BatchReader> reader = stream.make_reader(caseload);
    for (RawBatch batch = stream.next(); !batch.is_empty(); batch = stream.next()) {
        summary += reader->read(batch, diagnostics);
        if (!caseload.cases.empty()) on_batch(caseload);
        caseload.clear();
    }
    if (summary.cases + summary.refused == 0) stream.report_empty(diagnostics);
    return summary;
}

Diagnostic with_place_note(Diagnostic diagnostic, Note place) {
    diagnostic.where = {};
    std::erase_if(diagnostic.notes, [](const Note& note) { return note.where.is_valid(); });
    diagnostic.notes.push_back(std::move(place));
    return diagnostic;
}

}  // namespace toets::cases
