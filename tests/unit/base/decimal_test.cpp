#include "base/decimal.h"

#include <gtest/gtest.h>

#include <limits>

namespace toets {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

void expect_decimal(std::optional<Decimal> found, std::int64_t units, int scale) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->units, units);
    EXPECT_EQ(found->scale, scale);
}

TEST(Decimal, ReadsDutchNotation) {
    expect_decimal(decimal_from_dutch("1.500,00"), 150000, 2);
    expect_decimal(decimal_from_dutch("2,5"), 25, 1);
    expect_decimal(decimal_from_dutch("12"), 12, 0);
    expect_decimal(decimal_from_dutch("0,05"), 5, 2);
    expect_decimal(decimal_from_dutch("-1.234.567,8"), -12345678, 1);
}

TEST(Decimal, RefusesWhatIsNoDutchNumber) {
    for (const char* text :
         {"",       "-",     ",",        "1,",      ",5",  "1.5",   "1.50", "1.5000", "15.00.000", "1..500", ".500",
          "1.500.", "0.500", "1,500,00", "1,5.000", "007", "1 500", "€ 5",  "1e3",    "+1",        "--1",    "½"}) {
        EXPECT_FALSE(decimal_from_dutch(text)) << text;
    }
}

TEST(Decimal, ReadsPlainNotation) {
    expect_decimal(decimal_from_plain("640.00"), 64000, 2);
    expect_decimal(decimal_from_plain("-3"), -3, 0);
    expect_decimal(decimal_from_plain("0.123456789"), 123456789, 9);
    for (const char* text : {"", "1e3", "1.", ".5", "01", "1,5", "0x10", "NaN", "+3", "1.2.3", "0.1234567890"}) {
        EXPECT_FALSE(decimal_from_plain(text)) << text;
    }
}

TEST(Decimal, HoldsEveryNumberOf64BitsAndNoneBeyond) {
    expect_decimal(decimal_from_plain("9223372036854775807"), highest, 0);
    expect_decimal(decimal_from_plain("-9223372036854775808"), lowest, 0);
    expect_decimal(decimal_from_dutch("-92.233.720.368.547.758,08"), lowest, 2);
    EXPECT_FALSE(decimal_from_plain("9223372036854775808"));
    EXPECT_FALSE(decimal_from_plain("-9223372036854775809"));
    EXPECT_FALSE(decimal_from_plain(std::string(10000, '9')));
}

TEST(Decimal, RescalesWithoutLosingADigit) {
    EXPECT_EQ(rescale({25, 1}, 2), 250);
    EXPECT_EQ(rescale({2500, 3}, 1), 25);
    EXPECT_EQ(rescale({-2500, 3}, 2), -250);
    EXPECT_EQ(rescale({2505, 3}, 2), std::nullopt);
    EXPECT_EQ(rescale({highest, 0}, 2), std::nullopt);
    EXPECT_EQ(rescale({lowest, 0}, 1), std::nullopt);
    EXPECT_EQ(rescale({1, 0}, 100), std::nullopt);
    EXPECT_EQ(rescale({0, 0}, 100), 0);
}

TEST(Decimal, WritesBothNotations) {
    EXPECT_EQ(to_words(Decimal{150000, 2}, Language::Dutch), "1.500");
    EXPECT_EQ(to_words(Decimal{150000, 2}, Language::Dutch, 2), "1.500,00");
    EXPECT_EQ(to_words(Decimal{150000, 2}, Language::English, 2), "1,500.00");
    EXPECT_EQ(to_words(Decimal{25, 1}, Language::Dutch), "2,5");
    EXPECT_EQ(to_words(Decimal{25, 1}, Language::Dutch, 2), "2,50");
    EXPECT_EQ(to_words(Decimal{-5, 2}, Language::Dutch), "-0,05");
    EXPECT_EQ(to_words(Decimal{0, 9}, Language::Dutch), "0");
    EXPECT_EQ(to_words(Decimal{lowest, 0}, Language::English), "-9,223,372,036,854,775,808");
}

TEST(Decimal, WritesAmounts) {
    EXPECT_EQ(amount_to_words(150000, Language::Dutch), "€ 1.500,00");
    EXPECT_EQ(amount_to_words(150000, Language::English), "€1,500.00");
    EXPECT_EQ(amount_to_words(-5, Language::Dutch), "€ -0,05");
    EXPECT_EQ(amount_to_words(-5, Language::English), "-€0.05");
    EXPECT_EQ(amount_to_words(lowest, Language::Dutch), "€ -92.233.720.368.547.758,08");
}

TEST(Decimal, ReadsBackWhatItWrote) {
    for (const std::int64_t units : {lowest, std::int64_t{-100}, std::int64_t{0}, std::int64_t{7}, highest}) {
        for (int scale = 0; scale <= 9; ++scale) {
            const auto read = decimal_from_dutch(to_words(Decimal{units, scale}, Language::Dutch, scale));
            expect_decimal(read, units, scale);
        }
    }
}

}  // namespace
TEST(Decimal, ThreeDigitsBehindAComma) {
    const auto readings = [](const char* text, bool in_cents) {
        const auto found = two_readings(text, in_cents);
        return found ? found->small + " " + found->large : std::string();
    };
    EXPECT_EQ(readings("38,000", true), "38,00 38.000,00");
    EXPECT_EQ(readings("-1,500", false), "-1,5 -1.500");
    EXPECT_EQ(readings("38.0000", true), "38,00 380.000,00");
    EXPECT_EQ(readings("2,125", false), "2,1250 2.125");
    for (const char* text : {"38,00", "38.000", "38.000,00", "1.500.000", "0,125", "2,1250", "1234,567", "x"}) {
        EXPECT_EQ(readings(text, false), "") << text;
    }
    EXPECT_EQ(readings("38.000", true), "");
    EXPECT_EQ(readings("10,5555", true), "");
}

}  // namespace toets
