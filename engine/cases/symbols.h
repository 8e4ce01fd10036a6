// Words that are only told apart, never calculated with: persons, organisations, free text. A symbol is the number of
// such a word in one caseload.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"

namespace toets::cases {

// The first symbols are the model's parties (symbol = PartyId), then its roles, then its kinds, so that "de cliënt" as
// a performer is known.
class Symbols {
public:
    explicit Symbols(const model::Model& model);
    // Folded for comparison; the first spelling is kept. Also finds "de cliënt" and other names of parties, roles,
    // kinds.
    std::uint32_t intern(std::string_view text);
    // The text letter for letter: what is shown is what was written. A new symbol each time, for it is never compared.
    std::uint32_t intern_text(std::string_view text);
    // The party, role or kind that a text was probably meant to be: nearly its name, or the name of a party or role
    // with words around it. Nothing when it is one, or is like none.
    [[nodiscard]] std::optional<std::string> meant_by(std::uint32_t symbol);
    // Forgets everything but the names of the model.
    void clear();
    [[nodiscard]] const std::string& text(std::uint32_t symbol) const { return texts_[symbol]; }
    [[nodiscard]] std::uint32_t party_symbol(model::PartyId party) const { return party.value; }
    [[nodiscard]] std::uint32_t role_symbol(model::RoleId role) const { return parties_ + role.value; }
    [[nodiscard]] std::uint32_t kind_symbol(model::KindId kind) const { return parties_ + roles_ + kind.value; }
    [[nodiscard]] std::size_t size() const { return used_; }

private:
    void add_name(const model::Name& name);
    [[nodiscard]] std::uint32_t find_folded(const std::string& folded) const;
    struct Slot {
        std::uint32_t hash = 0;  // part of it, so that most other texts are told apart without looking at them
        std::uint32_t index = 0xffffffffU;
    };
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::size_t hash) const;
    void grow();
    // The symbol of exactly these letters as a name.
    std::uint32_t spelling_of(std::string_view text);

    std::uint32_t parties_ = 0;
    std::uint32_t roles_ = 0;
    std::uint32_t names_ = 0;               // parties, roles and kinds together
    std::vector<std::string> texts_;        // by symbol; those past `used_` only keep their memory
    std::size_t used_ = 0;                  // symbols in use
    std::vector<std::uint32_t> same_as_;    // the symbol a spelling means as a name; none until it is asked for
    std::vector<std::uint32_t> spellings_;  // the symbols that stand in slots_
    std::vector<Slot> slots_;               // open addressing: symbols found by spelling
    std::unordered_map<std::string, std::uint32_t> by_folded_;
    std::unordered_map<std::uint32_t, std::optional<std::string>> meant_by_;
    std::unordered_map<std::string, std::uint32_t> names_by_folded_;
};

}  // namespace toets::cases
