// The parts of a mapping file, each under one of a few known keys.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

using KnownEntries = std::map<std::string, const Entry*>;  // by folded key

// Keys that are not among `names`, and those written twice, are reported and left out. `thing` begins a sentence.
KnownEntries known_entries(const Node& group, const Argument& thing, const std::vector<std::string>& names,
                           Diagnostics& diagnostics);
const Node* find_entry(const KnownEntries& entries, const std::string& name);

// A single value, or empty and reported.
const std::string* text_of(const Node& value, const std::string& name, Argument expected, Diagnostics& diagnostics);
// One of the choices, as its index.
std::optional<std::size_t> choice_of(const Node& value, const std::string& name,
                                     const std::vector<std::string>& choices, Diagnostics& diagnostics);
void report_twice(const Node& second, const Span& first, Diagnostics& diagnostics);

}  // namespace toets::cases
