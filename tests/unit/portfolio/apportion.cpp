// Dividing by keys: the roundings, the ties, and what must hold of every division.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

#include "portfolio/apportion.h"

namespace toets::portfolio {
namespace {

using model::ShareRounding;
using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t everything = 100'000'000;

WeighedKey key(Numbers values, std::int64_t weight = everything) { return {weight, std::move(values)}; }

Numbers results(const Apportioned& apportioned) {
    Numbers numbers;
    for (const Portion& portion : apportioned.portions) numbers.push_back(portion.result);
    return numbers;
}

TieBreak highest(const Numbers& values) {
    TieBreak tie_break;
    for (const std::int64_t value : values) tie_break.values.emplace_back(value);
    return tie_break;
}

// 10 over 35/35/15/15: 3,5 · 3,5 · 1,5 · 1,5.
const WeighedKey quarter_shares = key({35, 35, 15, 15});

TEST(Apportion, RoundsTheSharesUpDownOrHalfUp) {
    EXPECT_EQ(results(*apportion(10, {quarter_shares}, ShareRounding::Up, {})), (Numbers{4, 4, 2, 2}));
    EXPECT_EQ(results(*apportion(10, {quarter_shares}, ShareRounding::Down, {})), (Numbers{3, 3, 1, 1}));
    EXPECT_EQ(results(*apportion(10, {quarter_shares}, ShareRounding::HalfUp, {})), (Numbers{4, 4, 2, 2}));
}

TEST(Apportion, ATieOfAllForTwoIsBrokenByAValue) {
    const auto divided = apportion(10, {quarter_shares}, ShareRounding::LargestRemainder, highest({10, 20, 30, 5}));
    EXPECT_EQ(divided->left, 2);
    EXPECT_EQ(results(*divided), (Numbers{3, 4, 2, 1}));
    EXPECT_EQ(divided->portions[2].turn, 0U);
    EXPECT_EQ(divided->portions[1].turn, 1U);
    EXPECT_TRUE(divided->portions[3].is_tied);
    EXPECT_FALSE(divided->portions[3].is_undecided);
}

TEST(Apportion, WithTheLowestFirstTheOrderTurnsAround) {
    TieBreak lowest = highest({10, 20, 30, 5});
    lowest.is_highest_first = false;
    EXPECT_EQ(results(*apportion(10, {quarter_shares}, ShareRounding::LargestRemainder, lowest)),
              (Numbers{4, 3, 1, 2}));
}

TEST(Apportion, WithoutAValueATieStaysUndecided) {
    const auto divided = apportion(10, {quarter_shares}, ShareRounding::LargestRemainder, {});
    EXPECT_EQ(divided->undecided_left, 2);
    EXPECT_EQ(results(*divided), (Numbers{3, 3, 1, 1}));
    for (const Portion& portion : divided->portions) EXPECT_TRUE(portion.is_undecided);
}

TEST(Apportion, EqualValuesDecideForWhoIsAboveThem) {
    const auto divided = apportion(10, {quarter_shares}, ShareRounding::LargestRemainder, highest({9, 7, 7, 1}));
    EXPECT_EQ(results(*divided), (Numbers{4, 3, 1, 1}));
    EXPECT_EQ(divided->undecided_left, 1);
    EXPECT_FALSE(divided->portions[0].is_undecided);
    EXPECT_TRUE(divided->portions[1].is_undecided);
    EXPECT_TRUE(divided->portions[2].is_undecided);
    EXPECT_FALSE(divided->portions[3].is_undecided);
}

TEST(Apportion, OneUnknownValueLeavesAllOfTheTieUndecided) {
    TieBreak tie_break = highest({9, 7, 6, 1});
    tie_break.values[3] = std::nullopt;
    const auto divided = apportion(10, {quarter_shares}, ShareRounding::LargestRemainder, tie_break);
    EXPECT_EQ(divided->undecided_left, 2);
}

TEST(Apportion, EqualRemaindersThatAllGetOneNeedNoTieBreak) {
    const auto divided = apportion(3, {key({1, 1, 2})}, ShareRounding::LargestRemainder, {});
    EXPECT_EQ(results(*divided), (Numbers{1, 1, 1}));
    EXPECT_EQ(divided->undecided_left, 0);
    EXPECT_TRUE(divided->portions[0].shares_turn);
}

TEST(Apportion, SeveralKeysAddUpExactly) {
    const auto divided =
        apportion(40, {key({1, 2}, everything / 2), key({2, 1}, everything / 2)}, ShareRounding::LargestRemainder, {});
    EXPECT_EQ(to_text(divided->portions[0].by_key[0]), "20/3");
    EXPECT_EQ(to_text(divided->portions[0].by_key[1]), "40/3");
    EXPECT_EQ(to_text(divided->portions[0].exact), "20");
    EXPECT_EQ(results(*divided), (Numbers{20, 20}));
}

TEST(Apportion, NumbersThatDoNotFitGiveNothingRatherThanAWrongShare) {
    constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const Numbers first{huge, huge - 2, huge - 24};
    const Numbers second{huge - 56, huge - 62, huge - 98};
    const Numbers third{huge - 114, huge - 134, huge - 142};
    const std::int64_t third_weight = everything / 4;
    EXPECT_FALSE(apportion(most_things,
                           {key(first, everything / 2), key(second, third_weight), key(third, third_weight)},
                           ShareRounding::LargestRemainder, {})
                     .has_value());
}

TEST(Fraction, IsShownRoundedHalfUp) {
    EXPECT_EQ(to_decimal({1, 3}, 2), "0.33");
    EXPECT_EQ(to_decimal({2, 3}, 2), "0.67");
    EXPECT_EQ(to_decimal({5, 6}, 2), "0.83");
    EXPECT_EQ(to_decimal({1, 8}, 2), "0.13");
    EXPECT_EQ(to_decimal({1999, 200}, 2), "10.00");
    EXPECT_EQ(to_decimal({999, 1000}, 2), "1.00");
    EXPECT_EQ(to_decimal({21, 1}, 0), "21");
    EXPECT_EQ(to_text(reduced(1287, 60)), "429/20");
}

// ---------------------------------------------------------------------------------------------------- properties

struct Random {
    std::mt19937 engine;
    std::int64_t up_to(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(engine); }
};

struct Division {
    std::int64_t total = 0;
    std::vector<WeighedKey> keys;
    TieBreak tie_break;
};

Division any_division(Random& random) {
    Division division;
    division.total = random.up_to(200);
    const auto recipients = static_cast<std::size_t>(1 + random.up_to(7));
    // Small values give many ties, large ones give long fractions.
    const std::int64_t most = random.up_to(1) == 0 ? 4 : 5'000'000;
    const std::int64_t first_weight = random.up_to(1) == 0 ? everything : 1 + random.up_to(everything - 2);
    for (const std::int64_t weight : {first_weight, everything - first_weight}) {
        if (weight == 0) continue;
        WeighedKey each{weight, {}};
        for (std::size_t i = 0; i < recipients; ++i) each.values.push_back(random.up_to(most));
        each.values.front() += 1;
        division.keys.push_back(std::move(each));
    }
    for (std::size_t i = 0; i < recipients; ++i) division.tie_break.values.emplace_back(random.up_to(3));
    return division;
}

Apportioned divided(const Division& division, ShareRounding rounding) {
    return *apportion(division.total, division.keys, rounding, division.tie_break);
}

// Digit by digit: the fractions may be too long to multiply.
bool is_larger(const Portion& one, const Portion& other) {
    constexpr std::size_t digits = 40;
    if (one.rounded_down != other.rounded_down) return one.rounded_down > other.rounded_down;
    return to_decimal(one.rest, digits) > to_decimal(other.rest, digits);
}

TEST(ApportionProperty, TheLargestRemainderKeepsTheSum) {
    Random random{std::mt19937(77)};
    for (int round = 0; round < 3000; ++round) {
        const Division division = any_division(random);
        const Apportioned result = divided(division, ShareRounding::LargestRemainder);
        EXPECT_EQ(result.sum() + result.undecided_left, division.total);
        const auto open = std::count_if(result.portions.begin(), result.portions.end(),
                                        [](const Portion& portion) { return portion.is_undecided; });
        EXPECT_TRUE(result.undecided_left == 0 ? open == 0 : open > result.undecided_left);
    }
}

TEST(ApportionProperty, EachGetsItsShareRoundedUpOrDown) {
    Random random{std::mt19937(78)};
    for (int round = 0; round < 3000; ++round) {
        const Division division = any_division(random);
        for (const ShareRounding rounding :
             {ShareRounding::LargestRemainder, ShareRounding::Up, ShareRounding::Down, ShareRounding::HalfUp}) {
            for (const Portion& portion : divided(division, rounding).portions) {
                const std::int64_t up = portion.rounded_down + (portion.rest.numerator > 0 ? 1 : 0);
                EXPECT_GE(portion.result, portion.rounded_down);
                EXPECT_LE(portion.result + (portion.is_undecided ? 1 : 0), up);
            }
        }
    }
}

TEST(ApportionProperty, ALargerShareNeverGetsLess) {
    Random random{std::mt19937(79)};
    for (int round = 0; round < 2000; ++round) {
        const Division division = any_division(random);
        for (const ShareRounding rounding :
             {ShareRounding::LargestRemainder, ShareRounding::Up, ShareRounding::Down, ShareRounding::HalfUp}) {
            const Apportioned result = divided(division, rounding);
            for (const Portion& one : result.portions) {
                for (const Portion& other : result.portions) {
                    if (!is_larger(one, other)) continue;
                    EXPECT_GE(one.result, other.result + (other.is_undecided && !one.is_undecided ? 1 : 0));
                }
            }
        }
    }
}

TEST(ApportionProperty, TheOrderOfTheRecipientsDoesNotMatter) {
    Random random{std::mt19937(80)};
    for (int round = 0; round < 2000; ++round) {
        const Division division = any_division(random);
        std::vector<std::size_t> order(division.tie_break.values.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::shuffle(order.begin(), order.end(), random.engine);
        Division shuffled = division;
        for (std::size_t i = 0; i < order.size(); ++i) {
            shuffled.tie_break.values[i] = division.tie_break.values[order[i]];
            for (std::size_t k = 0; k < division.keys.size(); ++k) {
                shuffled.keys[k].values[i] = division.keys[k].values[order[i]];
            }
        }
        const Apportioned one = divided(division, ShareRounding::LargestRemainder);
        const Apportioned other = divided(shuffled, ShareRounding::LargestRemainder);
        for (std::size_t i = 0; i < order.size(); ++i) {
            EXPECT_EQ(other.portions[i].result, one.portions[order[i]].result);
            EXPECT_EQ(other.portions[i].is_undecided, one.portions[order[i]].is_undecided);
            EXPECT_EQ(other.portions[i].turn, one.portions[order[i]].turn);
        }
    }
}

}  // namespace
}  // namespace toets::portfolio
