#include "pipeline/find_document.h"

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "pipeline/read_file.h"

namespace toets::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_candidates = 500;

std::vector<fs::path> sorted_entries(const fs::path& folder, bool wants_folders) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) == wants_folders && paths.size() < most_candidates) paths.push_back(it->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

// A line of two parts, the kind of document and its name: `wet passend toewijzen`.
bool is_header_of(std::string_view line, const std::string& folded_name) {
    if (line.empty() || line[0] == ' ' || line.size() > folded_name.size() * 4 + 80) return false;
    const std::string folded = fold(line);
    const std::size_t space = folded.find(' ');
    if (space == std::string::npos) return false;
    std::string_view name = std::string_view(folded).substr(space + 1);
    for (const std::string_view article : {"de ", "het ", "een "}) {
        if (name.starts_with(article)) name.remove_prefix(article.size());
    }
    return name == folded_name;
}

bool may_hold(const std::string& path, const std::string& folded_name) {
    const Result<std::string> text = read_file(path, most_bytes_of_agreement);
    if (!text) return false;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (is_header_of(rest.substr(0, end), folded_name)) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

}  // namespace

bool is_literate_path(const std::string& path) { return path.ends_with(".md"); }
bool is_agreement_path(const std::string& path) { return is_literate_path(path) || path.ends_with(".toets"); }

DocumentSearch find_document(const std::string& folded_name, const std::string& agreement_path) {
    fs::path own = fs::path(agreement_path).parent_path();
    if (own.empty()) own = ".";
    std::vector<fs::path> folders = {own};
    std::error_code error;
    for (const fs::path& beside : sorted_entries(own / "..", true)) {
        if (!fs::equivalent(beside, own, error)) folders.push_back(beside.lexically_normal());
    }
    DocumentSearch search;
    search.places = {own.string(), (own / "..").lexically_normal().string() + "/*"};
    std::size_t looked_at = 0;
    for (const fs::path& folder : folders) {
        for (const fs::path& path : sorted_entries(folder, false)) {
            if (!is_agreement_path(path.string()) || ++looked_at > most_candidates) continue;
            if (may_hold(path.string(), folded_name)) search.found.push_back(path.string());
        }
    }
    return search;
}

}  // namespace toets::pipeline
