// The words a case file may use, folded: which key is which fact of which kind, which value is which choice. Built once
// per model, so that reading a case only looks up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"

namespace toets::cases {

// "de cliënt" -> "cliënt"; the text must be folded.
std::string_view without_article(std::string_view folded);

class Keys {
public:
    explicit Keys(const model::Model& model);
    // Any spelling of the name, with or without its article. Keys are folded with fold_key first.
    [[nodiscard]] std::optional<model::FieldId> field(model::KindId kind, std::string_view key) const;
    [[nodiscard]] std::optional<model::KindId> kind(std::string_view key) const;
    [[nodiscard]] bool is_name_of(model::KindId kind, std::string_view key) const;
    [[nodiscard]] std::optional<std::size_t> choice(model::ChoiceListId list, std::string_view value) const;
    [[nodiscard]] std::optional<model::PartyId> member(model::RoleId role, std::string_view value) const;

    // The facts of a kind that a case may write, as declared.
    [[nodiscard]] const std::vector<std::string>& names(model::KindId kind) const { return kinds_[kind.index()].names; }
    // From the things a field leads to back to its own thing: the Inverse or Owner field; invalid when there is none.
    [[nodiscard]] model::FieldId way_back(model::FieldId field) const { return ways_back_[field.index()]; }
    // The stored fields that lead to a thing of a kind some rule is about.
    [[nodiscard]] const std::vector<model::FieldId>& subjects_of(model::KindId kind) const {
        return kinds_[kind.index()].subjects;
    }

private:
    template <class Value>
    using Words = std::unordered_map<std::string, Value>;
    struct KindWords {
        Words<model::FieldId> fields;
        std::vector<std::string> names;
        std::vector<model::FieldId> subjects;
    };
    void add_field(const model::Model& model, model::FieldId id);

    std::vector<KindWords> kinds_;
    Words<model::KindId> kind_names_;
    std::vector<Words<std::size_t>> choices_;
    std::vector<Words<model::PartyId>> members_;
    std::vector<model::FieldId> ways_back_;
};

}  // namespace toets::cases
