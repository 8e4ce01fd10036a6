#include "model/party_kinds.h"

#include "model/fields.h"

namespace toets::model {

namespace {

void declare_party_kind(Context& context, const Place& place, const syntax::Phrase& name) {
    const std::string key = key_of(name);
    const auto role = context.names.roles.find(key);
    if (role == context.names.roles.end() || context.names.kinds.contains(key)) return;
    const Role& declared = context.model.roles[role->second];
    Kind kind;
    kind.name = declared.name;
    kind.document = place.document;
    kind.where = declared.where;
    const KindId id = context.model.kinds.add(kind);
    context.names.members.resize(context.model.kinds.size());
    context.names.kinds.emplace(key_of(declared.name.text), id);
    if (!declared.name.plural.empty()) context.names.kinds.emplace(key_of(declared.name.plural), id);
}

}  // namespace

void declare_party_kinds(Context& context, const std::vector<Place>& places) {
    for (const Place& place : places) {
        const auto* kind = std::get_if<syntax::KindHeader>(&place.header->kind);
        if (kind != nullptr && kind->owner) declare_party_kind(context, place, *kind->owner);
        for (const syntax::Clause& clause : place.header->clauses) {
            const auto* every = std::get_if<syntax::ForEveryClause>(&clause.kind);
            if (every != nullptr) declare_party_kind(context, place, every->kind);
        }
    }
}

void declare_party_names(Context& context) {
    for (std::size_t index = 0; index < context.model.kinds.size(); ++index) {
        const KindId id = context.model.kinds.id_at(index);
        const auto role = context.names.roles.find(key_of(context.kind(id).name.text));
        if (role == context.names.roles.end()) continue;
        // A begrip that happens to have the name of a function ("de cliënt") stays what it is.
        const Role& declared = context.model.roles[role->second];
        if (!declared.is_party && context.kind(id).where != declared.where) continue;
        const auto* members = context.find_member(id, "naam");
        FieldId name = members != nullptr ? members->front().field : FieldId{};
        if (members == nullptr) {
            name = add_built_in(context, id, "naam", "de", Base::Organisation);
            context.model.fields.at(name).type.role = role->second;
        }
        if (!name.is_valid() || context.model.fields[name].type.base != Base::Organisation) continue;
        context.model.kinds.at(id).party_name = name;
    }
}

}  // namespace toets::model
