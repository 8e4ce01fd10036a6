// Text as people type it against text as we compare it: names are the same whatever their case, accents or
// Unicode form, and case files may write spaces, underscores or hyphens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toets {

// 0 to 9 and no other script's digits, whatever the locale.
constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// The byte where the text stops being UTF-8 (or holds a NUL), or empty when all is well.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Lower case, without accents, NFC, ligatures and no-break spaces as plain letters and spaces, runs of white space
// as one space, none at the ends. "Vóór  de Cliënt" -> "voor de client". Bytes that are not UTF-8 become U+FFFD.
std::string fold(std::string_view text);
// As fold, and `_` and `-` become spaces: the form in which keys of a case file are compared.
std::string fold_key(std::string_view text);

// The candidate nearest to `name` by edit distance, if near enough to be a likely slip of the pen.
// Both sides are folded first. Returns the index into candidates.
std::optional<std::size_t> nearest(std::string_view name, const std::vector<std::string>& candidates);

// Number of columns the text takes on a terminal.
std::size_t display_width(std::string_view text);

// <, >, &, " and ' as entities.
std::string escape_html(std::string_view text);

}  // namespace toets
