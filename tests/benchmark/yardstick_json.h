// How both yardsticks read JSON Lines: simdjson, key by key, block by block. Nothing is checked; simdjson's exceptions
// end a reading.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "yardstick_calendar.h"

namespace yardstick {

namespace ondemand = simdjson::ondemand;

inline constexpr std::array<int, 13> days_before = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

// "2026-03-01", of the years 1901 to 2099.
inline Day to_day(std::string_view iso) {
    const auto two = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
    const int year = two(0) * 100 + two(2);
    const int month = two(5);
    const int leap_days = (year - 1 - 1968) / 4 + (year % 4 == 0 && month > 2);
    return (year - 1970) * 365 + leap_days + days_before[static_cast<std::size_t>(month)] + two(8) - 1;
}

inline bool is(ondemand::raw_json_string key, std::string_view name) { return key.unsafe_is_equal(name); }
// As it stands between its quotation marks: nothing of ours is written with escapes.
inline std::string_view text(ondemand::value value) {
    const std::string_view token = value.raw_json_token();
    return token.substr(1, token.find('"', 1) - 1);
}
inline Day day(ondemand::value value) { return to_day(text(value)); }
inline std::int32_t number(ondemand::value value) { return static_cast<std::int32_t>(std::int64_t(value.get_int64())); }
inline std::int16_t small(ondemand::value value) { return static_cast<std::int16_t>(std::int64_t(value.get_int64())); }
inline bool truth(ondemand::value value) { return value.get_bool(); }

// Calls read(object) for every line. False after a mistake.
template <class Read>
bool each_line(std::string_view text, Read read) {
    try {
        ondemand::parser parser;
        while (!text.empty()) {
            const std::size_t size = std::min(text.find('\n'), text.size());
            ondemand::document document =
                parser.iterate(simdjson::padded_string_view(text.data(), size, size + simdjson::SIMDJSON_PADDING));
            read(document.get_object());
            text.remove_prefix(std::min(size + 1, text.size()));
        }
        return true;
    } catch (const simdjson::simdjson_error&) {
        return false;
    }
}

// Calls take(text) for every block of whole lines, behind which simdjson's padding may be read.
template <class Take>
bool each_block(const std::string& path, Take take) {
    constexpr std::size_t block = std::size_t{1} << 20U;
    std::ifstream file(path, std::ios::binary);
    std::string text;
    while (file) {
        const std::size_t rest = text.size();
        text.resize(rest + block + simdjson::SIMDJSON_PADDING);
        file.read(text.data() + rest, block);
        const std::size_t size = rest + static_cast<std::size_t>(file.gcount());
        const std::size_t end = std::string_view(text.data(), size).rfind('\n') + 1;
        if (!take(std::string_view(text.data(), end))) return false;
        text.erase(0, end).resize(size - end);
    }
    return text.empty();
}

// File to verdicts, block by block, with the read_lines and append_lines of these cases.
template <class Cases>
bool append_blocks(const std::string& path, std::string& lines) {
    Cases cases;
    return each_block(path, [&](std::string_view text) {
        cases.clear();
        if (!read_lines(text, cases)) return false;
        append_lines(cases, lines);
        return true;
    });
}

}  // namespace yardstick
