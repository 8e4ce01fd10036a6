// JSON text as a document, for cases that need a precise message or are not in the plain form that quick_reader reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/source_text.h"
#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// A piece of JSON text, with its place: byte `offset` of `source`. Behind the text come at least `json_padding` bytes
// that may be read.
struct JsonText {
    std::string_view text;
    SourceId source;
    std::uint32_t offset = 0;
};
constexpr std::size_t json_padding = 64;

// Empty after a mistake, which is reported. The text must be plain UTF-8 without control characters.
std::optional<Node> document_from_json(const JsonText& json, Diagnostics& diagnostics);

}  // namespace toets::cases
