#include "model/fields.h"

#include <algorithm>

#include "base/match.h"
#include "base/text.h"
#include "model/field_properties.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

struct NamedBase {
    const char* name;
    Base base;
};
constexpr NamedBase named_bases[] = {
    {"datum", Base::Date},
    {"bedrag", Base::Amount},
    {"aantal", Base::Count},
    {"getal", Base::Number},
    {"percentage", Base::Percentage},
    {"duur", Base::Duration},
    {"uur per week", Base::HoursPerWeek},
    {"tekst", Base::Text},
    {"persoon", Base::Person},
    {"organisatie", Base::Organisation},
};

bool is_yes_no(const std::vector<syntax::Phrase>& values) {
    return values.size() == 2 && key_of(values[0]) == "ja" && key_of(values[1]) == "nee";
}

Type choice_type(Context& context, const std::vector<syntax::Phrase>& values, Base base, Span where) {
    Type type;
    type.base = base;
    ChoiceList list;
    std::set<std::string> seen;
    for (const syntax::Phrase& value : values) {
        Name name;
        name.text = text_of(value);
        name.where = value.where;
        if (!seen.insert(key_of(value)).second)
            context.report(Code::DuplicateChoice, value.where, {word("name", name.text)});
        list.values.push_back(std::move(name));
    }
    if (list.values.size() > max_choices) {
        context.report(Code::TooManyChoices, where, {word("limit", std::to_string(max_choices))});
        list.values.resize(max_choices);
    }
    type.choices = context.model.choice_lists.add(std::move(list));
    return type;
}

std::vector<std::string> type_names(const Context& context) {
    std::vector<std::string> names;
    for (const NamedBase& base : named_bases) names.emplace_back(base.name);
    for (const Kind& kind : context.model.kinds) names.push_back(kind.name.text);
    for (const Role& role : context.model.roles) names.push_back(role.name.text);
    return names;
}

FieldKind named_type(Context& context, const syntax::Phrase& name) {
    const std::string key = key_of(name);
    FieldKind result;
    for (const NamedBase& base : named_bases) {
        if (key == base.name) {
            result.type.base = base.base;
            return result;
        }
    }
    const auto role = context.names.roles.find(key);
    if (role != context.names.roles.end()) {
        result.type.base = Base::Organisation;
        result.type.role = role->second;
        return result;
    }
    const auto kind = context.names.kinds.find(key);
    if (kind != context.names.kinds.end()) {
        result.type = thing_type(Base::Thing, kind->second);
        return result;
    }
    context.report(Code::UnknownType, name.where,
                   {word("name", text_of(name)), hint_argument(text_of(name), type_names(context))});
    return result;
}

void add_built_ins(Context& context, KindId id, KindCategory category) {
    if (category == KindCategory::Event) {
        const FieldId date = add_built_in(context, id, "datum", "de", Base::Date);
        const FieldId performer = add_built_in(context, id, "uitvoerder", "de", Base::Organisation);
        const FieldId towards = add_built_in(context, id, "aan", "", Base::Organisation);
        const FieldId together = add_built_in(context, id, "met", "", Base::Organisation);
        Kind& kind = context.model.kinds.at(id);
        kind.date = date;
        kind.performer = performer;
        kind.towards = towards;
        kind.together_with = together;
    } else if (category == KindCategory::Period) {
        const FieldId first = add_built_in(context, id, "begindatum", "de", Base::Date);
        const FieldId last = add_built_in(context, id, "einddatum", "de", Base::Date);
        Kind& kind = context.model.kinds.at(id);
        kind.first_day = first;
        kind.last_day = last;
    }
}

KindCategory to_model(syntax::KindCategory category) {
    switch (category) {
        case syntax::KindCategory::Thing: return KindCategory::Thing;
        case syntax::KindCategory::Event: return KindCategory::Event;
        case syntax::KindCategory::Period: return KindCategory::Period;
    }
    return KindCategory::Thing;
}

void declare_owner(Context& context, const Place& place, const syntax::KindHeader& header, KindId id,
                   const Properties& properties) {
    const auto found = context.names.kinds.find(key_of(*header.owner));
    if (found == context.names.kinds.end()) {
        report_unknown_kind(context, *header.owner);
        return;
    }
    if (context.kind(id).owner.is_valid()) return;
    Field owner;
    owner.kind = id;
    owner.name = context.kind(found->second).name;
    owner.name.plural.clear();
    owner.type = thing_type(Base::Thing, found->second);
    owner.role = FieldRole::Owner;
    owner.where = place.header->heading;
    const FieldId owner_id = add_field(context, std::move(owner));
    Field list;
    list.kind = found->second;
    list.name = context.kind(id).name;
    list.type = thing_type(Base::Things, id);
    list.role = FieldRole::Owned;
    list.partner = owner_id;
    list.completeness = properties.completeness.value_or(Completeness::NotAList);
    list.supplied_by = properties.supplied_by;
    list.is_consecutive = properties.is_consecutive;
    list.where = place.header->heading;
    const FieldId list_id = add_field(context, std::move(list));
    context.model.fields.at(owner_id).partner = list_id;
    context.model.kinds.at(id).owner = owner_id;
    // left out, a last day is that of the next period; so `onbekend` is something else
    if (properties.is_consecutive && context.kind(id).last_day.is_valid()) {
        context.model.fields.at(context.kind(id).last_day).closed = true;
    }
}

bool same_field(const Model& model, const Field& left, const Field& right) {
    if (left.type.base != right.type.base || left.type.kind != right.type.kind || left.type.role != right.type.role)
        return false;
    if (!left.type.choices.is_valid()) return true;
    const auto& a = model.choice_lists[left.type.choices].values;
    const auto& b = model.choice_lists[right.type.choices].values;
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Name& x, const Name& y) { return key_of(x.text) == key_of(y.text); });
}

void declare_field(Context& context, KindId kind, const syntax::Clause& clause, const Properties& inherited) {
    const auto& declared = std::get<syntax::FieldClause>(clause.kind);
    const FieldKind type = field_type(context, declared.type, clause.where);
    const Properties own = read_properties(context, declared.properties);
    if (own.is_consecutive) context.report(Code::ConsecutiveNeedsPeriods, clause.where);
    Field field;
    field.kind = kind;
    field.name = to_name(declared.name, declared.properties);
    field.type = type.type;
    field.where = clause.where;
    field.privacy = own.privacy.value_or(PrivacyClass::None);
    field.has_own_privacy = own.privacy.has_value();
    field.supplied_by = own.supplied_by.actors.empty() ? inherited.supplied_by : own.supplied_by;
    field.judgement_of = own.judgement_of.actors.empty() ? inherited.judgement_of : own.judgement_of;
    field.may_be_negative = own.may_be_negative;
    field.bare_number_unit = own.bare_number_unit;
    if (type.is_list) {
        field.completeness = own.completeness.value_or(Completeness::NotAList);
    } else {
        field.closed = own.completeness == Completeness::Complete;
    }
    if (const auto* known = context.find_member(kind, key_of(declared.name.name))) {
        const Member& member = known->front();
        const bool same =
            member.what == Member::What::Field && same_field(context.model, context.model.fields[member.field], field);
        if (!same) context.report(Code::FieldDeclaredDifferently, clause.where, {word("name", field.name.text)});
        return;
    }
    const FieldId id = add_field(context, std::move(field));
    // "heeft een ondertekening": one thing of `de ondertekeningen: lijst van ondertekeningen`.
    if (type.type.base != Base::Things) return;
    const std::string one = key_of(context.kind(type.type.kind).name.text);
    Member member;
    member.field = id;
    if (context.find_member(kind, one) == nullptr) context.names.members[kind.index()][one].push_back(member);
}

}  // namespace

FieldId add_field(Context& context, Field field) {
    const KindId kind = field.kind;
    const Name name = field.name;
    const FieldId id = context.model.fields.add(std::move(field));
    context.model.kinds.at(kind).fields.push_back(id);
    Member member;
    member.field = id;
    context.add_member(kind, name, member);
    return id;
}

FieldId add_built_in(Context& context, KindId kind, const char* name, const char* article, Base base) {
    Field field;
    field.kind = kind;
    field.name.text = name;
    field.name.article = article;
    field.type.base = base;
    field.built_in = true;
    return add_field(context, std::move(field));
}

FieldKind field_type(Context& context, const syntax::FieldType& type, Span where) {
    return match(
        type, [&](const syntax::NamedType& named) { return named_type(context, named.name); },
        [&](const syntax::ChoiceType& choice) {
            FieldKind result;
            result.type.base = Base::YesNo;
            if (!is_yes_no(choice.values)) result.type = choice_type(context, choice.values, Base::Choice, where);
            return result;
        },
        [&](const syntax::ListOfThings& list) {
            FieldKind result;
            const auto kind = context.names.kinds.find(key_of(list.plural));
            if (kind == context.names.kinds.end()) {
                report_unknown_kind(context, list.plural);
            } else {
                result.type = thing_type(Base::Things, kind->second);
                result.is_list = true;
            }
            return result;
        },
        [&](const syntax::ListOfChoices& list) {
            FieldKind result;
            result.type = choice_type(context, list.values, Base::ChoiceSet, where);
            result.is_list = true;
            return result;
        });
}

void report_unknown_kind(Context& context, const syntax::Phrase& name) {
    std::vector<std::string> known;
    for (const Kind& kind : context.model.kinds) known.push_back(kind.name.text);
    for (const SubKind& kind : context.model.sub_kinds) known.push_back(kind.name.text);
    context.report(Code::UnknownKind, name.where, {word("name", text_of(name)), hint_argument(text_of(name), known)});
}

void declare_kind(Context& context, const Place& place, const syntax::KindHeader& header) {
    const Name name = to_name(header.name, header.properties);
    const std::string key = key_of(header.name.name);
    const KindCategory category = to_model(header.category);
    const auto found = context.names.kinds.find(key);
    KindId id;
    if (found != context.names.kinds.end()) {
        id = found->second;
        if (context.kind(id).category != category)
            context.report(Code::KindDeclaredDifferently, place.header->heading, {word("name", name.text)});
        if (context.kind(id).name.plural.empty()) context.model.kinds.at(id).name.plural = name.plural;
    } else {
        Kind kind;
        kind.name = name;
        kind.category = category;
        kind.document = place.document;
        kind.where = place.header->heading;
        id = context.model.kinds.add(kind);
        context.names.members.resize(context.model.kinds.size());
        context.names.kinds.emplace(key, id);
        add_built_ins(context, id, category);
    }
    if (!name.plural.empty()) context.names.kinds.emplace(key_of(name.plural), id);
    for (const std::string& also : name.also) context.names.kinds.emplace(key_of(also), id);
}

void declare_fields(Context& context, const Place& place, const syntax::KindHeader& header) {
    const KindId kind = context.names.kinds.at(key_of(header.name.name));
    const Properties properties = read_properties(context, header.properties);
    const bool can_follow = header.owner && context.kind(kind).category == KindCategory::Period &&
                            properties.completeness == Completeness::Complete;
    if (properties.is_consecutive && !can_follow) {
        context.report(Code::ConsecutiveNeedsPeriods, place.header->heading);
    }
    if (properties.privacy && context.kind(kind).privacy == PrivacyClass::None) {
        context.model.kinds.at(kind).privacy = *properties.privacy;
    }
    if (header.owner) declare_owner(context, place, header, kind, properties);
    for (const FieldId field : context.kind(kind).fields) {
        Field& built_in = context.model.fields.at(field);
        if (!built_in.built_in) continue;
        if (!properties.supplied_by.actors.empty()) built_in.supplied_by = properties.supplied_by;
    }
    for (const syntax::Clause& clause : place.header->clauses) {
        if (std::holds_alternative<syntax::FieldClause>(clause.kind)) declare_field(context, kind, clause, properties);
    }
}

}  // namespace toets::model
