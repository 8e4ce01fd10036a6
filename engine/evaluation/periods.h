// Lists of periods in the registers of a run, as the days on which a term stands still (C59).
#pragma once

#include "evaluation/machine.h"

namespace toets::evaluation {

// A list of periods, one row per period.
struct Periods {
    const FrameRows* items = nullptr;
    Values first;
    Values last;
    const Byte* counts = nullptr;
    const Byte* complete = nullptr;

    // The days of one row's periods. Of what is not known either what surely is in one, or all that may be.
    void add_all(std::size_t row, bool with_possible, std::vector<calendar::Stretch>& stretches) const;
};

// From the table's entries [begin, end), four to a list.
std::vector<Periods> periods_of(Machine& machine, const std::vector<std::int64_t>& table, std::size_t begin,
                                std::size_t end);

}  // namespace toets::evaluation
