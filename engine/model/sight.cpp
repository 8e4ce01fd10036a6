#include "model/sight.h"

#include <algorithm>

#include "model/context.h"

namespace toets::model {

namespace {

bool leads_on(const Field& field) {
    const bool is_forward = field.role == FieldRole::Stored || field.role == FieldRole::Owned;
    return is_forward && (field.type.base == Base::Thing || field.type.base == Base::Things);
}

}  // namespace

Sight to_sight(const Model& model, ClassSet sees) {
    Sight sight{sees, {}, std::vector<bool>(model.kinds.size())};
    for (const Field& field : model.fields) sight.hides.push_back(!sees.has(field.privacy));
    bool has_changed = true;
    while (has_changed) {
        has_changed = false;
        for (std::size_t index = 0; index < model.fields.size(); ++index) {
            const Field& field = model.fields[model.fields.id_at(index)];
            if (!leads_on(field) || sight.is_partial[field.type.kind.index()]) continue;
            const bool is_partial = sight.hides[index] || sight.is_partial[field.kind.index()];
            sight.is_partial[field.type.kind.index()] = is_partial;
            has_changed = has_changed || is_partial;
        }
    }
    return sight;
}

ClassSet RoleAccess::seen_for(Purpose purpose) const {
    ClassSet classes = sees;
    for (const PrivacyClass privacy : privacy_classes) {
        if (also_sees[static_cast<std::size_t>(purpose)].has(privacy)) classes.add(privacy);
    }
    return classes;
}

const RoleAccess* find_access(const Model& model, std::string_view role) {
    const std::string key = key_of(role);
    const auto found = std::find_if(model.access.roles.begin(), model.access.roles.end(), [&](const RoleAccess& each) {
        const Name& name = model.roles[each.role].name;
        return key_of(name.text) == key || (!name.plural.empty() && key_of(name.plural) == key);
    });
    return found == model.access.roles.end() ? nullptr : &*found;
}

}  // namespace toets::model
