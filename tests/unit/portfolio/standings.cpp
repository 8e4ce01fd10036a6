// The standings against every way in which what is not known can turn out: what is called satisfied or violated is so
// in all of them, and what is called unknown is not the same in all of them.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "portfolio/standings.h"

namespace toets::portfolio {
namespace {

constexpr Date today{20'000};

// What one case tells.
struct Told {
    Key key;
    Entry entry;
};

struct World {
    model::Model model;
    program::Program program;

    explicit World(model::Tally tally) {
        tally.dimensions.push_back({model::TallyDimension::What::Value, "wijk", {}, {}});
        if (tally.is_share) tally.of_dimensions = {0};
        const model::TallyId id = model.tallies.add(std::move(tally));
        program.model = &model;
        program::TallyProgram compiled;
        compiled.tally = id;
        program.tallies.push_back(compiled);
    }

    [[nodiscard]] Ledger ledger(const std::vector<Told>& told) const {
        Ledger ledger(program, today);
        ledger.names->add("Oost");
        OfTally& tally = ledger.tallies.front();
        const Counting counting(model.tallies[program.tallies.front().tally], today);
        for (const Told& each : told) {
            Entry entry = each.entry;
            entry.case_number = static_cast<std::uint32_t>(ledger.labels.size());
            ledger.labels.add(std::to_string(ledger.labels.size()));
            entry.key = tally.key_number(each.key);
            tally.rows.push_back(0);
            tally.add(counting, entry, std::nullopt, ledger.labels);
        }
        return ledger;
    }
    [[nodiscard]] Standing stand(const std::vector<Told>& told) const {
        const Ledger made = ledger(told);
        const std::vector<Standing> standings = to_standings(Look{made});
        return standings.empty() ? Standing{} : standings.front();
    }
};

constexpr std::uint32_t east = 2;

Told entry(Truth counts, Truth of = Truth::False, std::int32_t days_from_now = -1) {
    Told made{{east}, {}};
    made.entry.moment = Date{today.days + days_from_now};
    made.entry.counts = counts;
    made.entry.of = of;
    return made;
}

model::Tally agreed(model::Bound bound, std::int64_t count) {
    model::Tally tally;
    tally.numbers.push_back({.key = {"Oost"}, .bound = bound, .count = count, .from = {}, .source = {}, .where = {}});
    return tally;
}

TEST(Standings, AMaximumHasRoomUntilItIsFull) {
    const World world(agreed(model::Bound::AtMost, 2));
    const Standing one = world.stand({entry(Truth::True)});
    EXPECT_EQ(one.outcome, Outcome::Satisfied);
    EXPECT_EQ(one.room, 1);
    const Standing three = world.stand({entry(Truth::True), entry(Truth::True), entry(Truth::True)});
    EXPECT_EQ(three.outcome, Outcome::Violated);
    EXPECT_EQ(three.room, -1);
}

TEST(Standings, WhatIsPlannedFillsAMaximumAndReachesNoMinimumYet) {
    const Standing most = World(agreed(model::Bound::AtMost, 1)).stand({entry(Truth::True, Truth::False, 9)});
    EXPECT_EQ(most.counted.planned, 1);
    EXPECT_EQ(most.room, 0);
    const Standing least = World(agreed(model::Bound::AtLeast, 1)).stand({entry(Truth::True, Truth::False, 9)});
    EXPECT_EQ(least.short_of, std::nullopt) << "without a period all that is planned counts";
}

TEST(Standings, TheOrderOfTheCasesDoesNotMatter) {
    const World world(agreed(model::Bound::Exactly, 2));
    const std::vector<Told> entries{entry(Truth::True), entry(Truth::Unknown), entry(Truth::True, Truth::False, 5)};
    std::vector<Told> turned(entries.rbegin(), entries.rend());
    EXPECT_EQ(world.stand(entries).outcome, world.stand(turned).outcome);
    EXPECT_EQ(world.stand(entries).room, world.stand(turned).room);
}

TEST(Standings, AnEntryOfAnUnknownPlaceMayCountInEachOfThem) {
    Told loose = entry(Truth::True);
    loose.key = {Names::unknown};
    const World world(agreed(model::Bound::AtMost, 1));
    EXPECT_EQ(world.stand({entry(Truth::True), loose}).outcome, Outcome::Unknown);
    EXPECT_EQ(world.stand({loose}).outcome, Outcome::Satisfied);
}

TEST(Standings, OneCaseGoesTheSameWayAsAll) {
    const World world(agreed(model::Bound::AtMost, 1));
    const Ledger before = world.ledger({entry(Truth::True)});
    const Ledger both = world.ledger({entry(Truth::True), entry(Truth::True)});
    Ledger proposed = world.ledger({entry(Truth::True)});
    proposed.names = before.names;
    const std::vector<Effect> effects = to_effects(Look{before, {}, &proposed, 0});
    ASSERT_EQ(effects.size(), 1U);
    EXPECT_EQ(effects.front().before->outcome, Outcome::Satisfied);
    EXPECT_EQ(effects.front().before->room, 0);
    EXPECT_EQ(effects.front().after->outcome, to_standings(Look{both}).front().outcome);
    EXPECT_EQ(effects.front().after->outcome, Outcome::Violated);
    EXPECT_EQ(to_standings(Look{both, {1}}).front().room, 0) << "without the second";
}

TEST(Periods, AreReadAsTheyAreNamed) {
    using What = model::TallyDimension::What;
    for (std::int32_t day = today.days; day < today.days + 800; day += 11) {
        for (const What what : {What::Year, What::Quarter}) {
            const auto period = period_named(what, period_name(what, Date{day}));
            ASSERT_TRUE(period);
            EXPECT_LE(period->first.days, day);
            EXPECT_GE(period->last.days, day);
        }
    }
    EXPECT_FALSE(period_named(What::Quarter, "kwartaal 5 van 2026"));
    EXPECT_FALSE(period_named(What::Quarter, "kwartaal 1 van 2026 "));
    EXPECT_FALSE(period_named(What::Year, "12026"));
    EXPECT_FALSE(period_named(What::Year, "zomer"));
}

// ------------------------------------------------------------------------------- every way in which it can turn out

std::vector<Told> resolved(const Told& told, bool is_share) {
    const Entry& entry = told.entry;
    std::vector<Told> ways;
    for (const Truth of : {Truth::False, Truth::True}) {
        for (const Truth counts : {Truth::False, Truth::True}) {
            const bool fits_of = !is_share || entry.of == Truth::Unknown || entry.of == of;
            const bool fits_counts = entry.counts == Truth::Unknown || entry.counts == counts;
            const bool is_part = !is_share || counts == Truth::False || of == Truth::True;
            if (!fits_of || !fits_counts || !is_part || (!is_share && of == Truth::True)) continue;
            Told way = told;
            way.entry.of = is_share ? of : Truth::False;
            way.entry.counts = counts;
            ways.push_back(way);
        }
    }
    return ways;
}

void add_outcomes(const World& world, const std::vector<Told>& doubtful, bool is_share, std::vector<Told> chosen,
                  std::set<Outcome>& outcomes) {
    if (chosen.size() == doubtful.size()) {
        outcomes.insert(world.stand(chosen).outcome);
        return;
    }
    for (const Told& way : resolved(doubtful[chosen.size()], is_share)) {
        chosen.push_back(way);
        add_outcomes(world, doubtful, is_share, chosen, outcomes);
        chosen.pop_back();
    }
}

Told random_entry(std::mt19937& random, bool is_share) {
    const auto truth = [&random] { return static_cast<Truth>(random() % 3); };
    const Truth of = is_share ? truth() : Truth::False;
    Truth counts = truth();
    if (is_share) counts = std::min(counts, of);
    return entry(counts, of);
}

void expect_sound(const World& world, bool is_share, std::mt19937& random) {
    std::vector<Told> entries;
    for (std::size_t i = random() % 6; i > 0; --i) entries.push_back(random_entry(random, is_share));
    std::set<Outcome> outcomes;
    add_outcomes(world, entries, is_share, {}, outcomes);
    const Outcome found = world.stand(entries).outcome;
    if (found == Outcome::Unknown) {
        EXPECT_GT(outcomes.size(), 1U) << "unknown, though every way comes to the same";
    } else {
        EXPECT_EQ(outcomes, std::set<Outcome>{found});
    }
}

TEST(Standings, ANumberIsSaidOnlyWhenItIsCertain) {
    std::mt19937 random(20'260);
    for (const model::Bound bound : {model::Bound::AtLeast, model::Bound::AtMost, model::Bound::Exactly}) {
        for (std::int64_t count = 0; count < 5; ++count) {
            const World world(agreed(bound, count));
            for (int round = 0; round < 200; ++round) expect_sound(world, false, random);
        }
    }
}

TEST(Standings, AShareIsSaidOnlyWhenItIsCertain) {
    std::mt19937 random(20'261);
    for (const model::Bound bound : {model::Bound::AtLeast, model::Bound::AtMost}) {
        for (const std::int64_t percentage : {0, 25, 50, 75, 100}) {
            model::Tally tally;
            tally.is_share = true;
            tally.numbers.push_back({.key = {"Oost"},
                                     .bound = bound,
                                     .count = percentage * 1'000'000,
                                     .from = {},
                                     .source = {},
                                     .where = {}});
            tally.threshold = static_cast<std::int64_t>(random() % 3);
            const World world(std::move(tally));
            for (int round = 0; round < 200; ++round) expect_sound(world, true, random);
        }
    }
}

TEST(Standings, OfFewNothingIsJudged) {
    model::Tally tally = agreed(model::Bound::AtMost, 0);
    tally.threshold = 2;
    const World world(std::move(tally));
    EXPECT_EQ(world.stand({entry(Truth::True)}).outcome, Outcome::NotApplicable);
    EXPECT_EQ(world.stand({entry(Truth::True), entry(Truth::Unknown)}).outcome, Outcome::Unknown);
    EXPECT_EQ(world.stand({entry(Truth::True), entry(Truth::True)}).outcome, Outcome::Violated);
}

}  // namespace
}  // namespace toets::portfolio
