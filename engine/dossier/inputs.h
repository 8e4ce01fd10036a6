// What the answer of a dossier was made from, and how that is kept in its sections.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diagnostics/result.h"
#include "dossier/dossier.h"
#include "dossier/fact_rows.h"

namespace toets::dossier {

struct TextFile {
    std::string name;  // without its folders
    std::string text;
};
struct HashedFile {  // one that is too large, or tells too much of others, to stand in a dossier
    std::string name;
    std::string hash;
    std::uint64_t bytes = 0;
    friend bool operator==(const HashedFile&, const HashedFile&) = default;
};
struct RegisterUsed {
    std::vector<HashedFile> files;
    std::optional<HashedFile> mapping;
};
struct Inputs {
    std::string version;  // of the program
    std::vector<TextFile> documents;
    std::size_t given = 0;  // how many of these were asked for; the others are what they use
    Date reference_date;
    std::optional<Date> known_on;
    std::string label;  // of a case that does not name itself
    std::string case_name;
    bool is_json = false;             // the case
    std::optional<std::string> text;  // of the case; empty in a copy from which something was left out
    std::vector<FactRow> facts;
    std::optional<RegisterUsed> beside;
};

// Without hashes.
std::vector<Section> to_sections(const Inputs& inputs);
// `path` is the file it came from.
Result<Inputs> to_inputs(const Dossier& dossier, const std::string& path);

HashedFile to_hashed(const std::string& name, std::istream& stream);

}  // namespace toets::dossier
