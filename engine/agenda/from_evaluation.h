// The agenda of one case: from its answer today, from its answer on the last day of the agenda as if nobody did
// anything, and from its outcomes on every day between.
#pragma once

#include "agenda/agenda.h"
#include "explanation/from_evaluation.h"
#include "forecast/forecast.h"

namespace toets::agenda {

struct Asked {
    const explanation::Evaluated& today;  // each case on its own reference date
    const explanation::Evaluated& later;  // the same cases, all on the last day
    Date until;
    Language language = Language::Dutch;
};

constexpr int most_years = 5;

// Adds the entries of one case; the case must have a reference date.
void add_entries(const Asked& asked, std::uint32_t case_index, forecast::Forecaster& forecaster,
                 std::vector<Entry>& entries);

}  // namespace toets::agenda
