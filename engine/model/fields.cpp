#include "model/fields.h"

#include <algorithm>

#include "base/match.h"
#include "base/text.h"
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

// ---------------------------------------------------------------------------------------------------- properties

std::optional<PrivacyClass> privacy_class(const std::string& key) {
    if (key == "wonen") return PrivacyClass::Housing;
    if (key == "financieel") return PrivacyClass::Financial;
    if (key == "zorg") return PrivacyClass::Care;
    if (key == "veiligheid") return PrivacyClass::Safety;
    return std::nullopt;
}

std::optional<Duration::Unit> bare_unit(const std::string& key) {
    if (key == "in dagen") return Duration::Unit::Days;
    if (key == "in maanden") return Duration::Unit::Months;
    return std::nullopt;
}

// What the brackets behind a kind or a field say, apart from its names.
struct Properties {
    std::optional<PrivacyClass> privacy;
    std::optional<Completeness> completeness;
    bool may_be_negative = false;
    std::optional<Duration::Unit> bare_number_unit;
    Actors supplied_by;
    Actors judgement_of;
};

// Cuts `de gemeente of de cliënt` at its links; actors in declarations are looked up when all names are known.
Actors declared_actors(const syntax::Phrase& who) {
    Actors actors;
    syntax::Phrase piece;
    const auto finish = [&] {
        if (!piece.words.empty()) actors.actors.push_back({text_of(piece), {}, {}, {}});
        piece.words.clear();
    };
    for (const syntax::Word& word : who.words) {
        const bool link = word.kind == syntax::WordKind::Link && (word.folded == "en" || word.folded == "of");
        if (!link) {
            piece.words.push_back(word);
            continue;
        }
        actors.any = actors.any || word.folded == "of";
        finish();
    }
    finish();
    return actors;
}

void read_word_property(Context& context, const syntax::Phrase& words, Properties& properties) {
    const std::string key = key_of(words);
    if (const auto privacy = privacy_class(key)) {
        properties.privacy = privacy;
    } else if (key == "volledig") {
        properties.completeness = Completeness::Complete;
    } else if (key == "onvolledig") {
        properties.completeness = Completeness::Incomplete;
    } else if (key == "mag negatief") {
        properties.may_be_negative = true;
    } else if (const auto unit = bare_unit(key)) {
        properties.bare_number_unit = unit;
    } else {
        context.report(Code::UnknownProperty, words.where,
                       {word("name", text_of(words)),
                        hint_argument(text_of(words), {"wonen", "financieel", "zorg", "veiligheid", "volledig",
                                                       "onvolledig", "mag negatief", "in maanden", "in dagen"})});
    }
}

Properties read_properties(Context& context, const std::vector<syntax::Property>& list) {
    Properties properties;
    for (const syntax::Property& property : list) {
        match(
            property.kind, [](const syntax::PluralProperty&) {}, [](const syntax::AlsoProperty&) {},
            [](const syntax::HereafterProperty&) {},
            [&](const syntax::SuppliedByProperty& by) { properties.supplied_by = declared_actors(by.who); },
            [&](const syntax::JudgementOfProperty& of) { properties.judgement_of = declared_actors(of.who); },
            [&](const syntax::WordProperty& words) { read_word_property(context, words.words, properties); });
    }
    return properties;
}

// --------------------------------------------------------------------------------------------------------- fields

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
        // A party as owner ("het bod van een corporatie") belongs to rules about parties, which come later.
        if (!context.names.roles.contains(key_of(*header.owner))) report_unknown_kind(context, *header.owner);
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
    list.privacy = properties.privacy.value_or(PrivacyClass::None);
    list.supplied_by = properties.supplied_by;
    list.where = place.header->heading;
    const FieldId list_id = add_field(context, std::move(list));
    context.model.fields.at(owner_id).partner = list_id;
    context.model.kinds.at(id).owner = owner_id;
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
    Field field;
    field.kind = kind;
    field.name = to_name(declared.name, declared.properties);
    field.type = type.type;
    field.where = clause.where;
    field.privacy = own.privacy.value_or(inherited.privacy.value_or(PrivacyClass::None));
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
    if (header.owner) declare_owner(context, place, header, kind, properties);
    for (const FieldId field : context.kind(kind).fields) {
        Field& built_in = context.model.fields.at(field);
        if (!built_in.built_in) continue;
        if (properties.privacy) built_in.privacy = *properties.privacy;
        if (!properties.supplied_by.actors.empty()) built_in.supplied_by = properties.supplied_by;
    }
    for (const syntax::Clause& clause : place.header->clauses) {
        if (std::holds_alternative<syntax::FieldClause>(clause.kind)) declare_field(context, kind, clause, properties);
    }
}

void declare_inverse_fields(Context& context) {
    std::vector<std::vector<FieldId>> referring(context.model.kinds.size());
    for (std::size_t i = 0; i < context.model.fields.size(); ++i) {
        const FieldId id = context.model.fields.id_at(i);
        const Field& field = context.model.fields[id];
        if (field.role == FieldRole::Stored && field.type.base == Base::Thing)
            referring[field.type.kind.index()].push_back(id);
    }
    for (std::size_t i = 0; i < referring.size(); ++i) {
        if (referring[i].size() != 1) continue;
        const FieldId forward = referring[i].front();
        const KindId target = context.model.kinds.id_at(i);
        const KindId holder = context.model.fields[forward].kind;
        if (target == holder || context.find_member(target, key_of(context.kind(holder).name.text)) != nullptr)
            continue;
        Field inverse;
        inverse.kind = target;
        inverse.name = context.kind(holder).name;
        inverse.name.plural.clear();
        inverse.type = thing_type(Base::Thing, holder);
        inverse.role = FieldRole::Inverse;
        inverse.partner = forward;
        inverse.where = context.model.fields[forward].where;
        add_field(context, std::move(inverse));
    }
}

void declare_completeness(Context& context, const Place& place, const syntax::CompletenessDefinition& header) {
    const auto owner = context.names.kinds.find(key_of(header.owner));
    if (owner == context.names.kinds.end()) {
        report_unknown_kind(context, header.owner);
        return;
    }
    const auto* members = context.find_member(owner->second, key_of(header.things));
    const bool is_list = members != nullptr && members->front().what == Member::What::Field &&
                         (context.model.fields[members->front().field].type.base == Base::Things ||
                          context.model.fields[members->front().field].type.base == Base::ChoiceSet);
    if (!is_list) {
        context.report(Code::NotAList, header.things.where, {word("name", text_of(header.things))});
        return;
    }
    const FieldId id = members->front().field;
    Field& field = context.model.fields.at(id);
    if (field.completeness != Completeness::NotAList) {
        context.report(Code::CompletenessTwice, place.header->heading, {word("name", field.name.text)});
        return;
    }
    field.completeness = Completeness::Conditional;
    field.complete_self = context.model.variables.add({name_text(header.owner), owner->second, {}});
    context.completeness_places.emplace_back(id, place);
}

void check_completeness_declared(Context& context) {
    for (std::size_t i = 0; i < context.model.fields.size(); ++i) {
        Field& field = context.model.fields.at(context.model.fields.id_at(i));
        const bool is_list = field.type.base == Base::Things || field.type.base == Base::ChoiceSet;
        if (!is_list || field.completeness != Completeness::NotAList) continue;
        context.report(Code::CompletenessMissing, field.where,
                       {word("name", field.name.plural.empty() ? field.name.text : field.name.plural)});
        field.completeness = Completeness::Incomplete;
    }
}

void declare_sub_lists(Context& context) {
    for (std::size_t i = 0; i < context.model.sub_kinds.size(); ++i) {
        const SubKindId id = context.model.sub_kinds.id_at(i);
        const SubKind sub_kind = context.model.sub_kinds[id];
        for (std::size_t f = 0; f < context.model.fields.size(); ++f) {
            const FieldId field = context.model.fields.id_at(f);
            const Field& list = context.model.fields[field];
            if (list.type.base != Base::Things || list.type.kind != sub_kind.base) continue;
            context.add_member(list.kind, sub_kind.name, {Member::What::SubList, field, id, {}, {}, 0});
        }
    }
}

void find_case_kinds(Context& context) {
    std::set<KindId> referred;
    std::set<KindId> referring;
    for (const Field& field : context.model.fields) {
        if (field.role == FieldRole::Stored && field.type.base == Base::Thing) {
            referred.insert(field.type.kind);
            referring.insert(field.kind);
        }
        if (field.type.base == Base::Things) referred.insert(field.type.kind);
    }
    for (const KindId kind : referring) {
        if (!referred.contains(kind)) context.names.case_kinds.push_back(kind);
    }
}

namespace {

void resolve_actors(Context& context, Actors& actors, const Field& field) {
    for (Actor& actor : actors.actors) {
        const std::string key = key_of(actor.words);
        const auto role = context.names.roles.find(key);
        const auto kind = context.names.kinds.find(key);
        if (role != context.names.roles.end()) {
            actor.role = role->second;
            actor.words = with_article(context.model.roles[actor.role].name);
        } else if (kind != context.names.kinds.end()) {
            actor.kind = kind->second;
            actor.words = with_article(context.kind(actor.kind).name);
        } else if (context.find_member(field.kind, key) == nullptr) {
            std::vector<std::string> known;
            for (const Role& it : context.model.roles) known.push_back(it.name.text);
            context.report(Code::UnknownActor, field.where,
                           {word("name", actor.words), hint_argument(actor.words, known)});
        }
    }
}

}  // namespace

void resolve_declared_actors(Context& context) {
    for (std::size_t i = 0; i < context.model.fields.size(); ++i) {
        Field& field = context.model.fields.at(context.model.fields.id_at(i));
        resolve_actors(context, field.supplied_by, field);
        resolve_actors(context, field.judgement_of, field);
    }
}

void read_parameter_rows(Context& context, const syntax::Header& header, Parameter& parameter) {
    for (const syntax::Clause& clause : header.clauses) {
        const auto* row = std::get_if<syntax::ParameterRowClause>(&clause.kind);
        if (row == nullptr) continue;
        const auto& words = row->value.first.words;
        std::optional<std::int64_t> value;
        if (words.size() == 1 && words[0].literal && row->value.rest.empty())
            value = column_value(*words[0].literal, parameter.type.base);
        if (!value) {
            context.report(Code::ParameterRowType, row->value.where,
                           {type_argument("expected", parameter.type, context.model)});
            continue;
        }
        ParameterRow result;
        result.from = row->from;
        result.value = *value;
        result.source = row->source && row->source->text ? *row->source->text : "";
        result.unverified = !row->source || !row->source->text || row->source->unverified;
        result.where = clause.where;
        if (!parameter.rows.empty() && result.from <= parameter.rows.back().from) {
            context.report(Code::ParameterRowsOutOfOrder, clause.where,
                           {word("date", to_words(result.from, Language::Dutch))});
            continue;
        }
        parameter.rows.push_back(result);
    }
}

}  // namespace toets::model
