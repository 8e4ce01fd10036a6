// Which facts of a case a rule, a count or a division can look at, whatever the case: what it rests on by its text
// alone.
#pragma once

#include <vector>

#include "program/program.h"

namespace toets::program {

// Each once, in the order in which they are declared. Of a tally also what its redistributions look at.
std::vector<model::FieldId> fields_of(const Program& program, const RuleProgram& rule);
std::vector<model::FieldId> fields_of(const Program& program, const TallyProgram& tally);
std::vector<model::FieldId> fields_of(const Program& program, const ApportionmentProgram& apportionment);
// Those of the tally come with it: what is left over of that is handed on.
std::vector<model::FieldId> fields_of(const Program& program, const RedistributionProgram& redistribution);

}  // namespace toets::program
