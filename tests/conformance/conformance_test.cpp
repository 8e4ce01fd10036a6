// The engine gives, letter for letter, the verdicts of an oracle that shares no code with it: on 10,000 cases with
// missing facts, for two seeds. For the rules about time the oracle is the hand-written measure of the benchmark.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "differences.h"
#include "terms_yardstick.h"
#include "workload.h"

namespace {

const std::filesystem::path root = SOURCE_ROOT;
const std::filesystem::path scripts = root / "tests/benchmark/workload";

std::string quoted(const std::string& word) { return " '" + word + "'"; }

void run_node(const std::vector<std::string>& words) {
    std::string command = "node";
    for (const std::string& word : words) command += quoted(word);
    if (std::system(command.c_str()) == 0) return;
    throw std::runtime_error(command + " failed. The oracle needs Node.js; on Debian: bash .ci/setup");
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Workload : public testing::TestWithParam<int> {
protected:
    void SetUp() override { std::filesystem::create_directories(folder_); }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    const std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                          ("toetssteen_" + std::to_string(getpid()) + "_" + std::to_string(GetParam()));
    const std::filesystem::path cases_ = folder_ / "cases.jsonl";
    const std::filesystem::path verdicts_ = folder_ / "verdicts.txt";
};

TEST_P(Workload, EngineGivesTheOraclesVerdicts) {
    constexpr std::size_t count = 10'000;
    run_node({scripts / "cases.mjs", std::to_string(count), std::to_string(GetParam()), cases_});
    run_node({scripts / "oracle.mjs", cases_, verdicts_});
    const std::string expected = text_of(verdicts_);
    ASSERT_EQ(expected.size(), count * (workload::rules + 1));

    const workload::Agreement agreement(root / "tests/conformance/werklast.toets", workload::rules);
    std::ifstream cases(cases_, std::ios::binary);
    std::string lines;
    workload::append_lines(agreement, cases, lines);
    EXPECT_EQ(workload::differences(expected, lines), std::vector<std::string>());
}

TEST_P(Workload, EngineAgreesWithHandWrittenRulesAboutTime) {
    constexpr std::size_t count = 10'000;
    run_node({scripts / "term_cases.mjs", std::to_string(count), std::to_string(GetParam()), cases_});
    std::string expected;
    ASSERT_TRUE(yardstick::terms::append_lines(cases_.string(), expected));
    ASSERT_EQ(expected.size(), count * (workload::term_rules + 1));

    const workload::Agreement agreement(root / "tests/conformance/termijnlast.toets", workload::term_rules);
    std::ifstream cases(cases_, std::ios::binary);
    std::string lines;
    workload::append_lines(agreement, cases, lines);
    EXPECT_EQ(workload::differences(expected, lines), std::vector<std::string>());
}

INSTANTIATE_TEST_SUITE_P(Seed, Workload, testing::Values(42, 7));

}  // namespace
