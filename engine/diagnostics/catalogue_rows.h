// The catalogue as a table, in the order of Code, and what must hold for its every row before it may compile.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace toets::catalogue {

struct Row {
    std::string_view code;
    Severity severity;
    std::string_view name;
    std::string_view nl;
    std::string_view en;
};

constexpr Row rows[] = {
#define DIAGNOSTIC(code, severity, name, nl, en) {#code, Severity::severity, #name, nl, en},
#include "diagnostics/catalogue.def"
#undef DIAGNOSTIC
};

}  // namespace toets::catalogue
