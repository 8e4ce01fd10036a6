#include "portfolio/fraction.h"

#include <algorithm>

namespace toets::portfolio {

namespace {

using Integer = Fraction::Integer;

Integer common_divisor(Integer left, Integer right) {
    while (right != 0) {
        const Integer rest = left % right;
        left = right;
        right = rest;
    }
    return left == 0 ? 1 : left;
}

}  // namespace

Fraction reduced(Integer numerator, Integer denominator) {
    const Integer divisor = common_divisor(numerator, denominator);
    return {numerator / divisor, denominator / divisor};
}

std::optional<Integer> times(Integer left, Integer right) {
    Integer product = 0;
    if (__builtin_mul_overflow(left, right, &product)) return std::nullopt;
    return product;
}

std::optional<Fraction> times(const Fraction& left, const Fraction& right) {
    const Fraction one = reduced(left.numerator, right.denominator);
    const Fraction other = reduced(right.numerator, left.denominator);
    const auto numerator = times(one.numerator, other.numerator);
    const auto denominator = times(one.denominator, other.denominator);
    if (!numerator || !denominator) return std::nullopt;
    return Fraction{*numerator, *denominator};
}

std::optional<Fraction> plus(const Fraction& left, const Fraction& right) {
    const auto denominator = least_common_multiple(left.denominator, right.denominator);
    if (!denominator) return std::nullopt;
    const auto one = times(left.numerator, *denominator / left.denominator);
    const auto other = times(right.numerator, *denominator / right.denominator);
    Integer sum = 0;
    if (!one || !other || __builtin_add_overflow(*one, *other, &sum)) return std::nullopt;
    return reduced(sum, *denominator);
}

std::optional<Integer> least_common_multiple(Integer left, Integer right) {
    return times(left, right / common_divisor(left, right));
}

std::int64_t whole_part(const Fraction& fraction) {
    return static_cast<std::int64_t>(fraction.numerator / fraction.denominator);
}

Fraction rest_of(const Fraction& fraction) {
    return reduced(fraction.numerator % fraction.denominator, fraction.denominator);
}

bool operator==(const Fraction& left, const Fraction& right) {
    return left.numerator == right.numerator && left.denominator == right.denominator;
}

std::string to_text(Integer number) {
    if (number == 0) return "0";
    std::string digits;
    for (; number > 0; number /= 10) digits += static_cast<char>('0' + static_cast<int>(number % 10));
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::string to_text(const Fraction& fraction) {
    const std::string numerator = to_text(fraction.numerator);
    return fraction.denominator == 1 ? numerator : numerator + "/" + to_text(fraction.denominator);
}

// Digit by digit, so that no power of ten has to fit beside the numerator.
std::string to_decimal(const Fraction& fraction, std::size_t decimals) {
    Integer rest = fraction.numerator % fraction.denominator;
    std::string digits = to_text(fraction.numerator / fraction.denominator);
    const std::size_t whole = digits.size();
    for (std::size_t i = 0; i < decimals; ++i) {
        int digit = 0;
        // Ten times the rest, subtracting the denominator whenever it fits.
        Integer sum = 0;
        for (int step = 0; step < 10; ++step) {
            if (sum >= fraction.denominator - rest) {
                sum -= fraction.denominator - rest;
                ++digit;
            } else {
                sum += rest;
            }
        }
        rest = sum;
        digits += static_cast<char>('0' + digit);
    }
    if (rest >= fraction.denominator - rest) {  // at least a half
        std::size_t at = digits.size();
        while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
        if (at == 0) {
            digits.insert(0, "1");
            if (decimals > 0) digits.insert(whole + 1, ".");
            return digits;
        }
        ++digits[at - 1];
    }
    if (decimals > 0) digits.insert(whole, ".");
    return digits;
}

}  // namespace toets::portfolio
