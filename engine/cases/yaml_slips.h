// The slips of the pen that make a YAML case unreadable, or read as something else: a tab, a colon without a space, a
// line that does not stand below the others. The library only says where it gave up.
#pragma once

#include <optional>

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

// `inkomen:25.000` at the start of these words; `where` is their place.
std::optional<Diagnostic> missing_space(std::string_view words, Span where);
// The first slip on the lines up to and including the one of byte `until`.
std::optional<Diagnostic> first_slip(const SourceText& source, std::uint32_t until);

}  // namespace toets::cases
