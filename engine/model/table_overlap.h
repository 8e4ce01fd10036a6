// Which rows of a decision table can never fit together, going by the values written in their cells alone.
#pragma once

#include "model/model.h"

namespace toets::model {

// One of the columns shows it: "1 tot en met 2" and "ten minste 3". False when nothing does.
bool exclude_each_other(const Model& model, const TableRow& one, const TableRow& other);
// Some two rows of the table may both fit.
bool may_fit_together(const Model& model, const DecisionTable& table);

}  // namespace toets::model
