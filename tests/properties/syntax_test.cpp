// Printing and reading back gives the same tree, the formatter changes nothing twice, and no bytes at all can make the
// reader crash, hang or guess. The texts are the shipped agreements and deterministic mutations of them.
#include <gtest/gtest.h>

#include <random>

#include "reading.h"

namespace toets::syntax {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> agreements() {
    std::vector<std::string> texts;
    for (const fs::path& path : files_under(fs::path(SOURCE_ROOT) / "rulesets", ".md")) {
        std::string text = text_of_file(path);
        if (text.find("```toets\n") != std::string::npos) texts.push_back(std::move(text));
    }
    return texts;
}

// Printing puts the clauses of a rule in their order, so the dumps are compared as sets of lines.
std::vector<std::string> sorted_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

void expect_round_trip(const ReadText& read) {
    const std::string printed = read.printed();
    const ReadText again(printed, read.document.literate);
    EXPECT_FALSE(again.diagnostics.has_errors()) << again.messages();
    EXPECT_EQ(sorted_lines(again.dumped()), sorted_lines(read.dumped()));
    EXPECT_EQ(again.printed(), printed);
}

TEST(RoundTrip, HoldsForTheShippedAgreements) {
    for (const std::string& text : agreements()) expect_round_trip(ReadText(text, true));
}

TEST(RoundTrip, HoldsForTheGoldenTexts) {
    for (const fs::path& path : files_under(fs::path(SOURCE_ROOT) / "tests/golden/syntax", ".toets")) {
        const ReadText read(text_of_file(path));
        EXPECT_FALSE(read.diagnostics.has_errors()) << path << "\n" << read.messages();
        expect_round_trip(read);
    }
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

std::string join(const std::vector<std::string>& parts, char separator) {
    std::string text;
    for (const std::string& part : parts) text += part + separator;
    return text;
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

void mutate_words(Random& random, std::string& line) {
    std::vector<std::string> words = split(line, ' ');
    if (words.size() < 2) return;
    const std::size_t at = below(random, words.size());
    const std::size_t kind = below(random, 4);
    if (kind == 0) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    if (kind == 1) std::swap(words[at], words[below(random, words.size())]);
    if (kind == 2) words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), words[below(random, words.size())]);
    if (kind == 3) words[at].clear();
    line = join(words, ' ');
}

// One small slip of the pen: a word, a line, the depth of a line, or a byte.
std::string mutated(Random& random, const std::string& text) {
    std::vector<std::string> lines = split(text, '\n');
    const std::size_t at = below(random, lines.size());
    const std::size_t kind = below(random, 6);
    if (kind < 2) mutate_words(random, lines[at]);
    if (kind == 2) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
    if (kind == 3) lines[at].insert(0, below(random, 5), ' ');
    if (kind == 4) std::swap(lines[at], lines[below(random, lines.size())]);
    if (kind == 5 && !lines[at].empty())
        lines[at][below(random, lines[at].size())] = static_cast<char>(below(random, 256));
    return join(lines, '\n');
}

TEST(RoundTrip, HoldsForMutationsThatAreStillRead) {
    Random random(1);
    std::size_t read_without_errors = 0;
    const std::vector<std::string> texts = agreements();
    for (int i = 0; i < 300; ++i) {
        const ReadText read(mutated(random, texts[static_cast<std::size_t>(i) % texts.size()]), true);
        EXPECT_EQ(read.document.statistics.ambiguities, 0U);
        (void)read.printed();
        if (read.diagnostics.has_errors()) continue;
        ++read_without_errors;
        expect_round_trip(read);
    }
    EXPECT_GT(read_without_errors, 20U);
}

TEST(AnyBytes, GiveDiagnosticsAndNothingWorse) {
    Random random(2);
    const std::vector<std::string> characters = {"é",    "€",  "•", "“", "„",       "”",         "\n",
                                                 "\r\n", "\t", " ", "😀", "e\u0301", "```toets\n"};
    for (int i = 0; i < 400; ++i) {
        std::string bytes;
        // Half of the texts are valid UTF-8, or nothing but the first bad byte would ever be seen.
        const bool valid = i % 4 < 2;
        for (std::size_t n = below(random, 3000); n > 0; --n) {
            if (!valid)
                bytes += static_cast<char>(below(random, 256));
            else if (below(random, 9) == 0)
                bytes += characters[below(random, characters.size())];
            else
                bytes += static_cast<char>(1 + below(random, 127));
        }
        const ReadText plain(bytes, i % 2 == 0);
        EXPECT_LE(plain.diagnostics.all().size(), Diagnostics::limit + 1);
        (void)plain.printed();
    }
}

TEST(AnyBytes, OfTheLanguageItselfGiveDiagnosticsAndNothingWorse) {
    Random random(3);
    const std::vector<std::string> words = split(agreements().front(), ' ');
    const std::vector<std::string> separators = {" ",  " ",  " ",        "\n",  "\n  ",   "\n    - ",
                                                 ": ", ", ", "\n      ", " | ", "\n  | ", "("};
    for (int i = 0; i < 200; ++i) {
        std::string text;
        for (std::size_t n = below(random, 600); n > 0; --n) {
            text += words[below(random, words.size())] + separators[below(random, separators.size())];
        }
        const ReadText read(text);
        EXPECT_EQ(read.document.statistics.ambiguities, 0U);
        (void)read.printed();
        (void)read.dumped();
    }
}

TEST(AnyBytes, NestedWithoutEndAreBounded) {
    for (const std::string unit :
         {"voor elke x geldt: ", "tenzij: ", "(", "- ", "| ", "> ", "* ", "\"", "``` ", "waarvoor "}) {
        std::string line;
        std::string steps = "voorwaarde x\n";
        for (int i = 0; i < 2000; ++i) line += unit;
        for (std::size_t i = 1; i < 400; ++i) steps += std::string(2 * i, ' ') + unit + "a is b\n";
        (void)ReadText(line).printed();
        (void)ReadText(line, true).printed();
        (void)ReadText("voorwaarde x\n  " + line + "\n").printed();
        (void)ReadText(steps).printed();
    }
}

}  // namespace
}  // namespace toets::syntax
