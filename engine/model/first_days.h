// A duty that begins with a state of affairs (C82): `zodra`, and the days that are counted from it.
#pragma once

#include "model/conditions.h"

namespace toets::model {

// The day on which the condition of the header's `zodra` first holds, and the words a term names it by: `na het begin
// van de verplichting`. Empty when the header has no such clause.
std::optional<NamedDate> read_first_day(Context& context, const Scope& scope, const Place& place);
// `binnen 4 weken` is `binnen 4 weken na het begin van de verplichting`.
syntax::DutyClause from_first_day(syntax::DutyClause duty);
// The days of the duty are counted from that day and from nothing else.
void check_counts_from(Context& context, const Duty& duty, ExpressionId first_day, Span where);
// Whether the condition can be another on one day than on the next: it names the reference date, or looks at events, of
// which only those up to the day count.
bool depends_on_day(const Model& model, ConditionId id);
void check_first_days(Context& context);

}  // namespace toets::model
