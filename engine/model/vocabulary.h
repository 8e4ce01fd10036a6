// First pass: every name that any document declares, before a single phrase is cut (taal.md 1.4).
#pragma once

#include <vector>

#include "model/context.h"
#include "model/from_syntax.h"

namespace toets::model {

// Documents, roles and parties, kinds with their fields, sub-kinds, parameters, definitions and tables by name.
// Gives every header of every document, in the order written, for the passes that follow.
std::vector<Place> declare_vocabulary(Context& context, const std::vector<Source>& documents);

// Where the headers of a block come from: heading path, article and numbered paragraphs (taal.md B21, C85).
RuleSource source_of(const Context& context, const Place& place);

// The value of a literal in a column of type `base`, or empty when it is another kind of value.
std::optional<std::int64_t> column_value(const syntax::LiteralValue& literal, Base base);

// The declared name with the plural and other names among its properties.
Name to_name(const syntax::DeclaredName& declared, const std::vector<syntax::Property>& properties);

}  // namespace toets::model
