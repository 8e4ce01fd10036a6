// Plain JSON tokens as column values, straight from their bytes, inline because a caseload has a hundred million of
// them. False means: not in plain form, take the long way. The value goes out by reference: an optional of it, written
// in two halves and read as one, made the processor wait longer than all the rest of reading took.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/date.h"
#include "base/text.h"

namespace toets::cases {

// The token without the white space behind it.
inline std::string_view trimmed_token(std::string_view token) {
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') token.remove_suffix(1);
    return token;
}

namespace raw {

// Far from any year, month or day when they are no digits.
inline int two_digits(const char* at) {
    constexpr int no_number = 1000;
    const auto tens = static_cast<unsigned>(at[0] - '0');
    const auto units = static_cast<unsigned>(at[1] - '0');
    return tens < 10 && units < 10 ? static_cast<int>(tens * 10 + units) : no_number;
}

}  // namespace raw

// "2026-03-01", quotation marks included.
inline bool raw_date(std::string_view token, std::int64_t& days) {
    constexpr std::size_t size = 12;
    if (token.size() != size || token[0] != '"' || token[5] != '-' || token[8] != '-' || token[11] != '"') {
        return false;
    }
    const int year = raw::two_digits(token.data() + 1) * 100 + raw::two_digits(token.data() + 3);
    const int month = raw::two_digits(token.data() + 6);
    const int day = raw::two_digits(token.data() + 9);
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1) return false;
    if (day > 28 && day > last_day_of_month(year, month)) return false;
    days = civil::to_days({year, month, day}).days;
    return true;
}

// 640, 640.5, -3: exact, in units of 10^-scale.
inline bool raw_number(std::string_view token, int scale, std::int64_t& number) {
    constexpr std::size_t most_digits = 17;  // with these no step below can overflow
    const bool is_negative = token.starts_with('-');
    if (is_negative) token.remove_prefix(1);
    if (token.empty() || token.size() + static_cast<std::size_t>(scale) > most_digits) return false;
    if (token[0] == '0' && token.size() > 1 && token[1] != '.') return false;
    if (!is_digit(token.front()) || !is_digit(token.back())) return false;
    std::int64_t units = 0;
    int decimals = -1;  // no decimal point yet
    for (const char byte : token) {
        if (is_digit(byte)) {
            units = units * 10 + (byte - '0');
            if (decimals >= 0) ++decimals;
        } else if (byte == '.' && decimals < 0) {
            decimals = 0;
        } else {
            return false;
        }
    }
    if (decimals > scale) return false;
    for (int step = decimals < 0 ? 0 : decimals; step < scale; ++step) units *= 10;
    number = is_negative ? -units : units;
    return true;
}

// true, false, "ja", "nee".
inline bool raw_yes_no(std::string_view token, std::int64_t& value) {
    value = token == "true" || token == "\"ja\"" ? 1 : 0;
    return value == 1 || token == "false" || token == "\"nee\"";
}

// The text between the quotation marks, when it holds no escape.
inline bool raw_string(std::string_view token, std::string_view& text) {
    if (token.size() < 2 || token.front() != '"' || token.back() != '"') return false;
    text = token.substr(1, token.size() - 2);
    return std::memchr(text.data(), '\\', text.size()) == nullptr;
}

// Whether the text folds to `geen` or `onbekend`.
bool is_keyword(std::string_view text);

}  // namespace toets::cases
