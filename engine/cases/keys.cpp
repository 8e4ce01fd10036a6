#include "cases/keys.h"

#include "base/text.h"

namespace toets::cases {

namespace {

template <class Value>
void add_names(std::unordered_map<std::string, Value>& words, const model::Name& name, Value value) {
    if (!name.text.empty()) words.emplace(fold_key(name.text), value);
    if (!name.plural.empty()) words.emplace(fold_key(name.plural), value);
    for (const std::string& also : name.also) words.emplace(fold_key(also), value);
}

template <class Value>
std::optional<Value> find(const std::unordered_map<std::string, Value>& words, std::string_view text) {
    const std::string folded = fold_key(text);
    if (const auto found = words.find(folded); found != words.end()) return found->second;
    const std::string_view bare = without_article(folded);
    if (bare.size() == folded.size()) return std::nullopt;
    const auto found = words.find(std::string(bare));
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string_view without_article(std::string_view folded) {
    for (const std::string_view article : {"de ", "het ", "een "}) {
        if (folded.starts_with(article)) return folded.substr(article.size());
    }
    return folded;
}

Keys::Keys(const model::Model& model)
    : kinds_(model.kinds.size()),
      choices_(model.choice_lists.size()),
      members_(model.roles.size()),
      ways_back_(model.fields.size()) {
    for (std::size_t index = 0; index < model.kinds.size(); ++index) {
        const model::KindId id = model.kinds.id_at(index);
        add_names(kind_names_, model.kinds[id].name, id);
        for (const model::FieldId field : model.kinds[id].fields) add_field(model, field);
    }
    for (std::size_t list = 0; list < model.choice_lists.size(); ++list) {
        const auto& values = model.choice_lists[model.choice_lists.id_at(list)].values;
        for (std::size_t index = 0; index < values.size(); ++index) add_names(choices_[list], values[index], index);
    }
    for (std::size_t role = 0; role < model.roles.size(); ++role) {
        for (const model::PartyId member : model.roles[model.roles.id_at(role)].members) {
            add_names(members_[role], model.parties[member].name, member);
            const std::string folded = fold_key(model.parties[member].name.text);
            members_[role].emplace(without_article(folded), member);
        }
    }
}

void Keys::add_field(const model::Model& model, model::FieldId id) {
    const model::Field& field = model.fields[id];
    KindWords& words = kinds_[field.kind.index()];
    add_names(words.fields, field.name, id);
    if (field.role == model::FieldRole::Owned) {
        add_names(words.fields, model.kinds[field.type.kind].name, id);
        ways_back_[id.index()] = field.partner;
    }
    if (field.role == model::FieldRole::Inverse && field.partner.is_valid()) ways_back_[field.partner.index()] = id;
    const bool is_written = field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
    const bool has_plural = field.type.base == model::Base::Things && !field.name.plural.empty();
    if (is_written) words.names.push_back(has_plural ? field.name.plural : field.name.text);
    const bool is_link = field.role == model::FieldRole::Stored && field.type.base == model::Base::Thing;
    if (is_link && model.kinds[field.type.kind].is_subject) words.subjects.push_back(id);
}

std::optional<model::FieldId> Keys::field(model::KindId kind, std::string_view key) const {
    return find(kinds_[kind.index()].fields, key);
}

std::optional<model::KindId> Keys::kind(std::string_view key) const { return find(kind_names_, key); }

bool Keys::is_name_of(model::KindId kind, std::string_view key) const { return this->kind(key) == kind; }

std::optional<std::size_t> Keys::choice(model::ChoiceListId list, std::string_view value) const {
    return find(choices_[list.index()], value);
}

std::optional<model::PartyId> Keys::member(model::RoleId role, std::string_view value) const {
    return find(members_[role.index()], value);
}

}  // namespace toets::cases
