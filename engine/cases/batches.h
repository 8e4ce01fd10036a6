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
};
using BatchHandler = std::function<void(const Caseload&)>;

// After every `size` cases (and at the end) `on_batch` gets the caseload, which is cleared after it returns.
class Batches {
public:
    Batches(Caseload& caseload, std::size_t size, const BatchHandler& on_batch)
        : caseload_(caseload), size_(size), on_batch_(on_batch) {}
    // One case more: in the caseload when it was read, else refused.
    void count(bool is_read);
    LinesSummary finish();

private:
    void hand_over();

    Caseload& caseload_;
    std::size_t size_;
    const BatchHandler& on_batch_;
    LinesSummary summary_;
};

// Such a file is not kept, so a mistake in it has no place in a source: a note says where it is.
Diagnostic with_place_note(Diagnostic diagnostic, Note place);

}  // namespace toets::cases
