// The number of threads changes nothing: `toets` gives byte for byte the same for any `--jobs`, on many more lines than
// one batch holds, some of them with mistakes, some without a date, some told again.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "process.h"

namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

const fs::path region = fs::path(SOURCE_ROOT) / "tests/properties/region";
const std::string agreement = (region / "convenant.md").string();

class Jobs : public testing::Test {
protected:
    Jobs() : folder_(fs::temp_directory_path() / ("toets-jobs-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        std::ifstream file(region / "register.jsonl");
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);) lines.push_back(line);
        std::mt19937 random(17);
        std::ofstream many(many_cases());
        std::ofstream few(few_cases());
        for (std::size_t i = 0; i < 1'500; ++i) {
            std::string line = lines[random() % lines.size()];
            if (i % 40 == 7) line.resize(line.size() / 2);
            if (i % 90 == 8) line = "{\"toewijzing\": {\"corporati\": 1}}";
            many << line << '\n';
            if (i < 300) few << line << '\n';
        }
    }
    ~Jobs() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string many_cases() const { return (folder_ / "register.jsonl").string(); }
    [[nodiscard]] std::string few_cases() const { return (folder_ / "voorstellen.jsonl").string(); }

    void expect_same(Arguments arguments) const {
        arguments.insert(arguments.end(), {"--jobs", "1"});
        const golden::Outcome expected = golden::run(TOETS, arguments, folder_);
        EXPECT_FALSE(expected.out.empty());
        for (const char* jobs : {"2", "5"}) {
            arguments.back() = jobs;
            const golden::Outcome found = golden::run(TOETS, arguments, folder_);
            EXPECT_TRUE(found.out == expected.out) << jobs << " threads";
            EXPECT_TRUE(found.error == expected.error) << jobs << " threads";
            EXPECT_EQ(found.exit_status, expected.exit_status) << jobs << " threads";
        }
    }

private:
    fs::path folder_;
};

TEST_F(Jobs, ChangeNoCheck) {
    expect_same({"check", agreement, "--case", many_cases(), "--date", "2026-07-01"});
    expect_same({"check", agreement, "--case", few_cases(), "--date", "2026-07-01", "--format", "jsonl"});
    expect_same({"check", agreement, "--case", many_cases()});  // no case has a date
}

TEST_F(Jobs, ChangeNoProposal) {
    const Arguments beside{"check",      agreement,    "--case", few_cases(),
                           "--register", many_cases(), "--date", "2026-07-01"};
    expect_same(beside);
    Arguments as_lines = beside;
    as_lines.insert(as_lines.end(), {"--format", "jsonl"});
    expect_same(as_lines);
}

TEST_F(Jobs, ChangeNoMonitor) {
    for (const char* format : {"text", "json", "csv"}) {
        expect_same({"monitor", agreement, "--register", many_cases(), "--date", "2026-07-01", "--format", format});
    }
}

}  // namespace
