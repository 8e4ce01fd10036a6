// What somebody may decide or may not do, and when (C62, C63).
#pragma once

#include "model/conditions.h"

namespace toets::model {

// Both are empty after a reported mistake.
std::optional<TimedAct> read_ban(Context& context, const Scope& scope, const syntax::BanClause& clause, Span where);
// The time of a power is a term, which a calendar may lengthen.
std::optional<TimedAct> read_power(Context& context, const Scope& scope, const syntax::PowerClause& clause, Span where);

}  // namespace toets::model
