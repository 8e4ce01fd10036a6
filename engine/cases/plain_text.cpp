#include "cases/plain_text.h"

#include <fmt/format.h>

#include "base/text.h"

namespace toets::cases {

namespace {

Span one_byte(const SourceText& source, std::size_t at) {
    return {source.id(), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
}

}  // namespace

std::optional<std::size_t> first_control_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool is_line_end = byte == '\n' || (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
        if (byte < 0x20 && byte != '\t' && !is_line_end) return at;
    }
    return std::nullopt;
}

Argument character_argument(char character) {
    return word("character", fmt::format("U+{:04X}", static_cast<unsigned char>(character)));
}

std::optional<Diagnostic> control_character(const SourceText& source) {
    const auto at = first_control_character(source.text());
    if (!at) return std::nullopt;
    return Diagnostic{Code::ControlCharacter, one_byte(source, *at), {character_argument(source.text()[*at])}, {}};
}

Result<std::string_view> plain_text(const SourceText& source, std::size_t limit) {
    const std::string_view text = source.text();
    if (text.size() > limit) {
        const std::string megabytes = fmt::format("{} MiB", limit >> 20U);
        return failure(Code::FileTooLarge, {}, {word("path", source.path()), word("limit", megabytes)});
    }
    if (const auto at = first_invalid_utf8(text)) {
        const Span where = one_byte(source, *at);
        const std::string line = std::to_string(source.position(where.begin).line);
        return failure(Code::NotUtf8, where, {word("path", source.path()), word("line", line)});
    }
    return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

}  // namespace toets::cases
