// Rows of things nobody described: a reference that is not told has a row all the same, so that rules are about it, and
// a readiness check has an event that nobody wrote.
#pragma once

#include <vector>

#include "cases/case.h"

namespace toets::portfolio {

std::vector<bool> made_up_rows(const cases::Caseload& caseload, model::KindId kind);

}  // namespace toets::portfolio
