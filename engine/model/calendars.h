// The calendars of a ruleset and the one each document's terms follow (C9).
#pragma once

#include <vector>

#include "model/context.h"
#include "model/readings.h"

namespace toets::model {

// Every `kalender` block, and the Algemene termijnenwet, which needs none; then `termijnen volgens` of every document.
void declare_calendars(Context& context, const std::vector<Place>& places);

// The date is the last day of a term of this document: it may move (docs/decisions/0016). Another date stays.
void end_as_term(Context& context, const Scope& scope, ExpressionId date);

}  // namespace toets::model
