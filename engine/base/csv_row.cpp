#include "base/csv_row.h"

#include <string_view>

namespace toets {

namespace {

// A spreadsheet takes a field that begins like this for a formula; an apostrophe in front makes it text again.
bool begins_like_a_formula(std::string_view text) {
    constexpr std::string_view signs = "=+-@\t\r\n";
    return !text.empty() && signs.find(text.front()) != std::string_view::npos;
}

std::string to_csv_field(std::string_view text) {
    std::string written = "\"";
    if (begins_like_a_formula(text)) written += '\'';
    for (const char byte : text) {
        if (byte == '"') written += '"';
        written += byte;
    }
    return written + '"';
}

}  // namespace

std::string to_csv_row(const std::vector<std::string>& fields) {
    std::string line;
    for (const std::string& text : fields) line += (line.empty() ? "" : ",") + to_csv_field(text);
    return line + "\r\n";
}

}  // namespace toets
