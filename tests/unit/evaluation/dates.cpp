// Dates on, before and after a limit; months' ends; birthdays; periods; the act that makes a lack a breach.
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using model::DateRelation;
using program::Outcome;

namespace {

struct Dates : OneThing {
    FieldId date = field("datum", Base::Date);
    FieldId other = field("andere datum", Base::Date);
    model::RuleId is(ExpressionId date_of, DateRelation relation, ExpressionId bound) {
        return requires_that(agreement.condition(model::DateIs{date_of, relation, bound}));
    }
};

}  // namespace

TEST(DateIs, EachRelationOnTheDayBeforeOnAndAfter) {
    Dates world;
    const DateRelation relations[] = {DateRelation::NotAfter, DateRelation::Before, DateRelation::On,
                                      DateRelation::NotBefore, DateRelation::After};
    std::vector<model::RuleId> rules;
    for (const DateRelation relation : relations) {
        rules.push_back(world.is(world.fact(world.date), relation, world.agreement.date("2026-03-01")));
    }
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    const auto outcomes = [&] {
        check.run();
        std::vector<Outcome> result;
        for (const model::RuleId rule : rules) result.push_back(check.evaluation.outcomes[rule.index()][row]);
        return result;
    };
    EXPECT_EQ(outcomes(), std::vector(5, open));
    check.set_absent(world.date, row);
    EXPECT_EQ(outcomes(), std::vector(5, no));
    check.set(world.date, row, day("2026-02-28"));
    EXPECT_EQ(outcomes(), (std::vector{yes, yes, no, no, no}));
    check.set(world.date, row, day("2026-03-01"));
    EXPECT_EQ(outcomes(), (std::vector{yes, no, yes, yes, no}));
    check.set(world.date, row, day("2026-03-02"));
    EXPECT_EQ(outcomes(), (std::vector{no, no, no, yes, yes}));
}

TEST(DateBetween, IncludesBothEnds) {
    Dates world;
    const ExpressionId start = world.agreement.date("2026-01-31");
    const auto rule = world.requires_that(world.agreement.condition(
        model::DateBetween{world.fact(world.date), start, world.agreement.shifted(world.agreement.months(1), start)}));
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    const auto outcome = [&](const char* date) {
        check.set(world.date, row, day(date));
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome("2026-01-30"), no);
    EXPECT_EQ(outcome("2026-01-31"), yes);
    EXPECT_EQ(outcome("2026-02-28"), yes);
    EXPECT_EQ(outcome("2026-03-01"), no);
}

// Against base/civil.h, which the calendar's own tests cover.
TEST(ShiftedDate, AgreesWithTheCalendarOverFourCenturies) {
    for (const int months : {-1'200, -13, -1, 0, 1, 6, 12, 25, 3'600}) {
        Dates world;
        const ExpressionId moved =
            world.agreement.shifted(world.agreement.months(std::abs(months)), world.fact(world.date), months < 0);
        const auto rule = world.is(moved, DateRelation::On, world.fact(world.other));
        Check check(world.agreement);
        std::vector<std::uint32_t> rows;
        for (std::int32_t date = day("1900-01-01").days; date < day("2199-12-31").days; date += 7) {
            rows.push_back(check.add(world.kind));
            check.set(world.date, rows.back(), Date{date});
            check.set(world.other, rows.back(), add_months(Date{date}, months));
        }
        check.run();
        for (const std::uint32_t row : rows) ASSERT_EQ(check.evaluation.outcomes[rule.index()][row], yes) << row;
    }
}

TEST(ShiftedDate, ByADurationOfTheCase) {
    Dates world;
    const FieldId term = world.field("termijn", Base::Duration);
    const ExpressionId moved = world.agreement.shifted(world.fact(term), world.fact(world.date), true);
    const auto rule = world.is(moved, DateRelation::On, world.agreement.date("2026-02-28"));
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.date, row, day("2026-03-31"));
    const auto outcome = [&](Duration duration) {
        check.set(term, row, to_column_value(duration));
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome({1, Duration::Unit::Months}), yes);
    EXPECT_EQ(outcome({31, Duration::Unit::Days}), yes);
    EXPECT_EQ(outcome({30, Duration::Unit::Days}), no);
    EXPECT_EQ(outcome({22, Duration::Unit::WorkingDays}), open);
    check.set_absent(term, row);
    EXPECT_EQ(check.outcome(rule, row), open);
}

TEST(YearOf, IsACount) {
    Dates world;
    const ExpressionId year = world.agreement.expression(model::YearOf{world.fact(world.date)}, Base::Count);
    const auto rule =
        world.requires_that(world.agreement.compared(year, model::Comparison::Equal, world.agreement.count(2026)));
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.date, row, day("2025-12-31"));
    EXPECT_EQ(check.outcome(rule, row), no);
    check.set(world.date, row, day("2026-01-01"));
    EXPECT_EQ(check.outcome(rule, row), yes);
}

// Pattern A10.
TEST(Aged, TheBirthdayCountsAsReached) {
    Dates world;
    const auto aged = [&](bool younger) {
        return world.requires_that(world.agreement.condition(model::Aged{
            world.fact(world.date), world.agreement.date("2026-03-01"), younger, world.agreement.months(18 * 12)}));
    };
    const auto adult = aged(false);
    const auto minor = aged(true);
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    const auto outcome = [&](const char* birth, model::RuleId rule) {
        check.set(world.date, row, day(birth));
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome("2008-02-28", adult), yes);
    EXPECT_EQ(outcome("2008-03-01", adult), yes);
    EXPECT_EQ(outcome("2008-03-01", minor), no);
    EXPECT_EQ(outcome("2008-03-02", adult), no);
    EXPECT_EQ(outcome("2008-03-02", minor), yes);
    check.set_absent(world.date, row);
    EXPECT_EQ(check.outcome(minor, row), no);
    EXPECT_EQ(check.outcome(adult, row), no);
}

TEST(Aged, TheTwentyNinthOfFebruaryFollowsTheDeclaration) {
    const std::optional<bool> choices[] = {std::nullopt, false, true};
    const Outcome on_the_28th[] = {open, yes, no};
    for (std::size_t choice = 0; choice < 3; ++choice) {
        Dates world;
        world.agreement.model.leap_day_is_first_of_march = choices[choice];
        const auto rule = world.requires_that(world.agreement.condition(
            model::Aged{world.fact(world.date), world.fact(world.other), false, world.agreement.months(18 * 12)}));
        Check check(world.agreement);
        const auto row = check.add(world.kind);
        check.set(world.date, row, day("2008-02-29"));
        const auto outcome = [&](const char* date) {
            check.set(world.other, row, day(date));
            return check.outcome(rule, row);
        };
        EXPECT_EQ(outcome("2026-02-27"), no);
        EXPECT_EQ(outcome("2026-02-28"), on_the_28th[choice]);
        EXPECT_EQ(outcome("2026-03-01"), yes);
    }
}

TEST(RunsOn, APeriodWithoutAnEndStillRuns) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId period = agreement.period("inschrijving");
    const FieldId one = agreement.reference(world.kind, "inschrijving", period);
    const FieldId many = agreement.list(world.kind, "inschrijvingen", period);
    const FieldId first = agreement.model.kinds[period].first_day;
    const FieldId last = agreement.model.kinds[period].last_day;
    const auto runs = [&](FieldId field) {
        return world.requires_that(agreement.condition(model::RunsOn{world.fact(field), agreement.date("2026-03-01")}));
    };
    const auto single = runs(one);
    const auto any = runs(many);
    Check check(agreement);
    const auto row = check.add(world.kind);
    const auto thing = check.add(period);
    check.set(one, row, std::int64_t{thing});
    check.set_list(many, row, {check.add(period), thing});
    check.set(first, thing - 0, day("2026-03-01"));
    check.set(first, thing + 1, day("2026-03-02"));
    const auto expect = [&](Outcome expected) {
        EXPECT_EQ(check.outcome(single, row), expected);
        EXPECT_EQ(check.outcome(any, row), expected);
    };
    expect(open);
    check.set_absent(last, thing);
    expect(yes);
    check.set(last, thing, day("2026-03-01"));
    expect(yes);
    check.set(first, thing, day("2026-02-01"));
    check.set(last, thing, day("2026-02-28"));
    expect(no);
    check.set_absent(one, row);
    check.set_list_state(many, row, cases::State::Absent);
    expect(no);
}

// Patterns 0.2: missing before the act and on its day, violated after it.
TEST(Act, ALackIsABreachOnceTheActIsBehindUs) {
    Agreement agreement;
    const KindId event = agreement.event("toewijzing");
    const FieldId keys = agreement.field(event, "sleuteloverdracht", Base::Date);
    const FieldId ready = agreement.field(event, "gereed", Base::YesNo);
    const VariableId subject = agreement.variable(event);
    model::RuleVersion version;
    version.subject = subject;
    version.requirement = agreement.holds(agreement.of(agreement.use(subject), ready));
    const auto own = agreement.rule(model::RuleKind::Precondition, {version});
    version.act = agreement.of(agreement.use(subject), keys);
    const auto guarded = agreement.rule(model::RuleKind::Precondition, {version});
    version.curable_until = agreement.shifted(agreement.days(10), version.act);
    const auto curable = agreement.rule(model::RuleKind::Precondition, {version});
    Check check(agreement);
    check.add_case();
    const auto row = check.add(event);
    check.set(ready, row, 0);
    check.set(agreement.model.kinds[event].date, row, day("2026-03-01"));
    check.set(keys, row, day("2026-03-20"));
    const auto on = [&](const char* date, model::RuleId rule) {
        check.reference_date = day(date);
        return check.outcome(rule, row);
    };
    EXPECT_EQ(on("2026-03-01", own), Outcome::Missing);
    EXPECT_EQ(on("2026-03-02", own), Outcome::Violated);
    EXPECT_EQ(on("2026-03-20", guarded), Outcome::Missing);
    EXPECT_EQ(on("2026-03-21", guarded), Outcome::Violated);
    EXPECT_EQ(on("2026-03-30", curable), Outcome::Missing);
    EXPECT_EQ(on("2026-03-31", curable), Outcome::Violated);
    check.set_unknown(keys, row);
    EXPECT_EQ(on("2026-03-31", guarded), Outcome::Missing);
    check.reference_date.reset();
    EXPECT_EQ(check.outcome(own, row), Outcome::Missing);
}

}  // namespace toets::test
