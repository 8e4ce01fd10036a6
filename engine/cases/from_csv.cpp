#include "cases/from_csv.h"

#include <fmt/format.h>

#include "base/text.h"
#include "cases/case_reader.h"
#include "cases/csv_records.h"
#include "cases/plain_text.h"
#include "cases/register_columns.h"
#include "cases/row_document.h"
#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr SourceId one_record{0};  // the place of a mistake within its record, before it gets its line and column
constexpr std::size_t longest_shown_column = 60;  // characters

Span bytes_of(const CsvCell& cell) { return {one_record, cell.begin, cell.end}; }

Argument written_size(std::size_t bytes) { return word("limit", std::to_string(bytes >> 20U) + " MiB"); }

class RegisterReader {
public:
    RegisterReader(const std::string& path, const RegisterMapping& mapping, const ReadOptions& options,
                   Caseload& caseload, Diagnostics& diagnostics)
        : path_(path), mapping_(mapping), options_(options), caseload_(caseload), diagnostics_(diagnostics) {
        options_.keep_provenance = false;
    }

    // The first line; false, and reported, when the rows below it cannot be read.
    bool read_header(CsvRecords& records) {
        if (!has_right_charset(records.mark())) return false;
        if (records.is_at_end()) {
            refuse_empty_file();
            return false;
        }
        const auto separator =
            mapping_.separator ? mapping_.separator
                               : separator_from_header(records.look_at_first(), in_line_of_register(1), diagnostics_);
        if (!separator) return false;
        separator_ = *separator;
        const CsvRecord* header = records.next(separator_);
        if (header == nullptr) return false;
        Diagnostics mistakes;
        if (!is_sound(*header, mistakes)) {
            report(mistakes, *header);
            return false;
        }
        auto columns = columns_from_header(*header, mapping_, in_line_of_register(header->first_line), diagnostics_);
        if (!columns) return false;
        columns_ = std::move(*columns);
        return true;
    }

    bool read(const CsvRecord& record) {
        Diagnostics mistakes;
        if (is_sound(record, mistakes) && has_all_cells(record, mistakes) && has_label(record, mistakes)) {
            const Node document = RowDocument(mapping_, columns_).document(record);
            case_from_document(document, options_, std::to_string(record.first_line), caseload_, mistakes);
        }
        if (!mistakes.has_errors()) return true;
        report(mistakes, record);
        return false;
    }

    [[nodiscard]] char separator() const { return separator_; }
    void refuse_empty_file() { diagnostics_.report(Code::EmptyCaseFile, {}, {}, {in_line_of_register(1)}); }

private:
    [[nodiscard]] Note in_line_of_register(std::size_t line) const {
        return {Code::InRowNote, {}, {word("path", path_), word("line", std::to_string(line))}};
    }

    bool has_right_charset(ByteOrderMark mark) {
        const bool is_windows = mapping_.charset == Charset::Windows1252;
        if (mark == ByteOrderMark::None || (mark == ByteOrderMark::Utf8 && !is_windows)) return true;
        const std::string found = mark == ByteOrderMark::Utf8 ? "UTF-8" : "UTF-16";
        diagnostics_.report(Code::OtherCharset, {},
                            {word("found", found), word("expected", is_windows ? "Windows-1252" : "UTF-8")},
                            {in_line_of_register(1)});
        return false;
    }

    // Whether the record can be cut into cells of plain text.
    bool is_sound(const CsvRecord& record, Diagnostics& mistakes) const {
        switch (record.mistake) {
            case CsvMistake::None: break;
            case CsvMistake::LoneQuote: mistakes.report(Code::LoneQuote, place_of_mistake(record)); return false;
            case CsvMistake::OpenQuote:
                mistakes.report(
                    Code::OpenQuote, place_of_mistake(record),
                    {word("line", std::to_string(record.quote_line)), word("last", std::to_string(record.last_line))});
                return false;
            case CsvMistake::TooLong:
                mistakes.report(Code::RecordTooLong, {}, {written_size(longest_record)});
                return false;
        }
        if (const auto at = first_control_character(record.text)) {
            mistakes.report(Code::ControlCharacter, byte_at(*at), {character_argument(record.text[*at])});
            return false;
        }
        if (const auto at = first_invalid_utf8(record.text)) {
            const bool is_windows = mapping_.charset == Charset::Windows1252;
            const std::string byte = fmt::format("{:02X}", static_cast<unsigned char>(record.text[*at]));
            mistakes.report(is_windows ? Code::NotWindows1252 : Code::RegisterNotUtf8, byte_at(*at),
                            {word("byte", byte)});
            return false;
        }
        return true;
    }
    static Span byte_at(std::size_t at) {
        return {one_record, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
    }
    static Span place_of_mistake(const CsvRecord& record) {
        return record.mistake_cell < record.cells.size() ? bytes_of(record.cells[record.mistake_cell]) : Span{};
    }

    bool has_all_cells(const CsvRecord& record, Diagnostics& mistakes) const {
        if (record.cell_count == columns_.names.size()) return true;
        mistakes.report(Code::WrongCellCount, {},
                        {word("found", std::to_string(record.cell_count)),
                         word("expected", std::to_string(columns_.names.size()))});
        return false;
    }
    bool has_label(const CsvRecord& record, Diagnostics& mistakes) const {
        if (!columns_.label || !record.value(*columns_.label).empty()) return true;
        mistakes.report(Code::EmptyLabel, bytes_of(record.cells[*columns_.label]));
        return false;
    }

    void report(const Diagnostics& mistakes, const CsvRecord& record) {
        for (const Diagnostic& mistake : mistakes.all()) {
            Diagnostic placed = mistake;
            const bool is_date =
                mistake.code == Code::WrongValue && mistake.where.is_valid() && !mapping_.has_slash_dates;
            if (is_date && is_slash_date(record.value(record.cell_at(mistake.where.begin)))) {
                placed.notes.push_back({Code::SlashDateNote, {}, {}});
            }
            diagnostics_.report(with_place_note(std::move(placed), place_in(record, mistake.where)));
        }
    }
    // The first line of the record; the column too when the mistake is in one cell. When a quotation mark may have
    // made one record of several, all their lines.
    [[nodiscard]] Note place_in(const CsvRecord& record, Span where) const {
        Note note = in_line_of_register(record.first_line);
        const bool is_long = record.last_line > record.first_line;
        const std::size_t cell = where.is_valid() ? record.cell_at(where.begin) : columns_.names.size();
        if (is_long && (record.mistake == CsvMistake::LoneQuote || cell >= columns_.names.size())) {
            note.code = Code::InRowsNote;
            note.arguments.push_back(word("last", std::to_string(record.last_line)));
        } else if (cell < columns_.names.size()) {
            note.code = Code::InColumnNote;
            note.arguments.push_back(word("column", to_printable(columns_.names[cell], longest_shown_column)));
        }
        return note;
    }

    const std::string& path_;
    const RegisterMapping& mapping_;
    ReadOptions options_;
    Caseload& caseload_;
    Diagnostics& diagnostics_;
    RegisterColumns columns_;
    char separator_ = ';';
};

}  // namespace

LinesSummary from_csv(std::istream& input, const std::string& path, const RegisterMapping& mapping,
                      const ReadOptions& options, std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                      const BatchHandler& on_batch) {
    CsvRecords records(input, mapping.charset.value_or(Charset::Utf8));
    RegisterReader reader(path, mapping, options, caseload, diagnostics);
    if (!reader.read_header(records)) return {};
    Batches batches(caseload, batch_size, on_batch);
    while (const CsvRecord* record = records.next(reader.separator())) {
        if (!record->is_blank()) batches.count(reader.read(*record));
    }
    const LinesSummary summary = batches.finish();
    if (summary.cases + summary.refused == 0) reader.refuse_empty_file();
    return summary;
}

}  // namespace toets::cases
