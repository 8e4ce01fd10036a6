// Terms and windows: which days a time in a sentence allows (taal.md C42).
#include "model/calendars.h"
#include "model/conditions.h"

namespace toets::model {

namespace {

// The day before or after.
ExpressionId next_day(Context& context, ExpressionId day, bool backward) {
    const Expression expression = context.model.expressions[day];
    Type duration;
    duration.base = Base::Duration;
    const ExpressionId one =
        context.add(Constant{to_column_value({1, Duration::Unit::Days})}, duration, expression.where);
    return context.add(ShiftedDate{one, day, backward}, expression.type, expression.where);
}

}  // namespace

Term to_window(Context& context, syntax::TimeRelation relation, ExpressionId bound) {
    Term window;
    const Expression expression = context.model.expressions[bound];
    const auto* shifted = std::get_if<ShiftedDate>(&expression.kind);
    window.start = shifted != nullptr ? shifted->date : bound;
    switch (relation) {
        case syntax::TimeRelation::Within:
            if (shifted == nullptr) {
                if (!std::holds_alternative<InvalidExpression>(expression.kind))
                    context.report(Code::WithinNeedsDuration, expression.where);
                break;
            }
            window.earliest = shifted->backward ? bound : shifted->date;
            window.latest = shifted->backward ? shifted->date : bound;
            break;
        case syntax::TimeRelation::NotAfter: window.latest = bound; break;
        case syntax::TimeRelation::Before: window.latest = next_day(context, bound, true); break;
        case syntax::TimeRelation::On: window.earliest = window.latest = bound; break;
        case syntax::TimeRelation::NotBefore: window.earliest = bound; break;
        case syntax::TimeRelation::After: window.earliest = next_day(context, bound, false); break;
        case syntax::TimeRelation::FromTo: window.earliest = bound; break;
    }
    return window;
}

Term read_window(Context& context, const Scope& scope, const syntax::Time& time) {
    Term window = to_window(context, time.relation, read_date(context, scope, time.bound));
    if (time.last) window.latest = read_date(context, scope, *time.last);
    return window;
}

Term read_term(Context& context, const Scope& scope, const syntax::Time& time) {
    const Term term = read_window(context, scope, time);
    to_term(context, scope, time.relation, term);
    return term;
}

void to_term(Context& context, const Scope& scope, syntax::TimeRelation relation, const Term& window) {
    const bool is_term = relation == syntax::TimeRelation::Within || relation == syntax::TimeRelation::NotAfter;
    if (is_term && window.latest.is_valid()) end_as_term(context, scope, window.latest);
}

}  // namespace toets::model
