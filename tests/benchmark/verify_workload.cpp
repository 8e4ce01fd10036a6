// Before anything is measured: the engine and the yardstick both give the oracle's verdicts.
// For the rules about time the yardstick is the oracle.
//   verify_workload AGREEMENT CASES VERDICTS TERM_AGREEMENT TERM_CASES
#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "differences.h"
#include "terms_yardstick.h"
#include "workload.h"
#include "yardstick.h"

namespace {

std::ifstream open(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

bool agrees(const std::string& who, const std::string& expected, const std::string& lines, std::size_t rules) {
    const auto differences = workload::differences(expected, lines);
    for (const std::string& difference : differences) fmt::print("{}: {}\n", who, difference);
    if (differences.empty()) fmt::print("{}: the same verdicts on {} cases\n", who, lines.size() / (rules + 1));
    return differences.empty();
}

std::string judged_by_engine(const std::string& agreement, std::size_t rules, const std::string& cases) {
    std::ifstream file = open(cases);
    std::string lines;
    workload::append_lines(workload::Agreement(agreement, rules), file, lines);
    return lines;
}

bool verify_terms(const std::string& agreement, const std::string& cases) {
    std::string expected;
    if (!yardstick::terms::append_lines(cases, expected))
        throw std::runtime_error("the yardstick cannot read " + cases);
    const std::string lines = judged_by_engine(agreement, workload::term_rules, cases);
    return agrees("engine and yardstick, terms", expected, lines, workload::term_rules) && !expected.empty();
}

bool verify(const std::string& agreement, const std::string& cases, const std::string& verdicts) {
    std::ifstream oracle = open(verdicts);
    const std::string expected(std::istreambuf_iterator<char>(oracle), {});
    const std::string by_engine = judged_by_engine(agreement, workload::rules, cases);
    std::string by_yardstick;
    if (!yardstick::append_lines(cases, by_yardstick)) throw std::runtime_error("the yardstick cannot read " + cases);
    const bool engine_agrees = agrees("engine and oracle", expected, by_engine, workload::rules);
    return agrees("yardstick and oracle", expected, by_yardstick, workload::rules) && engine_agrees &&
           !expected.empty();
}

}  // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 6) {
        fmt::print(stderr, "usage: verify_workload AGREEMENT CASES VERDICTS TERM_AGREEMENT TERM_CASES\n");
        return 2;
    }
    try {
        const bool agrees = verify(arguments[1], arguments[2], arguments[3]);
        return verify_terms(arguments[4], arguments[5]) && agrees ? 0 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
