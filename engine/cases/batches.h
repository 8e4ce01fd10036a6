// The cases of a file that may be of any length, handed over by the batch, so that memory does not grow with the file.
#pragma once

#include <cstddef>
#include <functional>

#include "cases/case.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// A batch that keeps its columns in the cache and is long enough for the work per batch not to count.
inline constexpr std::size_t lines_at_once = 256;

struct LinesSummary {
    std::size_t cases = 0;
    std::size_t refused = 0;
    void count(bool is_read) { ++(is_read ? cases : refused); }
    LinesSummary& operator+=(const LinesSummary& other) {
        cases += other.cases;
        refused += other.refused;
        return *this;
    }
};
// Gets a caseload, which is cleared after it returns. Never one without cases.
using BatchHandler = std::function<void(const Caseload&)>;

// Such a file is not kept, so a mistake in it has no place in a source: a note says where it is.
Diagnostic with_place_note(Diagnostic diagnostic, Note place);

}  // namespace toets::cases
