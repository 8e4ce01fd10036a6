// The catalogue as a whole: every code once, in two languages, with a page, and with words a reader knows.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/placeholders.h"
#include "diagnostics/catalogue_rows.h"
#include "diagnostics/to_text.h"

namespace toets {
namespace {

const std::filesystem::path pages = std::filesystem::path(SOURCE_ROOT) / "docs" / "diagnostics";
const std::filesystem::path golden_cases = std::filesystem::path(SOURCE_ROOT) / "tests" / "golden" / "diagnostics";

// The words of a message, without what stands in quotes, backticks or braces (the user's words, file names, phrases).
std::set<std::string> own_words(std::string_view message) {
    const std::string plain =
        std::regex_replace(std::string(message), std::regex("`[^`]*`|\"[^\"]*\"|\\{[^}]*\\}"), " ");
    const std::regex word_pattern("[A-Za-z]+");
    std::set<std::string> words;
    for (std::sregex_iterator word(plain.begin(), plain.end(), word_pattern), end; word != end; ++word) {
        words.insert(word->str());
    }
    return words;
}

void expect_no_word_of(std::string_view message, const std::set<std::string>& foreign, std::string_view code) {
    const std::set<std::string> words = own_words(message);
    for (const std::string& word : foreign) EXPECT_FALSE(words.contains(word)) << code << ": " << word;
}

TEST(Catalogue, EveryCodeIsAFamilyLetterAndThreeDigitsAndOccursOnce) {
    std::set<std::string_view> codes;
    const std::regex pattern("[ISNTUDRCEX][0-9]{3}");
    for (const catalogue::Row& row : catalogue::rows) {
        EXPECT_TRUE(std::regex_match(row.code.begin(), row.code.end(), pattern)) << row.code;
        EXPECT_TRUE(codes.insert(row.code).second) << row.code << " occurs twice";
    }
}

TEST(Catalogue, EveryCodeReadsBack) {
    std::size_t index = 0;
    for (const catalogue::Row& row : catalogue::rows) {
        const auto code = static_cast<Code>(index++);
        EXPECT_EQ(to_code_text(code), row.code);
        EXPECT_EQ(code_from_text(row.code), code);
    }
    EXPECT_FALSE(code_from_text("Z999"));
    EXPECT_FALSE(code_from_text(""));
}

TEST(Catalogue, EveryMessageIsASentenceInBothLanguages) {
    for (const catalogue::Row& row : catalogue::rows) {
        EXPECT_FALSE(row.nl.empty()) << row.code;
        EXPECT_FALSE(row.en.empty()) << row.code;
        EXPECT_NE(row.nl, row.en) << row.code;
        for (const std::string_view message : {row.nl, row.en}) {
            EXPECT_EQ(message.find('\n'), std::string_view::npos) << row.code;
            EXPECT_EQ(message.find("  "), std::string_view::npos) << row.code << " has two spaces in a row";
            const std::string without_fences = std::regex_replace(std::string(message), std::regex("```"), "");
            EXPECT_EQ(std::count(without_fences.begin(), without_fences.end(), '`') % 2, 0)
                << row.code << " has an open backtick";
            EXPECT_EQ(std::count(message.begin(), message.end(), '{'), std::count(message.begin(), message.end(), '}'))
                << row.code << " has an open brace";
        }
    }
}

TEST(Catalogue, NeitherLanguageUsesWordsOfTheOther) {
    const std::set<std::string> english = {"the", "this", "that", "and", "not", "with", "found", "expected", "file"};
    const std::set<std::string> dutch = {"het", "een", "niet", "wordt", "deze", "bestand", "verwacht", "gevonden"};
    for (const catalogue::Row& row : catalogue::rows) {
        expect_no_word_of(row.nl, english, row.code);
        expect_no_word_of(row.en, dutch, row.code);
    }
}

TEST(Catalogue, NoMessageNamesATypeOfTheProgram) {
    const std::regex code_words("std::|::|_t\\b|nullopt|\\bnull\\b|token|int64|string_view|\\bparser?\\b",
                                std::regex::icase);
    for (const catalogue::Row& row : catalogue::rows) {
        for (const std::string_view message : {row.nl, row.en}) {
            EXPECT_FALSE(std::regex_search(message.begin(), message.end(), code_words)) << row.code << ": " << message;
        }
    }
}

TEST(Catalogue, PlaceholderCheckSeesADifference) {
    EXPECT_TRUE(has_same_placeholders("{a} en {b}", "{b} and {a}"));
    EXPECT_TRUE(has_same_placeholders("niets", "nothing"));
    EXPECT_FALSE(has_same_placeholders("{a}", "{a} {b}"));
    EXPECT_FALSE(has_same_placeholders("{a} {b}", "{a}"));
    EXPECT_FALSE(has_same_placeholders("{left}", "{lef}"));
}

std::string heading_of(const std::filesystem::path& page) {
    std::ifstream file(page);
    std::string line;
    std::getline(file, line);
    return line;
}

TEST(Catalogue, EveryCodeHasAPageThatBeginsWithIt) {
    std::ostringstream missing;
    for (const catalogue::Row& row : catalogue::rows) {
        const auto page = pages / (std::string(row.code) + ".md");
        if (!heading_of(page).starts_with("# " + std::string(row.code))) missing << " " << row.code;
    }
    EXPECT_EQ(missing.str(), "") << "without a page docs/diagnostics/<code>.md that begins with `# <code>`";
}

TEST(Catalogue, EveryPageHasACode) {
    std::ostringstream superfluous;
    for (const auto& entry : std::filesystem::directory_iterator(pages)) {
        if (!code_from_text(entry.path().stem().string()) && entry.path().stem() != "README") {
            superfluous << " " << entry.path().filename();
        }
    }
    EXPECT_EQ(superfluous.str(), "") << "pages without a row in the catalogue";
}

// Codes that no text can bring about, each with its reason behind it on the same line.
std::set<std::string> exempt_codes() {
    std::ifstream file(golden_cases / "exempt");
    std::set<std::string> codes;
    for (std::string code, reason; file >> code && std::getline(file, reason);) {
        EXPECT_GT(reason.size(), 10U) << code << " is exempt without a reason";
        codes.insert(code);
    }
    return codes;
}

bool has_answer_with(const std::filesystem::path& folder, const std::string& code) {
    if (!std::filesystem::is_directory(folder)) return false;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".expected" && entry.path().filename() != "expected") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            if (line.find(code) != std::string::npos) return true;
        }
    }
    return false;
}

// A row named ...Note explains another message and is never shown by itself.
TEST(Catalogue, EveryCodeHasAGoldenCaseThatShowsIt) {
    const std::set<std::string> exempt = exempt_codes();
    std::ostringstream missing;
    for (const catalogue::Row& row : catalogue::rows) {
        const std::string code(row.code);
        if (row.name.ends_with("Note") || exempt.contains(code)) continue;
        if (!has_answer_with(golden_cases / code, code)) missing << " " << code;
    }
    EXPECT_EQ(missing.str(), "") << "without a case in tests/golden/diagnostics/<code>/ whose answer shows the code";
}

TEST(Catalogue, EveryFolderOfGoldenCasesAndEveryExemptionHasACode) {
    for (const std::string& code : exempt_codes()) EXPECT_TRUE(code_from_text(code)) << code;
    for (const auto& entry : std::filesystem::directory_iterator(golden_cases)) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(!entry.is_directory() || code_from_text(name)) << name;
    }
}

}  // namespace
}  // namespace toets
