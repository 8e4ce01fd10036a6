#include "model/has.h"

#include "model/cuts.h"
#include "model/definitions.h"

namespace toets::model {

namespace {

void report_unknown_member(Context& context, const Reading& owner, const std::string& name, Span where) {
    std::vector<std::string> known;
    for (const auto& [key, members] : context.names.members[owner.type.kind.index()]) {
        const Member& member = members.front();
        known.push_back(member.what == Member::What::Field ? context.model.fields[member.field].name.text : key);
    }
    context.report(
        Code::UnknownField, where,
        {word("name", name), named_argument("owner", context.kind(owner.type.kind).name), hint_argument(name, known)});
}

std::optional<Reading> find_what(Context& context, const Reading& owner, const std::string& key, Span where) {
    const auto* members = context.find_member(owner.type.kind, key);
    if (members == nullptr) return std::nullopt;
    return read_member(context, owner, members->front(), where);
}

// Where the links `door`, `aan` and `met` cut the phrase after `heeft een` or `zorgt voor`.
struct Cut {
    std::size_t name_end;
    std::vector<std::pair<std::size_t, std::size_t>> parts;  // [link, end) in order
};

bool is_participant_link(const PhraseReader& reader, std::size_t index) {
    return reader.words()[index].kind == syntax::WordKind::Link &&
           (reader.is_word(index, "door") || reader.is_word(index, "aan") || reader.is_word(index, "met"));
}

Cut cut_participants(const PhraseReader& reader, std::size_t name_end) {
    Cut cut{name_end, {}};
    for (std::size_t i = name_end; i < reader.size(); ++i) {
        if (!is_participant_link(reader, i)) continue;
        if (!cut.parts.empty()) cut.parts.back().second = i;
        cut.parts.emplace_back(i, reader.size());
    }
    return cut;
}

void add_actors(Actors& to, const Actors& more) {
    to.any = to.any || more.any;
    to.actors.insert(to.actors.end(), more.actors.begin(), more.actors.end());
}

}  // namespace

std::optional<EventPhrase> read_event(Context& context, const Scope& scope, const Reading& owner,
                                      const std::vector<syntax::Phrase>& phrases) {
    PhraseReader reader(context, scope, phrases.front());
    // The name may hold link words itself ("recht op terugkeer met begeleiding"): the longest name that is known wins
    // only if it is the only one, so try every place where the name can end.
    std::vector<std::pair<std::size_t, Reading>> names;
    for (std::size_t end = 1; end <= reader.size(); ++end) {
        if (end < reader.size() && !is_participant_link(reader, end)) continue;
        if (const auto found = find_what(context, owner, key_of(reader.words(), 0, end), reader.where(0, end)))
            names.emplace_back(end, *found);
    }
    if (names.empty()) {
        if (reader.size() == 0) {  // refused when the line was read
            context.report(Code::NameAfterArticleMissing, phrases.front().where,
                           {word("article", text_of(phrases.front()))});
            return std::nullopt;
        }
        std::size_t end = 1;
        while (end < reader.size() && !is_participant_link(reader, end)) ++end;
        report_unknown_member(context, owner, name_text(reader.words(), 0, end), reader.where(0, end));
        return std::nullopt;
    }
    if (names.size() > 1) {
        context.report(Code::AmbiguousPhrase, reader.where(0, reader.size()),
                       {word("name", name_text(reader.words(), 0, reader.size())),
                        word("readings", "(1) \"" + name_text(reader.words(), 0, names[0].first) + "\"; (2) \"" +
                                             name_text(reader.words(), 0, names[1].first) + "\"")});
        return std::nullopt;
    }
    EventPhrase event;
    event.event = names.front().second;
    Actors* last = nullptr;
    const Cut cut = cut_participants(reader, names.front().first);
    for (const auto& [begin, end] : cut.parts) {
        last = reader.is_word(begin, "door")  ? &event.by
               : reader.is_word(begin, "aan") ? &event.towards
                                              : &event.together_with;
        add_actors(*last, read_actors(context, reader, begin + 1, end));
    }
    if (phrases.size() > 1 && last == nullptr) {
        context.report(
            Code::UnexpectedWord, phrases[1].where,
            {term("expected", "`door`, `aan` of `met`", "`door`, `aan` or `met`"), word("found", text_of(phrases[1]))});
    } else if (phrases.size() > 1) {
        const Actors more = read_actors(context, scope, {phrases.begin() + 1, phrases.end()});
        if (phrases.size() == 2 && more.actors.size() == 1) {
            report_missing_link(context, phrases[1], "en");
        }
        add_actors(*last, more);
    }
    return event;
}

namespace {

Quantifier to_model(syntax::Has::Form form) {
    switch (form) {
        case syntax::Has::Form::Some:
        case syntax::Has::Form::AtLeast: return Quantifier::AtLeast;
        case syntax::Has::Form::None:
        case syntax::Has::Form::AtMost: return Quantifier::AtMost;
        case syntax::Has::Form::Exactly: return Quantifier::Exactly;
    }
    return Quantifier::AtLeast;
}

ExpressionId count_expression(Context& context, const Scope& scope, const syntax::Has& has, Span where) {
    if (has.count) {
        Type count;
        count.base = Base::Count;
        const auto reading = read_expression(context, scope, *has.count, want_same(count, context.model));
        return reading ? reading->expression : invalid_expression(context, where);
    }
    Type type;
    type.base = Base::Count;
    return context.add(Constant{has.form == syntax::Has::Form::None ? 0 : 1}, type, where);
}

// So many things cannot have more values between them. `ten minste 1 … van ten minste 3 verschillende` can: it says 3.
void check_distinct(Context& context, const HasCount& result, const syntax::Has& has, Span where) {
    const auto* count = std::get_if<Constant>(&context.model.expressions[result.count].kind);
    const bool has_limit = result.quantifier == Quantifier::AtMost || result.quantifier == Quantifier::Exactly;
    if (count == nullptr || !has_limit || has.distinct->count <= count->value) return;
    const std::string head = result.quantifier == Quantifier::AtMost ? "ten hoogste " : "precies ";
    context.report(Code::MoreValuesThanThings, where,
                   {word("limit", head + std::to_string(count->value)), word("things", text_of(has.what.front())),
                    word("count", std::to_string(has.distinct->count)), word("values", text_of(has.distinct->what))});
}

ConditionId has_count(Context& context, const Scope& scope, const syntax::Document& tree, const syntax::Has& has,
                      const Reading& things, Span where) {
    HasCount result;
    result.things = things.expression;
    result.item = add_item(context, things.type);
    const Scope inner = scope.with(result.item);
    if (has.filter) result.filter = read_condition(context, inner, tree, *has.filter);
    result.quantifier = to_model(has.form);
    result.none = has.form == syntax::Has::Form::None;
    result.count = count_expression(context, scope, has, where);
    if (has.distinct) {
        Scope own;
        own.variables.push_back(result.item);
        const std::string key = key_of(has.distinct->what);
        for (const FieldId id : context.kind(things.type.kind).fields) {
            const Field& field = context.model.fields[id];
            if (key_of(field.name.text) != key && key_of(field.name.plural) != key) continue;
            const ExpressionId item = context.add(VariableUse{result.item}, things.type, where);
            result.distinct_by = context.add(FieldOf{item, id}, field.type, where);
        }
        if (!result.distinct_by.is_valid()) {
            context.report(Code::UnknownField, has.distinct->what.where,
                           {word("name", key), named_argument("owner", context.kind(things.type.kind).name),
                            term("hint", "", "")});
        }
        Type count;
        count.base = Base::Count;
        result.distinct_count = context.add(Constant{has.distinct->count}, count, where);
        check_distinct(context, result, has, where);
    }
    return context.add(result, where);
}

ConditionId has_done(Context& context, const Scope& scope, const syntax::Document& tree, const syntax::Has& has,
                     const EventPhrase& event, Span where) {
    if (has.form != syntax::Has::Form::Some) {
        context.report(Code::DoneByOnlySome, where);
        return context.add(InvalidCondition{}, where);
    }
    const bool is_event =
        event.event.type.kind.is_valid() && context.kind(event.event.type.kind).category == KindCategory::Event;
    if (!is_event) {
        context.report(Code::DoneByNeedsEvent, where, {type_argument("found", event.event.type, context.model)});
        return context.add(InvalidCondition{}, where);
    }
    HasDone result;
    result.things = event.event.expression;
    result.item = add_item(context, event.event.type);
    result.by = event.by;
    result.towards = event.towards;
    result.together_with = event.together_with;
    if (has.filter) result.filter = read_condition(context, scope.with(result.item), tree, *has.filter);
    return context.add(std::move(result), where);
}

ConditionId has_one(Context& context, const Scope& scope, const syntax::Document& tree, const syntax::Has& has,
                    const Reading& value, Span where) {
    const bool negated = has.form == syntax::Has::Form::None;
    if (has.form != syntax::Has::Form::Some && !negated) {
        context.report(Code::CountOfOne, where, {type_argument("found", value.type, context.model)});
        return context.add(InvalidCondition{}, where);
    }
    if (value.type.base == Base::YesNo) {
        const auto* field = std::get_if<FieldOf>(&context.model.expressions[value.expression].kind);
        if (field != nullptr && context.model.fields[field->field].name.article.empty()) {
            context.report(Code::IsInsteadOfHas, where, {word("name", context.model.fields[field->field].name.text)});
        }
        return context.add(YesNoHolds{value.expression, negated}, where);
    }
    if (has.filter && value.type.base == Base::Thing) return has_count(context, scope, tree, has, value, where);
    if (has.filter) context.report(Code::FilterNeedsThings, where, {type_argument("found", value.type, context.model)});
    return context.add(Present{value.expression, negated}, where);
}

}  // namespace

ConditionId read_has(Context& context, const Scope& scope, const syntax::Document& tree, const syntax::Has& has,
                     Span where) {
    const auto owner = read_expression(context, scope, has.subject, want_anything());
    if (!owner || has.what.empty()) return context.add(InvalidCondition{}, where);
    if (owner->type.base != Base::Thing) {
        context.report(Code::HasNeedsThing, has.subject.where, {type_argument("found", owner->type, context.model)});
        return context.add(InvalidCondition{}, where);
    }
    const auto what = read_event(context, scope, *owner, has.what);
    if (!what) return context.add(InvalidCondition{}, where);
    const bool has_participants =
        !what->by.actors.empty() || !what->towards.actors.empty() || !what->together_with.actors.empty();
    if (has_participants) return has_done(context, scope, tree, has, *what, where);
    if (what->event.type.base == Base::Things) return has_count(context, scope, tree, has, what->event, where);
    return has_one(context, scope, tree, has, what->event, where);
}

}  // namespace toets::model
