// One line of a mapping: the fact that a column tells, or that is the same in every row.
#pragma once

#include <optional>
#include <string>

#include "cases/case.h"
#include "cases/document.h"
#include "cases/known_entries.h"
#include "cases/register_mapping.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

class FactReader {
public:
    FactReader(model::KindId root, const model::Model& model, Diagnostics& diagnostics)
        : root_(root), words_(model), diagnostics_(diagnostics) {}
    // `"Huur (kaal)": de kale huur van de woning`, or a group that says more. Empty after a mistake.
    std::optional<MappedFact> from_column(const Entry& entry);
    // `de corporatie: Woonwaard`, under `vast`.
    std::optional<MappedFact> from_constant(const Entry& entry);

private:
    std::optional<MappedFact> from_path(const Node& words);
    std::optional<MappedFact> from_group(const Node& column, const Node& group);
    void read_translation(const Node& group, MappedFact& fact);
    void read_empty(const Node& value, MappedFact& fact);
    void read_origin(const KnownEntries& entries, MappedFact& fact);
    // Whether a cell can hold what the path leads to.
    void check_leaf(const Node& words, const MappedFact& fact);
    // Whether the value is one that the fact can have; reported when it is not.
    void check_value(const Node& value, const FactPath& path);
    [[nodiscard]] const model::Field* field_of(const FactPath& path) const;
    [[nodiscard]] bool is_event(const model::Field& field) const;

    model::KindId root_;
    Caseload words_;  // of no case: the words of the agreement, and a place to try a value
    Diagnostics& diagnostics_;
};

}  // namespace toets::cases
