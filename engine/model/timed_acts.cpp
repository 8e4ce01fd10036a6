#include "model/timed_acts.h"

#include "model/duties.h"
#include "model/each_event.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// False after a reported mistake. The time of a power is a term.
bool read_window_of(Context& context, const Scope& scope, const syntax::Time& time, TimedAct& act, bool is_term) {
    Term window;
    if (counts_from_each(time)) {
        const auto triggers = read_triggers(context, scope, time);
        if (!triggers) return false;
        act.triggers = triggers->expression;
        act.trigger = add_item(context, triggers->type);
        window = window_at(context, scope, time, act.trigger);
    } else {
        window = read_window(context, scope, time);
    }
    if (is_term) to_term(context, scope, time.relation, window);
    act.earliest = window.earliest;
    act.latest = window.latest;
    return window.start.is_valid();
}

// The act may be the thing after `bij elke` itself.
std::optional<EventPhrase> find_act(Context& context, const Scope& scope, const std::vector<syntax::Phrase>& act) {
    const VariableId variable = scope.variables.front();
    const Variable& subject = context.model.variables[variable];
    const std::string key = key_of(act.front());
    const auto kind = context.names.kinds.find(key);
    const bool is_itself = act.size() == 1 && (key == key_of(subject.name) ||
                                               (kind != context.names.kinds.end() && kind->second == subject.kind));
    if (!is_itself) return find_event(context, scope, act);
    EventPhrase event;
    event.event.type = thing_type(Base::Thing, subject.kind, subject.only);
    event.event.expression = context.add(VariableUse{variable}, event.event.type, act.front().where);
    return event;
}

std::optional<TimedAct> read_timed_act(Context& context, const Scope& scope, const syntax::TimedAct& written,
                                       Span where, bool is_power) {
    const auto event = find_act(context, scope, written.act);
    TimedAct act;
    act.where = where;
    act.who = read_actors(context, scope, written.who);
    if (written.window && !read_window_of(context, scope, *written.window, act, is_power)) return std::nullopt;
    if (!event) return std::nullopt;
    if (!is_of(context, event->event.type, KindCategory::Event)) {
        context.report(is_power ? Code::PowerNeedsEvent : Code::BanNeedsEvent, written.act.front().where,
                       {type_argument("found", event->event.type, context.model)});
        return std::nullopt;
    }
    act.asked = {event->event.expression, add_item(context, event->event.type), event->towards, event->together_with};
    return act;
}

}  // namespace

std::optional<TimedAct> read_ban(Context& context, const Scope& scope, const syntax::BanClause& clause, Span where) {
    return read_timed_act(context, scope, clause.act, where, false);
}

std::optional<TimedAct> read_power(Context& context, const Scope& scope, const syntax::PowerClause& clause,
                                   Span where) {
    auto power = read_timed_act(context, scope, clause.act, where, true);
    if (!power || power->who.any || power->who.actors.size() < 2) return power;
    context.report(Code::PowerNeedsOr, clause.act.who.front().where);
    return std::nullopt;
}

}  // namespace toets::model
