#include "model/bans.h"

#include "model/duties.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

syntax::Phrase part(const syntax::Phrase& phrase, std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t index) { return phrase.words.begin() + static_cast<std::ptrdiff_t>(index); };
    syntax::Phrase result{{at(begin), at(end)}, {}};
    result.where = join(result.words.front().where, result.words.back().where);
    return result;
}

// `6 weken na elke overlastmelding`: where `elke` stands.
std::optional<std::size_t> find_each(const syntax::Phrase& phrase) {
    for (std::size_t i = 0; i + 1 < phrase.words.size(); ++i) {
        const std::string& word = phrase.words[i].folded;
        if (word == "elke" || word == "elk") return i;
    }
    return std::nullopt;
}

class BanReader {
public:
    BanReader(Context& context, const Scope& scope, Ban& ban) : context_(context), scope_(scope), ban_(ban) {}

    // False after a reported mistake.
    bool read(const syntax::Time& window) {
        const auto each = find_each(window.bound.first);
        const bool is_plain = !each || !window.bound.rest.empty() || window.last;
        const Term term = is_plain ? read_window(context_, scope_, window) : read_after_each(window, *each);
        ban_.earliest = term.earliest;
        ban_.latest = term.latest;
        return term.start.is_valid();
    }

private:
    Term read_after_each(const syntax::Time& window, std::size_t each) {
        const syntax::Phrase& phrase = window.bound.first;
        const syntax::Phrase named = part(phrase, each + 1, phrase.words.size());
        const auto triggers = read_phrase(context_, scope_, named, want_list());
        if (!triggers) return {};
        if (!is_of(context_, triggers->type, KindCategory::Event)) {
            context_.report(Code::EachNeedsEvent, named.where,
                            {type_argument("found", triggers->type, context_.model)});
            return {};
        }
        ban_.triggers = triggers->expression;
        ban_.trigger = add_item(context_, triggers->type);
        Type type;
        type.base = Base::Date;
        const ExpressionId trigger =
            context_.add(VariableUse{ban_.trigger}, thing_type(Base::Thing, triggers->type.kind), named.where);
        ExpressionId date = context_.add(FieldOf{trigger, context_.kind(triggers->type.kind).date}, type, named.where);
        if (each > 0) date = shifted(phrase, each, date);
        return date.is_valid() ? to_window(context_, window.relation, date) : Term{};
    }

    // What stands before `elke`: a length and `na`, `vóór` or `vanaf`.
    ExpressionId shifted(const syntax::Phrase& phrase, std::size_t each, ExpressionId date) {
        const std::string& link = phrase.words[each - 1].folded;
        const bool is_link = link == "na" || link == "voor" || link == "vanaf";
        if (!is_link || each < 2) {
            context_.report(Code::WithinNeedsDuration, phrase.where);
            return {};
        }
        const auto length = read_phrase(context_, scope_, part(phrase, 0, each - 1), want_duration());
        if (!length) return {};
        const CalendarId calendar =
            scope_.document.is_valid() ? context_.model.documents[scope_.document].calendar : CalendarId{};
        const ExpressionId result = context_.add(ShiftedDate{length->expression, date, link == "voor", link == "vanaf",
                                                             calendar::EndOfTerm::Stays, calendar},
                                                 context_.model.expressions[date].type, phrase.where);
        check_working_days(context_, scope_, result);
        return result;
    }

    Context& context_;
    const Scope& scope_;
    Ban& ban_;
};

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

}  // namespace

std::optional<Ban> read_ban(Context& context, const Scope& scope, const syntax::BanClause& clause, Span where) {
    const auto event = find_act(context, scope, clause.act);
    Ban ban;
    ban.where = where;
    ban.who = read_actors(context, scope, clause.who);
    if (clause.window && !BanReader(context, scope, ban).read(*clause.window)) return std::nullopt;
    if (!event) return std::nullopt;
    if (!is_of(context, event->event.type, KindCategory::Event)) {
        context.report(Code::BanNeedsEvent, clause.act.front().where,
                       {type_argument("found", event->event.type, context.model)});
        return std::nullopt;
    }
    ban.events = event->event.expression;
    ban.event = add_item(context, event->event.type);
    ban.towards = event->towards;
    ban.together_with = event->together_with;
    return ban;
}

}  // namespace toets::model
