// A mapping (`koppeling`) says which column of a register is which fact of the agreement. Every organisation has its
// own names for its columns; this is where they meet the words that were agreed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "cases/case.h"
#include "cases/charset.h"
#include "cases/document.h"
#include "cases/fact_path.h"
#include "cases/outline.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

struct ColumnName {
    std::string text;
    Span where;  // in the mapping
};

struct MappedFact {
    FactPath path;
    std::optional<ColumnName> column;
    Node constant;                            // the same in every row, when there is no column
    std::optional<model::KindId> refers_to;   // of a constant: the kind whose thing in the case it is
    std::map<std::string, Node> translation;  // by what the cell says, folded
    State when_empty = State::Unknown;        // what an empty cell says
    std::optional<Node> source;               // `bron`
    std::optional<Node> known_since;          // `bekend op`
    bool is_date = false;
    Span where;
};

struct RegisterMapping {
    std::string kind;  // what each row is about, by the name it was declared with
    std::optional<ColumnName> label;
    std::optional<ColumnName> date_column;  // of the reference date
    std::optional<Node> reference_date;     // the same in every row
    std::optional<Charset> charset;
    std::optional<char> separator;
    bool has_slash_dates = false;  // 20/3/2026 is day, month, year
    std::vector<MappedFact> facts;
    std::vector<ColumnName> unused;  // columns that are left out on purpose
    Outline outline;
};

// Empty after a mistake, which is reported.
std::optional<RegisterMapping> register_mapping_from_yaml(const SourceText& source, const model::Model& model,
                                                          Diagnostics& diagnostics);

}  // namespace toets::cases
