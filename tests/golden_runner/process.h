// Runs a program and keeps what it says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace golden {

struct Outcome {
    std::string out;
    std::string error;
    int exit_status = 0;  // 128 + n when signal n ended it
};

// Throws std::runtime_error when the program cannot be started.
Outcome run(const std::filesystem::path& program, const std::vector<std::string>& arguments,
            const std::filesystem::path& folder);

}  // namespace golden
