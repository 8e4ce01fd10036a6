// Where the columns of a mapping stand in a file, by the names on its first line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cases/csv_records.h"
#include "cases/register_mapping.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

struct RegisterColumns {
    std::vector<std::string> names;
    std::vector<std::size_t> of_facts;  // by fact of the mapping; 0 for a fact without a column
    std::optional<std::size_t> label;
    std::optional<std::size_t> reference_date;
};

// Empty after a mistake; `place` is the note that says which line of which file it is.
std::optional<RegisterColumns> columns_from_header(const CsvRecord& header, const RegisterMapping& mapping,
                                                   const Note& place, Diagnostics& diagnostics);

// The one separator that stands on the first line, outside quotation marks; reported when there is not exactly one.
std::optional<char> separator_from_header(std::string_view line, const Note& place, Diagnostics& diagnostics);

}  // namespace toets::cases
