// A fact with its source: `{ waarde: ..., bron: ..., bekend op: ... }`, and the same two keys on a whole thing.
#pragma once

#include <optional>
#include <string>

#include "cases/case.h"
#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

struct Origin {
    std::string source;
    std::optional<Date> known_since;
};

// Folded keys that are not the agreement's own words.
constexpr std::string_view key_value = "waarde";
constexpr std::string_view key_source = "bron";
constexpr std::string_view key_known_since = "bekend op";
constexpr std::string_view key_label = "naam";
constexpr std::string_view key_case = "zaak";
constexpr std::string_view key_reference_date = "peildatum";

// Whether `node`, written at `field`, is a fact with its source and not a thing with its facts.
bool is_fact_form(const Node& node, const model::Field& field, const Keys& keys);

struct WrittenFact {
    const Node* value = nullptr;
    Origin origin;
};
// The parts of a fact form; what it does not say about its origin is as `around`. Empty after a mistake.
std::optional<WrittenFact> open_fact_form(const Node& node, const model::Field& field, const Origin& around,
                                          Diagnostics& diagnostics);

// Reads `bron` or `bekend op` into the origin.
void read_source(const Node& value, Origin& origin, Diagnostics& diagnostics);
void read_known_since(const Node& value, Origin& origin, Diagnostics& diagnostics);

Argument found_form(const Node& node);

}  // namespace toets::cases
