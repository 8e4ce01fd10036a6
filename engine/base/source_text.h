// The texts a run reads (agreements, cases), each with an id; a Span is a place in one of them.
// Every later stage keeps spans only, so a message can always show the line a person wrote.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"

namespace toets {

struct SourceTag;
using SourceId = Id<SourceTag>;

// Bytes [begin, end) of one source, UTF-8.
struct Span {
    SourceId source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool is_valid() const { return source.is_valid(); }
    friend bool operator==(const Span&, const Span&) = default;
};

// From the first byte of `first` to the last of `last`; both in one source.
Span join(Span first, Span last);

// Line and column start at 1; the column counts characters (code points), not bytes.
struct Position {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

class SourceText {
public:
    SourceText(SourceId id, std::string path, std::string text);

    [[nodiscard]] SourceId id() const { return id_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] Position position(std::uint32_t byte) const;
    // The whole line (without its line end) in which the byte lies, and the byte where that line begins.
    [[nodiscard]] std::string_view line_at(std::uint32_t byte) const;
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t byte) const;
    [[nodiscard]] std::size_t line_count() const { return line_starts_.size(); }

private:
    SourceId id_;
    std::string path_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

class Sources {
public:
    // The reference stays valid as long as the Sources do.
    const SourceText& add(std::string path, std::string text);
    [[nodiscard]] const SourceText& operator[](SourceId id) const { return texts_[id.index()]; }
    [[nodiscard]] std::string_view text(Span span) const { return (*this)[span.source].text(span); }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

private:
    std::deque<SourceText> texts_;
};

}  // namespace toets
