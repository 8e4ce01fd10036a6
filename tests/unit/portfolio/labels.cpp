#include "portfolio/labels.h"

#include <gtest/gtest.h>

namespace toets::portfolio {
namespace {

using CaseNumbers = std::vector<std::uint32_t>;

TEST(Labels, AreKeptInTheOrderInWhichTheyCame) {
    Labels labels;
    EXPECT_EQ(labels.add("2026-001"), 0U);
    EXPECT_EQ(labels.add(""), 1U);
    EXPECT_EQ(labels.add("een veel langer label, dat nergens in past", Labels::Kind::Own), 2U);
    EXPECT_EQ(labels[0], "2026-001");
    EXPECT_EQ(labels[1], "");
    EXPECT_EQ(labels[2], "een veel langer label, dat nergens in past");
    EXPECT_EQ(labels.size(), 3U);
}

TEST(Labels, OnlyThoseOfACaseItselfAreFound) {
    Labels labels;
    EXPECT_TRUE(labels.named("a").empty());
    labels.add("a");
    labels.add("a", Labels::Kind::Own);
    labels.add("b", Labels::Kind::Own);
    labels.add("a", Labels::Kind::Own);
    EXPECT_EQ(labels.named("a"), (CaseNumbers{1, 3}));
    EXPECT_EQ(labels.named("b"), CaseNumbers{2});
    EXPECT_TRUE(labels.named("c").empty());
}

TEST(Labels, ManyAreAllFoundAgain) {
    constexpr std::uint32_t many = 20'000;
    Labels labels;
    for (std::uint32_t i = 0; i < many; ++i) labels.add("zaak " + std::to_string(i % (many / 2)), Labels::Kind::Own);
    for (std::uint32_t i = 0; i < many / 2; ++i) {
        EXPECT_EQ(labels.named("zaak " + std::to_string(i)), (CaseNumbers{i, i + many / 2}));
    }
}

}  // namespace
}  // namespace toets::portfolio
