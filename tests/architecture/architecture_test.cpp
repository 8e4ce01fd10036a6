// The dependency rules hold, and the check sees each kind of include that breaks them.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <numeric>

#include "rules.h"

namespace architecture {
namespace {

namespace fs = std::filesystem;

std::string in_lines(const std::vector<std::string>& sentences) {
    return std::accumulate(sentences.begin(), sentences.end(), std::string(),
                           [](std::string text, const std::string& sentence) { return text + "\n" + sentence; });
}

TEST(Architecture, EveryIncludeIsAllowed) { EXPECT_EQ(in_lines(find_violations(SOURCE_ROOT)), ""); }

// A copy of engine/ in which one line is planted in one file.
class Planted : public testing::Test {
protected:
    Planted() : root_(fs::temp_directory_path() / ("toetssteen-architecture-" + std::to_string(getpid()))) {
        fs::create_directories(root_);
        fs::copy(fs::path(SOURCE_ROOT) / "engine", root_ / "engine", fs::copy_options::recursive);
    }
    ~Planted() override { fs::remove_all(root_); }

    void plant(const std::string& file, const std::string& include) {
        std::ofstream(root_ / "engine" / file, std::ios::app) << "\n#include " << include << "\n";
    }
    // What is reported beyond what the sources themselves already break.
    [[nodiscard]] std::vector<std::string> new_violations() const {
        const auto before = find_violations(SOURCE_ROOT);
        auto violations = find_violations(root_);
        std::erase_if(violations, [&](const std::string& violation) {
            return std::find(before.begin(), before.end(), violation) != before.end();
        });
        return violations;
    }
    void expect_only(const std::string& start, const std::string& reason) {
        const auto violations = new_violations();
        ASSERT_EQ(violations.size(), 1U) << in_lines(violations);
        EXPECT_TRUE(violations[0].starts_with(start)) << violations[0];
        EXPECT_NE(violations[0].find(reason), std::string::npos) << violations[0];
    }

private:
    fs::path root_;
};

TEST_F(Planted, AllowedIncludeIsNotReported) {
    plant("syntax/planted.h", "\"base/date.h\"");
    plant("cases/planted.cpp", "<simdjson.h>");
    EXPECT_EQ(in_lines(new_violations()), "");
}

TEST_F(Planted, IncludeAgainstTheDirectionIsReported) {
    plant("diagnostics/to_text.cpp", "\"model/model.h\"");
    expect_only("engine/diagnostics/to_text.cpp:", "toets::model is not under USES of diagnostics");
}

TEST_F(Planted, IncludeOfAModuleThatIsSkippedIsReported) {
    plant("evaluation/planted.cpp", "\"syntax/tree.h\"");
    expect_only("engine/evaluation/planted.cpp:2", "toets::syntax is not under USES of evaluation");
}

TEST_F(Planted, IncludeOfAForeignLibraryIsReported) {
    plant("program/planted.cpp", "<yaml-cpp/yaml.h>");
    expect_only("engine/program/planted.cpp:2", "not under HIDES");
}

TEST_F(Planted, HiddenLibraryInAHeaderIsReported) {
    plant("cases/planted.h", "<simdjson.h>");
    expect_only("engine/cases/planted.h:2", "not under HIDES (or, for a header, USES)");
}

TEST_F(Planted, UnknownLibraryIsReported) {
    plant("base/planted.cpp", "<boost/regex.hpp>");
    expect_only("engine/base/planted.cpp:2", "no library this project knows");
}

TEST_F(Planted, PathThatIsNotFromTheTopIsReported) {
    plant("base/planted.cpp", "\"text.h\"");
    expect_only("engine/base/planted.cpp:2", "write the path from engine/ on");
}

TEST_F(Planted, DataHeaderWithMoreThanBaseIsReported) {
    plant("program/program.h", "\"program/planted.h\"");
    plant("program/planted.h", "\"diagnostics/diagnostic.h\"");
    expect_only("engine/program/planted.h:2", "program/program.h is data and includes only base/");
}

TEST_F(Planted, SecondFileWithTheGrammarIsReported) {
    plant("syntax/planted_1.cpp", "<antlr4-runtime.h>");
    plant("syntax/planted_2.cpp", "<antlr4-runtime.h>");
    const std::string violations = in_lines(new_violations());
    EXPECT_NE(violations.find("a second file that knows the grammar"), std::string::npos) << violations;
}

TEST_F(Planted, GrammarOutsideSyntaxIsReported) {
    plant("model/planted.cpp", "<antlr4-runtime.h>");
    const std::string violations = in_lines(new_violations());
    EXPECT_NE(violations.find("only syntax/ knows the grammar"), std::string::npos) << violations;
}

}  // namespace
}  // namespace architecture
