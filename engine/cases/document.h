// A case as it was written, before the agreement's words give it meaning: the same small tree for YAML and JSON,
// bounded in depth and size, every part with its place.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/source_text.h"

namespace toets::cases {

constexpr std::size_t deepest_level = 32;
constexpr std::size_t most_values = 100'000;

// Word: text that may be a keyword such as `geen`. Quoted: text the writer put between quotation marks (YAML only).
// Number and YesNo: what JSON tells apart from text.
enum class Form { Nothing, Word, Quoted, Number, YesNo, List, Mapping };

struct Entry;
struct Node {
    Form form = Form::Nothing;
    std::string text;  // of a scalar
    Span where;
    std::vector<Node> items;     // List
    std::vector<Entry> entries;  // Mapping, in the order written; a key may occur twice

    [[nodiscard]] bool is_scalar() const {
        return form != Form::Nothing && form != Form::List && form != Form::Mapping;
    }
};
struct Entry {
    Node key;  // a scalar
    Node value;
};

}  // namespace toets::cases
