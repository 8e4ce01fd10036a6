#include "cases/csv_records.h"

#include <algorithm>

#include "cases/plain_text.h"

namespace toets::cases {

namespace {

constexpr std::size_t bytes_at_once = std::size_t{64} << 10U;
constexpr std::string_view no_break_space = "\xc2\xa0";

std::string_view without_spaces(std::string_view text) {
    while (true) {
        const std::size_t size = text.size();
        if (text.starts_with(no_break_space)) text.remove_prefix(no_break_space.size());
        if (text.ends_with(no_break_space)) text.remove_suffix(no_break_space.size());
        if (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
        if (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
        if (text.size() == size) return text;
    }
}

ByteOrderMark mark_of(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) return ByteOrderMark::Utf8;
    const bool is_utf16 = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    return is_utf16 ? ByteOrderMark::Utf16 : ByteOrderMark::None;
}

}  // namespace

std::string CsvRecord::value(std::size_t cell) const {
    const CsvCell& place = cells[cell];
    const std::string_view written =
        without_spaces(std::string_view(text).substr(place.begin, place.end - place.begin));
    if (!place.is_quoted) return std::string(written);
    std::string single;
    single.reserve(written.size());
    for (std::size_t at = 0; at < written.size(); ++at) {
        single += written[at];
        if (written[at] == '"') ++at;
    }
    return single;
}

std::size_t CsvRecord::cell_at(std::uint32_t byte) const {
    const auto after = std::upper_bound(cells.begin(), cells.end(), byte,
                                        [](std::uint32_t wanted, const CsvCell& cell) { return wanted < cell.begin; });
    return after == cells.begin() ? 0 : static_cast<std::size_t>(after - cells.begin()) - 1;
}

bool CsvRecord::is_blank() const {
    return mistake == CsvMistake::None && cell_count == 1 && !cells[0].is_quoted && without_spaces(text).empty();
}

CsvRecords::CsvRecords(std::istream& input, Charset charset) : input_(input), bytes_(bytes_at_once, '\0') {
    if (charset == Charset::Windows1252) windows_.emplace();
    fill();
}

// Forgets what was taken and reads on behind the rest.
void CsvRecords::fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    input_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    std::string_view read(bytes_.data(), static_cast<std::size_t>(input_.gcount()));
    if (!is_begun_) mark_ = mark_of(read);
    if (!is_begun_ && mark_ == ByteOrderMark::Utf8) read.remove_prefix(byte_order_mark.size());
    is_begun_ = true;
    if (windows_) {
        windows_->append(read, buffer_);
    } else {
        buffer_ += read;
    }
}

bool CsvRecords::has_byte() {
    if (at_ == buffer_.size() && input_.good()) fill();
    return at_ < buffer_.size();
}

std::string_view CsvRecords::look_at_first() {
    bool is_quoted = false;
    for (std::size_t at = 0; at < longest_record; ++at) {
        if (at == buffer_.size() && input_.good()) fill();
        if (at == buffer_.size()) break;
        if (buffer_[at] == '"') is_quoted = !is_quoted;
        if (buffer_[at] == '\n' && !is_quoted) return std::string_view(buffer_).substr(0, at);
    }
    return std::string_view(buffer_).substr(0, longest_record);
}

const CsvRecord* CsvRecords::next(char separator) {
    if (!has_byte()) return nullptr;
    record_.text.clear();
    record_.cells.clear();
    record_.cell_count = 0;
    record_.first_line = line_;
    record_.mistake = CsvMistake::None;
    state_ = At::CellStart;
    cell_ = {};
    bool is_at_end = false;
    bool is_at_line_end = false;
    while (!is_at_end && has_byte()) {
        const char byte = buffer_[at_++];
        is_at_end = take(byte, separator);
        is_at_line_end = byte == '\n';
    }
    end_record(is_at_line_end);
    return &record_;
}

bool CsvRecords::take(char byte, char separator) {
    if (byte == '\n') {
        ++line_;
        if (state_ != At::Quoted) return true;
    }
    switch (state_) {
        case At::CellStart: byte == '"' ? begin_quote() : take_plain(byte, separator); break;
        case At::Quoted:
            keep(byte);
            if (byte == '"') state_ = At::AfterQuote;
            break;
        case At::AfterQuote: take_after_quote(byte, separator); break;
        case At::AfterReturn:
            note_quote();
            take_plain(byte, separator);
            break;
        case At::Plain:
            if (byte == '"') note_quote();
            take_plain(byte, separator);
            break;
    }
    return false;
}

void CsvRecords::begin_quote() {
    keep('"');
    state_ = At::Quoted;
    record_.quote_line = line_;
    cell_ = {size(), size(), true};
}

// The second of two quotation marks, the end of the cell, or a mistake.
void CsvRecords::take_after_quote(char byte, char separator) {
    if (byte == '"') {
        keep(byte);
        state_ = At::Quoted;
    } else if (byte == '\r') {
        cell_.end = size() - 1;
        keep(byte);
        state_ = At::AfterReturn;
    } else {
        if (byte != separator) note_quote();
        take_plain(byte, separator);
    }
}

void CsvRecords::take_plain(char byte, char separator) {
    if (byte != separator) {
        keep(byte);
        state_ = At::Plain;
        return;
    }
    end_cell();
    keep(byte);
    cell_ = {size(), size(), false};
    state_ = At::CellStart;
}

void CsvRecords::keep(char byte) {
    if (record_.text.size() < longest_record) {
        record_.text += byte;
    } else if (record_.mistake == CsvMistake::None) {
        record_.mistake = CsvMistake::TooLong;
    }
}

void CsvRecords::end_cell() {
    if (state_ == At::AfterQuote) cell_.end = size() - 1;
    if (state_ != At::AfterQuote && state_ != At::AfterReturn) cell_.end = size();
    if (++record_.cell_count <= most_columns + 1) record_.cells.push_back(cell_);
}

void CsvRecords::end_record(bool is_at_line_end) {
    if (state_ == At::Quoted) {
        record_.mistake = CsvMistake::OpenQuote;
        record_.mistake_cell = record_.cell_count;
    }
    // The first half of a line end is no part of the last cell.
    const bool has_return = (state_ == At::Plain || state_ == At::AfterReturn) && record_.text.ends_with('\r');
    if (has_return) record_.text.pop_back();
    end_cell();
    record_.last_line = is_at_line_end ? line_ - 1 : line_;
}

void CsvRecords::note_quote() {
    if (record_.mistake != CsvMistake::None) return;
    record_.mistake = CsvMistake::LoneQuote;
    record_.mistake_cell = record_.cell_count;
}

}  // namespace toets::cases
