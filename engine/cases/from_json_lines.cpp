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

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

class LinesReader final : public BatchReader {
public:
    LinesReader(const std::string& path, const ReadOptions& options, Caseload& caseload)
        : path_(path), cases_(caseload, options, false) {}

    LinesSummary read(const RawBatch& batch, Diagnostics& diagnostics) override {
        LinesSummary summary;
        for (const RawLine& line : batch.lines) {
            const std::string_view text = std::string_view(batch.text).substr(line.begin, line.size);
            summary.count(line.is_too_long ? refuse_long(line.number, diagnostics)
                                           : read(text, line.number, diagnostics));
        }
        return summary;
    }

private:
    bool read(std::string_view line, std::size_t number, Diagnostics& diagnostics) {
        Diagnostics mistakes;
        if (cases_.read({line, one_line, 0}, std::to_string(number), mistakes)) return true;
        if (const auto at = first_invalid_utf8(line)) {
            const auto byte = static_cast<std::uint32_t>(*at);
            mistakes = {};
            mistakes.report(Code::LineNotUtf8, {one_line, byte, byte + 1});
        }
        report(mistakes, line, number, diagnostics);
        return false;
    }
    bool refuse_long(std::size_t number, Diagnostics& diagnostics) const {
        Diagnostics mistakes;
        mistakes.report(Code::LineTooLong, {}, {word("limit", std::to_string(longest_line >> 20U) + " MiB")});
        report(mistakes, {}, number, diagnostics);
        return false;
    }
    void report(const Diagnostics& mistakes, std::string_view line, std::size_t number,
                Diagnostics& diagnostics) const {
        const SourceText text(one_line, path_, std::string(line));
        for (const Diagnostic& mistake : mistakes.all()) {
            const std::uint32_t at = mistake.where.is_valid() ? mistake.where.begin : 0;
            diagnostics.report(with_place_note(mistake, in_line(path_, number, text.position(at).column)));
        }
    }

    const std::string& path_;
    JsonCases cases_;
};

class JsonLines final : public CaseStream {
public:
    JsonLines(std::istream& input, std::string path, ReadOptions options, std::size_t batch_size)
        : path_(std::move(path)), options_(std::move(options)), batch_size_(batch_size), lines_(input) {}

    RawBatch next() override {
        RawBatch batch;
        while (batch.lines.size() < batch_size_ && batch.text.size() < most_bytes_in_batch) {
            auto line = lines_.next();
            if (!line) break;
            batch.bytes += line->bytes;
            if (++number_ == 1 && line->text.starts_with(byte_order_mark)) {
                line->text.remove_prefix(byte_order_mark.size());
            }
            if (!line->is_too_long && is_blank(line->text)) continue;
            batch.lines.push_back({number_, batch.text.size(), line->text.size(), line->is_too_long});
            batch.text += line->text;
            batch.text += '\n';
        }
        batch.text.append(json_padding, ' ');
        return batch;
    }
    [[nodiscard]] std::unique_ptr<BatchReader> make_reader(Caseload& caseload) const override {
        return std::make_unique<LinesReader>(path_, options_, caseload);
    }
    void report_empty(Diagnostics& diagnostics) const override {
        diagnostics.report(with_place_note({Code::EmptyCaseFile, {}, {}, {}}, in_line(path_, 1, 1)));
    }

private:
    std::string path_;
    ReadOptions options_;
    std::size_t batch_size_;
    LineBuffer lines_;
    std::size_t number_ = 0;
};

}  // namespace

std::unique_ptr<CaseStream> json_lines(std::istream& input, std::string path, ReadOptions options,
                                       std::size_t batch_size) {
    return std::make_unique<JsonLines>(input, std::move(path), std::move(options), batch_size);
}

LinesSummary from_json_lines(std::istream& input, const std::string& path, const ReadOptions& options,
                             std::size_t batch_size, Caseload& caseload, Diagnostics& diagnostics,
                             const BatchHandler& on_batch) {
    return read_in_order(*json_lines(input, path, options, batch_size), caseload, diagnostics, on_batch);
}

}  // namespace toets::cases
