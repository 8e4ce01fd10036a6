// Whether two cells of one column of a table surely fit the same value.
#pragma once

#include "base/source_text.h"
#include "model/model.h"

namespace toets::model {

// Only where it can be told from the cells alone: values and ranges written out, or the same words. False otherwise.
bool surely_overlap(const Model& model, const Sources& sources, ConditionId one, ConditionId other);

}  // namespace toets::model
