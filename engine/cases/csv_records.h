// The records of a CSV file (RFC 4180) one by one, each with the lines it stands on, in memory that does not grow with
// the file. Separators and quotation marks are the same byte in both character sets, and in no longer character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/charset.h"

namespace toets::cases {

constexpr std::size_t longest_record = std::size_t{1} << 20U;  // bytes
constexpr std::size_t most_columns = 1000;

struct CsvCell {  // bytes of the record, without the quotation marks around it
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_quoted = false;
};
enum class CsvMistake { None, LoneQuote, OpenQuote, TooLong };

struct CsvRecord {
    std::string text;            // as in the file, in UTF-8; cut short when it is too long
    std::vector<CsvCell> cells;  // at most most_columns + 1
    std::size_t cell_count = 0;
    std::size_t first_line = 0;
    std::size_t last_line = 0;
    CsvMistake mistake = CsvMistake::None;
    std::size_t mistake_cell = 0;  // of a quotation mark
    std::size_t quote_line = 0;    // on which the last quotation began

    // What a cell says: doubled quotation marks single, without the spaces around it.
    [[nodiscard]] std::string value(std::size_t cell) const;
    // The cell in which the byte lies.
    [[nodiscard]] std::size_t cell_at(std::uint32_t byte) const;
    // An empty line, which is no record of anything.
    [[nodiscard]] bool is_blank() const;
};

enum class ByteOrderMark { None, Utf8, Utf16 };

class CsvRecords {
public:
    CsvRecords(std::istream& input, Charset charset);
    // What the file begins with; the mark of UTF-8 is skipped.
    [[nodiscard]] ByteOrderMark mark() const { return mark_; }
    [[nodiscard]] bool is_at_end() { return !has_byte(); }
    // The text up to the first line end outside quotation marks (or as much of it as a record may be), not yet taken.
    std::string_view look_at_first();
    // Null at the end of the file. Valid until the next record is asked for.
    const CsvRecord* next(char separator);

private:
    enum class At { CellStart, Plain, Quoted, AfterQuote, AfterReturn };

    void fill();
    bool has_byte();
    // True at the line end that ends the record.
    bool take(char byte, char separator);
    void take_plain(char byte, char separator);
    void take_after_quote(char byte, char separator);
    void begin_quote();
    void keep(char byte);
    void end_cell();
    void end_record(bool is_at_line_end);
    void note_quote();
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(record_.text.size()); }

    std::istream& input_;
    std::optional<Windows1252> windows_;
    ByteOrderMark mark_ = ByteOrderMark::None;
    bool is_begun_ = false;
    std::string bytes_;
    std::string buffer_;  // in UTF-8
    std::size_t at_ = 0;  // the first byte of buffer_ not yet taken
    std::size_t line_ = 1;
    At state_ = At::CellStart;
    CsvCell cell_;
    CsvRecord record_;
};

}  // namespace toets::cases
