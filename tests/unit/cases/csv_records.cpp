// The records of a CSV file: cells, quotation marks, line ends and character sets.
#include "cases/csv_records.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace toets::test {
namespace {

// "1-2: a|b" for each record: its lines and what its cells say.
std::vector<std::string> records_of(const std::string& text, char separator = ';',
                                    cases::Charset charset = cases::Charset::Utf8) {
    std::istringstream stream(text);
    cases::CsvRecords records(stream, charset);
    std::vector<std::string> found;
    while (const cases::CsvRecord* record = records.next(separator)) {
        std::string line = fmt::format("{}-{}: ", record->first_line, record->last_line);
        if (record->mistake == cases::CsvMistake::LoneQuote) line += fmt::format("lone {} ", record->mistake_cell);
        if (record->mistake == cases::CsvMistake::OpenQuote) line += fmt::format("open {} ", record->quote_line);
        for (std::size_t cell = 0; cell < record->cells.size(); ++cell) {
            line += (cell == 0 ? "" : "|") + record->value(cell);
        }
        found.push_back(line);
    }
    return found;
}

using Records = std::vector<std::string>;

TEST(CsvRecords, CellsMayBeQuotedAndLinesEndInEitherWay) {
    EXPECT_EQ(records_of("a;b\r\n\"c;d\";\"e \"\"f\"\"\"\r\n;\"\"\n"),
              (Records{"1-1: a|b", "2-2: c;d|e \"f\"", "3-3: |"}));
    EXPECT_EQ(records_of("a,\"b\nc\",d\ne,f,g", ','), (Records{"1-2: a|b\nc|d", "3-3: e|f|g"}));
    EXPECT_EQ(records_of("a\t\"b\"\r\n", '\t'), (Records{"1-1: a|b"}));
    EXPECT_EQ(records_of(""), Records{});
    EXPECT_EQ(records_of("\n\na"), (Records{"1-1: ", "2-2: ", "3-3: a"}));
}

TEST(CsvRecords, SpacesAroundAValueAreNoPartOfIt) {
    EXPECT_EQ(records_of(" a ;\" b\";\xc2\xa0"), (Records{"1-1: a|b|"}));
}

TEST(CsvRecords, QuotesInTheWrongPlaceAreToldWithTheirLines) {
    EXPECT_EQ(records_of("a;b \"c\"\nd;e"), (Records{"1-1: lone 1 a|b \"c\"", "2-2: d|e"}));
    EXPECT_EQ(records_of("\"a\"b;c\nd;e").at(0).substr(0, 12), "1-1: lone 0 ");
    EXPECT_EQ(records_of("\"a\" ;c").at(0).substr(0, 12), "1-1: lone 0 ");
    EXPECT_EQ(records_of("\"a\"\rb;c").at(0).substr(0, 12), "1-1: lone 0 ");
    EXPECT_EQ(records_of("a;\"b\nc;\"d\";e\nf").at(0).substr(0, 12), "1-2: lone 1 ");
    EXPECT_EQ(records_of("a;b\nc;\"d\ne;f\n").at(1).substr(0, 12), "2-3: open 2 ");
}

TEST(CsvRecords, Windows1252BecomesUtf8) {
    EXPECT_EQ(records_of("Zo\xeb;\x80 640\n", ';', cases::Charset::Windows1252), (Records{"1-1: Zoë|€ 640"}));
    EXPECT_EQ(records_of("\x81\n", ';', cases::Charset::Windows1252), (Records{"1-1: \x81"}));
}

TEST(CsvRecords, EveryLineBelongsToExactlyOneRecord) {
    const std::string alphabet = "\"\"\"\n\n\r;;,ab \xc3\xa9\xff";
    std::mt19937 random(20260301);  // NOLINT(bugprone-random-generator-seed): the same texts each time
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = random() % 40;
        for (std::size_t index = 0; index < size; ++index) text += alphabet[random() % alphabet.size()];
        std::istringstream stream(text);
        cases::CsvRecords records(stream, cases::Charset::Utf8);
        std::size_t next_line = 1;
        while (const cases::CsvRecord* record = records.next(';')) {
            ASSERT_EQ(record->first_line, next_line) << text;
            ASSERT_GE(record->last_line, record->first_line) << text;
            for (std::size_t cell = 0; cell < record->cells.size(); ++cell) static_cast<void>(record->value(cell));
            next_line = record->last_line + 1;
        }
        const auto breaks = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        EXPECT_EQ(next_line, breaks + (text.empty() || text.ends_with('\n') ? 1 : 2)) << text;
    }
}

}  // namespace
}  // namespace toets::test
