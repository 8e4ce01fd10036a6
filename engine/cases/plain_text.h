// What must hold of the bytes of a case file before a parser may see them.
#pragma once

#include <optional>
#include <string_view>

#include "base/source_text.h"
#include "diagnostics/result.h"

namespace toets::cases {

inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

// The byte of the first control character other than tab and line end, or carriage return without line feed.
std::optional<std::size_t> first_control_character(std::string_view text);
Argument character_argument(char character);  // "U+0007"
std::optional<Diagnostic> control_character(const SourceText& source);

// The text without its byte order mark. A failure for bytes that are not UTF-8, or a file of more than `limit` bytes.
Result<std::string_view> plain_text(const SourceText& source, std::size_t limit);

}  // namespace toets::cases
