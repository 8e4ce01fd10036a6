#include "model/duties.h"

#include "model/recurrences.h"

namespace toets::model {

std::optional<EventPhrase> find_event(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& act) {
    Reading owner;
    const VariableId variable = scope.variables.front();
    const KindId subject = context.model.variables[variable].kind;
    owner.type.base = Base::Thing;
    owner.type.kind = subject;
    owner.expression = context.add(VariableUse{variable}, owner.type, act.front().where);
    const std::string first = key_of(act.front());
    const auto has_event = [&](KindId kind) {
        for (const auto& [key, members] : context.names.members[kind.index()]) {
            const bool starts = first == key || first.rfind(key + " ", 0) == 0;
            if (starts && members.front().what != Member::What::Derived) return true;
        }
        return false;
    };
    for (int steps = 0; steps < 4 && !has_event(owner.type.kind); ++steps) {
        const FieldId up = context.kind(owner.type.kind).owner;
        if (!up.is_valid()) break;
        const Type type = context.model.fields[up].type;
        owner.expression = context.add(FieldOf{owner.expression, up}, type, act.front().where);
        owner.type = type;
    }
    if (!has_event(owner.type.kind)) {
        owner.type.kind = subject;
        owner.expression = context.add(VariableUse{variable}, owner.type, act.front().where);
    }
    return read_event(context, scope, owner, act);
}

bool is_of(const Context& context, const Type& type, KindCategory category) {
    return type.kind.is_valid() && context.kind(type.kind).category == category;
}

namespace {

std::optional<Suspension> read_suspension(Context& context, const Scope& scope, const syntax::SuspensionClause& clause,
                                          Span where) {
    const auto periods = read_phrase(context, scope, clause.periods, want_list());
    if (!periods) return std::nullopt;
    if (!is_of(context, periods->type, KindCategory::Period)) {
        context.report(Code::SuspensionNeedsPeriod, clause.periods.where,
                       {type_argument("found", periods->type, context.model)});
        return std::nullopt;
    }
    return Suspension{periods->expression, where};
}

ExpressionId with_leniency(Context& context, const Duty& duty, Span where) {
    ShiftedDate last{duty.leniency, duty.latest};
    last.calendar = duty.calendar;
    return context.add(last, simple_type(Base::Date), where);
}

// A length after a day: only then there are days that can count or not.
bool is_term_with_length(const Context& context, const Duty& duty) {
    if (duty.recurrence) {
        const calendar::Rhythm& rhythm = duty.recurrence->rhythm;
        return rhythm.kind != calendar::Rhythm::Kind::EachPeriod || rhythm.length.count > 0;
    }
    if (!duty.latest.is_valid() || duty.earliest == duty.latest) return false;
    const Expression& latest = context.model.expressions[duty.latest];
    const auto* shifted = std::get_if<ShiftedDate>(&latest.kind);
    return (shifted != nullptr && !shifted->backward) || std::holds_alternative<InvalidExpression>(latest.kind);
}

}  // namespace

std::optional<Duty> read_duty(Context& context, const Scope& scope, const syntax::DutyClause& clause) {
    const auto event = find_event(context, scope, clause.act);
    const Actors who = read_actors(context, scope, clause.who);
    const Term term = clause.term ? read_term(context, scope, *clause.term) : Term{};
    if (!event) return std::nullopt;
    if (!is_of(context, event->event.type, KindCategory::Event)) {
        context.report(Code::DutyNeedsEvent, clause.act.front().where,
                       {type_argument("found", event->event.type, context.model)});
        return std::nullopt;
    }
    Duty duty;
    if (clause.recurrence) {
        const KindId kind = event->event.type.kind;
        duty.recurrence = read_recurrence(context, scope, *clause.recurrence, kind, clause.act.front().where);
        if (!duty.recurrence) return std::nullopt;
    }
    duty.who = who;
    duty.events = event->event.expression;
    duty.event = add_item(context, event->event.type);
    duty.towards = event->towards;
    duty.together_with = event->together_with;
    duty.start = term.start;
    duty.earliest = term.earliest;
    duty.latest = term.latest;
    if (clause.leniency) {
        const auto leniency = read_expression(context, scope, *clause.leniency, want_duration());
        if (leniency) duty.leniency = leniency->expression;
        if (scope.document.is_valid()) duty.calendar = context.model.documents[scope.document].calendar;
        if (leniency) check_working_days(context, scope, with_leniency(context, duty, clause.leniency->where));
    }
    return duty;
}

ExpressionId last_day(Context& context, const Duty& duty) {
    if (!duty.leniency.is_valid()) return duty.latest;
    const Span where = context.model.expressions[duty.latest].where;
    return with_leniency(context, duty, where);
}

void read_suspensions(Context& context, const Scope& scope, const syntax::Header& header, Duty& duty) {
    std::vector<Suspension> suspensions;
    for (const syntax::Clause& clause : header.clauses) {
        const auto* written = std::get_if<syntax::SuspensionClause>(&clause.kind);
        if (written == nullptr) continue;
        if (!is_term_with_length(context, duty)) {
            context.report(Code::SuspensionNeedsTerm, clause.where);
            return;
        }
        if (const auto read = read_suspension(context, scope, *written, clause.where)) suspensions.push_back(*read);
    }
    if (suspensions.empty()) return;
    if (duty.recurrence) {
        duty.recurrence->suspensions = std::move(suspensions);
        return;
    }
    const Expression term = context.model.expressions[duty.latest];
    if (std::holds_alternative<InvalidExpression>(term.kind)) return;
    duty.latest = context.add(SuspendedTerm{duty.latest, std::move(suspensions)}, term.type, term.where);
}

}  // namespace toets::model
