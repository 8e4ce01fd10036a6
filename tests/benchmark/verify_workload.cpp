// Before anything is measured: the engine and the yardstick both give the oracle's verdicts.
//   verify_workload AGREEMENT CASES VERDICTS
#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "differences.h"
#include "workload.h"
#include "yardstick.h"

namespace {

std::ifstream open(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

bool agrees(const std::string& who, const std::string& expected, const std::string& lines) {
    const auto differences = workload::differences(expected, lines);
    for (const std::string& difference : differences) fmt::print("{}: {}\n", who, difference);
    if (differences.empty())
        fmt::print("{}: the oracle's verdicts on {} cases\n", who, lines.size() / (workload::rules + 1));
    return differences.empty();
}

bool verify(const std::string& agreement, const std::string& cases, const std::string& verdicts) {
    std::ifstream oracle = open(verdicts);
    const std::string expected(std::istreambuf_iterator<char>(oracle), {});
    std::ifstream file = open(cases);
    std::string by_engine;
    workload::append_lines(workload::Agreement(agreement), file, by_engine);
    std::string by_yardstick;
    if (!yardstick::append_lines(cases, by_yardstick)) throw std::runtime_error("the yardstick cannot read " + cases);
    const bool engine_agrees = agrees("engine", expected, by_engine);
    return agrees("yardstick", expected, by_yardstick) && engine_agrees && !expected.empty();
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        fmt::print(stderr, "usage: verify_workload AGREEMENT CASES VERDICTS\n");
        return 2;
    }
    try {
        return verify(arguments[1], arguments[2], arguments[3]) ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
