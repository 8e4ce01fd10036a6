// Hardship (taal.md C67): who may decide, in one case, that a rule does not apply. The decisions are facts of the case.
#pragma once

#include <vector>

#include "model/context.h"

namespace toets::model {

constexpr const char* unnamed_clause = "hardheid";  // by which a clause without a name is known

// Where any document has such a clause: the event `het hardheidsbesluit`, a list of it at each kind of thing that a
// case may be about.
void declare_hardship_decisions(Context& context, const std::vector<Place>& places);

// The decision a clause is about; invalid when the clauses were not declared.
VariableId decision_of_clause(Context& context);

// After every rule has been read: which rules each clause is about, what a decision must meet, and which rules it takes
// away.
void read_hardships(Context& context, const std::vector<Place>& places);

}  // namespace toets::model
