// A golden case: what to run, where, and which file holds the answer that is expected.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace golden {

struct Case {
    std::filesystem::path folder;                    // where the binary runs, so that answers show short file names
    std::filesystem::path expected;                  // the file with the answer
    std::vector<std::vector<std::string>> commands;  // arguments of each run, in the order of the file `command`
};

// All cases at or below the path, which may also be the file of an expected answer. In the order of their names.
std::vector<Case> find_cases(const std::filesystem::path& path);

}  // namespace golden
