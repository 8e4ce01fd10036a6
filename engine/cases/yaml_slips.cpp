#include "cases/yaml_slips.h"

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/printable.h"

namespace toets::cases {

namespace {

constexpr std::size_t longest_shown = 40;  // characters of the user's words

struct Line {
    std::string_view text;  // without its indentation and line end
    Span where;             // of that text
    std::size_t indent = 0;
    std::optional<std::size_t> tab;  // in the indentation
};

Line to_line(std::string_view whole, std::uint32_t begin, const SourceText& source) {
    Line line;
    line.indent = std::min(whole.find_first_not_of(" \t"), whole.size());
    const std::size_t tab = whole.substr(0, line.indent).find('\t');
    if (tab != std::string_view::npos) line.tab = tab;
    const auto first = static_cast<std::uint32_t>(begin + line.indent);
    line.text = whole.substr(line.indent);
    line.text = line.text.substr(0, line.text.find_last_not_of(" \t\r") + 1);
    line.where = {source.id(), first, first + static_cast<std::uint32_t>(line.text.size())};
    return line;
}

// Where the facts behind a dash begin: in `- soort: huurschuld` two further.
void skip_dashes(Line& line) {
    while (line.text.starts_with("- ")) {
        const std::size_t step = std::min(line.text.find_first_not_of(' ', 1), line.text.size());
        line.text.remove_prefix(step);
        line.indent += step;
        line.where.begin += static_cast<std::uint32_t>(step);
    }
}

bool is_of_a_name(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || byte == ' ' || byte == '_' || byte == '-' || byte == '\'' || (byte >= '0' && byte <= '9') ||
           (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// The length of the name before the first colon; 0 when these are no words of a name.
std::size_t name_length(std::string_view words) {
    const std::size_t colon = words.find(':');
    if (colon == std::string_view::npos || colon == 0) return 0;
    const std::string_view name = words.substr(0, colon);
    const bool begins_with_digit = name.front() >= '0' && name.front() <= '9';
    return !begins_with_digit && std::all_of(name.begin(), name.end(), is_of_a_name) ? colon : 0;
}

bool opens_level(std::string_view text) {
    const std::size_t remark = text.find(" #");
    text = text.substr(0, remark);
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    return text.ends_with(':') || text.ends_with('|') || text.ends_with('>');
}

Argument expected_indents(const std::vector<std::size_t>& levels) {
    if (levels.size() == 1) return word("expected", std::to_string(levels.back()));
    std::string before;
    for (std::size_t index = 0; index + 1 < levels.size(); ++index)
        before += (index == 0 ? "" : ", ") + std::to_string(levels[index]);
    const std::string last = std::to_string(levels.back());
    return term("expected", before + " of " + last, before + " or " + last);
}

// The depths of the lines above that are still open, outermost first.
class Levels {
public:
    std::optional<Diagnostic> add(const Line& line) {
        if (levels_.empty() || (opened_ && line.indent > levels_.back())) {
            levels_.push_back(line.indent);
        } else if (line.indent > levels_.back()) {
            return wrong(line);
        } else {
            const std::vector<std::size_t> before = levels_;
            while (!levels_.empty() && line.indent < levels_.back()) levels_.pop_back();
            if (levels_.empty() || levels_.back() != line.indent) {
                levels_ = before;
                return wrong(line);
            }
        }
        opened_ = opens_level(line.text);
        return std::nullopt;
    }

private:
    [[nodiscard]] Diagnostic wrong(const Line& line) const {
        return {Code::LineIndentedWrong,
                line.where,
                {word("found", std::to_string(line.indent)), expected_indents(levels_)},
                {}};
    }

    std::vector<std::size_t> levels_;
    bool opened_ = false;
};

}  // namespace

std::optional<Diagnostic> missing_space(std::string_view words, Span where) {
    const std::size_t length = name_length(words);
    if (length == 0 || length + 1 >= words.size()) return std::nullopt;
    const std::string_view value = words.substr(length + 1);
    if (value.front() == ' ' || value.front() == ':' || value.starts_with("//")) return std::nullopt;
    return Diagnostic{Code::SpaceAfterColonMissing,
                      {where.source, where.begin, where.begin + static_cast<std::uint32_t>(words.size())},
                      {word("name", to_printable(words.substr(0, length), longest_shown)),
                       word("value", to_printable(value, longest_shown))},
                      {}};
}

std::optional<Diagnostic> first_slip(const SourceText& source, std::uint32_t until) {
    const std::string_view text = source.text();
    Levels levels;
    for (std::size_t begin = 0; begin <= until && begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Line line = to_line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), source);
        begin = end + 1;
        if (line.text.empty() || line.text.front() == '#') continue;
        if (line.text == "---") {
            levels = {};
            continue;
        }
        if (line.tab) {
            const std::uint32_t at = line.where.begin - static_cast<std::uint32_t>(line.indent - *line.tab);
            return Diagnostic{Code::YamlUnreadable,
                              {source.id(), at, at + 1},
                              {term("reason", "er staat een tab in de inspringing; gebruik spaties",
                                    "there is a tab in the indentation; use spaces")},
                              {}};
        }
        skip_dashes(line);
        if (auto slip = missing_space(line.text, line.where)) return slip;
        if (auto slip = levels.add(line)) return slip;
    }
    return std::nullopt;
}

}  // namespace toets::cases
