#include "model/duties.h"

#include "model/cuts.h"
#include "model/each_event.h"
#include "model/recurrences.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// Whether things of the kind have something of that name, or of a name it begins with ("uitleg aan de huurder").
bool has_member(const Context& context, KindId kind, const std::string& name) {
    for (const auto& [key, members] : context.names.members[kind.index()]) {
        const bool starts = name == key || name.rfind(key + " ", 0) == 0;
        if (starts && members.front().what != Member::What::Derived) return true;
    }
    return false;
}

// At the thing after `bij elke` or at its owners.
bool has_event(const Context& context, const Scope& scope, const std::string& name) {
    KindId kind = context.model.variables[scope.variables.front()].kind;
    for (int steps = 0; steps < 4; ++steps) {
        if (context.find_member(kind, name) != nullptr) return true;
        const FieldId up = context.kind(kind).owner;
        if (!up.is_valid()) return false;
        kind = context.model.fields[up].type.kind;
    }
    return false;
}

}  // namespace

std::optional<EventPhrase> find_event(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& act) {
    Reading owner;
    const VariableId variable = scope.variables.front();
    const KindId subject = context.model.variables[variable].kind;
    owner.type.base = Base::Thing;
    owner.type.kind = subject;
    owner.expression = context.add(VariableUse{variable}, owner.type, act.front().where);
    const std::string first = key_of(act.front());
    for (int steps = 0; steps < 4 && !has_member(context, owner.type.kind, first); ++steps) {
        const FieldId up = context.kind(owner.type.kind).owner;
        if (!up.is_valid()) break;
        const Type type = context.model.fields[up].type;
        owner.expression = context.add(FieldOf{owner.expression, up}, type, act.front().where);
        owner.type = type;
    }
    if (!has_member(context, owner.type.kind, first)) {
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

namespace {

// After `na elke ...` the duty is one for each of those events, which is then the inner thing of the scope.
Term read_duty_term(Context& context, const Scope& scope, const syntax::Time& time) {
    if (!counts_from_each(time)) return read_term(context, scope, time);
    if (scope.variables.size() < 2) {
        if (!context.diagnostics.has_errors()) context.report(Code::EachOutOfPlace, time.bound.where);
        return {};
    }
    const Term term = window_at(context, scope, time, scope.variables.back());
    to_term(context, scope, time.relation, term);
    return term;
}

}  // namespace

std::optional<Duty> read_duty(Context& context, const Scope& scope, const syntax::DutyClause& clause) {
    const auto event = find_event(context, scope, clause.act);
    const Actors who = read_actors(context, scope, clause.who);
    const Term term = clause.term ? read_duty_term(context, scope, *clause.term) : Term{};
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
    duty.asked = {event->event.expression, add_item(context, event->event.type), event->towards, event->together_with};
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

namespace {

// The names between the commas and `of`, as phrases of their own.
std::vector<syntax::Phrase> one_by_one(Context& context, const Scope& scope,
                                       const std::vector<syntax::Phrase>& phrases) {
    std::vector<syntax::Phrase> result;
    for (const syntax::Phrase& phrase : phrases) {
        PhraseReader reader(context, scope, phrase);
        const auto fits = [&](std::size_t begin, std::size_t end) {
            return has_event(context, scope, key_of(reader.words(), begin, end));
        };
        const Cuts cuts = all_cuts(reader, 0, reader.size(), {"of"}, fits);
        if (cuts.size() > 1) report_cuts(context, reader, cuts);
        const syntax::Phrase bare{reader.words(), phrase.where};
        if (cuts.empty()) result.push_back(phrase);
        for (std::size_t i = 0; !cuts.empty() && i < cuts.front().size(); ++i) {
            result.push_back(part(bare, cuts.front()[i].first, cuts.front()[i].second));
        }
    }
    return result;
}

// C61: each of these events shows that it was tried.
bool read_evidence(Context& context, const Scope& scope, const syntax::ShownByClause& clause, Duty& duty) {
    for (const syntax::Phrase& act : one_by_one(context, scope, clause.events)) {
        const auto event = find_event(context, scope, {act});
        if (!event) return false;
        if (!is_of(context, event->event.type, KindCategory::Event)) {
            context.report(Code::EvidenceNeedsEvent, act.where,
                           {type_argument("found", event->event.type, context.model)});
            return false;
        }
        duty.evidence.push_back(
            {event->event.expression, add_item(context, event->event.type), event->towards, event->together_with});
    }
    return true;
}

}  // namespace

std::optional<Duty> read_effort(Context& context, const Scope& scope, const syntax::EffortClause& effort,
                                const syntax::Header& header) {
    auto duty = read_duty(context, scope, effort.duty);
    for (const syntax::Clause& clause : header.clauses) {
        const auto* shown = std::get_if<syntax::ShownByClause>(&clause.kind);
        if (shown != nullptr && duty && !read_evidence(context, scope, *shown, *duty)) return std::nullopt;
    }
    if (duty && duty->recurrence) {
        context.report(Code::EffortReturns, effort.duty.act.front().where);
        return std::nullopt;
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
