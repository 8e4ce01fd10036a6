// Bodies of definitions, decision tables and sub-kinds. Their types follow from their expressions, so a body is read
// when its type is first needed; a body that needs itself is a circle.
#pragma once

#include "model/context.h"

namespace toets::model {

Type type_of_definition(Context& context, DefinitionId definition);
Type type_of_result(Context& context, TableId table, std::size_t result);
// Reads every body that is not read yet.
void read_definitions(Context& context);
// While its body is being read a definition has no type yet: a reading that would need it is no reading (a real circle
// leaves no reading at all, and is then reported as one).
bool is_being_read(const Context& context, const Member& member);

}  // namespace toets::model
