// Bodies of definitions, decision tables and sub-kinds. Their types follow from their expressions, so a body is read
// when its type is first needed; a body that needs itself is a circle.
#pragma once

#include "model/context.h"

namespace toets::model {

Type type_of_definition(Context& context, DefinitionId definition);
Type type_of_result(Context& context, TableId table, std::size_t result);
// Reads every body that is not read yet.
void read_definitions(Context& context);

}  // namespace toets::model
