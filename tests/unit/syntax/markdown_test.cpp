// Where blocks stand in a document, and that every place points into the file as it was written.
#include <gtest/gtest.h>

#include "reading.h"

namespace toets::syntax {
namespace {

constexpr const char* two_articles =
    "# Convenant\n\nInleiding.\n\n## Artikel 1 – Héél kort\n\n1. Eerste lid.\n\n"
    "```toets\nbegrip de cliënt\n  het inkomen: bedrag\n```\n\n2. Tweede *lid*\n   loopt door.\n"
    "3. Derde lid.\n\n```toets\nbegrip de woning\n```\n";

TEST(Markdown, GivesEachBlockItsHeadingsAndProse) {
    const ReadText read(two_articles, true);
    ASSERT_EQ(read.document.blocks.size(), 2U);
    const Block& first = read.document.blocks[0];
    ASSERT_EQ(first.headings.size(), 2U);
    EXPECT_EQ(first.headings[1].text, "Artikel 1 – Héél kort");
    ASSERT_EQ(first.prose.size(), 1U);
    EXPECT_EQ(first.prose[0].number, 1);
    const Block& second = read.document.blocks[1];
    ASSERT_EQ(second.prose.size(), 2U);
    EXPECT_EQ(second.prose[0].text, "Tweede lid loopt door.");
    EXPECT_EQ(second.prose[1].number, 3);
}

TEST(Markdown, KeepsPlacesInTheOriginalFile) {
    const ReadText read(two_articles, true);
    const Header& header = read.document.blocks[0].headers.front();
    EXPECT_EQ(read.source.text(header.heading), "begrip de cliënt");
    const auto& field = std::get<FieldClause>(header.clauses.front().kind);
    EXPECT_EQ(read.source.text(field.name.name.where), "inkomen");
    EXPECT_EQ(read.source.position(field.name.name.where.begin).line, 11U);
}

TEST(Markdown, OutsideTheBlocksIsKeptByteForByte) {
    const ReadText read(two_articles, true);
    EXPECT_EQ(read.printed(), two_articles);
}

TEST(Markdown, WindowsLineEndsAreKept) {
    const std::string windows = "Tekst\r\n\r\n```toets\r\nbegrip de cliënt\r\n  het inkomen: bedrag\r\n```\r\n";
    const ReadText read(windows, true);
    EXPECT_TRUE(read.diagnostics.all().empty()) << read.messages();
    EXPECT_EQ(read.printed(), windows);
}

TEST(Text, MayBeginWithAByteOrderMark) {
    const ReadText read(
        "\xEF\xBB\xBF"
        "begrip de cliënt\n  het inkomen: bedrag\n");
    ASSERT_TRUE(read.diagnostics.all().empty()) << read.messages();
    EXPECT_EQ(read.source.text(read.document.blocks.front().headers.front().heading), "begrip de cliënt");
}

TEST(Limits, OfTheWholeTextAreNamed) {
    EXPECT_EQ(ReadText(std::string(5U << 20U, '#')).places(), std::vector<std::string>{"S001 1"});
    EXPECT_EQ(ReadText(std::string(60'000, '\n')).places(), std::vector<std::string>{"S002 1"});
}

TEST(Limits, BytesThatAreNoTextAreReported) {
    EXPECT_EQ(ReadText("begrip de cli\xFF\n").diagnostics.all().front().code, Code::NotUtf8);
}

}  // namespace
}  // namespace toets::syntax
