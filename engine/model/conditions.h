// Sentences to conditions, in the scope of the things a bare name can belong to (taal.md C33-C48).
#pragma once

#include "model/actors.h"
#include "model/expressions.h"

namespace toets::model {

// Always gives a condition; InvalidCondition after a reported mistake.
ConditionId read_condition(Context& context, const Scope& scope, const syntax::Document& tree,
                           syntax::ConditionId sentence);
std::vector<Exception> read_exceptions(Context& context, const Scope& scope, const syntax::Document& tree,
                                       const std::vector<syntax::Exception>& exceptions);
Exception read_exception(Context& context, const Scope& scope, const syntax::Document& tree,
                         const syntax::Exception& exception);
// The condition where none of the exceptions holds: of what has no outcome to set aside, such as a definition.
ConditionId but_for(Context& context, ConditionId condition, const std::vector<Exception>& exceptions);

// A term (`binnen 4 weken na de hulpvraag`) as its first and last day; `start` is the date it counts from.
struct Term {
    ExpressionId start;
    ExpressionId earliest;
    ExpressionId latest;
};
// The same days without a calendar moving their end.
Term read_window(Context& context, const Scope& scope, const syntax::Time& time);
Term to_window(Context& context, syntax::TimeRelation relation, ExpressionId bound);
Term read_term(Context& context, const Scope& scope, const syntax::Time& time);
// The last day of a window that is a term may be moved by the calendar.
void to_term(Context& context, const Scope& scope, syntax::TimeRelation relation, const Term& window);

// `een overleg door de zorgaanbieder met de corporatie`: the event and who takes part; cut at its links.
struct EventPhrase {
    Reading event;  // things of the event kind
    Actors by;
    Actors towards;
    Actors together_with;
};
std::optional<EventPhrase> read_event(Context& context, const Scope& scope, const Reading& owner,
                                      const std::vector<syntax::Phrase>& phrases);

Comparison to_model(syntax::Comparison comparison);

}  // namespace toets::model
