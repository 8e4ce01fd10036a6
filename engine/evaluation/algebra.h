// The meaning of unknown and absent, once for all kernels (charter promise 3, patterns 0.3).
// Truths are bytes 0 false, 1 unknown, 2 true; states are bytes 0 unknown, 1 absent, 2 known (cases::State).
#pragma once

#include <algorithm>
#include <cstdint>

namespace toets::evaluation {

using Byte = std::uint8_t;

constexpr Byte is_false = 0;
constexpr Byte is_unknown = 1;
constexpr Byte is_true = 2;
constexpr Byte unknown = 0;
constexpr Byte absent = 1;
constexpr Byte known = 2;

// Of a value made from two others: absent when one of them is, else unknown when one of them is.
constexpr Byte both(Byte left, Byte right) { return static_cast<Byte>(((left | right) & 1) | (left & right)); }

// A question about a value that is not there has the answer no; about one that is not known, no answer.
constexpr Byte truth_of(Byte state, bool holds) {
    return static_cast<Byte>((state >> 1) * (2 * static_cast<int>(holds) + 1) + 1 - state);
}

// A number that is not there is no number to compare: no answer either. Nothing owed is written as 0.
constexpr Byte truth_of_number(Byte state, bool holds) {
    return static_cast<Byte>((state >> 1) * (2 * static_cast<int>(holds) - 1) + 1);
}

constexpr Byte conjunction(Byte left, Byte right) { return std::min(left, right); }
constexpr Byte disjunction(Byte left, Byte right) { return std::max(left, right); }
constexpr Byte negation(Byte truth) { return static_cast<Byte>(2 - truth); }

// Of an interval: `surely` is asked of the end that makes it true, `maybe` of the end that makes it false.
constexpr Byte decide(Byte surely, Byte maybe) {
    return static_cast<Byte>(static_cast<int>(surely == is_true) + static_cast<int>(maybe != is_false));
}
constexpr Byte agree(Byte left, Byte right) { return left == right ? left : is_unknown; }

// Over a list that may hold more than we see, "each" is at best unknown and "one of them" at worst.
constexpr Byte cap_when_open(Byte truth, Byte complete) {
    return complete == is_true ? truth : std::min(truth, is_unknown);
}
constexpr Byte raise_when_open(Byte truth, Byte complete) {
    return complete == is_true ? truth : std::max(truth, is_unknown);
}

}  // namespace toets::evaluation
