// YAML text as documents. Knows nothing of the agreement; whatever could make reading unbounded is refused here.
#pragma once

#include <functional>

#include "base/source_text.h"
#include "cases/document.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

constexpr std::size_t largest_yaml = std::size_t{8} << 20;  // bytes

// Gives each document of the source to `on_document`; stops at the first mistake, which it reports.
void documents_from_yaml(const SourceText& source, Diagnostics& diagnostics,
                         const std::function<void(const Node&)>& on_document);

}  // namespace toets::cases
