#include "base/source_text.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/ensure.h"

namespace toets {

namespace {

bool is_character_start(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
    std::vector<std::uint32_t> starts = {0};
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
        starts.push_back(static_cast<std::uint32_t>(end + 1));
    }
    return starts;
}

// Index of the line in which the byte lies; bytes past the end lie in the last line.
std::size_t line_index(const std::vector<std::uint32_t>& starts, std::uint32_t byte) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), byte);
    return static_cast<std::size_t>(after - starts.begin()) - 1;
}

}  // namespace

Span join(Span first, Span last) {
    ensure(first.source == last.source);
    return {first.source, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

SourceText::SourceText(SourceId id, std::string path, std::string text)
    : id_(id), path_(std::move(path)), text_(std::move(text)), line_starts_(find_line_starts(text_)) {
    ensure(text_.size() < std::numeric_limits<std::uint32_t>::max());
}

std::string_view SourceText::text(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

Position SourceText::position(std::uint32_t byte) const {
    const std::size_t line = line_index(line_starts_, byte);
    const std::size_t begin = line_starts_[line];
    const std::size_t end = std::min<std::size_t>(byte, text_.size());
    const auto before = std::string_view(text_).substr(begin, end - begin);
    const auto characters = std::count_if(before.begin(), before.end(), is_character_start);
    const bool is_inside_character = end < text_.size() && !is_character_start(text_[end]);
    const auto column = static_cast<std::uint32_t>(characters) + (is_inside_character ? 0U : 1U);
    return {static_cast<std::uint32_t>(line + 1), std::max(column, 1U)};
}

std::uint32_t SourceText::line_begin(std::uint32_t byte) const { return line_starts_[line_index(line_starts_, byte)]; }

std::string_view SourceText::line_at(std::uint32_t byte) const {
    const std::size_t begin = line_begin(byte);
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    std::string_view line = std::string_view(text_).substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

const SourceText& Sources::add(std::string path, std::string text) {
    const SourceId id{static_cast<std::uint32_t>(texts_.size())};
    return texts_.emplace_back(id, std::move(path), std::move(text));
}

}  // namespace toets
