// A row of a register as the document of a case, of the same form as YAML and JSON give. Every part that comes from a
// cell has its place in the record; what comes from the mapping has none.
#pragma once

#include <optional>
#include <string>

#include "cases/csv_records.h"
#include "cases/document.h"
#include "cases/register_columns.h"
#include "cases/register_mapping.h"

namespace toets::cases {

class RowDocument {
public:
    RowDocument(const RegisterMapping& mapping, const RegisterColumns& columns)
        : mapping_(mapping), columns_(columns) {}
    [[nodiscard]] Node document(const CsvRecord& record) const;

private:
    struct Part {
        Node node;
        bool is_told = false;  // by a cell that is not empty
    };
    [[nodiscard]] std::optional<Part> part(const Outline& outline, const CsvRecord& record) const;
    [[nodiscard]] std::optional<Part> fact(const MappedFact& fact, std::size_t column, const CsvRecord& record) const;
    [[nodiscard]] Part thing(const Outline& outline, const CsvRecord& record) const;
    [[nodiscard]] Part list(const Outline& outline, const CsvRecord& record) const;
    [[nodiscard]] bool is_none_when_empty(const Outline& list) const;
    [[nodiscard]] bool has_cell(const Outline& outline, const CsvRecord& record) const;
    [[nodiscard]] bool has_thing(const Outline& outline, model::KindId kind, const CsvRecord& record) const;
    [[nodiscard]] Node cell(const CsvRecord& record, std::size_t column, bool is_date) const;

    const RegisterMapping& mapping_;
    const RegisterColumns& columns_;
};

// "20/3/2026": whether the text has the form of a date with slashes.
bool is_slash_date(std::string_view text);

}  // namespace toets::cases
