#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/ensure.h"

namespace toets {

namespace {

constexpr utf8proc_int32_t replacement = 0xfffd;

struct Character {
    utf8proc_int32_t code = replacement;
    std::size_t size = 1;
    bool is_valid = false;
};

// The first character of a text that is not empty.
Character first_character(std::string_view text) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the library reads bytes as unsigned
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto available = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(bytes, available, &code);
    if (size <= 0) return {};
    return {code, static_cast<std::size_t>(size), true};
}

std::vector<utf8proc_int32_t> to_code_points(std::string_view text) {
    std::vector<utf8proc_int32_t> codes;
    codes.reserve(text.size());
    while (!text.empty()) {
        const Character character = first_character(text);
        codes.push_back(character.code);
        text.remove_prefix(character.size);
    }
    return codes;
}

std::string with_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const Character character = first_character(text);
        valid += character.is_valid ? text.substr(0, character.size) : std::string_view("\xef\xbf\xbd");
        text.remove_prefix(character.size);
    }
    return valid;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string fold_unicode(std::string_view text) {
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const std::string valid = with_valid_utf8(text);
    utf8proc_uint8_t* mapped = nullptr;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the library reads bytes as unsigned
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(valid.data());
    const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(valid.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    ensure(size >= 0);
    return {mapped, mapped + size};
}

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

template <class IsSpace>
std::string fold_spaces(std::string_view text, IsSpace is_separator) {
    std::string folded;
    folded.reserve(text.size());
    for (const char byte : text) {
        if (is_separator(byte)) {
            if (!folded.empty() && folded.back() != ' ') folded += ' ';
        } else {
            folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        }
    }
    if (folded.ends_with(' ')) folded.pop_back();
    return folded;
}

template <class IsSpace>
std::string fold_with(std::string_view text, IsSpace is_separator) {
    if (is_ascii(text)) return fold_spaces(text, is_separator);
    return fold_spaces(fold_unicode(text), is_separator);
}

using CodePoints = std::vector<utf8proc_int32_t>;

// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
std::size_t edit_distance(const CodePoints& left, const CodePoints& right) {
    std::vector<std::size_t> two_back(right.size() + 1);
    std::vector<std::size_t> previous(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) previous[column] = column;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        current[0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const std::size_t change = left[row - 1] == right[column - 1] ? 0 : 1;
            current[column] = std::min({previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change});
            const bool is_swap =
                row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
            if (is_swap) current[column] = std::min(current[column], two_back[column - 2] + 1);
        }
        two_back.swap(previous);
        previous.swap(current);
    }
    return previous[right.size()];
}

// How many slips are still likely in a name of this length.
std::size_t tolerance(std::size_t length) { return length < 3 ? 0 : std::min<std::size_t>(length / 3, 3); }

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == 0) return at;
        if (byte < 0x80) {
            ++at;
            continue;
        }
        const Character character = first_character(text.substr(at));
        if (!character.is_valid) return at;
        at += character.size;
    }
    return std::nullopt;
}

std::string fold(std::string_view text) { return fold_with(text, is_space); }

std::string fold_key(std::string_view text) {
    return fold_with(text, [](char byte) { return is_space(byte) || byte == '_' || byte == '-'; });
}

std::optional<std::size_t> nearest(std::string_view name, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_name = 400;  // bytes; a longer text is no slip of the pen
    if (name.size() > longest_name) return std::nullopt;
    const CodePoints wanted = to_code_points(fold(name));
    std::optional<std::size_t> best;
    std::size_t best_distance = tolerance(wanted.size()) + 1;
    for (std::size_t index = 0; index < candidates.size(); ++index) {
        if (candidates[index].size() > longest_name) continue;
        const CodePoints candidate = to_code_points(fold(candidates[index]));
        const std::size_t longer = std::max(wanted.size(), candidate.size());
        if (longer - std::min(wanted.size(), candidate.size()) >= best_distance) continue;
        const std::size_t distance = edit_distance(wanted, candidate);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = index;
    }
    return best;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = first_character(text);
        width += static_cast<std::size_t>(std::max(utf8proc_charwidth(character.code), 0));
        text.remove_prefix(character.size);
    }
    return width;
}

std::string escape_html(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char byte : text) {
        switch (byte) {
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '&': escaped += "&amp;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: escaped += byte;
        }
    }
    return escaped;
}

}  // namespace toets
