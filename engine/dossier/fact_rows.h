// A case as rows, one for each part of its text, so that what belongs to one class of facts can be kept apart from the
// rest and taken away. The rows that are left make a case again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source_text.h"
#include "cases/case.h"
#include "cases/document.h"
#include "dossier/dossier.h"

namespace toets::dossier {

using Step = std::variant<std::string, std::uint32_t>;  // a key of a mapping, or the place in a list
struct FactRow {
    std::uint32_t number = 0;  // in the order in which the case was written, from 1 on
    std::uint32_t line = 0;    // where its value stood
    std::vector<Step> path;    // from the top of the case; empty for the case itself
    cases::Form form = cases::Form::Nothing;
    std::string text;  // of a scalar
    Classes classes;   // of all facts that it is part of
};

struct Described {  // a thing that the case tells something about
    std::size_t row = 0;
    model::KindId kind;
    std::vector<model::FieldId> told;
};
struct FactRows {
    std::vector<FactRow> rows;
    std::vector<Described> things;
};
// Of a case that was read without mistakes. `sources` knows the text it was read from.
FactRows to_rows(const cases::Node& document, const cases::Caseload& caseload, const Sources& sources);

// What is not written would count as not being there where the agreement says that a list or register is complete; but
// here it may have been left out. So every fact of these classes is said to be unknown.
std::vector<FactRow> with_unknown(const FactRows& told, Classes classes, const cases::Caseload& caseload);

// The case that the rows tell, on the lines of `source`, which has one byte a line. Empty when the rows fit no case.
std::optional<cases::Node> to_document(const std::vector<FactRow>& rows, SourceId source);
// That source.
std::string empty_lines(const std::vector<FactRow>& rows);

std::string_view to_code(cases::Form form);  // "word"
std::optional<cases::Form> form_from_code(std::string_view code);

// The one case of a text in YAML or JSON; empty when it holds more cases or none.
std::optional<cases::Node> read_document(const SourceText& source, bool is_json);

}  // namespace toets::dossier
