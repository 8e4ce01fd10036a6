// What a rule asks of somebody: the event, by whom, in which term, and when that term stands still (C57, C59).
#pragma once

#include "model/conditions.h"

namespace toets::model {

// What is asked for, at the thing after `bij elke` or at its owner (B25). Empty after a reported mistake.
std::optional<EventPhrase> find_event(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& act);
bool is_of(const Context& context, const Type& type, KindCategory category);

// Empty after a reported mistake.
std::optional<Duty> read_duty(Context& context, const Scope& scope, const syntax::DutyClause& clause);
// C61, with what its `blijkt uit` says.
std::optional<Duty> read_effort(Context& context, const Scope& scope, const syntax::EffortClause& effort,
                                const syntax::Header& header);
// The last day that is in time, with the leniency.
ExpressionId last_day(Context& context, const Duty& duty);
// C59: the last day of the duty as one that moves on, when some clause says that its term stands still.
void read_suspensions(Context& context, const Scope& scope, const syntax::Header& header, Duty& duty);

}  // namespace toets::model
