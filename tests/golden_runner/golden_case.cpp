#include "golden_case.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace golden {

namespace {

namespace fs = std::filesystem;

// A folder with one of these is one case; any other folder only holds cases.
bool is_case_folder(const fs::path& folder) {
    for (const char* name : {"rules.toets", "rules.md", "case.yaml", "args", "expected"}) {
        if (fs::exists(folder / name)) return true;
    }
    return false;
}

bool is_case_file(const fs::path& file) {
    const bool is_text = file.extension() == ".toets" || file.extension() == ".md";
    return is_text && file.filename() != "README.md";
}

// Words between spaces; a word between double quotes may hold spaces.
std::vector<std::string> split(const std::string& line) {
    std::istringstream stream(line);
    std::vector<std::string> words;
    std::string word;
    while (stream >> std::ws && !stream.eof()) {
        if (stream.peek() == '"') {
            stream.get();
            std::getline(stream, word, '"');
        } else {
            stream >> word;
        }
        words.push_back(word);
    }
    return words;
}

std::vector<std::vector<std::string>> read_lines(const fs::path& file) {
    std::ifstream stream(file);
    std::vector<std::vector<std::string>> lines;
    for (std::string line; std::getline(stream, line);) {
        auto words = split(line);
        if (!words.empty() && !words.front().starts_with('#')) lines.push_back(std::move(words));
    }
    return lines;
}

// The file `command` nearest to the case, upwards.
fs::path find_command(fs::path folder) {
    for (; folder != folder.root_path(); folder = folder.parent_path()) {
        if (fs::exists(folder / "command")) return folder / "command";
    }
    throw std::runtime_error("there is no file `command` in or above the case");
}

fs::path find_root(fs::path folder) {
    while (folder != folder.root_path() && !fs::exists(folder / "CMakePresets.json")) folder = folder.parent_path();
    return folder;
}

void replace(std::string& word, const std::string& what, const std::string& by) {
    for (std::size_t at = word.find(what); at != std::string::npos; at = word.find(what, at + by.size())) {
        word.replace(at, what.size(), by);
    }
}

// {file}: the case's own file; {dir}/: the case's folder; {root}: the top of the project, as seen from the folder.
void complete(Case& golden_case, const std::string& file, const fs::path& extra) {
    const std::string root = fs::relative(find_root(golden_case.folder), golden_case.folder).string();
    std::vector<std::string> more;
    for (const auto& line : read_lines(extra)) more.insert(more.end(), line.begin(), line.end());
    golden_case.commands = read_lines(find_command(golden_case.folder));
    for (auto& words : golden_case.commands) {
        words.insert(words.end(), more.begin(), more.end());
        for (std::string& word : words) {
            replace(word, "{file}", file);
            replace(word, "{dir}/", "");
            replace(word, "{dir}", ".");
            replace(word, "{root}", root);
        }
    }
}

Case from_folder(const fs::path& folder) {
    Case golden_case{folder, folder / "expected", {}};
    const std::string rules = fs::exists(folder / "rules.toets") ? "rules.toets" : "rules.md";
    complete(golden_case, rules, folder / "args");
    return golden_case;
}

Case from_file(const fs::path& file) {
    fs::path expected = file;
    fs::path extra = file;
    Case golden_case{file.parent_path(), expected.replace_extension(".expected"), {}};
    complete(golden_case, file.filename().string(), extra.replace_extension(".args"));
    return golden_case;
}

void collect(const fs::path& path, std::vector<Case>& cases) {
    if (!fs::is_directory(path)) {
        if (is_case_file(path)) cases.push_back(from_file(path));
        return;
    }
    if (is_case_folder(path)) {
        cases.push_back(from_folder(path));
        return;
    }
    std::vector<fs::path> entries(fs::directory_iterator(path), fs::directory_iterator{});
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) collect(entry, cases);
}

// The case of which this file is the answer.
fs::path case_of(const fs::path& answer) {
    if (answer.filename() == "expected") return answer.parent_path();
    for (const char* extension : {".toets", ".md"}) {
        fs::path file = answer;
        if (fs::exists(file.replace_extension(extension))) return file;
    }
    throw std::runtime_error("there is no case for the answer " + answer.string());
}

}  // namespace

std::vector<Case> find_cases(const fs::path& path) {
    if (!fs::exists(path)) throw std::runtime_error("there is no " + path.string());
    fs::path from = fs::canonical(path);
    if (from.extension() == ".expected" || from.filename() == "expected") from = case_of(from);
    std::vector<Case> cases;
    collect(from, cases);
    return cases;
}

}  // namespace golden
