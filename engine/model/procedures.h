// Procedures (C68-C71): steps in their order, what may be skipped and when they begin anew.
#pragma once

#include "model/readings.h"

namespace toets::model {

// Before names are read: each step declares a `gebeurtenis` of the thing after `bij elke`, unless there is one.
void declare_steps(Context& context, const Place& place, const syntax::RuleHeader& header);
// A duty in a procedure that counts from `elke` event, or returns: it is a rule of its own.
bool stands_apart(const syntax::DutyClause& clause);
// In the scope of the thing after `bij elke`; nothing after a mistake that leaves no procedure.
std::optional<Procedure> read_procedure(Context& context, const Scope& scope, const Place& place);
// Steps that can never be taken, or never in time.
void check_steps(Context& context, const Procedure& procedure);

}  // namespace toets::model
