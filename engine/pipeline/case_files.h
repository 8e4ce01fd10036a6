// Cases from files, folders and standard input, each read by the reader of its kind.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.h"
#include "cases/case.h"
#include "cases/from_yaml.h"
#include "diagnostics/diagnostic.h"

namespace toets::pipeline {

// Files as given, folders replaced by the cases in them (sorted), but for registers, which need a mapping of their own.
// "-" is standard input.
std::vector<std::string> find_case_files(const std::vector<std::string>& paths, Diagnostics& diagnostics);
bool is_register_path(const std::string& path);  // .csv
bool is_lines_path(const std::string& path);     // of many cases: .jsonl or .csv
bool is_case_path(const std::string& path);      // .yaml, .yml, .json, .jsonl or .csv

// Adds the cases of one YAML or JSON file (or of standard input) to the caseload. False after an error.
bool read_cases(const std::string& path, cases::ReadOptions options, Sources& sources, cases::Caseload& caseload,
                Diagnostics& diagnostics);

// The same of a text that was read before.
bool read_case_text(const SourceText& source, bool is_json, const cases::ReadOptions& options,
                    cases::Caseload& caseload, Diagnostics& diagnostics);
// Of a case: by its name, and what was typed by how it begins.
bool is_json_case(const SourceText& source);

}  // namespace toets::pipeline
