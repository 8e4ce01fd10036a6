// What the binary itself costs: from process start to answer for one case, and peak memory of streamed files.
//   measure_process TOETS AGREEMENT ONE_CASE FILE…
// A small program of its own: a process that is started inherits the peak of the one that starts it.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace {

constexpr int starts = 41;
constexpr int greatest_exit_status = 3;  // 0, 1 and 3 are answers
constexpr int error_status = 2;

struct Cost {
    double milliseconds = 0;
    double megabytes = 0;  // peak
};

Cost run(const std::string& toets, const std::string& agreement, const std::string& cases) {
    std::vector<std::string> words{toets, "check", agreement, "--case", cases, "--date", "2024-10-04"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    const auto before = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, toets.c_str(), &actions, nullptr, arguments.data(), environ) != 0) {
        throw std::runtime_error("cannot start " + toets);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - before;
    posix_spawn_file_actions_destroy(&actions);
    const int exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : error_status;
    if (exit_status == error_status || exit_status > greatest_exit_status) {
        throw std::runtime_error(fmt::format("{} ended with {} on {}", toets, exit_status, cases));
    }
    return {passed.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

double median_start(const std::string& toets, const std::string& agreement, const std::string& one_case) {
    std::array<double, starts> times{};
    for (double& time : times) time = run(toets, agreement, one_case).milliseconds;
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void measure(const std::vector<std::string>& words) {
    fmt::print("\n| process | ms | peak MB |\n|---|---:|---:|\n");
    fmt::print("| start to answer for one case, median of {} | {:.1f} | {:.1f} |\n", starts,
               median_start(words[0], words[1], words[2]), run(words[0], words[1], words[2]).megabytes);
    for (std::size_t at = 3; at < words.size(); ++at) {
        const Cost cost = run(words[0], words[1], words[at]);
        fmt::print("| stream of {} | {:.0f} | {:.1f} |\n", std::filesystem::path(words[at]).filename().string(),
                   cost.milliseconds, cost.megabytes);
    }
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count < 4) {
        fmt::print(stderr, "usage: measure_process TOETS AGREEMENT ONE_CASE FILE...\n");
        return error_status;
    }
    try {
        measure({arguments + 1, arguments + argument_count});
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
