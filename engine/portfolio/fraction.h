// Exact fractions for dividing things (C77): whole numbers of 128 bits, never rounded. What does not fit gives nothing,
// so that no calculation is ever silently wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace toets::portfolio {

struct Fraction {
    __extension__ using Integer = __int128;
    Integer numerator = 0;
    Integer denominator = 1;  // above zero, and without a common divisor
};

// In its lowest terms; the denominator is above zero.
Fraction reduced(Fraction::Integer numerator, Fraction::Integer denominator);
std::optional<Fraction::Integer> times(Fraction::Integer left, Fraction::Integer right);
std::optional<Fraction> times(const Fraction& left, const Fraction& right);
std::optional<Fraction> plus(const Fraction& left, const Fraction& right);
// The least number that both divide.
std::optional<Fraction::Integer> least_common_multiple(Fraction::Integer left, Fraction::Integer right);
// The largest whole number that is not above it; the fraction is not below zero.
std::int64_t whole_part(const Fraction& fraction);
Fraction rest_of(const Fraction& fraction);
bool operator==(const Fraction& left, const Fraction& right);

std::string to_text(Fraction::Integer number);
// "1287/60", or "21" when it is whole.
std::string to_text(const Fraction& fraction);
// Rounded half up to so many decimals, with a dot: "21.45". Only for reading.
std::string to_decimal(const Fraction& fraction, std::size_t decimals);

}  // namespace toets::portfolio
