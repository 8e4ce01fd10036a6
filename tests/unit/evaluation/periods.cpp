// Periods that must cover a stretch of days (C44) or a part of it (C45), against an oracle that walks through the days.
#include "registered.h"

namespace toets::test {

TEST(Periods, CoverWhatTheirDaysCover) {
    Registered world;
    std::vector<model::RuleId> rules;
    for (const Duration tolerated : tolerances) rules.push_back(world.requires_that(world.covers(tolerated)));
    Check check(world.agreement);
    Random random(44);
    std::vector<std::pair<Facts, std::uint32_t>> cases;
    for (int count = 0; count < 3000; ++count) {
        const Facts facts = random_facts(random);
        cases.emplace_back(facts, add(check, world, facts));
    }
    check.run();
    int covered = 0;
    for (const auto& [facts, row] : cases) {
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            const bool expected = is_covered(facts, tolerances[rule], 10 * last_offset);
            covered += expected ? 1 : 0;
            ASSERT_EQ(check.evaluation.outcomes[rules[rule].index()][row], expected ? yes : no)
                << "row " << row << " tolerance " << rule;
        }
    }
    EXPECT_GT(covered, 1000);
    EXPECT_LT(covered, 8000);
}

TEST(Periods, RunForAsManyDaysAsTheyHave) {
    for (const bool is_unbroken : {false, true}) {
        Registered world;
        std::vector<model::RuleId> rules;
        for (const Duration needed : lengths) rules.push_back(world.requires_that(world.runs_for(needed, is_unbroken)));
        Check check(world.agreement);
        Random random(45);
        std::vector<std::pair<Facts, std::uint32_t>> cases;
        for (int count = 0; count < 3000; ++count) {
            const Facts facts = random_facts(random);
            cases.emplace_back(facts, add(check, world, facts));
        }
        check.run();
        int enough = 0;
        for (const auto& [facts, row] : cases) {
            for (std::size_t rule = 0; rule < rules.size(); ++rule) {
                const bool expected = runs_for(facts, lengths[rule], is_unbroken);
                enough += expected ? 1 : 0;
                ASSERT_EQ(check.evaluation.outcomes[rules[rule].index()][row], expected ? yes : no)
                    << "row " << row << " length " << rule;
            }
        }
        EXPECT_GT(enough, 1000);
        EXPECT_LT(enough, 8000);
    }
}

namespace {

// Which facts of an item nobody knows.
struct Gaps {
    bool first = false;
    bool last = false;
    bool counts = false;
};

void forget(Check& check, const Registered& world, std::uint32_t row, const std::vector<Gaps>& gaps) {
    const auto& list = check.cases.lists[world.periods.index()];
    for (std::size_t index = 0; index < gaps.size(); ++index) {
        const std::uint32_t item = list.items[list.begin[row] + index];
        if (gaps[index].first) check.set_unknown(world.first, item);
        if (gaps[index].last) check.set_unknown(world.last, item);
        if (gaps[index].counts) check.set_unknown(world.counting, item);
    }
}

// The facts with the least and with the most days that the gaps leave open.
Facts extreme(Facts facts, const std::vector<Gaps>& gaps, bool is_most) {
    for (std::size_t index = 0; index < gaps.size(); ++index) {
        Item& item = facts.items[index];
        if (!is_most && (gaps[index].first || gaps[index].last || gaps[index].counts)) item.counts = false;
        if (!is_most || (!item.counts && !gaps[index].counts)) continue;
        item.counts = true;
        if (gaps[index].first) item.first = -last_offset;
        if (gaps[index].last) item.last.reset();
    }
    return facts;
}

}  // namespace

// What is not known is tried at its least and at its most; the answer is what both say.
TEST(Periods, AreDecidedByTheDaysThatAreCertain) {
    Registered world;
    std::vector<model::RuleId> rules;
    for (const Duration tolerated : tolerances) rules.push_back(world.requires_that(world.covers(tolerated)));
    for (const Duration needed : lengths) rules.push_back(world.requires_that(world.runs_for(needed, true)));
    for (const Duration needed : lengths) rules.push_back(world.requires_that(world.runs_for(needed, false)));
    const auto holds = [](const Facts& facts, std::size_t rule) {
        if (rule < 3) return is_covered(facts, tolerances[rule], 10 * last_offset);
        return runs_for(facts, lengths[rule % 3], rule < 6);
    };
    Check check(world.agreement);
    Random random(46);
    struct Case {
        Facts facts;
        std::vector<Gaps> gaps;
        std::uint32_t row;
    };
    std::vector<Case> cases;
    for (int count = 0; count < 3000; ++count) {
        Case one{random_facts(random), {}, 0};
        one.row = add(check, world, one.facts);
        for (std::size_t item = 0; item < one.facts.items.size(); ++item) {
            one.gaps.push_back({below(random, 6) == 0, below(random, 6) == 0, below(random, 6) == 0});
        }
        forget(check, world, one.row, one.gaps);
        cases.push_back(std::move(one));
    }
    check.run();
    int open_ones = 0;
    for (const Case& one : cases) {
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            const bool least = holds(extreme(one.facts, one.gaps, false), rule);
            const bool most = holds(extreme(one.facts, one.gaps, true), rule);
            const Outcome expected = least ? yes : most ? open : no;
            open_ones += expected == open ? 1 : 0;
            ASSERT_EQ(check.evaluation.outcomes[rules[rule].index()][one.row], expected)
                << "row " << one.row << " rule " << rule;
        }
    }
    EXPECT_GT(open_ones, 1000);
}

namespace {

Facts one_period(int first, std::optional<int> last, int from, int until) {
    return {{Item{first, last, true}}, from, until};
}

}  // namespace

TEST(Periods, OfAListThatMayHoldMoreAreNeverTooFew) {
    Registered world;
    world.agreement.model.fields.at(world.periods).completeness = model::Completeness::Incomplete;
    const auto covers = world.requires_that(world.covers({}));
    const auto runs = world.requires_that(world.runs_for({10, Duration::Unit::Days}, true));
    Check check(world.agreement);
    const auto too_few = add(check, world, one_period(0, 5, 0, 9));
    const auto enough = add(check, world, one_period(0, 9, 0, 9));
    const auto nobody_said = check.add(world.kind);
    check.set(world.from, nobody_said, start);
    check.set(world.until, nobody_said, Date{start.days + 9});
    for (const auto rule : {covers, runs}) {
        EXPECT_EQ(check.outcome(rule, too_few), open);
        EXPECT_EQ(check.outcome(rule, enough), yes);
        EXPECT_EQ(check.outcome(rule, nobody_said), open);
    }
}

TEST(Periods, TooManyToLookAtDecideNothing) {
    Registered world;
    const auto covers = world.requires_that(world.covers({}));
    const auto runs = world.requires_that(world.runs_for({10, Duration::Unit::Days}, true));
    Check check(world.agreement);
    Facts facts{{}, 0, 9};
    facts.items.assign(evaluation::most_items + 1, Item{0, 9});
    const auto row = add(check, world, facts);
    for (const auto rule : {covers, runs}) EXPECT_EQ(check.outcome(rule, row), open);
}

TEST(Periods, NeedBothEndsOfTheStretch) {
    Registered world;
    const auto covers = world.requires_that(world.covers({}));
    const auto runs = world.requires_that(world.runs_for({10, Duration::Unit::Days}, true));
    Check check(world.agreement);
    const auto row = add(check, world, one_period(0, {}, 0, 20));
    for (const FieldId end : {world.from, world.until}) {
        check.set_unknown(end, row);
        EXPECT_EQ(check.outcome(covers, row), open);
        EXPECT_EQ(check.outcome(runs, row), open);
        check.set_absent(end, row);
        EXPECT_EQ(check.outcome(covers, row), no);
        EXPECT_EQ(check.outcome(runs, row), no);
        check.set(end, row, Date{start.days + 10});
    }
}

TEST(Periods, AreMeasuredByALengthOfTheCase) {
    Registered world;
    Agreement& agreement = world.agreement;
    const auto covers = world.requires_that(agreement.condition(
        model::RunsFromTo{world.counted(), world.fact(world.from), world.fact(world.until), world.fact(world.length)}));
    const auto runs = world.requires_that(agreement.condition(model::RunsFor{
        world.counted(), world.fact(world.length), true, world.fact(world.from), world.fact(world.until)}));
    Check check(agreement);
    const auto row = add(check, world, one_period(0, 9, 0, 19));
    const auto expect = [&](Outcome cover, Outcome run) {
        EXPECT_EQ(check.outcome(covers, row), cover);
        EXPECT_EQ(check.outcome(runs, row), run);
    };
    expect(open, open);
    check.set_absent(world.length, row);
    expect(no, no);
    check.set(world.length, row, to_column_value({10, Duration::Unit::Days}));
    expect(yes, yes);
    check.set(world.length, row, to_column_value({9, Duration::Unit::Days}));
    expect(no, yes);
    check.set(world.length, row, to_column_value({11, Duration::Unit::Days}));
    expect(yes, no);
    check.set(world.length, row, to_column_value({1, Duration::Unit::WorkingDays}));
    expect(open, open);
}

}  // namespace toets::test
