#include "model/conditions.h"

#include "base/match.h"
#include "model/calendars.h"
#include "model/definitions.h"
#include "model/has.h"
#include "model/periods.h"

namespace toets::model {

namespace {

struct Reader {
    Context& context;
    const Scope& scope;
    const syntax::Document& tree;
    Span where;

    ConditionId invalid() const { return context.add(InvalidCondition{}, where); }
    ConditionId add(Condition::Kind kind) const { return context.add(std::move(kind), where); }

    ConditionId operator()(const syntax::Is& is) const;
    ConditionId operator()(const syntax::IsCompared& is) const;
    ConditionId operator()(const syntax::IsBetween& is) const;
    ConditionId operator()(const syntax::IsAged& is) const;
    ConditionId operator()(const syntax::Has& has) const;
    ConditionId operator()(const syntax::Contains& contains) const;
    ConditionId operator()(const syntax::Lies& lies) const;
    ConditionId operator()(const syntax::RunsOn& runs) const;
    ConditionId operator()(const syntax::RunsFromTo& runs) const;
    ConditionId operator()(const syntax::RunsFor& runs) const;
    ConditionId operator()(const syntax::Legs& legs) const;
    ConditionId operator()(const syntax::ForEach& each) const;
    ConditionId operator()(const syntax::Invalid&) const { return invalid(); }

    std::optional<ConditionId> property(const Reading& subject, const syntax::Is& is) const;
};

// ---------------------------------------------------------------------------------------------------------------- is

// `de cliënt is uitstroomgereed`: a yes/no field, a property or a sub-kind of the thing before `is`.
std::optional<ConditionId> Reader::property(const Reading& subject, const syntax::Is& is) const {
    if (is.values.size() != 1 || !is.values.front().rest.empty()) return std::nullopt;
    const std::string key = key_of(is.values.front().first);
    const bool negated = is.form == syntax::Is::Form::Not;
    if (key == "partij" && subject.type.base == Base::Organisation) {
        return add(IsParty{subject.expression, is.form != syntax::Is::Form::Positive});
    }
    if (is.form == syntax::Is::Form::No || subject.type.base != Base::Thing) return std::nullopt;
    const auto sub = context.names.sub_kinds.find(key);
    if (sub != context.names.sub_kinds.end() && context.model.sub_kinds[sub->second].base == subject.type.kind) {
        return add(BelongsTo{subject.expression, sub->second, negated});
    }
    const auto* members = context.find_member(subject.type.kind, key);
    if (members == nullptr) return std::nullopt;
    const Member& member = members->front();
    if (member.what == Member::What::Derived && context.model.definitions[member.definition].is_property) {
        type_of_definition(context, member.definition);
        return add(PropertyHolds{member.definition, subject.expression, negated});
    }
    if (member.what == Member::What::Field && context.model.fields[member.field].type.base == Base::YesNo) {
        const Field& field = context.model.fields[member.field];
        if (!field.name.article.empty()) {
            context.report(Code::HasInsteadOfIs, where, {word("name", with_article(field.name))});
        }
        const ExpressionId value =
            context.add(FieldOf{subject.expression, member.field}, field.type, is.values.front().where);
        return add(YesNoHolds{value, negated});
    }
    return std::nullopt;
}

std::vector<std::string> property_names(const Context& context, KindId kind) {
    std::vector<std::string> names;
    for (const FieldId id : context.kind(kind).fields) {
        if (context.model.fields[id].type.base == Base::YesNo) names.push_back(context.model.fields[id].name.text);
    }
    for (const Definition& definition : context.model.definitions) {
        if (definition.is_property && definition.of == kind) names.push_back(definition.name.text);
    }
    return names;
}

ConditionId Reader::operator()(const syntax::Is& is) const {
    const auto subject = read_expression(context, scope, is.subject, want_anything());
    if (!subject) return invalid();
    if (const auto done = property(*subject, is)) return *done;
    if (is.form == syntax::Is::Form::No) {
        context.report(Code::IsNoOnlyParty, where);
        return invalid();
    }
    if (subject->type.base == Base::Thing) {
        const std::string name = name_text(is.values.front().first);
        const Kind& kind = context.kind(subject->type.kind);
        if (kind.category == KindCategory::Event && is.values.front().first.words.front().literal) {
            context.report(Code::DateNeedsLies, where);
        } else {
            context.report(Code::UnknownPropertyOfThing, is.values.front().where,
                           {word("name", name), named_argument("owner", kind.name),
                            hint_argument(name, property_names(context, subject->type.kind))});
        }
        return invalid();
    }
    if (subject->type.base == Base::Date) {
        context.report(Code::DateNeedsLies, where);
        return invalid();
    }
    if (subject->type.base == Base::Text) {
        context.report(Code::TextDecidesNothing, where);
        return invalid();
    }
    if (subject->type.base == Base::Things || subject->type.base == Base::ChoiceSet) {
        context.report(Code::ListNeedsContains, where);
        return invalid();
    }
    const auto values = read_values(context, scope, is.values, subject->type, "of");
    const bool negated = is.form == syntax::Is::Form::Not;
    if (negated && values.size() > 1) return invalid();  // the syntax has said so (B7)
    return values.empty() ? invalid() : add(IsOneOf{subject->expression, values, negated});
}

bool can_be_ordered(Base base) { return is_numeric(base) || base == Base::Duration; }

// A bedrag against a getal, a duur against an aantal: the message shows how to write the right kind.
bool check_comparable(Context& context, const Type& left, const Reading& right, Span where) {
    if (comparable(left, right.type)) return true;
    const bool money = left.base == Base::Amount && (right.type.base == Base::Count || right.type.base == Base::Number);
    context.report(money ? Code::AmountComparedWithNumber : Code::CannotCompare, where,
                   {type_argument("left", left, context.model), type_argument("right", right.type, context.model)});
    return false;
}

std::optional<Reading> ordered_subject(const Reader& reader, const syntax::Expression& expression) {
    const auto subject = read_expression(reader.context, reader.scope, expression, want_one_value());
    if (!subject) return std::nullopt;
    if (as_date(reader.context, *subject)) {
        reader.context.report(Code::DateNeedsLies, reader.where);
        return std::nullopt;
    }
    if (!can_be_ordered(subject->type.base)) {
        reader.context.report(Code::CannotBeOrdered, expression.where,
                              {type_argument("found", subject->type, reader.context.model)});
        return std::nullopt;
    }
    return subject;
}

std::optional<ExpressionId> bound_of(const Reader& reader, const Reading& subject,
                                     const syntax::Expression& expression) {
    const auto bound = read_expression(reader.context, reader.scope, expression, want_one_value());
    if (!bound || !check_comparable(reader.context, subject.type, *bound, expression.where)) return std::nullopt;
    return coerce(reader.context, *bound, subject.type).expression;
}

ConditionId Reader::operator()(const syntax::IsCompared& is) const {
    const auto subject = ordered_subject(*this, is.subject);
    if (!subject) return invalid();
    const auto bound = bound_of(*this, *subject, is.bound);
    return bound ? add(Compared{subject->expression, to_model(is.comparison), *bound}) : invalid();
}

ConditionId Reader::operator()(const syntax::IsBetween& is) const {
    const auto subject = ordered_subject(*this, is.subject);
    if (!subject) return invalid();
    const auto first = bound_of(*this, *subject, is.first);
    const auto last = bound_of(*this, *subject, is.last);
    return first && last ? add(Between{subject->expression, *first, *last}) : invalid();
}

ConditionId Reader::operator()(const syntax::IsAged& is) const {
    const auto person = read_expression(context, scope, is.subject, want_anything());
    const ExpressionId date = read_date(context, scope, is.date);
    const auto age = read_expression(context, scope, is.age, want_duration());
    if (!person || !age) return invalid();
    const auto* members =
        person->type.base == Base::Thing ? context.find_member(person->type.kind, "geboortedatum") : nullptr;
    if (members == nullptr || members->front().what != Member::What::Field) {
        context.report(Code::NoBirthDate, is.subject.where, {type_argument("found", person->type, context.model)});
        return invalid();
    }
    Type type;
    type.base = Base::Date;
    const ExpressionId birth = context.add(FieldOf{person->expression, members->front().field}, type, is.subject.where);
    return add(Aged{birth, date, is.younger, age->expression});
}

ConditionId Reader::operator()(const syntax::Has& has) const { return read_has(context, scope, tree, has, where); }

namespace {

Argument instead_of_contains(Base base) {
    const bool is_thing = base == Base::Thing || base == Base::Things;
    if (is_thing) return term("instead", "Schrijf \"heeft een ...\".", "Write \"heeft een ...\".");
    if (base == Base::Date) return term("instead", "Schrijf \"ligt op ...\".", "Write \"ligt op ...\".");
    return term("instead", "Schrijf `is` in plaats van `bevat`.", "Write `is` instead of `bevat`.");
}

}  // namespace

ConditionId Reader::operator()(const syntax::Contains& contains) const {
    const auto subject = read_expression(context, scope, contains.subject, want_anything());
    if (!subject) return invalid();
    if (subject->type.base != Base::ChoiceSet) {
        context.report(Code::ContainsNeedsChoices, contains.subject.where,
                       {type_argument("found", subject->type, context.model), instead_of_contains(subject->type.base)});
        return invalid();
    }
    if (contains.all) {
        const auto other =
            read_phrase(context, scope, contains.values.front(), want_same(subject->type, context.model));
        if (!other) return invalid();
        return add(ContainsAll{subject->expression, other->expression});
    }
    std::vector<syntax::Expression> values;
    for (const syntax::Phrase& value : contains.values) values.push_back({value, {}, {}, {}, {}, value.where});
    auto chosen = read_values(context, scope, values, subject->type, "of");
    return chosen.empty() ? invalid() : add(ContainsAny{subject->expression, std::move(chosen), contains.negated});
}

// ------------------------------------------------------------------------------------------------------------- dates

DateRelation to_model(syntax::TimeRelation relation) {
    switch (relation) {
        case syntax::TimeRelation::NotAfter: return DateRelation::NotAfter;
        case syntax::TimeRelation::Before: return DateRelation::Before;
        case syntax::TimeRelation::On: return DateRelation::On;
        case syntax::TimeRelation::NotBefore: return DateRelation::NotBefore;
        case syntax::TimeRelation::After: return DateRelation::After;
        case syntax::TimeRelation::Within:
        case syntax::TimeRelation::FromTo: break;
    }
    return DateRelation::On;
}

ConditionId Reader::operator()(const syntax::Lies& lies) const {
    const ExpressionId subject = read_date(context, scope, lies.subject);
    if (lies.time.relation == syntax::TimeRelation::Within) {
        const Term term = read_term(context, scope, lies.time);
        return add(DateBetween{subject, term.earliest, term.latest});
    }
    const ExpressionId bound = read_date(context, scope, lies.time.bound);
    if (lies.time.relation == syntax::TimeRelation::FromTo) {
        return add(DateBetween{subject, bound, read_date(context, scope, *lies.time.last)});
    }
    if (lies.time.relation == syntax::TimeRelation::NotAfter) end_as_term(context, scope, bound);
    return add(DateIs{subject, to_model(lies.time.relation), bound});
}

ConditionId Reader::operator()(const syntax::RunsOn& runs) const { return read_runs(context, scope, runs, where); }
ConditionId Reader::operator()(const syntax::RunsFromTo& runs) const { return read_runs(context, scope, runs, where); }
ConditionId Reader::operator()(const syntax::RunsFor& runs) const { return read_runs(context, scope, runs, where); }

// ------------------------------------------------------------------------------------------------- lists of conditions

Quantifier to_model(syntax::Quantifier quantifier) {
    switch (quantifier) {
        case syntax::Quantifier::All: return Quantifier::All;
        case syntax::Quantifier::None: return Quantifier::None;
        case syntax::Quantifier::AtLeast: return Quantifier::AtLeast;
        case syntax::Quantifier::AtMost: return Quantifier::AtMost;
        case syntax::Quantifier::Exactly: return Quantifier::Exactly;
    }
    return Quantifier::All;
}

ConditionId Reader::operator()(const syntax::Legs& legs) const {
    Legs result;
    result.quantifier = to_model(legs.quantifier);
    result.count = legs.count;
    for (const syntax::Bullet& bullet : legs.bullets) {
        Leg leg;
        leg.condition = read_condition(context, scope, tree, bullet.condition);
        leg.arranged_by = read_actors(context, scope, bullet.arranged_by);
        leg.exceptions = read_exceptions(context, scope, tree, bullet.exceptions);
        leg.where = bullet.where;
        result.legs.push_back(std::move(leg));
    }
    const bool impossible =
        result.count > static_cast<std::int64_t>(result.legs.size()) && result.quantifier != Quantifier::AtMost;
    if (impossible)
        context.report(Code::MoreThanTheList, where,
                       {word("count", std::to_string(result.count)), word("size", std::to_string(result.legs.size()))});
    return add(std::move(result));
}

ConditionId Reader::operator()(const syntax::ForEach& each) const {
    const auto things = read_phrase(context, scope, each.things, want_list());
    if (!things) return invalid();
    const VariableId item = add_item(context, things->type);
    const Scope inner = scope.with(item);
    const ConditionId filter = each.filter ? read_condition(context, inner, tree, *each.filter) : ConditionId{};
    const ConditionId body = read_condition(context, inner, tree, each.body);
    return add(ForEach{things->expression, item, filter, body});
}

}  // namespace

ConditionId read_condition(Context& context, const Scope& scope, const syntax::Document& tree,
                           syntax::ConditionId sentence) {
    const syntax::Condition& condition = tree.conditions[sentence];
    return std::visit(Reader{context, scope, tree, condition.where}, condition.kind);
}

Exception read_exception(Context& context, const Scope& scope, const syntax::Document& tree,
                         const syntax::Exception& exception) {
    Exception result;
    result.condition = read_condition(context, scope, tree, exception.condition);
    if (exception.is_shield) {
        const Span where = context.model.conditions[result.condition].where;
        result.condition = context.add(Shield{result.condition}, where);
    }
    result.exceptions = read_exceptions(context, scope, tree, exception.exceptions);
    result.where = exception.where;
    return result;
}

std::vector<Exception> read_exceptions(Context& context, const Scope& scope, const syntax::Document& tree,
                                       const std::vector<syntax::Exception>& exceptions) {
    std::vector<Exception> result;
    result.reserve(exceptions.size());
    for (const syntax::Exception& exception : exceptions)
        result.push_back(read_exception(context, scope, tree, exception));
    return result;
}

ConditionId but_for(Context& context, ConditionId condition, const std::vector<Exception>& exceptions) {
    if (exceptions.empty()) return condition;
    Legs none{.quantifier = Quantifier::None, .count = 0, .legs = {}};
    for (const Exception& exception : exceptions) {
        const ConditionId holds = but_for(context, exception.condition, exception.exceptions);
        none.legs.push_back({holds, {}, {}, exception.where});
    }
    const Span where = context.model.conditions[condition].where;
    const ConditionId no_exception = context.add(std::move(none), exceptions.front().where);
    Legs both{.quantifier = Quantifier::All, .count = 0, .legs = {}};
    both.legs.push_back({condition, {}, {}, where});
    both.legs.push_back({no_exception, {}, {}, exceptions.front().where});
    return context.add(std::move(both), where);
}

Comparison to_model(syntax::Comparison comparison) {
    switch (comparison) {
        case syntax::Comparison::AtLeast: return Comparison::AtLeast;
        case syntax::Comparison::AtMost: return Comparison::AtMost;
        case syntax::Comparison::MoreThan: return Comparison::MoreThan;
        case syntax::Comparison::LessThan: return Comparison::LessThan;
    }
    return Comparison::Equal;
}

}  // namespace toets::model
