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

Note in_line_of_register(const std::string& path, std::size_t line) {
    return {Code::InRowNote, {}, {word("path", path), word("line", std::to_string(line))}};
}

// What is wrong with a record, and where it stands.
struct RecordReports {
    const std::string& path;
    const RegisterMapping& mapping;
    const RegisterColumns& columns;

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
            const bool is_windows = mapping.charset == Charset::Windows1252;
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
        if (record.cell_count == columns.names.size()) return true;
        mistakes.report(
            Code::WrongCellCount, {},
            {word("found", std::to_string(record.cell_count)), word("expected", std::to_string(columns.names.size()))});
        return false;
    }
    bool has_label(const CsvRecord& record, Diagnostics& mistakes) const {
        if (!columns.label || !record.value(*columns.label).empty()) return true;
        mistakes.report(Code::EmptyLabel, bytes_of(record.cells[*columns.label]));
        return false;
    }

    void report(const Diagnostics& mistakes, const CsvRecord& record, Diagnostics& diagnostics) const {
        for (const Diagnostic& mistake : mistakes.all()) {
            Diagnostic placed = mistake;
            const bool is_date =
                mistake.code == Code::WrongValue && mistake.where.is_valid() && !mapping.has_slash_dates;
            if (is_date && is_slash_date(record.value(record.cell_at(mistake.where.begin)))) {
                placed.notes.push_back({Code::SlashDateNote, {}, {}});
            }
            diagnostics.report(with_place_note(std::move(placed), place_in(record, mistake.where)));
        }
    }
    // The first line of the record; the column too when the mistake is in one cell. When a quotation mark may have
    // made one record of several, all their lines.
    [[nodiscard]] Note place_in(const CsvRecord& record, Span where) const {
        Note note = in_line_of_register(path, record.first_line);
        const bool is_long = record.last_line > record.first_line;
        const std::size_t cell = where.is_valid() ? record.cell_at(where.begin) : columns.names.size();
        if (is_long && (record.mistake == CsvMistake::LoneQuote || cell >= columns.names.size())) {
            note.code = Code::InRowsNote;
            note.arguments.push_back(word("last", std::to_string(record.last_line)));
        } else if (cell < columns.names.size()) {
            note.code = Code::InColumnNote;
            note.arguments.push_back(word("column", to_printable(columns.names[cell], longest_shown_column)));
        }
        return note;
    }
};

class RegisterReader final : public BatchReader {
public:
    RegisterReader(const RecordReports& reports, const ReadOptions& options, Caseload& caseload)
        : reports_(reports), options_(options), caseload_(caseload) {}

    LinesSummary read(const RawBatch& batch, Diagnostics& diagnostics) override {
        LinesSummary summary;
        for (const CsvRecord& record : batch.records) summary.count(read(record, diagnostics));
        return summary;
    }

private:
    bool read(const CsvRecord& record, Diagnostics& diagnostics) {
        Diagnostics mistakes;
        if (reports_.is_sound(record, mistakes) && reports_.has_all_cells(record, mistakes) &&
            reports_.has_label(record, mistakes)) {
            const Node document = RowDocument(reports_.mapping, reports_.columns).document(record);
            case_from_document(document, options_, std::to_string(record.first_line), caseload_, mistakes);
        }
        if (!mistakes.has_errors()) return true;
        reports_.report(mistakes, record, diagnostics);
        return false;
    }

    RecordReports reports_;
    const ReadOptions& options_;
    Caseload& caseload_;
};

class CsvRegister final : public CaseStream {
public:
    CsvRegister(std::istream& input, std::string path, const RegisterMapping& mapping, ReadOptions options,
                std::size_t batch_size)
        : path_(std::move(path)),
          mapping_(mapping),
          options_(std::move(options)),
          batch_size_(batch_size),
          records_(input, mapping.charset.value_or(Charset::Utf8)) {
        options_.keep_provenance = false;
    }

    // The first line; false, and reported, when the rows below it cannot be read.
    bool read_header(Diagnostics& diagnostics) {
        if (!has_right_charset(diagnostics)) return false;
        if (records_.is_at_end()) {
            report_empty(diagnostics);
            return false;
        }
        const auto separator = mapping_.separator ? mapping_.separator
                                                  : separator_from_header(records_.look_at_first(),
                                                                          in_line_of_register(path_, 1), diagnostics);
        if (!separator) return false;
        separator_ = *separator;
        const CsvRecord* header = records_.next(separator_);
        if (header == nullptr) return false;
        Diagnostics mistakes;
        const RecordReports reports{path_, mapping_, columns_};
        if (!reports.is_sound(*header, mistakes)) {
            reports.report(mistakes, *header, diagnostics);
            return false;
        }
        auto columns =
            columns_from_header(*header, mapping_, in_line_of_register(path_, header->first_line), diagnostics);
        if (!columns) return false;
        columns_ = std::move(*columns);
        return true;
    }

    RawBatch next() override {
        RawBatch batch;
        while (batch.records.size() < batch_size_ && (batch.records.empty() || batch.bytes < most_bytes_in_batch)) {
            const CsvRecord* record = records_.next(separator_);
            if (record == nullptr) break;
            batch.bytes += record->text.size() + 1;
            if (!record->is_blank()) batch.records.push_back(*record);
        }
        return batch;
    }
    [[nodiscard]] std::unique_ptr<BatchReader> make_reader(Caseload& caseload) const override {
        return std::make_unique<RegisterReader>(RecordReports{path_, mapping_, columns_}, options_, caseload);
    }
    void report_empty(Diagnostics& diagnostics) const override {
        diagnostics.report(Code::EmptyCaseFile, {}, {}, {in_line_of_register(path_, 1)});
    }

private:
    bool has_right_charset(Diagnostics& diagnostics) const {
        const ByteOrderMark mark = records_.mark();
        const bool is_windows = mapping_.charset == Charset::Windows1252;
        if (mark == ByteOrderMark::None || (mark == ByteOrderMark::Utf8 && !is_windows)) return true;
        const std::string found = mark == ByteOrderMark::Utf8 ? "UTF-8" : "UTF-16";
        diagnostics.report(Code::OtherCharset, {},
                           {word("found", found), word("expected", is_windows ? "Windows-1252" : "UTF-8")},
                           {in_line_of_register(path_, 1)});
        return false;
    }

    std::string path_;
    const RegisterMapping& mapping_;
    ReadOptions options_;
    std::size_t batch_size_;
    CsvRecords records_;
    RegisterColumns columns_;
    char separator_ = ';';
};

}  // namespace

std::unique_ptr<CaseStream> csv_register(std::istream& input, std::string path, const RegisterMapping& mapping,
                                         const ReadOptions& options, Diagnostics& diagnostics, std::size_t batch_size) {
    auto stream = std::make_unique<CsvRegister>(input, std::move(path), mapping, options, batch_size);
    if (!stream->read_header(diagnostics)) return nullptr;
    return stream;
}

LinesSummary from_csv(std::istream& input, const std::string& path, const RegisterMapping& mapping,
                      const ReadOptions& options, std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                      const BatchHandler& on_batch) {
    const auto stream = csv_register(input, path, mapping, options, diagnostics, batch_size);
    return stream ? read_in_order(*stream, caseload, diagnostics, on_batch) : LinesSummary{};
}

}  // namespace toets::cases
