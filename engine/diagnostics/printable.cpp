#include "diagnostics/printable.h"

#include "base/text.h"

namespace toets {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

// Length of the character as its first byte announces it; 1 for a byte that cannot begin one.
std::size_t announced_size(char first) {
    const auto byte = static_cast<unsigned char>(first);
    if (byte >= 0xf0) return 4;
    if (byte >= 0xe0) return 3;
    return byte >= 0xc0 ? 2 : 1;
}

bool is_control(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first < 0x20 || first == 0x7f;
    return first == 0xc2 && static_cast<unsigned char>(character[1]) < 0xa0;
}

// Marks that reorder or hide the text around them: U+200E-200F, U+2028-202E, U+2066-2069.
bool is_reordering(std::string_view character) {
    if (character.size() != 3 || !character.starts_with("\xe2")) return false;
    const auto middle = static_cast<unsigned char>(character[1]);
    const auto last = static_cast<unsigned char>(character[2]);
    if (middle == 0x80) return last == 0x8e || last == 0x8f || (last >= 0xa8 && last <= 0xae);
    return middle == 0x81 && last >= 0xa6 && last <= 0xa9;
}

Glyph glyph_at(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    const std::string_view character = text.substr(begin, announced_size(text[begin]));
    if (character == "\t") {
        ++at;
        return {" ", begin, 1};
    }
    if (is_control(character)) {
        at += character.size();
        return {std::string(replacement), begin, 1};
    }
    if (first_invalid_utf8(character)) {
        ++at;
        return {std::string(replacement), begin, 1};
    }
    at += character.size();
    if (is_reordering(character)) return {std::string(replacement), begin, 1};
    return {std::string(character), begin, display_width(character)};
}

}  // namespace

std::vector<Glyph> to_glyphs(std::string_view text) {
    std::vector<Glyph> glyphs;
    for (std::size_t at = 0; at < text.size();) glyphs.push_back(glyph_at(text, at));
    return glyphs;
}

std::string to_printable(std::string_view text, std::size_t most) {
    std::string printable;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == most) return printable + "…";
        printable += glyph_at(text, at).text;
    }
    return printable;
}

}  // namespace toets
