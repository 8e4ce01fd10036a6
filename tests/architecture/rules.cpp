#include "rules.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace architecture {

namespace {

namespace fs = std::filesystem;

struct Module {
    std::string name;             // folder below engine/, "apps/cli"
    std::set<std::string> uses;   // targets its headers may include
    std::set<std::string> hides;  // targets only its .cpp files may include
};

struct Include {
    std::string file;  // below engine/
    std::size_t line = 0;
    std::string target;  // as written between the quotes or brackets
    bool is_quoted = false;
};

// A library: how its headers are named, and the targets of which one must be listed to include them.
struct Library {
    std::string prefix;
    std::set<std::string> targets;
};
const std::vector<Library>& libraries() {
    static const std::vector<Library> known = {
        {"yaml-cpp/", {"yaml-cpp", "yaml-cpp::yaml-cpp"}},
        {"simdjson", {"simdjson::simdjson"}},
        {"antlr4-runtime", {"toets::grammar"}},
        {"Toets", {"toets::grammar"}},
        {"grammar/", {"toets::grammar"}},
        {"cmark", {"cmark::cmark_static", "cmark::cmark"}},
        {"utf8proc", {"PkgConfig::utf8proc"}},
        {"nlohmann/", {"nlohmann_json::nlohmann_json"}},
        {"fmt/", {"fmt::fmt", "fmt::fmt-header-only"}},
        {"spdlog/", {"spdlog::spdlog", "spdlog::spdlog_header_only"}},
        {"CLI/", {"CLI11::CLI11"}},
        {"nettle/", {"PkgConfig::nettle"}},
        {"tl/expected", {"toets::diagnostics"}},
    };
    return known;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool has_prefix(const std::string& text, const std::string& prefix) { return text.starts_with(prefix); }

bool is_header(const std::string& file) { return file.ends_with(".h"); }

// engine_module(name USES a b HIDES c), on one line or several; an app may name its targets elsewhere as well, so
// everything in its target_link_libraries counts as used: nobody can include an app.
Module read_module(const fs::path& folder, const std::string& name) {
    Module module{name, {}, {}};
    const std::string text = std::regex_replace(read_file(folder / "CMakeLists.txt"), std::regex("#[^\n]*"), "");
    const std::regex call("(engine_module|target_link_libraries)\\s*\\(([^)]*)\\)");
    for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match) {
        std::set<std::string>* list = (*match)[1] == "engine_module" ? nullptr : &module.uses;
        std::istringstream words((*match)[2]);
        for (std::string word; words >> word;) {
            if (word == "USES") {
                list = &module.uses;
            } else if (word == "HIDES") {
                list = &module.hides;
            } else if (list != nullptr) {
                list->insert(word);
            }
        }
    }
    return module;
}

std::vector<Module> read_modules(const fs::path& engine) {
    std::vector<Module> modules;
    for (const auto& entry : fs::recursive_directory_iterator(engine)) {
        if (entry.path().filename() != "CMakeLists.txt" || entry.path().parent_path() == engine) continue;
        const fs::path folder = entry.path().parent_path();
        modules.push_back(read_module(folder, fs::relative(folder, engine).string()));
    }
    return modules;
}

std::vector<Include> read_includes(const fs::path& engine) {
    std::vector<Include> includes;
    const std::regex directive("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
    for (const auto& entry : fs::recursive_directory_iterator(engine)) {
        const fs::path extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp" && extension != ".def") continue;
        std::ifstream file(entry.path());
        std::size_t number = 0;
        for (std::string line; std::getline(file, line);) {
            ++number;
            std::smatch match;
            if (!std::regex_match(line, match, directive)) continue;
            includes.push_back({fs::relative(entry.path(), engine).string(), number, match[2], match[1] == "\""});
        }
    }
    return includes;
}

// The module in whose folder the file lies, or null.
const Module* module_of(const std::vector<Module>& modules, const std::string& file) {
    const Module* found = nullptr;
    for (const Module& module : modules) {
        const bool is_longer = found == nullptr || module.name.size() > found->name.size();
        if (has_prefix(file, module.name + "/") && is_longer) found = &module;
    }
    return found;
}

bool is_allowed(const Module& module, const std::set<std::string>& targets, bool is_from_header) {
    return std::any_of(targets.begin(), targets.end(), [&](const std::string& target) {
        return module.uses.contains(target) || (!is_from_header && module.hides.contains(target));
    });
}

std::string say(const Include& include, const std::string& reason) {
    return "engine/" + include.file + ":" + std::to_string(include.line) + " includes " + include.target + ": " +
           reason;
}

const Library* library_of(const std::string& header) {
    const auto& known = libraries();
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const Library& library) { return has_prefix(header, library.prefix); });
    return found == known.end() ? nullptr : &*found;
}

// <vector>, <cstdint>; and from a .cpp file what the operating system offers.
bool is_standard(const Include& include) {
    const std::string& header = include.target;
    if (header.find_first_of("./") == std::string::npos) return true;
    static const std::set<std::string> system = {"fcntl.h", "unistd.h", "signal.h", "poll.h", "iconv.h"};
    return !is_header(include.file) && (has_prefix(header, "sys/") || system.contains(header));
}

void check_library(const Module& module, const Include& include, std::vector<std::string>& violations) {
    const Library* library = library_of(include.target);
    if (library == nullptr) {
        if (!is_standard(include)) violations.push_back(say(include, "no library this project knows"));
        return;
    }
    const bool is_own = library->targets.contains("toets::" + module.name);
    if (is_own || is_allowed(module, library->targets, is_header(include.file))) return;
    violations.push_back(say(include, "its library is not under HIDES (or, for a header, USES) of " + module.name));
}

void check_own_include(const std::vector<Module>& modules, const Module& module, const Include& include,
                       std::vector<std::string>& violations) {
    const Module* other = module_of(modules, include.target);
    if (other == &module) return;
    if (other == nullptr) {
        if (library_of(include.target) != nullptr) {
            check_library(module, include, violations);
        } else {
            violations.push_back(say(include, "no module; write the path from engine/ on"));
        }
        return;
    }
    std::string target = "toets::" + other->name;
    std::replace(target.begin(), target.end(), '/', '_');
    if (is_allowed(module, {target, "toets::" + other->name}, is_header(include.file))) return;
    violations.push_back(say(include, "toets::" + other->name + " is not under USES of " + module.name));
}

void check_modules(const std::vector<Module>& modules, const std::vector<Include>& includes,
                   std::vector<std::string>& violations) {
    for (const Include& include : includes) {
        const Module* module = module_of(modules, include.file);
        if (module == nullptr) {
            violations.push_back(say(include, "the file belongs to no module"));
        } else if (include.is_quoted) {
            check_own_include(modules, *module, include, violations);
        } else {
            check_library(*module, include, violations);
        }
    }
}

// A data header hands a stage its input without the stage before it: it includes base/, headers of its own module that
// keep to the same rule, and what is listed here. The program's proofs point into the model, which is data too.
struct DataHeader {
    std::string header;
    std::set<std::string> also;
};
const std::vector<DataHeader>& data_headers() {
    static const std::vector<DataHeader> known = {
        {"syntax/tree.h", {}}, {"model/model.h", {}}, {"program/program.h", {"model/model.h"}}};
    return known;
}

void check_data_header(const DataHeader& data, const std::vector<Include>& includes,
                       std::vector<std::string>& violations) {
    std::vector<std::string> open = {data.header};
    std::set<std::string> seen = {data.header};
    while (!open.empty()) {
        const std::string header = open.back();
        open.pop_back();
        for (const Include& include : includes) {
            const bool is_basic = has_prefix(include.target, "base/") || has_prefix(include.target, "calendar/");
            if (include.file != header || is_basic) continue;
            if (data.also.contains(include.target) || (!include.is_quoted && is_standard(include))) continue;
            if (fs::path(include.target).parent_path() != fs::path(header).parent_path()) {
                violations.push_back(say(include, data.header + " is data and includes only base/ and calendar/"));
            } else if (seen.insert(include.target).second) {
                open.push_back(include.target);
            }
        }
    }
}

void check_grammar_fence(const std::vector<Include>& includes, std::vector<std::string>& violations) {
    std::set<std::string> files;
    for (const Include& include : includes) {
        const Library* library = library_of(include.target);
        if (library == nullptr || !library->targets.contains("toets::grammar")) continue;
        if (!has_prefix(include.file, "syntax/")) violations.push_back(say(include, "only syntax/ knows the grammar"));
        files.insert(include.file);
        if (files.size() == 2) violations.push_back(say(include, "a second file that knows the grammar"));
    }
}

}  // namespace

std::vector<std::string> find_violations(const fs::path& root) {
    const fs::path engine = root / "engine";
    const std::vector<Module> modules = read_modules(engine);
    const std::vector<Include> includes = read_includes(engine);
    std::vector<std::string> violations;
    check_modules(modules, includes, violations);
    for (const DataHeader& data : data_headers()) check_data_header(data, includes, violations);
    check_grammar_fence(includes, violations);
    return violations;
}

}  // namespace architecture
