// Exact decimal numbers: an integer count of units of 10^-scale. Amounts of money have scale 2 (cents).
// There is no binary floating point anywhere in the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace toets {

struct Decimal {
    std::int64_t units = 0;
    int scale = 0;  // 0-9
};

// Dutch notation: 1.500,00 | 2,5 | 12. A point may only group thousands. Empty when it is no such number or too large.
std::optional<Decimal> decimal_from_dutch(std::string_view text);
// JSON and YAML-core notation: 640.00 | -3 | 1e3 is refused. Empty when it is no such number or too large.
std::optional<Decimal> decimal_from_plain(std::string_view text);
// What a number with three digits behind its comma may mean: 38,000 is 38, or was meant to be 38.000. With `in_cents`
// zeros beyond the cents are as doubtful, behind a point too. Empty when it can be read in one way only, or in none.
struct TwoReadings {
    std::string small;  // as one would write it to mean just that
    std::string large;
};
std::optional<TwoReadings> two_readings(std::string_view text, bool in_cents);
// The same number with another scale; empty when digits would be lost or the result does not fit in 64 bits.
std::optional<std::int64_t> rescale(Decimal decimal, int scale);

// 1500 units, scale 2 -> "15,00" | "15.00"; thousands are grouped. Trailing zeros are dropped down to min_decimals.
std::string to_words(Decimal decimal, Language language, int min_decimals = 0);
// 150000 cents -> "€ 1.500,00" | "€1,500.00".
std::string amount_to_words(std::int64_t cents, Language language);

}  // namespace toets
