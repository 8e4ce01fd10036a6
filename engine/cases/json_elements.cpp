#include "cases/json_elements.h"

#include <cstddef>

namespace toets::cases {

namespace {

// Where an element that begins at `at` ends: at the comma or bracket that is not within it. Brackets and quotation
// marks are only counted; whether the element itself is well formed is for its own reader to say.
std::size_t end_of_element(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    bool is_in_string = false;
    for (; at < text.size(); ++at) {
        const char byte = text[at];
        if (is_in_string) {
            if (byte == '\\') ++at;
            if (byte == '"') is_in_string = false;
        } else if (byte == '"') {
            is_in_string = true;
        } else if (byte == '{' || byte == '[') {
            ++depth;
        } else if (byte == '}' || byte == ']') {
            if (depth == 0) return at;
            --depth;
        } else if (byte == ',' && depth == 0) {
            return at;
        }
    }
    return text.size();
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    const std::size_t found = text.find_first_not_of(" \t\r\n", at);
    return found == std::string_view::npos ? text.size() : found;
}

JsonText part(const JsonText& json, std::size_t begin, std::size_t end) {
    return {json.text.substr(begin, end - begin), json.source, json.offset + static_cast<std::uint32_t>(begin)};
}

bool refuse(const JsonText& json, std::size_t at, Argument reason, Diagnostics& diagnostics) {
    const auto byte = json.offset + static_cast<std::uint32_t>(at < json.text.size() ? at : json.text.size() - 1);
    diagnostics.report(Code::JsonUnreadable, {json.source, byte, byte + 1}, {std::move(reason)});
    return false;
}

}  // namespace

bool for_each_element(const JsonText& json, Diagnostics& diagnostics,
                      const std::function<void(const JsonText&)>& visit) {
    const std::string_view text = json.text;
    std::size_t at = skip_space(text, 0);
    if (at == text.size() || text[at] != '[') {
        visit(json);
        return true;
    }
    at = skip_space(text, at + 1);
    bool expects_element = false;  // after a comma
    while (at < text.size() && (text[at] != ']' || expects_element)) {
        const std::size_t end = end_of_element(text, at);
        if (end == at) {
            return refuse(json, at, term("reason", "hier ontbreekt een zaak", "a case is missing here"), diagnostics);
        }
        visit(part(json, at, end));
        expects_element = end < text.size() && text[end] == ',';
        at = expects_element ? skip_space(text, end + 1) : end;
        if (!expects_element && end < text.size() && text[end] != ']') break;
    }
    if (at == text.size() || text[at] != ']') {
        return refuse(json, at, term("reason", "een `[` is niet gesloten", "a `[` is not closed"), diagnostics);
    }
    at = skip_space(text, at + 1);
    if (at == text.size()) return true;
    return refuse(json, at, term("reason", "na het einde staat nog tekst", "there is text after the end"), diagnostics);
}

}  // namespace toets::cases
