#include "model/each_event.h"

#include "model/duties.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// `6 weken na elke overlastmelding`: where `elke` stands.
std::optional<std::size_t> find_each(const syntax::Time& time) {
    if (!time.bound.rest.empty() || time.last) return std::nullopt;
    const syntax::Phrase& phrase = time.bound.first;
    for (std::size_t i = 0; i + 1 < phrase.words.size(); ++i) {
        const std::string& word = phrase.words[i].folded;
        if (word == "elke" || word == "elk") return i;
    }
    return std::nullopt;
}

// What stands before `elke`: a length and `na`, `vóór` or `vanaf`.
ExpressionId shifted(Context& context, const Scope& scope, const syntax::Phrase& phrase, std::size_t each,
                     ExpressionId date) {
    const std::string& link = phrase.words[each - 1].folded;
    const bool is_link = link == "na" || link == "voor" || link == "vanaf";
    if (!is_link || each < 2) {
        context.report(Code::WithinNeedsDuration, phrase.where);
        return {};
    }
    const auto length = read_phrase(context, scope, part(phrase, 0, each - 1), want_duration());
    if (!length) return {};
    const CalendarId calendar =
        scope.document.is_valid() ? context.model.documents[scope.document].calendar : CalendarId{};
    const ExpressionId result = context.add(
        ShiftedDate{length->expression, date, link == "voor", link == "vanaf", calendar::EndOfTerm::Stays, calendar},
        context.model.expressions[date].type, phrase.where);
    check_working_days(context, scope, result);
    return result;
}

}  // namespace

bool counts_from_each(const syntax::Time& time) { return find_each(time).has_value(); }

std::optional<Reading> read_triggers(Context& context, const Scope& scope, const syntax::Time& time) {
    const syntax::Phrase& phrase = time.bound.first;
    const syntax::Phrase named = part(phrase, *find_each(time) + 1, phrase.words.size());
    auto triggers = read_phrase(context, scope, named, want_list());
    if (!triggers || is_of(context, triggers->type, KindCategory::Event)) return triggers;
    context.report(Code::EachNeedsEvent, named.where, {type_argument("found", triggers->type, context.model)});
    return std::nullopt;
}

Term window_at(Context& context, const Scope& scope, const syntax::Time& time, VariableId trigger) {
    const syntax::Phrase& phrase = time.bound.first;
    const std::size_t each = *find_each(time);
    const KindId kind = context.model.variables[trigger].kind;
    const ExpressionId event = context.add(VariableUse{trigger}, thing_type(Base::Thing, kind), phrase.where);
    ExpressionId date = context.add(FieldOf{event, context.kind(kind).date}, simple_type(Base::Date), phrase.where);
    if (each > 0) date = shifted(context, scope, phrase, each, date);
    return date.is_valid() ? to_window(context, time.relation, date) : Term{};
}

}  // namespace toets::model
