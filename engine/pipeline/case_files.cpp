#include "pipeline/case_files.h"

#include <algorithm>
#include <filesystem>

#include "cases/from_json.h"
#include "pipeline/read_file.h"

namespace toets::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_case_files = 10000;

bool is_yaml_path(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }
bool is_json_path(const std::string& path) { return path.ends_with(".json"); }

constexpr const char* typed_name = "(invoer)";

bool looks_like_json(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

std::vector<std::string> cases_in(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (!it->is_regular_file(ignored) || !is_case_path(it->path().string())) continue;
        if (is_register_path(it->path().string())) continue;
        if (paths.size() <= most_case_files) paths.push_back(it->path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

bool is_register_path(const std::string& path) { return path.ends_with(".csv") || path.ends_with(".CSV"); }
bool is_lines_path(const std::string& path) { return path.ends_with(".jsonl") || is_register_path(path); }
bool is_case_path(const std::string& path) { return is_yaml_path(path) || is_json_path(path) || is_lines_path(path); }

std::vector<std::string> find_case_files(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) {
            const std::vector<std::string> found = cases_in(path);
            if (found.empty()) diagnostics.report(Code::NoCasesInFolder, {}, {word("path", path)});
            files.insert(files.end(), found.begin(), found.end());
        } else {
            files.push_back(path);
        }
    }
    if (files.size() > most_case_files) {
        diagnostics.report(Code::TooManyFiles, {}, {word("limit", std::to_string(most_case_files))});
        files.clear();
    }
    return files;
}

bool read_cases(const std::string& path, cases::ReadOptions options, Sources& sources, cases::Caseload& caseload,
                Diagnostics& diagnostics) {
    const bool is_input = path == "-";
    if (!is_input && !is_yaml_path(path) && !is_json_path(path)) {
        diagnostics.report(
            Code::UnknownFileKind, {},
            {term("kinds", ".yaml, .yml, .json of .jsonl", ".yaml, .yml, .json or .jsonl"), word("path", path)});
        return false;
    }
    Result<std::string> text = is_input ? read_input(most_bytes_of_cases) : read_file(path, most_bytes_of_cases);
    if (!text) {
        diagnostics.report(std::move(text.error()));
        return false;
    }
    if (options.label.empty()) options.label = is_input ? "invoer" : fs::path(path).stem().string();
    const SourceText& source = sources.add(is_input ? typed_name : path, std::move(*text));
    return read_case_text(source, is_json_case(source), options, caseload, diagnostics);
}

bool read_case_text(const SourceText& source, bool is_json, const cases::ReadOptions& options,
                    cases::Caseload& caseload, Diagnostics& diagnostics) {
    return is_json ? cases::from_json(source, options, caseload, diagnostics)
                   : cases::from_yaml(source, options, caseload, diagnostics);
}

bool is_json_case(const SourceText& source) {
    return source.path() == typed_name ? looks_like_json(source.text()) : is_json_path(source.path());
}

}  // namespace toets::pipeline
