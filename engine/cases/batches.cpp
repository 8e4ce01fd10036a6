#include "cases/batches.h"

namespace toets::cases {

void Batches::count(bool is_read) {
    ++(is_read ? summary_.cases : summary_.refused);
    if (caseload_.cases.size() >= size_) hand_over();
}

LinesSummary Batches::finish() {
    hand_over();
    return summary_;
}

void Batches::hand_over() {
    if (caseload_.cases.empty()) return;
    on_batch_(caseload_);
    caseload_.clear();
}

Diagnostic with_place_note(Diagnostic diagnostic, Note place) {
    diagnostic.where = {};
    std::erase_if(diagnostic.notes, [](const Note& note) { return note.where.is_valid(); });
    diagnostic.notes.push_back(std::move(place));
    return diagnostic;
}

}  // namespace toets::cases
