// When a case becomes possible: asked of the program itself, on every day of the coming years.
#pragma once

#include "explanation/reading.h"
#include "forecast/forecast.h"

namespace toets::explanation {

// Nothing for a case that is allowed, or that holds nothing to judge.
std::optional<Outlook> to_outlook(const Reading& reading, const std::vector<Finding>& findings,
                                  forecast::Forecaster& forecaster);

}  // namespace toets::explanation
