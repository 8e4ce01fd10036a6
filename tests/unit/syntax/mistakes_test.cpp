// Each text of tests/golden/diagnostics/S… has one mistake and gives one message: its code, on the line that stands
// below `# hier:`.
#include <gtest/gtest.h>

#include "reading.h"

namespace toets::syntax {
namespace {

namespace fs = std::filesystem;

// The line after the one that says `# hier:`; empty in Markdown, where that would be a heading.
std::optional<std::size_t> marked_line(const std::string& text) {
    const std::size_t mark = text.find("# hier:");
    if (mark == std::string::npos) return std::nullopt;
    return static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark), '\n')) +
           2;
}

std::vector<fs::path> mistakes() {
    std::vector<fs::path> files;
    for (const std::string extension : {".toets", ".md"}) {
        for (const fs::path& path : files_under(fs::path(SOURCE_ROOT) / "tests/golden/diagnostics", extension)) {
            if (path.parent_path().filename().string().front() == 'S') files.push_back(path);
        }
    }
    return files;
}

class Mistake : public testing::TestWithParam<fs::path> {};

TEST_P(Mistake, GivesOneMessageOnItsOwnLine) {
    const std::string text = text_of_file(GetParam());
    const ReadText read(text, GetParam().extension() == ".md");
    ASSERT_EQ(read.places().size(), 1U) << GetParam() << "\n" << read.messages();
    const std::string code = GetParam().parent_path().filename().string();
    EXPECT_EQ(read.places().front().substr(0, 4), code) << read.messages();
    const auto line = marked_line(text);
    if (!line) return;
    EXPECT_EQ(read.places().front(), code + " " + std::to_string(*line)) << read.messages();
}

std::string test_name(const testing::TestParamInfo<fs::path>& mistake) {
    return mistake.param.parent_path().filename().string() + "_" + mistake.param.stem().string();
}

INSTANTIATE_TEST_SUITE_P(Golden, Mistake, testing::ValuesIn(mistakes()), test_name);

// The right wording on the page of each code is read without a message.
TEST(DiagnosticPages, ShowRightTextsThatAreRead) {
    for (const fs::path& page : files_under(fs::path(SOURCE_ROOT) / "docs/diagnostics", ".md")) {
        if (page.filename().string().front() != 'S') continue;
        const std::string text = text_of_file(page);
        const std::string fence = "\n```toets\n";
        const std::size_t begin = text.find(fence);
        if (begin == std::string::npos || text.find("````") != std::string::npos) continue;
        const std::size_t from = begin + fence.size();
        const ReadText read(text.substr(from, text.find("```", from) - from));
        EXPECT_TRUE(read.diagnostics.all().empty()) << page << "\n" << read.messages();
    }
}

}  // namespace
}  // namespace toets::syntax
