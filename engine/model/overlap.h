// Which rows of a decision table fit the same case, going by what is written in their cells alone.
#pragma once

#include "base/source_text.h"
#include "model/model.h"

namespace toets::model {

// Two cells of one column fit the same value. Only where it can be told from the cells: values and ranges written out,
// or the same words. False otherwise.
bool surely_overlap(const Model& model, const Sources& sources, ConditionId one, ConditionId other);
// Some two rows of the table may both fit: no column shows that they exclude each other.
bool may_fit_together(const Model& model, const DecisionTable& table);

}  // namespace toets::model
