// Handing on what is left over: what is given is what is got, and what is not decided stays within its bounds.
#include "portfolio/redistribution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace toets::portfolio {
namespace {

using Gives = model::Redistribution::Gives;

Holder holder(std::int64_t left) {
    Holder made{{}, Between{left, left}, 0, 0, 0, Between{left, left}, {}};
    return made;
}

Request request(int day, std::int64_t count, std::optional<std::int64_t> tie = std::nullopt) {
    return {"zaak", {}, Date{day}, count, tie, Request::State::Ordered, false, {}};
}

Redistributed pool_of(std::vector<std::int64_t> left, std::vector<Request> requests) {
    Redistributed pool;
    pool.state = Redistributed::State::Done;
    for (const std::int64_t each : left) pool.holders.push_back(holder(each));
    pool.requests = std::move(requests);
    return pool;
}

TEST(HandOn, TheEarliestRequestComesFirst) {
    Redistributed pool = pool_of({3, 1}, {request(1, 3), request(2, 3)});
    hand_on({false, Gives::FirstInTable}, pool);
    EXPECT_EQ(pool.requests[0].gets, (Between{3, 3}));
    EXPECT_EQ(pool.requests[1].gets, (Between{1, 1}));
    EXPECT_EQ(pool.state, Redistributed::State::Done);
}

TEST(HandOn, WhatNobodyAsksForStays) {
    Redistributed pool = pool_of({3, 4}, {request(1, 2)});
    hand_on({false, Gives::MostLeft}, pool);
    EXPECT_EQ(pool.holders[0].gives, (Between{0, 0}));
    EXPECT_EQ(pool.holders[1].gives, (Between{2, 2}));
}

TEST(HandOn, ATieIsOpenUntilEachHasANumber) {
    Redistributed pool = pool_of({3}, {request(1, 2, 1), request(1, 2), request(2, 1)});
    hand_on({false, Gives::FirstInTable}, pool);
    EXPECT_EQ(pool.state, Redistributed::State::Undecided);
    EXPECT_EQ(pool.requests[0].gets, (Between{1, 2}));
    EXPECT_EQ(pool.requests[2].gets, (Between{0, 0}));
    pool.requests[1].tie_value = 2;
    pool.state = Redistributed::State::Done;
    hand_on({false, Gives::FirstInTable}, pool);
    EXPECT_EQ(pool.state, Redistributed::State::Done);
    EXPECT_EQ(pool.requests[0].gets, (Between{2, 2}));
    EXPECT_EQ(pool.requests[1].gets, (Between{1, 1}));
}

TEST(HandOn, TheSumIsKept) {
    std::mt19937 random(5);
    const auto below = [&](int most) { return std::uniform_int_distribution<int>(0, most - 1)(random); };
    for (int round = 0; round < 2000; ++round) {
        Redistributed pool;
        for (int i = 0; i < 1 + below(4); ++i) pool.holders.push_back(holder(below(5)));
        for (int i = 0; i < below(5); ++i) pool.requests.push_back(request(below(3), below(4), i));
        hand_on({below(2) == 1, below(2) == 1 ? Gives::MostLeft : Gives::FirstInTable}, pool);
        Between given;
        Between got;
        for (const Holder& each : pool.holders) {
            given.low += each.gives->low;
            given.high += each.gives->high;
            EXPECT_LE(each.gives->high, each.left->high);
        }
        for (const Request& each : pool.requests) {
            EXPECT_TRUE(each.gets->is_exact());
            got.low += each.gets->low;
        }
        EXPECT_LE(given.low, got.low);
        EXPECT_GE(given.high, got.low);
        if (!pool.is_giver_undecided) {
            EXPECT_EQ(given.low, got.low);
        }
        EXPECT_EQ(got.low, pool.handed_on()->low);
    }
}

}  // namespace
}  // namespace toets::portfolio
