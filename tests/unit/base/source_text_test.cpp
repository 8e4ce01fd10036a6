#include "base/source_text.h"

#include <gtest/gtest.h>

#include "base/ensure.h"

namespace toets {
namespace {

void expect_position(const SourceText& source, std::uint32_t byte, std::uint32_t line, std::uint32_t column) {
    const Position position = source.position(byte);
    EXPECT_EQ(position.line, line) << "byte " << byte;
    EXPECT_EQ(position.column, column) << "byte " << byte;
}

TEST(SourceText, CountsColumnsInCharacters) {
    Sources sources;
    const SourceText& source = sources.add("a.toets", "de cliënt €5\nvóór 𝄞 x\n");
    expect_position(source, 0, 1, 1);
    expect_position(source, 6, 1, 7);    // ë
    expect_position(source, 7, 1, 7);    // its second byte
    expect_position(source, 8, 1, 8);    // n
    expect_position(source, 14, 1, 12);  // 5, after the three bytes of €
    expect_position(source, 16, 2, 1);
    expect_position(source, 28, 2, 8);  // x, after the four bytes of 𝄞
}

TEST(SourceText, PlacesPastTheEndAreTheEnd) {
    Sources sources;
    const SourceText& source = sources.add("a.toets", "één\ntwee");
    expect_position(source, 1000, 2, 5);
    EXPECT_EQ(source.text(Span{source.id(), 4, 1000}), "n\ntwee");
    EXPECT_EQ(source.text(Span{source.id(), 1000, 2000}), "");
    EXPECT_EQ(source.text(Span{source.id(), 5, 2}), "");
    EXPECT_EQ(source.line_at(1000), "twee");
}

TEST(SourceText, LinesEndInLfOrCrLf) {
    Sources sources;
    const SourceText& source = sources.add("a.toets", "een\r\ntwee\n\nvier");
    EXPECT_EQ(source.line_count(), 4U);
    EXPECT_EQ(source.line_at(1), "een");
    EXPECT_EQ(source.line_at(4), "een");  // the line end belongs to its line
    EXPECT_EQ(source.line_begin(7), 5U);
    EXPECT_EQ(source.line_at(7), "twee");
    EXPECT_EQ(source.line_at(10), "");
    EXPECT_EQ(source.line_at(11), "vier");
}

TEST(SourceText, EmptyTextHasOneLine) {
    Sources sources;
    const SourceText& source = sources.add("a.toets", "");
    EXPECT_EQ(source.line_count(), 1U);
    EXPECT_EQ(source.line_at(0), "");
    expect_position(source, 0, 1, 1);
}

TEST(SourceText, StraySecondBytesDoNotBreakTheCount) {
    Sources sources;
    const SourceText& source = sources.add("a.toets", "\x80\x80z");
    expect_position(source, 0, 1, 1);
    expect_position(source, 2, 1, 1);
}

TEST(Sources, ReferencesStayValid) {
    Sources sources;
    const SourceText& first = sources.add("1", "eerste");
    for (int count = 0; count < 1000; ++count) sources.add("n", "tekst");
    EXPECT_EQ(first.text(), "eerste");
    EXPECT_EQ(&sources[first.id()], &first);
    EXPECT_EQ(sources.text(Span{first.id(), 0, 3}), "eer");
}

TEST(Ensure, NamesThePlaceOfTheCaller) {
    EXPECT_NO_THROW(ensure(true));
    try {
        ensure(false);
        FAIL();
    } catch (const InternalError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("source_text_test.cpp:"), std::string::npos) << what;
    }
}

TEST(Span, JoinsFromFirstToLast) {
    const SourceId source{0};
    EXPECT_EQ(join({source, 3, 5}, {source, 8, 9}), (Span{source, 3, 9}));
    EXPECT_EQ(join({source, 8, 9}, {source, 3, 5}), (Span{source, 3, 9}));
    EXPECT_THROW(join({source, 0, 1}, {SourceId{1}, 0, 1}), InternalError);
    EXPECT_FALSE(Span{}.is_valid());
}

}  // namespace
}  // namespace toets
