#include "cases/from_json.h"

#include "base/text.h"
#include "cases/json_cases.h"
#include "cases/line_buffer.h"

namespace toets::cases {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr SourceId one_line{0};  // the place of a mistake within its line, before it gets the line's own place

// A long file is not kept, so a mistake in it has no place in a source: a note says where it is.
Diagnostic with_line_note(Diagnostic diagnostic, const std::string& path, std::size_t number, const SourceText& line) {
    const std::uint32_t at = diagnostic.where.is_valid() ? diagnostic.where.begin : 0;
    diagnostic.where = {};
    std::erase_if(diagnostic.notes, [](const Note& note) { return note.where.is_valid(); });
    diagnostic.notes.push_back({Code::InLineNote,
                                {},
                                {word("path", path), word("line", std::to_string(number)),
                                 word("column", std::to_string(line.position(at).column))}});
    return diagnostic;
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
            diagnostics_.report(with_line_note(mistake, path_, number, text));
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
                             const std::function<void(const Caseload&)>& on_batch) {
    LinesSummary summary;
    LineBuffer lines(input);
    LinesReader reader(path, options, caseload, diagnostics);
    const auto hand_over = [&] {
        if (caseload.cases.empty()) return;
        on_batch(caseload);
        caseload.clear();
    };
    std::size_t number = 0;
    while (auto line = lines.next()) {
        if (++number == 1 && line->text.starts_with(byte_order_mark)) line->text.remove_prefix(byte_order_mark.size());
        if (line->is_too_long) {
            reader.refuse_long_line(number);
            ++summary.refused;
        } else if (!is_blank(line->text)) {
            ++(reader.read(line->text, number) ? summary.cases : summary.refused);
        }
        if (caseload.cases.size() >= batch_size) hand_over();
    }
    hand_over();
    if (summary.cases + summary.refused == 0) reader.refuse_empty_file();
    return summary;
}

}  // namespace toets::cases
