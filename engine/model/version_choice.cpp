#include "model/version_choice.h"

#include <algorithm>

#include "model/actors.h"
#include "model/fields.h"

namespace toets::model {

namespace {

constexpr std::string_view choice_key = "keuze voor nieuwere versie";

const syntax::NewerVersionClause* choice_in(const std::vector<syntax::Clause>& clauses) {
    for (const syntax::Clause& clause : clauses) {
        if (const auto* choice = std::get_if<syntax::NewerVersionClause>(&clause.kind)) return choice;
    }
    return nullptr;
}

// In the rule, or for all rules in the document's header.
const syntax::NewerVersionClause* choice_for(const Context& context, const Place& place) {
    if (const auto* own = choice_in(place.header->clauses)) return own;
    const auto found = context.version_choices.find(place.document);
    return found == context.version_choices.end() ? nullptr : found->second;
}

std::optional<KindId> subject_of(const Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* every = std::get_if<syntax::ForEveryClause>(&clause.kind);
        if (every == nullptr) continue;
        const std::string key = key_of(every->kind);
        const auto kind = context.names.kinds.find(key);
        if (kind != context.names.kinds.end()) return kind->second;
        const auto sub_kind = context.names.sub_kinds.find(key);
        if (sub_kind != context.names.sub_kinds.end()) return context.model.sub_kinds[sub_kind->second].base;
    }
    return std::nullopt;
}

std::optional<FieldId> choice_field(const Context& context, KindId kind) {
    const auto* members = context.find_member(kind, std::string(choice_key));
    if (members == nullptr) return std::nullopt;
    for (const Member& member : *members) {
        if (member.what == Member::What::Field) return member.field;
    }
    return std::nullopt;
}

}  // namespace

void declare_version_choices(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        if (!std::holds_alternative<syntax::DocumentHeader>(place.header->kind)) continue;
        if (const auto* choice = choice_in(place.header->clauses)) context.version_choices[place.document] = choice;
    }
    for (const Place& place : places) {
        if (!std::holds_alternative<syntax::RuleHeader>(place.header->kind)) continue;
        const std::optional<KindId> kind = subject_of(context, place);
        if (choice_for(context, place) == nullptr || !kind || choice_field(context, *kind)) continue;
        const FieldId id = add_built_in(context, *kind, "keuze voor een nieuwere versie", "de", Base::Date);
        Field& field = context.model.fields.at(id);
        field.name.also = {"keuze nieuwere versie"};
        field.closed = true;  // nobody chose until somebody says so
    }
}

ExpressionId with_version_choice(Context& context, const Place& place, const Scope& scope, ExpressionId date) {
    const syntax::NewerVersionClause* choice = choice_for(context, place);
    if (choice == nullptr || scope.variables.empty()) return date;
    if (!date.is_valid()) {
        context.report(Code::NothingToChoose, choice->who.where);
        return date;
    }
    const VariableId subject = scope.variables.front();
    const KindId kind = context.model.variables[subject].kind;
    const std::optional<FieldId> field = choice_field(context, kind);
    if (!field) return date;
    Field& declared = context.model.fields.at(*field);
    if (declared.supplied_by.actors.empty()) declared.supplied_by = read_actors(context, scope, {choice->who});
    const Span where = context.model.expressions[date].where;
    const ExpressionId thing = context.add(VariableUse{subject}, thing_type(Base::Thing, kind), where);
    const ExpressionId chosen = context.add(FieldOf{thing, *field}, simple_type(Base::Date), where);
    return context.add(ExtremeOf{Extreme::Highest, {date, chosen}}, simple_type(Base::Date), where);
}

}  // namespace toets::model
