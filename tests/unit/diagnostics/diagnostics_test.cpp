#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "diagnostics/to_text.h"

namespace toets {
namespace {

Diagnostic not_found(Span where, std::string path = "x.md") {
    return {Code::FileNotFound, where, {word("path", std::move(path))}, {}};
}

// The text after the first line: the place, the line itself and the marks.
std::string excerpt_of(const Sources& sources, Span where) {
    const std::string text = to_text(Diagnostic{Code::InternalFault, where, {}, {}}, sources, Language::Dutch);
    return text.substr(text.find("\n  ", text.find("makers")) + 1);
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
        begin = end + 1;
    }
    return widest;
}

TEST(ToText, ShowsMessagePlaceLineAndMarks) {
    Sources sources;
    const SourceText& source = sources.add("rulesets/x.md", "een\n- de begeleidng van de cliënt\n");
    const std::string text = to_text(not_found({source.id(), 9, 19}), sources, Language::Dutch);
    EXPECT_EQ(text,
              "fout I001: Het bestand `x.md` is niet gevonden of niet te lezen. Controleer de\n"
              "      naam en de map.\n"
              "  rulesets/x.md, regel 2, kolom 6\n"
              "     2 | - de begeleidng van de cliënt\n"
              "       |      ^^^^^^^^^^\n");
}

TEST(ToText, SpeaksEnglishOnRequest) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "een");
    const std::string text = to_text(not_found({source.id(), 0, 3}), sources, Language::English);
    EXPECT_TRUE(text.starts_with("error I001: The file `x.md` was not found")) << text;
    EXPECT_NE(text.find("x.md, line 1, column 1\n"), std::string::npos) << text;
}

TEST(ToText, WithoutAPlaceThereIsOnlyTheMessage) {
    const std::string text = to_text(not_found({}), Sources(), Language::Dutch);
    EXPECT_EQ(text,
              "fout I001: Het bestand `x.md` is niet gevonden of niet te lezen. Controleer de\n"
              "      naam en de map.\n");
}

TEST(ToText, WarningsAreCalledWarnings) {
    const Diagnostic warning{Code::TooManyWarnings, {}, {word("limit", "200")}, {}};
    EXPECT_TRUE(to_text(warning, Sources(), Language::Dutch).starts_with("waarschuwing X003: Er zijn meer dan 200"));
    EXPECT_TRUE(to_text(warning, Sources(), Language::English).starts_with("warning X003: There are more than 200"));
}

TEST(ToText, NotesFollowWithTheirOwnPlace) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "een\ntwee\n");
    Diagnostic diagnostic = not_found({source.id(), 0, 3});
    diagnostic.notes.push_back({Code::TooManyWarnings, {source.id(), 4, 8}, {word("limit", "7")}});
    const std::string text = to_text(diagnostic, sources, Language::Dutch);
    EXPECT_TRUE(
        text.ends_with("  toelichting: Er zijn meer dan 7 waarschuwingen. De rest is niet meer getoond.\n"
                       "  x.md, regel 2, kolom 1\n"
                       "     2 | twee\n"
                       "       | ^^^^\n"))
        << text;
}

TEST(ToText, MarksFollowAccentsAndWideCharacters) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "漢 cliënt e\u0301\tx");
    const auto from = static_cast<std::uint32_t>(source.text().find("cli"));
    EXPECT_EQ(excerpt_of(sources, {source.id(), from, from + 7}),
              "  x.md, regel 1, kolom 3\n"
              "     1 | 漢 cliënt e\u0301 x\n"
              "       |    ^^^^^^\n");
}

TEST(ToText, MarksStopAtTheEndOfTheFirstLine) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "een twee\r\ndrie");
    EXPECT_EQ(excerpt_of(sources, {source.id(), 4, 14}),
              "  x.md, regel 1, kolom 5\n"
              "     1 | een twee\n"
              "       |     ^^^^\n");
}

TEST(ToText, EmptyPlaceGetsOneMark) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "een");
    EXPECT_EQ(excerpt_of(sources, {source.id(), 3, 3}),
              "  x.md, regel 1, kolom 4\n"
              "     1 | een\n"
              "       |    ^\n");
}

TEST(ToText, NoLineIsWiderThanEightyColumns) {
    Sources sources;
    std::string line;
    for (int count = 0; count < 60; ++count) line += "woord漢 ";
    const SourceText& source = sources.add("x.md", line);
    const auto size = static_cast<std::uint32_t>(line.size());
    for (std::uint32_t begin = 0; begin <= size; begin += 7) {
        for (const std::uint32_t length : {0U, 5U, 60U, 400U}) {
            const std::string excerpt = excerpt_of(sources, {source.id(), begin, std::min(begin + length, size)});
            ASSERT_LE(widest_line(excerpt), 80U) << excerpt;
            ASSERT_NE(excerpt.find('^'), std::string::npos);
        }
    }
}

TEST(ToText, LongLinesShowTheMarkedWord) {
    Sources sources;
    const SourceText& source = sources.add("x.md", std::string(200, 'a') + " fout " + std::string(200, 'b'));
    const std::string excerpt = excerpt_of(sources, {source.id(), 201, 205});
    const std::string line = excerpt.substr(excerpt.find('\n') + 1);
    const std::string marks = line.substr(line.find('\n') + 1);
    EXPECT_NE(line.find("…aaa"), std::string::npos);
    EXPECT_NE(line.find("bbb…"), std::string::npos);
    EXPECT_EQ(display_width(line.substr(0, line.find("fout"))), marks.find("^^^^"));
}

TEST(ToText, NothingOfTheUserReachesTheTerminalAsACommand) {
    Sources sources;
    const SourceText& source = sources.add("x\x1b[2J.md", "a\x1b[31mb\xff\u202e");
    const std::string text =
        to_text(not_found({source.id(), 0, 1}, "\x1b]0;x\x07\n\u009b\u202e"), sources, Language::Dutch);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\x07'), std::string::npos);
    EXPECT_EQ(text.find("\u009b"), std::string::npos);
    EXPECT_EQ(text.find("\u202e"), std::string::npos);
    EXPECT_FALSE(first_invalid_utf8(text));
}

TEST(ToText, LongWordsOfTheUserAreCutShort) {
    const std::string text = message(not_found({}, std::string(100000, 'x')), Language::Dutch);
    EXPECT_LT(text.size(), 400U);
    EXPECT_NE(text.find("…"), std::string::npos);
}

TEST(ToText, WordsOfTheUserAreNotReadAsPlaceholders) {
    const Diagnostic diagnostic{Code::FileTooLarge, {}, {word("path", "{limit}"), word("limit", "1 MB")}, {}};
    EXPECT_NE(message(diagnostic, Language::English).find("`{limit}` is larger than 1 MB"), std::string::npos);
}

TEST(ToText, TermsFollowTheLanguage) {
    const Diagnostic diagnostic{Code::FileTooLarge, {}, {word("path", "x"), term("limit", "tien", "ten")}, {}};
    EXPECT_NE(message(diagnostic, Language::Dutch).find("groter dan tien"), std::string::npos);
    EXPECT_NE(message(diagnostic, Language::English).find("larger than ten"), std::string::npos);
}

TEST(ToJson, GivesCodeMessageAndPlace) {
    Sources sources;
    const SourceText& source = sources.add("x.md", "één fout\n");
    Diagnostics diagnostics;
    diagnostics.report(Code::FileNotFound, {source.id(), 6, 10}, {word("path", "y\xff")},
                       {{Code::TooManyWarnings, {source.id(), 0, 5}, {word("limit", "7")}}});
    diagnostics.report(Code::TooManyWarnings, {}, {word("limit", "3")});
    const auto json = nlohmann::json::parse(to_json(diagnostics, sources));
    ASSERT_EQ(json.size(), 2U);
    EXPECT_EQ(json[0]["code"], "I001");
    EXPECT_EQ(json[0]["severity"], "error");
    EXPECT_TRUE(json[0]["message"]["en"].get<std::string>().starts_with("The file `y\ufffd`"));
    EXPECT_EQ(json[0]["file"], "x.md");
    EXPECT_EQ(json[0]["line"], 1);
    EXPECT_EQ(json[0]["column"], 5);
    EXPECT_EQ(json[0]["end_column"], 9);
    EXPECT_EQ(json[0]["notes"][0]["code"], "X003");
    EXPECT_EQ(json[0]["notes"][0]["column"], 1);
    EXPECT_EQ(json[1]["severity"], "warning");
    EXPECT_FALSE(json[1].contains("file"));
    EXPECT_EQ(to_json(Diagnostics(), sources), "[]");
}

TEST(Diagnostics, AreSortedByPlace) {
    Diagnostics diagnostics;
    diagnostics.report(Code::FileNotFound, {});
    diagnostics.report(Code::FileNotFound, {SourceId{1}, 0, 1});
    diagnostics.report(Code::NotUtf8, {SourceId{0}, 5, 6});
    diagnostics.report(Code::FileTooLarge, {SourceId{0}, 5, 9});
    diagnostics.report(Code::FileNotFound, {SourceId{0}, 2, 3});
    const auto sorted = diagnostics.sorted();
    EXPECT_EQ(sorted[0].where.begin, 2U);
    EXPECT_EQ(sorted[1].code, Code::NotUtf8);
    EXPECT_EQ(sorted[2].code, Code::FileTooLarge);
    EXPECT_EQ(sorted[3].where.source, SourceId{1});
    EXPECT_FALSE(sorted[4].where.is_valid());
}

TEST(Diagnostics, WarningsAreNoErrors) {
    Diagnostics diagnostics;
    diagnostics.report(Code::TooManyWarnings, {});
    EXPECT_FALSE(diagnostics.has_errors());
    diagnostics.report(Code::FileNotFound, {});
    EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Diagnostics, BeyondTheLimitTheRestIsOnlyCounted) {
    Diagnostics diagnostics;
    for (int count = 0; count < 1000; ++count) {
        diagnostics.report(Code::FileNotFound, {});
        diagnostics.report(Code::TooManyWarnings, {});
    }
    EXPECT_EQ(diagnostics.error_count(), 1000U);
    EXPECT_EQ(diagnostics.all().size(), 2 * (Diagnostics::limit + 1));
    EXPECT_EQ(diagnostics.all()[400].code, Code::TooManyErrors);
    EXPECT_EQ(diagnostics.all()[401].code, Code::TooManyWarnings);
}

}  // namespace
}  // namespace toets
