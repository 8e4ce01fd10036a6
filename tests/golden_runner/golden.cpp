// golden --toets BINARY PATH...             compares the binary's answers with the expected ones
// golden --update --toets BINARY PATH...    rewrites the expected answers; review the difference like code
// golden --missing PATH...                  names the cases that have no expected answer yet
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "golden_case.h"
#include "process.h"

namespace golden {

namespace {

namespace fs = std::filesystem;

struct Options {
    bool is_update = false;
    bool is_missing = false;
    fs::path toets;
    std::vector<fs::path> paths;
};

std::optional<Options> read_options(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (words[index] == "--update") {
            options.is_update = true;
        } else if (words[index] == "--missing") {
            options.is_missing = true;
        } else if (words[index] == "--toets" && index + 1 < words.size()) {
            options.toets = fs::absolute(words[++index]);
        } else {
            options.paths.emplace_back(words[index]);
        }
    }
    const bool is_complete = !options.paths.empty() && (options.is_missing || !options.toets.empty());
    return is_complete ? std::optional(options) : std::nullopt;
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += " " + word;
    return line;
}

void end_line(std::string& text) {
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
}

// What the binary says to each command; a heading per command when there are more than one.
std::string answer(const Case& golden_case, const fs::path& toets) {
    std::string text;
    for (const auto& command : golden_case.commands) {
        if (golden_case.commands.size() > 1) text += fmt::format("$ toets{}\n", joined(command));
        const Outcome outcome = run(toets, command, golden_case.folder);
        text += outcome.out;
        end_line(text);
        if (!outcome.error.empty()) text += "# stderr\n" + outcome.error;
        end_line(text);
        text += fmt::format("# exit {}\n", outcome.exit_status);
    }
    return text;
}

std::vector<std::string> to_lines(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The lines from the first to the last that differ.
void print_difference(const fs::path& file, const std::string& expected, const std::string& found) {
    const std::vector<std::string> left = to_lines(expected);
    const std::vector<std::string> right = to_lines(found);
    std::size_t begin = 0;
    while (begin < left.size() && begin < right.size() && left[begin] == right[begin]) ++begin;
    std::size_t tail = 0;
    while (begin + tail < left.size() && begin + tail < right.size() &&
           left[left.size() - 1 - tail] == right[right.size() - 1 - tail]) {
        ++tail;
    }
    fmt::print("{}:{}\n", file.string(), begin + 1);
    for (std::size_t line = begin; line < left.size() - tail; ++line) fmt::print("- {}\n", left[line]);
    for (std::size_t line = begin; line < right.size() - tail; ++line) fmt::print("+ {}\n", right[line]);
}

// True when all is well with this case.
bool check(const Case& golden_case, const Options& options) {
    if (options.is_missing) {
        if (fs::exists(golden_case.expected)) return true;
        fmt::print("no {}\n", golden_case.expected.string());
        return false;
    }
    const std::string expected = read_file(golden_case.expected);
    const std::string found = answer(golden_case, options.toets);
    if (options.is_update) {
        if (found != expected) {
            std::ofstream(golden_case.expected, std::ios::binary) << found;
            fmt::print("updated {}\n", golden_case.expected.string());
        }
        return true;
    }
    if (found == expected) return true;
    print_difference(golden_case.expected, expected, found);
    return false;
}

int run_all(const Options& options) {
    std::size_t count = 0;
    std::size_t failures = 0;
    for (const fs::path& path : options.paths) {
        for (const Case& golden_case : find_cases(path)) {
            ++count;
            if (!check(golden_case, options)) ++failures;
        }
    }
    fmt::print("{} of {} cases as expected\n", count - failures, count);
    return failures == 0 ? 0 : 1;
}

}  // namespace

}  // namespace golden

int main(int count, char** words) {
    try {
        const auto options = golden::read_options({words + 1, words + count});
        if (options) return golden::run_all(*options);
        fmt::print(stderr, "golden [--update] --toets BINARY PATH... | golden --missing PATH...\n");
    } catch (const std::exception& error) {
        fmt::print(stderr, "golden: {}\n", error.what());
    }
    return 2;
}
