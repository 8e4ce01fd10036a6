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

// The next {placeholder} in `text` from `from` on, braces included; empty when there is none.
constexpr std::string_view next_placeholder(std::string_view text, std::size_t from) {
    const std::size_t begin = text.find('{', from);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = text.find('}', begin);
    return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

constexpr bool has_placeholders_of(std::string_view text, std::string_view other) {
    std::size_t from = 0;
    for (auto found = next_placeholder(other, from); !found.empty(); found = next_placeholder(other, from)) {
        if (text.find(found) == std::string_view::npos) return false;
        from = static_cast<std::size_t>(found.data() - other.data()) + found.size();
    }
    return true;
}

constexpr bool has_same_placeholders(std::string_view nl, std::string_view en) {
    return has_placeholders_of(nl, en) && has_placeholders_of(en, nl);
}

}  // namespace toets::catalogue
