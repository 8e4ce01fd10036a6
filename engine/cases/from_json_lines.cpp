#include "cases/from_json.h"

#include "base/text.h"
#include "cases/json_cases.h"
#include "cases/line_buffer.h"
#include "cases/plain_text.h"

namespace toets::cases {

namespace {

constexpr SourceId one_line{0};  // the place of a mistake within its line, before it gets the line's own place

Note in_line(const std::string& path, std::size_t number, std::uint32_t column) {
    return {Code::InLineNote,
            {},
            {word("path", path), word("line", std::to_string(number)), word("column", std::to_string(column))}};
}

class LinesReader {
public:
    LinesReader(const std::string& path, const ReadOptions& options, Caseload& caseload, Diagnostics& diagnostics)
        : path_(path), diagnostics_(diagnostics), cases_(caseload, options, false) {}

    bool read(std::string_view line, std::size_t number) {
        Diagnostics mistakes;
        if (cases_.read({line, one_line, 0}, std::to_string(number), mistakes)) return true;
        if (const auto at = first_invalid_utf8(line)) {
            const auto byte = static_cast<std::uint32_t>(*at);
            mistakes = {};
            mistakes.report(Code::LineNotUtf8, {one_line, byte, byte + 1});
        }
        report(mistakes, line, number);
        return false;
    }
    void refuse_long_line(std::size_t number) {
        Diagnostics mistakes;
        mistakes.report(Code::LineTooLong, {}, {word("limit", std::to_string(longest_line >> 20U) + " MiB")});
        report(mistakes, {}, number);
    }
    void refuse_empty_file() {
        Diagnostics mistakes;
        mistakes.report(Code::EmptyCaseFile, {});
        report(mistakes, {}, 1);
    }

private:
    void report(const Diagnostics& mistakes, std::string_view line, std::size_t number) {
        const SourceText text(one_line, path_, std::string(line));
        for (const Diagnostic& mistake : mistakes.all()) {
            const std::uint32_t at = mistake.where.is_valid() ? mistake.where.begin : 0;
            diagnostics_.report(with_place_note(mistake, in_line(path_, number, text.position(at).column)));
        }
    }

    const std::string& path_;
    Diagnostics& diagnostics_;
    JsonCases cases_;
};

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

LinesSummary from_json_lines(std::istream& input, const std::string& path, const ReadOptions& options,
                             std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                             const BatchHandler& on_batch) {
    Batches batches(caseload, batch_size, on_batch);
    LineBuffer lines(input);
    LinesReader reader(path, options, caseload, diagnostics);
    std::size_t number = 0;
    while (auto line = lines.next()) {
        if (++number == 1 && line->text.starts_with(byte_order_mark)) line->text.remove_prefix(byte_order_mark.size());
        if (line->is_too_long) {
            reader.refuse_long_line(number);
            batches.count(false);
        } else if (!is_blank(line->text)) {
            batches.count(reader.read(line->text, number));
        }
    }
    const LinesSummary summary = batches.finish();
    if (summary.cases + summary.refused == 0) reader.refuse_empty_file();
    return summary;
}

}  // namespace toets::cases
