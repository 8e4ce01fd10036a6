// Sentences with `loopt`: periods that run on a day, from one day to another, or for a length of time (C43-C45).
#pragma once

#include "model/expressions.h"

namespace toets::model {

ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsOn& runs, Span where);
ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsFromTo& runs, Span where);
ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsFor& runs, Span where);

}  // namespace toets::model
