// What somebody may not do, and when (C63).
#pragma once

#include "model/conditions.h"

namespace toets::model {

// Empty after a reported mistake.
std::optional<Ban> read_ban(Context& context, const Scope& scope, const syntax::BanClause& clause, Span where);

}  // namespace toets::model
