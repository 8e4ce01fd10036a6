// The shipped agreements are read without an error, and the grammar never has to guess.
#include <gtest/gtest.h>

#include "reading.h"

namespace toets::syntax {
namespace {

namespace fs = std::filesystem;

TEST(Agreements, AreReadWithoutErrors) {
    for (const fs::path& path : files_under(fs::path(SOURCE_ROOT) / "rulesets", ".md")) {
        const std::string text = text_of_file(path);
        if (text.find("```toets\n") == std::string::npos) continue;
        const ReadText read(text, true);
        EXPECT_FALSE(read.diagnostics.has_errors()) << path << "\n" << read.messages();
    }
}

TEST(Agreements, AreReadWithoutAmbiguityOrFullContext) {
    std::size_t lines = 0;
    for (const fs::path& path : files_under(fs::path(SOURCE_ROOT) / "rulesets", ".md")) {
        const ReadText read(text_of_file(path), true);
        EXPECT_EQ(read.document.statistics.ambiguities, 0U) << path;
        EXPECT_EQ(read.document.statistics.full_context_predictions, 0U) << path;
        lines += read.document.statistics.logical_lines;
    }
    EXPECT_GT(lines, 300U);
}

TEST(Agreements, GiveOnlyNotYetWarnings) {
    for (const char* name : {"noorderhof/convenant.md", "wet/passend-toewijzen.md", "wet/schuldhulp.md"}) {
        const ReadText read(text_of_file(fs::path(SOURCE_ROOT) / "rulesets" / name), true);
        for (const Diagnostic& diagnostic : read.diagnostics.all()) {
            EXPECT_EQ(diagnostic.code, Code::NotYetSupported) << name << "\n" << read.messages();
        }
    }
}

}  // namespace
}  // namespace toets::syntax
