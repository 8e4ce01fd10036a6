// Which counts of a report can be shown so that no small one can be worked out from them (C78). It knows nothing of
// what is counted: a count is a set of cases.
//
// Cases that every count shown so far has in common form a block. A count is shown only if each block it cuts leaves
// two blocks that are large enough. So whatever is shown, added up or subtracted, is about whole blocks; and inside a
// block nobody can tell which cases make up a small count.
#pragma once

#include <cstdint>
#include <vector>

#include "monitor/monitor.h"

namespace toets::monitor {

struct CountedSet {
    std::int64_t count = 0;            // of things; a case may hold more than one
    std::vector<std::uint32_t> cases;  // each once, in order
    bool is_of_all = false;            // the number of all cases there are
};

// How each is shown. What comes first is shown first.
std::vector<Figure::Shown> to_shown(const std::vector<CountedSet>& sets, std::size_t cases, std::int64_t fewest);

}  // namespace toets::monitor
