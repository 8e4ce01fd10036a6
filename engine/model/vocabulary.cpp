#include "model/vocabulary.h"

#include "base/match.h"
#include "base/text.h"
#include "model/access.h"
#include "model/calendars.h"
#include "model/field_properties.h"
#include "model/fields.h"
#include "model/levels.h"
#include "model/party_kinds.h"
#include "model/procedures.h"
#include "model/renewals.h"
#include "model/successions.h"
#include "model/version_choice.h"

namespace toets::model {

Name to_name(const syntax::DeclaredName& declared, const std::vector<syntax::Property>& properties) {
    Name name;
    name.text = text_of(declared.name);
    name.where = declared.name.where;
    if (declared.article) name.article = declared.article->folded;
    for (const syntax::Property& property : properties) {
        if (const auto* plural = std::get_if<syntax::PluralProperty>(&property.kind))
            name.plural = text_of(plural->name);
        if (const auto* also = std::get_if<syntax::AlsoProperty>(&property.kind))
            name.also.push_back(text_of(also->name));
    }
    return name;
}

namespace {

template <class Function>
void for_each_header(const Source& source, DocumentId document, Function function) {
    for (const syntax::Block& block : source.document->blocks) {
        for (std::size_t i = 0; i < block.headers.size(); ++i) {
            function(Place{source.document, &block, &block.headers[i], i, document});
        }
    }
}

// ------------------------------------------------------------------------------------------------------- documents

DocumentKind to_model(syntax::DocumentKind kind) {
    switch (kind) {
        case syntax::DocumentKind::Covenant: return DocumentKind::Covenant;
        case syntax::DocumentKind::PerformanceAgreements: return DocumentKind::PerformanceAgreements;
        case syntax::DocumentKind::Ordinance: return DocumentKind::Ordinance;
        case syntax::DocumentKind::Law: return DocumentKind::Law;
        case syntax::DocumentKind::Concepts: return DocumentKind::Concepts;
    }
    return DocumentKind::Plain;
}

void read_document_clause(Context& context, const Place& place, const syntax::Clause& clause) {
    const DocumentId id = place.document;
    Document& document = context.model.documents.at(id);
    if (const auto* level = std::get_if<syntax::LevelClause>(&clause.kind)) {
        document.level = model::to_model(level->level);
        if (!level->place) return;
        document.place = text_of(*level->place);
        context.level_clauses[id] = level;
    } else if (const auto* source = std::get_if<syntax::SourceClause>(&clause.kind)) {
        document.source = source->text.value_or("");
        document.unverified = source->unverified;
    } else if (const auto* validity = std::get_if<syntax::ValidityClause>(&clause.kind)) {
        document.validity = {validity->first, validity->last};
        if (validity->last && *validity->last < validity->first) context.report(Code::ValidityBackwards, clause.where);
    } else if (std::holds_alternative<syntax::VersionClause>(clause.kind)) {
        context.version_clauses[id] = {place.tree, &clause};
    }
}

void declare_document(Context& context, const Place& place, const syntax::DocumentHeader& header) {
    Document& document = context.model.documents.at(place.document);
    if (document.kind != DocumentKind::Plain) return;  // a second header: the syntax has said so
    document.kind = to_model(header.kind);
    document.name = name_text(header.name);
    const auto [found, added] = context.names.documents.emplace(key_of(header.name), place.document);
    if (!added) context.report(Code::DuplicateDocument, header.name.where, {word("name", document.name)});
    for (const syntax::Clause& clause : place.header->clauses) read_document_clause(context, place, clause);
}

void resolve_uses(Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* uses = std::get_if<syntax::UsesClause>(&clause.kind);
        if (uses == nullptr) continue;
        for (const syntax::Phrase& name : uses->documents) {
            const auto found = context.names.documents.find(key_of(name));
            if (found == context.names.documents.end()) continue;  // who looked for the file has said so
            context.model.documents.at(place.document).uses.push_back(found->second);
        }
    }
}

// ---------------------------------------------------------------------------------------------- roles and parties

RoleId declare_role(Context& context, const syntax::DeclaredName& declared,
                    const std::vector<syntax::Property>& properties) {
    const Name name = to_name(declared, properties);
    const std::string key = key_of(declared.name);
    const auto found = context.names.roles.find(key);
    if (found != context.names.roles.end()) {
        Role& role = context.model.roles.at(found->second);
        if (role.name.plural.empty() && !name.plural.empty()) {
            role.name.plural = name.plural;
            context.names.roles.emplace(key_of(name.plural), found->second);
        }
        return found->second;
    }
    const RoleId id = context.model.roles.add({name, false, {}, name.where});
    context.names.roles.emplace(key, id);
    if (!name.plural.empty()) context.names.roles.emplace(key_of(name.plural), id);
    return id;
}

void declare_parties(Context& context, const syntax::PartyClause& clause) {
    const RoleId role = declare_role(context, clause.role, clause.properties);
    context.model.roles.at(role).is_party = true;
    for (const syntax::Phrase& member : clause.members) {
        const auto known = context.names.parties.find(key_of(member));
        if (known != context.names.parties.end() && context.model.parties[known->second].role == role) continue;
        if (known != context.names.parties.end()) {
            context.report(Code::PartyInTwoRoles, member.where, {word("name", text_of(member))});
            continue;
        }
        Name name;
        name.text = text_of(member);
        name.where = member.where;
        const PartyId party = context.model.parties.add({name, role});
        context.model.roles.at(role).members.push_back(party);
        context.names.parties.emplace(key_of(member), party);
    }
}

void report_leap_day(Context& context, Span where, bool first_of_march_before) {
    const auto day = [](std::string name, bool is_march) {
        return is_march ? term(std::move(name), "1 maart", "1 March")
                        : term(std::move(name), "28 februari", "28 February");
    };
    context.report(Code::TwoLeapDayRules, where,
                   {day("found", !first_of_march_before), day("expected", first_of_march_before)});
}

void declare_roles(Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* party = std::get_if<syntax::PartyClause>(&clause.kind)) declare_parties(context, *party);
        if (const auto* roles = std::get_if<syntax::RoleClause>(&clause.kind)) {
            for (const syntax::DeclaredName& name : roles->roles) declare_role(context, name, {});
        }
        if (const auto* leap = std::get_if<syntax::LeapDayClause>(&clause.kind)) {
            auto& choice = context.model.leap_day_is_first_of_march;
            if (choice && *choice != leap->first_of_march) report_leap_day(context, clause.where, *choice);
            choice = leap->first_of_march;
        }
    }
}

// ------------------------------------------------------------------------------- parameters, definitions and tables

void declare_parameter(Context& context, const Place& place, const syntax::ParameterHeader& header) {
    Parameter parameter;
    parameter.name = to_name(header.name, header.properties);
    parameter.document = place.document;
    parameter.where = place.header->heading;
    parameter.type = field_type(context, header.type, header.name.name.where).type;
    parameter.last = context.model.documents[place.document].validity.last;
    read_parameter_rows(context, *place.header, parameter);
    const auto [found, added] =
        context.names.parameters.emplace(key_of(header.name.name), context.model.parameters.add(parameter));
    if (!added) context.report(Code::DuplicateName, header.name.name.where, {word("name", parameter.name.text)});
}

KindId owner_kind(Context& context, const syntax::Phrase& owner) {
    const auto found = context.names.kinds.find(key_of(owner));
    if (found != context.names.kinds.end()) return found->second;
    const auto sub = context.names.sub_kinds.find(key_of(owner));
    if (sub != context.names.sub_kinds.end()) return context.model.sub_kinds[sub->second].base;
    report_unknown_kind(context, owner);
    return {};
}

VariableId declare_self(Context& context, const syntax::Phrase& owner, KindId kind) {
    return context.model.variables.add({name_text(owner), kind, {}});
}

void add_definition(Context& context, const Place& place, const Name& name, const syntax::Phrase& owner,
                    bool is_property) {
    const KindId kind = owner_kind(context, owner);
    if (!kind.is_valid()) return;
    const std::string key = key_of(name.text);
    if (const auto* members = context.find_member(kind, key)) {
        const Member& member = members->front();
        const bool version = member.what == Member::What::Derived &&
                             context.model.definitions[member.definition].is_property == is_property;
        if (version) {
            context.definition_places[member.definition].push_back(place);
        } else {
            context.report(Code::DuplicateName, name.where, {word("name", name.text)});
        }
        return;
    }
    Definition definition;
    definition.name = name;
    definition.of = kind;
    definition.self = declare_self(context, owner, kind);
    definition.is_property = is_property;
    definition.type.base = is_property ? Base::YesNo : Base::Text;
    definition.source = source_of(context, place);
    const DefinitionId id = context.model.definitions.add(definition);
    context.definition_places[id].push_back(place);
    context.add_member(kind, name, {Member::What::Derived, {}, {}, id, {}, 0});
}

void declare_property(Context& context, const Place& place, const syntax::PropertyDefinition& header) {
    Name name;
    name.text = name_text(header.property);
    name.where = header.property.where;
    add_definition(context, place, name, header.subject, true);
}

void declare_table(Context& context, const Place& place, const syntax::DecisionTableHeader& header) {
    const KindId kind = owner_kind(context, header.owner);
    if (!kind.is_valid()) return;
    DecisionTable table;
    table.name = to_name(header.name, {});
    table.of = kind;
    table.self = declare_self(context, header.owner, kind);
    table.source = source_of(context, place);
    table.where = place.header->heading;
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* rows = std::get_if<syntax::TableClause>(&clause.kind);
        if (rows == nullptr) continue;
        for (const syntax::Column& column : rows->columns) {
            if (column.kind != syntax::Column::Kind::Result) continue;
            Name name;
            name.text = name_text(column.path);
            name.article = column.path.words.empty() || column.path.words.front().kind != syntax::WordKind::Article
                               ? ""
                               : column.path.words.front().folded;
            name.where = column.where;
            table.result_names.push_back(name);
        }
    }
    const TableId id = context.model.tables.add(table);
    context.table_places[id] = place;
    for (std::size_t i = 0; i < table.result_names.size(); ++i) {
        const std::string key = key_of(table.result_names[i].text);
        if (context.find_member(kind, key) != nullptr) {
            context.report(Code::DuplicateName, table.result_names[i].where,
                           {word("name", table.result_names[i].text)});
        } else {
            context.add_member(kind, table.result_names[i], {Member::What::TableResult, {}, {}, {}, id, i});
        }
    }
    const bool named = std::any_of(table.result_names.begin(), table.result_names.end(),
                                   [&](const Name& name) { return key_of(name.text) == key_of(table.name.text); });
    if (!named) context.report(Code::TableWithoutItsResult, place.header->heading, {word("name", table.name.text)});
}

void declare_sub_kind(Context& context, const Place& place, const syntax::SubKindDefinition& header) {
    const KindId base = owner_kind(context, header.base);
    if (!base.is_valid()) return;
    SubKind sub_kind;
    sub_kind.name = to_name(header.name, header.properties);
    sub_kind.base = base;
    sub_kind.where = place.header->heading;
    const std::string self = header.hereafter ? name_text(*header.hereafter) : name_text(header.base);
    sub_kind.self = context.model.variables.add({self, base, {}});
    const SubKindId id = context.model.sub_kinds.add(sub_kind);
    context.sub_kind_places[id] = place;
    for (const std::string& name : {sub_kind.name.text, sub_kind.name.plural}) {
        if (name.empty()) continue;
        if (context.names.kinds.contains(key_of(name)) || !context.names.sub_kinds.emplace(key_of(name), id).second) {
            context.report(Code::DuplicateName, sub_kind.name.where, {word("name", name)});
        }
    }
}

void declare_derived(Context& context, const Place& place) {
    match(
        place.header->kind, [&](const syntax::ParameterHeader& header) { declare_parameter(context, place, header); },
        [&](const syntax::DecisionTableHeader& header) { declare_table(context, place, header); },
        [&](const syntax::ValueDefinition& header) {
            add_definition(context, place, to_name(header.name, {}), header.owner, false);
        },
        [&](const syntax::PropertyDefinition& header) { declare_property(context, place, header); },
        [&](const syntax::CompletenessDefinition& header) { declare_completeness(context, place, header); },
        [](const syntax::SubKindDefinition&) {}, [](const syntax::DocumentHeader&) {}, [](const syntax::KindHeader&) {},
        [](const syntax::RuleHeader&) {}, [](const syntax::ExemptionHeader&) {}, [](const syntax::TallyHeader&) {},
        [](const syntax::AccessHeader&) {}, [](const syntax::ApportionmentHeader&) {},
        [](const syntax::CalendarHeader&) {}, [](const syntax::ExampleHeader&) {}, [](const syntax::NotYetHeader&) {},
        [](const syntax::InvalidHeader&) {});
}

// Sub-kinds may rest on each other in any order: a base that is not known yet is tried again.
void declare_sub_kinds(Context& context, std::vector<Place> places) {
    bool progress = true;
    while (progress && !places.empty()) {
        progress = false;
        std::vector<Place> later;
        for (const Place& place : places) {
            const auto& header = std::get<syntax::SubKindDefinition>(place.header->kind);
            const std::string base = key_of(header.base);
            if (context.names.kinds.contains(base) || context.names.sub_kinds.contains(base)) {
                declare_sub_kind(context, place, header);
                progress = true;
            } else {
                later.push_back(place);
            }
        }
        places = std::move(later);
    }
    for (const Place& place : places)
        report_unknown_kind(context, std::get<syntax::SubKindDefinition>(place.header->kind).base);
}

// "4:13", "2.3.2", "7a" at the start of a heading; what follows a number does not belong to it: "3. Begeleiding".
std::string article_number_in(std::string_view heading) {
    const auto is_plain = [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
    };
    std::size_t end = 0;
    while (end < heading.size()) {
        const bool is_inside =
            (heading[end] == '.' || heading[end] == ':') && end + 1 < heading.size() && is_plain(heading[end + 1]);
        if (!is_plain(heading[end]) && !is_inside) break;
        ++end;
    }
    return std::string(heading.substr(0, end));
}

}  // namespace

RuleSource source_of(const Context& context, const Place& place) {
    RuleSource source;
    source.document = place.document;
    for (const syntax::Heading& heading : place.block->headings) {
        source.headings.push_back(heading.text);
        const std::string folded = fold(heading.text);
        if (folded.rfind("artikel ", 0) != 0) continue;
        source.article_number = article_number_in(std::string_view(folded).substr(8));
        source.article = "artikel " + source.article_number;
    }
    std::vector<int> numbers;
    for (const syntax::Paragraph& paragraph : place.block->prose) {
        if (!source.prose.empty()) source.prose += "\n";
        source.prose += paragraph.text;
        if (paragraph.number) numbers.push_back(*paragraph.number);
    }
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* own = std::get_if<syntax::ParagraphsClause>(&clause.kind)) numbers = own->numbers;
        if (const auto* text = std::get_if<syntax::SourceClause>(&clause.kind)) {
            source.text = text->text.value_or("");
            source.unverified = text->unverified;
        }
    }
    source.paragraphs = numbers;
    for (std::size_t i = 0; i < numbers.size() && !source.article.empty(); ++i) {
        const char* separator = i == 0 ? " lid " : i + 1 == numbers.size() ? " en " : ", ";
        source.article += separator + std::to_string(numbers[i]);
    }
    const Document& document = context.model.documents[place.document];
    if (source.text.empty()) source.text = document.source;
    source.unverified = source.unverified || document.unverified;
    return source;
}

std::vector<Place> declare_vocabulary(Context& context, const std::vector<Source>& documents) {
    std::vector<Place> places;
    for (const Source& source : documents) {
        Document document;
        document.text = source.text->id();
        const DocumentId id = context.model.documents.add(document);
        for_each_header(source, id, [&](const Place& place) { places.push_back(place); });
    }
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::DocumentHeader>(&place.header->kind))
            declare_document(context, place, *header);
    }
    for (const Place& place : places) resolve_uses(context, place);
    declare_calendars(context, places);
    for (const Place& place : places) declare_roles(context, place);
    read_successions(context, places);
    read_days_in_force(context, places);
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::KindHeader>(&place.header->kind))
            declare_kind(context, place, *header);
    }
    declare_party_kinds(context, places);
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::KindHeader>(&place.header->kind))
            declare_fields(context, place, *header);
    }
    for (const Place& place : places) {
        if (const auto* header = std::get_if<syntax::RuleHeader>(&place.header->kind))
            declare_steps(context, place, *header);
    }
    for (const Place& place : places) declare_consents(context, place);
    declare_party_names(context);
    declare_inverse_fields(context);
    settle_privacy(context);
    std::vector<Place> sub_kinds;
    for (const Place& place : places) {
        if (std::holds_alternative<syntax::SubKindDefinition>(place.header->kind)) sub_kinds.push_back(place);
    }
    declare_sub_kinds(context, std::move(sub_kinds));
    declare_version_choices(context, places);
    declare_sub_lists(context);
    for (const Place& place : places) declare_derived(context, place);
    check_completeness_declared(context);
    find_case_kinds(context);
    resolve_declared_actors(context);
    return places;
}

}  // namespace toets::model
