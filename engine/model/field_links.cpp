// Fields that follow from other declarations: the way back, sub-kinds of a list, and whether a list is complete.
#include "base/text.h"
#include "model/fields.h"
#include "model/vocabulary.h"

namespace toets::model {

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
        const bool is_defined = field.completeness == Completeness::Conditional;
        const std::string written = field.completeness == Completeness::Complete ? "`volledig`" : "`onvolledig`";
        context.report(Code::CompletenessTwice, place.header->heading,
                       {word("name", field.name.plural.empty() ? field.name.text : field.name.plural),
                        term("found", is_defined ? "er is al een definitie" : "bij de verklaring staat " + written,
                             is_defined ? "there is a definition" : "its declaration says " + written)},
                       {{Code::DeclaredHereNote, field.where, {}}});
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

}  // namespace toets::model
