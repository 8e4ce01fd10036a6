#include "diagnostics/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "diagnostics/printable.h"

namespace toets {

namespace {

constexpr std::string_view ellipsis = "…";

// Indices of glyphs, [begin, end).
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::size_t width_of(const std::vector<Glyph>& glyphs, Range range) {
    std::size_t width = 0;
    for (std::size_t index = range.begin; index < range.end; ++index) width += glyphs[index].width;
    return width;
}

// The glyphs that begin in the bytes [begin, end) of the line, at least one if the line has any there.
Range find_marked(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end) {
    const auto starts_before = [](const Glyph& glyph, std::size_t byte) { return glyph.begin < byte; };
    const auto first = std::lower_bound(glyphs.begin(), glyphs.end(), begin, starts_before);
    const auto last = std::lower_bound(first, glyphs.end(), end, starts_before);
    return {static_cast<std::size_t>(first - glyphs.begin()), static_cast<std::size_t>(last - glyphs.begin())};
}

// The part of the line to show: all of it if it fits, else a part that begins a little before the marks.
Range find_window(const std::vector<Glyph>& glyphs, Range marked, std::size_t columns) {
    if (width_of(glyphs, {0, glyphs.size()}) <= columns) return {0, glyphs.size()};
    const std::size_t room = columns - 2;  // an ellipsis on either side
    Range window{marked.begin, marked.begin};
    std::size_t width = 0;
    while (window.end < glyphs.size() && width + glyphs[window.end].width <= room) width += glyphs[window.end++].width;
    const std::size_t lead = window.end < marked.end ? 0 : room;
    const std::size_t most_before = window.end == glyphs.size() ? lead : std::min(lead, room / 3);
    std::size_t before = 0;
    while (window.begin > 0 && before + glyphs[window.begin - 1].width <= most_before) {
        const std::size_t step = glyphs[window.begin - 1].width;
        while (width + step > room && window.end > marked.end) width -= glyphs[--window.end].width;
        if (width + step > room) break;
        width += step;
        before += step;
        --window.begin;
    }
    return window;
}

std::string show(const std::vector<Glyph>& glyphs, Range window) {
    std::string shown = window.begin > 0 ? std::string(ellipsis) : "";
    for (std::size_t index = window.begin; index < window.end; ++index) shown += glyphs[index].text;
    if (window.end < glyphs.size()) shown += ellipsis;
    return shown;
}

std::string mark(const std::vector<Glyph>& glyphs, Range window, Range marked) {
    const std::size_t lead = (window.begin > 0 ? 1U : 0U) + width_of(glyphs, {window.begin, marked.begin});
    const std::size_t width = width_of(glyphs, {marked.begin, std::min(marked.end, window.end)});
    return std::string(lead, ' ') + std::string(std::max<std::size_t>(width, 1), '^');
}

void drop_trailing_spaces(std::string& line) {
    while (line.ends_with(' ')) line.pop_back();
}

}  // namespace

std::string to_excerpt(const SourceText& source, Span where, std::size_t columns) {
    const std::string number = fmt::format("{:>6} | ", source.position(where.begin).line);
    const std::string margin = std::string(number.size() - 2, ' ') + "| ";
    const std::size_t room = columns - std::min(number.size(), columns / 2);
    const std::size_t line_begin = source.line_begin(where.begin);
    const std::vector<Glyph> glyphs = to_glyphs(source.line_at(where.begin));
    const std::size_t end = std::max(where.begin, where.end);
    const Range marked = find_marked(glyphs, where.begin - line_begin, end - line_begin);
    const Range window = find_window(glyphs, marked, room);
    std::string line = number + show(glyphs, window);
    drop_trailing_spaces(line);
    return line + "\n" + margin + mark(glyphs, window, marked) + "\n";
}

}  // namespace toets
