// Comparison, exact arithmetic with scales, rounding, percentages, overflow.
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using model::Comparison;
using What = evaluation::CalculationError::What;

namespace {

constexpr std::int64_t million = 1'000'000;

struct Amounts : OneThing {
    FieldId one = field("een", Base::Amount);
    FieldId other = field("ander", Base::Amount);
    FieldId number = field("aantal", Base::Count);
    ExpressionId sum(model::ArithmeticOperator operation, ExpressionId left, ExpressionId right,
                     Base base = Base::Amount) {
        return agreement.expression(model::Arithmetic{operation, left, right}, base);
    }
    ExpressionId part(std::int64_t millionths, ExpressionId whole, Base base, model::Rounding rounding,
                      ExpressionId minimum = {}, ExpressionId maximum = {}) {
        const ExpressionId percentage = agreement.constant(Base::Percentage, millionths);
        return agreement.expression(model::PercentageOf{percentage, whole, rounding, minimum, maximum}, base);
    }
};

}  // namespace

TEST(Comparison, OfEachKindAtBelowAndAboveTheLimit) {
    Amounts world;
    const Comparison kinds[] = {Comparison::Equal, Comparison::AtLeast, Comparison::AtMost, Comparison::MoreThan,
                                Comparison::LessThan};
    std::vector<model::RuleId> rules;
    for (const Comparison kind : kinds) {
        rules.push_back(
            world.requires_that(world.agreement.compared(world.fact(world.one), kind, world.agreement.amount(100))));
    }
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    const program::Outcome expected[3][5] = {{no, no, yes, no, yes}, {yes, yes, yes, no, no}, {no, yes, no, yes, no}};
    for (std::size_t rule = 0; rule < 5; ++rule) {
        check.set_unknown(world.one, row);
        EXPECT_EQ(check.outcome(rules[rule], row), open);
        check.set_absent(world.one, row);
        EXPECT_EQ(check.outcome(rules[rule], row), open);
        for (const std::int64_t value : {99, 100, 101}) {
            check.set(world.one, row, value);
            EXPECT_EQ(check.outcome(rules[rule], row), expected[value - 99][rule]) << value;
        }
    }
}

TEST(Comparison, BringsBothSidesToOneNumberOfDecimals) {
    Amounts world;
    const FieldId half = world.field("half", Base::Number);
    const auto rule =
        world.requires_that(world.agreement.compared(world.fact(world.number), Comparison::MoreThan, world.fact(half)));
    const auto fixed = world.requires_that(world.agreement.compared(world.fact(world.number), Comparison::AtLeast,
                                                                    world.agreement.constant(Base::Number, 2'500'000)));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    check.set(world.number, row, 3);
    check.set(half, row, 2'999'999);
    EXPECT_EQ(check.outcome(rule, row), yes);
    EXPECT_EQ(check.outcome(fixed, row), yes);
    check.set(half, row, 3 * million);
    check.set(world.number, row, 2);
    EXPECT_EQ(check.outcome(rule, row), no);
    EXPECT_EQ(check.outcome(fixed, row), no);
}

TEST(Comparison, OfDurationsNeedsOneUnit) {
    OneThing world;
    const FieldId length = world.field("duur", Base::Duration);
    const auto rule = world.requires_that(
        world.agreement.compared(world.fact(length), Comparison::AtLeast, world.agreement.months(6)));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    const auto outcome = [&](Duration duration) {
        check.set(length, row, to_column_value(duration));
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome({6, Duration::Unit::Months}), yes);
    EXPECT_EQ(outcome({5, Duration::Unit::Months}), no);
    EXPECT_EQ(outcome({400, Duration::Unit::Days}), open);
}

TEST(Arithmetic, IsExactAndAbsentOrUnknownPartsAreKept) {
    Amounts world;
    using Operator = model::ArithmeticOperator;
    const ExpressionId total = world.sum(Operator::Add, world.fact(world.one), world.fact(world.other));
    const auto rule =
        world.requires_that(world.agreement.compared(total, Comparison::Equal, world.agreement.amount(300)));
    const ExpressionId product =
        world.sum(Operator::Multiply, world.fact(world.one), world.agreement.constant(Base::Number, 1'500'000));
    const auto times =
        world.requires_that(world.agreement.compared(product, Comparison::Equal, world.agreement.amount(150)));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    check.set(world.one, row, 100);
    EXPECT_EQ(check.outcome(rule, row), open);
    EXPECT_EQ(check.outcome(times, row), yes);
    check.set(world.other, row, 200);
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.set_absent(world.other, row);
    EXPECT_EQ(check.outcome(rule, row), open);
    check.set(world.one, row, 101);
    EXPECT_EQ(check.outcome(times, row), no);
}

TEST(Arithmetic, ThatDoesNotFitIsUnknownAndReported) {
    Amounts world;
    using Operator = model::ArithmeticOperator;
    std::vector<model::RuleId> rules;
    for (const Operator operation : {Operator::Add, Operator::Multiply}) {
        const ExpressionId result = world.sum(operation, world.fact(world.one), world.fact(world.other));
        rules.push_back(
            world.requires_that(world.agreement.compared(result, Comparison::AtLeast, world.agreement.amount(0))));
    }
    Check check(world.agreement);
    check.add_case();
    check.add_case();
    const std::uint32_t row = check.add(world.kind);
    check.set(world.one, row, INT64_MAX);
    check.set(world.other, row, INT64_MAX);
    check.run();
    EXPECT_EQ(check.evaluation.outcomes[rules[0].index()][row], open);
    EXPECT_EQ(check.evaluation.outcomes[rules[1].index()][row], open);
    ASSERT_EQ(check.evaluation.errors.size(), 2U);
    EXPECT_EQ(check.evaluation.errors[0].what, What::Overflow);
    EXPECT_EQ(check.evaluation.errors[0].case_index, 1U);
    check.set_unknown(world.other, row);
    EXPECT_TRUE(check.run().errors.empty());
}

TEST(Arithmetic, QuotientsAreComparedCrosswise) {
    Amounts world;
    using Operator = model::ArithmeticOperator;
    const ExpressionId quotient = world.sum(Operator::Divide, world.fact(world.one), world.fact(world.other));
    const auto third = world.requires_that(
        world.agreement.compared(quotient, Comparison::AtMost, world.agreement.constant(Base::Number, 333'333)));
    Check check(world.agreement);
    EXPECT_FALSE(check.diagnostics.has_errors());
    const std::uint32_t row = check.add(world.kind);
    const auto outcome = [&](std::int64_t one, std::int64_t other) {
        check.set(world.one, row, one);
        check.set(world.other, row, other);
        return check.outcome(third, row);
    };
    EXPECT_EQ(outcome(100, 300), no);  // 0.333333… is more than 0.333333
    EXPECT_EQ(outcome(333'333, million), yes);
    EXPECT_EQ(outcome(100, -300), yes);
    EXPECT_EQ(outcome(-100, -300), no);
    EXPECT_EQ(outcome(100, 0), open);
    ASSERT_EQ(check.evaluation.errors.size(), 1U);
    EXPECT_EQ(check.evaluation.errors[0].what, What::DivisionByZero);
}

TEST(Arithmetic, AQuotientElsewhereIsAnError) {
    Amounts world;
    using Operator = model::ArithmeticOperator;
    const ExpressionId quotient = world.sum(Operator::Divide, world.fact(world.one), world.fact(world.other));
    const ExpressionId more = world.sum(Operator::Add, quotient, world.fact(world.one));
    world.requires_that(world.agreement.compared(more, Comparison::AtMost, world.agreement.amount(1)));
    Check check(world.agreement);
    ASSERT_EQ(check.diagnostics.error_count(), 1U);
    EXPECT_EQ(check.diagnostics.all().front().code, Code::DivisionNotCompared);
}

TEST(Percentage, IsRoundedAsWrittenAndKeptWithinItsLimits) {
    Amounts world;
    const std::int64_t ten = 10 * million;
    const auto number = [&] { return world.fact(world.number); };
    std::vector<model::RuleId> rules;
    const auto add = [&](ExpressionId part) {
        for (const int value : {0, 1, 2, 3}) {
            rules.push_back(
                world.requires_that(world.agreement.compared(part, Comparison::Equal, world.agreement.count(value))));
        }
    };
    add(world.part(ten, number(), Base::Count, model::Rounding::Down));
    add(world.part(ten, number(), Base::Count, model::Rounding::Up));
    add(world.part(ten, number(), Base::Count, model::Rounding::HalfUp));
    add(world.part(ten, number(), Base::Count, model::Rounding::Down, world.agreement.count(1),
                   world.agreement.count(2)));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    const auto results = [&](std::int64_t whole) {
        check.set(world.number, row, whole);
        check.run();
        std::vector<int> values;
        for (std::size_t at = 0; at < rules.size(); at += 4) {
            for (std::size_t value = 0; value < 4; ++value) {
                if (check.evaluation.outcomes[rules[at + value].index()][row] == yes) {
                    values.push_back(static_cast<int>(value));
                }
            }
        }
        return values;
    };
    EXPECT_EQ(results(4), (std::vector{0, 1, 0, 1}));
    EXPECT_EQ(results(15), (std::vector{1, 2, 2, 1}));
    EXPECT_EQ(results(10), (std::vector{1, 1, 1, 1}));
    EXPECT_EQ(results(30), (std::vector{3, 3, 3, 2}));
}

TEST(Percentage, OfMoneyIsExact) {  // patterns 0.7: 0.6 * 283 is 169.8
    Amounts world;
    const ExpressionId part = world.part(60 * million, world.fact(world.one), Base::Amount, model::Rounding::None);
    const auto rule =
        world.requires_that(world.agreement.compared(part, Comparison::Equal, world.agreement.amount(16980)));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    check.set(world.one, row, 28300);
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.set(world.one, row, 28301);
    EXPECT_EQ(check.outcome(rule, row), no);
}

TEST(Extreme, LeavesAbsentOutAndBoundsTheUnknown) {
    Amounts world;
    const auto highest = [&](Comparison comparison, std::int64_t limit, model::Extreme extreme) {
        const ExpressionId best = world.agreement.expression(
            model::ExtremeOf{extreme, {world.fact(world.one), world.fact(world.other)}}, Base::Amount);
        return world.requires_that(world.agreement.compared(best, comparison, world.agreement.amount(limit)));
    };
    const auto at_least = highest(Comparison::AtLeast, 100, model::Extreme::Highest);
    const auto at_most = highest(Comparison::AtMost, 100, model::Extreme::Highest);
    const auto lowest_at_most = highest(Comparison::AtMost, 100, model::Extreme::Lowest);
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    check.set(world.one, row, 100);
    EXPECT_EQ(check.outcome(at_least, row), yes);
    EXPECT_EQ(check.outcome(at_most, row), open);
    EXPECT_EQ(check.outcome(lowest_at_most, row), yes);
    check.set_absent(world.other, row);
    EXPECT_EQ(check.outcome(at_most, row), yes);
    check.set_absent(world.one, row);
    EXPECT_EQ(check.outcome(at_most, row), open);
    check.set(world.other, row, 101);
    EXPECT_EQ(check.outcome(at_most, row), no);
    EXPECT_EQ(check.outcome(lowest_at_most, row), no);
}

}  // namespace toets::test
