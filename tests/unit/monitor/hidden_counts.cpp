// Nobody can work out a small count from what is shown: every register that fits what is shown is tried.
#include "monitor/hidden_counts.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace toets::monitor {
namespace {

using Shown = Figure::Shown;

// A register of a small world: how many cases there are of each kind. Offers of two corporations, refused or accepted,
// and the accepted ones in one of two complexes; and cases that count nowhere.
enum Kind { AcceptedAX, AcceptedAY, RefusedA, AcceptedBX, AcceptedBY, RefusedB, Elsewhere };
constexpr std::size_t kinds = 7;
using World = std::array<int, kinds>;

// What the report counts: which kinds of cases.
const std::vector<std::vector<Kind>> counted = {
    {AcceptedAX, AcceptedAY, RefusedA},  // offered, by corporation
    {AcceptedBX, AcceptedBY, RefusedB},
    {RefusedA},  // refused
    {RefusedB},
    {AcceptedAX, AcceptedAY},  // accepted
    {AcceptedBX, AcceptedBY},
    {AcceptedAX, AcceptedBX},  // by complex
    {AcceptedAY, AcceptedBY},
    {AcceptedAX},  // by corporation and complex
    {AcceptedAY},
    {AcceptedBX},
    {AcceptedBY},
    {AcceptedAX, AcceptedAY, AcceptedBX, AcceptedBY},
    {AcceptedAX, AcceptedAY, RefusedA, AcceptedBX, AcceptedBY, RefusedB, Elsewhere},  // all
};

int number(const World& world, std::size_t which) {
    int sum = 0;
    for (const Kind kind : counted[which]) sum += world[kind];
    return sum;
}

void add_worlds(std::size_t kind, int left, World& world, std::vector<World>& worlds) {
    if (kind == kinds) {
        worlds.push_back(world);
        return;
    }
    for (int count = 0; count <= left; ++count) {
        world[kind] = count;
        add_worlds(kind + 1, left - count, world, worlds);
    }
    world[kind] = 0;
}

std::vector<World> worlds_up_to(int cases) {
    std::vector<World> worlds;
    World world{};
    add_worlds(0, cases, world, worlds);
    return worlds;
}

std::vector<Shown> shown_of(const World& world, const std::vector<std::size_t>& order, std::int64_t fewest) {
    std::array<std::vector<std::uint32_t>, kinds> cases;
    std::uint32_t next = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        for (int count = 0; count < world[kind]; ++count) cases[kind].push_back(next++);
    }
    std::vector<CountedSet> sets;
    for (const std::size_t which : order) {
        CountedSet set{number(world, which), {}, which + 1 == counted.size()};
        for (const Kind kind : counted[which])
            set.cases.insert(set.cases.end(), cases[kind].begin(), cases[kind].end());
        std::sort(set.cases.begin(), set.cases.end());
        sets.push_back(std::move(set));
    }
    const std::vector<Shown> in_order = to_shown(sets, next, fewest);
    std::vector<Shown> shown(counted.size());
    for (std::size_t index = 0; index < order.size(); ++index) shown[order[index]] = in_order[index];
    return shown;
}

bool fits(int found, int told, Shown shown, std::int64_t fewest) {
    if (shown == Shown::Exact) return found == told;
    return shown == Shown::Withheld || (found > 0 && found < fewest);
}

void attack(const World& world, const std::vector<Shown>& shown, const std::vector<World>& worlds,
            std::int64_t fewest) {
    std::vector<std::set<int>> possible(counted.size());
    for (const World& other : worlds) {
        bool is_possible = true;
        for (std::size_t which = 0; which < counted.size() && is_possible; ++which) {
            is_possible = fits(number(other, which), number(world, which), shown[which], fewest);
        }
        if (!is_possible) continue;
        for (std::size_t which = 0; which < counted.size(); ++which) possible[which].insert(number(other, which));
    }
    for (std::size_t which = 0; which < counted.size(); ++which) {
        const int count = number(world, which);
        if (count == 0 || count >= fewest) continue;
        ASSERT_NE(shown[which], Shown::Exact);
        for (int value = 1; value < fewest; ++value) {
            EXPECT_TRUE(possible[which].contains(value))
                << "count " << which << " cannot be " << value << " in " << ::testing::PrintToString(world);
        }
    }
}

void attack_many(int cases, int trials, std::int64_t fewest, unsigned seed) {
    std::mt19937 random(seed);
    const std::vector<World> worlds = worlds_up_to(cases + static_cast<int>(fewest));
    for (int trial = 0; trial < trials; ++trial) {
        World world{};
        for (int count = 0; count < cases; ++count) ++world[random() % (trial % 2 == 0 ? kinds : kinds - 1)];
        std::vector<std::size_t> order(counted.size());
        for (std::size_t index = 0; index < order.size(); ++index) order[index] = index;
        if (trial % 3 == 0) std::shuffle(order.begin(), order.end(), random);
        attack(world, shown_of(world, order, fewest), worlds, fewest);
        if (::testing::Test::HasFailure()) return;
    }
}

TEST(HiddenCounts, NoSmallCountCanBeWorkedOut) {
    attack_many(9, 400, 3, 1);
    attack_many(11, 150, 4, 2);
}

CountedSet cases_from(std::uint32_t first, std::uint32_t count) {
    CountedSet set{count, {}, false};
    for (std::uint32_t number = first; number < first + count; ++number) set.cases.push_back(number);
    return set;
}

TEST(HiddenCounts, ZeroIsShownAndAFewAreNot) {
    EXPECT_EQ(to_shown({cases_from(0, 0), cases_from(0, 4), cases_from(0, 5)}, 20, 5),
              (std::vector{Shown::Exact, Shown::Few, Shown::Exact}));
}

TEST(HiddenCounts, WhatWouldLeaveAFewIsWithheld) {
    // 20 offered, 3 refused: 17 accepted would tell.
    EXPECT_EQ(to_shown({cases_from(0, 20), cases_from(0, 3), cases_from(3, 17)}, 30, 5),
              (std::vector{Shown::Exact, Shown::Few, Shown::Withheld}));
}

TEST(HiddenCounts, TheTotalOfTheRegisterIsACountToo) {
    CountedSet all = cases_from(0, 22);
    all.is_of_all = true;
    EXPECT_EQ(to_shown({cases_from(0, 20), all}, 22, 5), (std::vector{Shown::Exact, Shown::Withheld}));
}

TEST(HiddenCounts, TwoSmallCountsThatMakeUpALargeOneAreNotCalledSmall) {
    // 4 and 4 make 8, and neither can be more.
    EXPECT_EQ(to_shown({cases_from(0, 8), cases_from(0, 4), cases_from(4, 4)}, 30, 5),
              (std::vector{Shown::Exact, Shown::Withheld, Shown::Withheld}));
}

TEST(HiddenCounts, OfPartsOfASmallCountNothingIsSaid) {
    // Four parts of fewer than five would be one each.
    EXPECT_EQ(to_shown({cases_from(0, 2), cases_from(0, 1), cases_from(1, 1)}, 30, 5),
              (std::vector{Shown::Few, Shown::Withheld, Shown::Withheld}));
}

TEST(HiddenCounts, ManyThingsOfAFewCasesAreAFewPeople) {
    EXPECT_EQ(to_shown({{9, {0, 1, 2}, false}}, 30, 5), std::vector{Shown::Withheld});
}

}  // namespace
}  // namespace toets::monitor
