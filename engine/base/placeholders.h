// The {placeholders} of a message: both languages must have the same ones, checked while compiling.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace toets {

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

// The pattern with every {placeholder} replaced by `value_of` its name (without the braces).
template <class ValueOf>
std::string fill_in(std::string_view pattern, ValueOf value_of) {
    std::string filled;
    std::size_t at = 0;
    for (auto found = next_placeholder(pattern, at); !found.empty(); found = next_placeholder(pattern, at)) {
        const auto begin = static_cast<std::size_t>(found.data() - pattern.data());
        filled += pattern.substr(at, begin - at);
        filled += value_of(found.substr(1, found.size() - 2));
        at = begin + found.size();
    }
    return filled += pattern.substr(at);
}

}  // namespace toets
