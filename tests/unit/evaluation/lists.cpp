// Sums, counts and "each of" over lists that are complete, incomplete or complete on a condition.
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using model::Comparison;
using model::Completeness;
using model::Quantifier;

namespace {

struct Debts : OneThing {
    explicit Debts(Completeness completeness = Completeness::Complete) {
        debt = agreement.thing("schuld");
        debts = agreement.list(kind, "schulden", debt, completeness);
        amount = agreement.field(debt, "bedrag", Base::Amount);
        sort = agreement.choice(debt, "soort", 3);
    }
    ExpressionId sum(VariableId item, ConditionId filter = {}) {
        return agreement.expression(model::SumOf{fact(debts), item, agreement.of(agreement.use(item), amount), filter},
                                    Base::Amount);
    }
    ConditionId is_sort(VariableId item, int value) {
        return agreement.is(agreement.of(agreement.use(item), sort), {value});
    }
    model::RuleId sum_is(Comparison comparison, std::int64_t limit, bool is_filtered = false) {
        const VariableId item = agreement.variable(debt);
        const ConditionId filter = is_filtered ? is_sort(item, 0) : ConditionId{};
        return requires_that(agreement.compared(sum(item, filter), comparison, agreement.amount(limit)));
    }
    model::RuleId has(Quantifier quantifier, int count, bool is_filtered = true) {
        const VariableId item = agreement.variable(debt);
        const ConditionId filter = is_filtered ? is_sort(item, 0) : ConditionId{};
        return requires_that(agreement.condition(
            model::HasCount{fact(debts), item, filter, quantifier, agreement.count(count), false, {}, {}}));
    }
    // Amounts and sorts of the debts; -1 unknown.
    std::uint32_t add(Check& check, const std::vector<std::pair<int, int>>& items) {
        const std::uint32_t row = check.add(kind);
        std::vector<std::uint32_t> rows;
        for (const auto& [cents, value] : items) {
            rows.push_back(check.add(debt));
            if (cents >= 0) check.set(amount, rows.back(), cents);
            if (value >= 0) check.set(sort, rows.back(), value);
        }
        check.set_list(debts, row, rows);
        return row;
    }
    KindId debt;
    FieldId debts, amount, sort;
};

}  // namespace

// Pattern B2.
TEST(Sum, AnUnknownPartLeavesALowerBound) {
    Debts world;
    const auto at_most = world.sum_is(Comparison::AtMost, 150);
    const auto more = world.sum_is(Comparison::MoreThan, 150);
    Check check(world.agreement);
    const auto exact = world.add(check, {{100, 0}, {50, 1}});
    const auto over = world.add(check, {{100, 0}, {51, 1}});
    const auto below = world.add(check, {{100, 0}, {-1, 1}});
    const auto decided = world.add(check, {{151, 0}, {-1, 1}});
    const auto none = world.add(check, {});
    EXPECT_EQ(check.outcome(at_most, exact), yes);
    EXPECT_EQ(check.outcome(at_most, over), no);
    EXPECT_EQ(check.outcome(at_most, below), open);
    EXPECT_EQ(check.outcome(more, below), open);
    EXPECT_EQ(check.outcome(at_most, decided), no);
    EXPECT_EQ(check.outcome(more, decided), yes);
    EXPECT_EQ(check.outcome(at_most, none), yes);
}

TEST(Sum, WithAnUnknownFilterLiesBetweenBothAnswers) {
    Debts world;
    const auto at_most = world.sum_is(Comparison::AtMost, 150, true);
    const auto at_least = world.sum_is(Comparison::AtLeast, 100, true);
    Check check(world.agreement);
    const auto either = world.add(check, {{100, 0}, {50, -1}});
    const auto too_much = world.add(check, {{100, 0}, {51, -1}});
    const auto other = world.add(check, {{100, 0}, {999, 1}, {-1, 2}});
    const auto both_unknown = world.add(check, {{100, 0}, {-1, -1}});
    EXPECT_EQ(check.outcome(at_most, either), yes);
    EXPECT_EQ(check.outcome(at_most, too_much), open);
    EXPECT_EQ(check.outcome(at_most, other), yes);
    EXPECT_EQ(check.outcome(at_most, both_unknown), open);
    EXPECT_EQ(check.outcome(at_least, both_unknown), yes);
}

TEST(Sum, OverAnIncompleteOrUnknownListHasNoUpperBound) {
    for (const bool is_unknown_list : {false, true}) {
        Debts world(is_unknown_list ? Completeness::Complete : Completeness::Incomplete);
        const auto at_most = world.sum_is(Comparison::AtMost, 150);
        const auto at_least = world.sum_is(Comparison::AtLeast, 100);
        const auto nothing = world.sum_is(Comparison::AtLeast, 0);
        Check check(world.agreement);
        const auto row = world.add(check, {{100, 0}});
        if (is_unknown_list) check.set_list_state(world.debts, row, cases::State::Unknown);
        EXPECT_EQ(check.outcome(at_most, row), open);
        EXPECT_EQ(check.outcome(at_least, row), is_unknown_list ? open : yes);
        EXPECT_EQ(check.outcome(nothing, row), yes);
        check.set_list_state(world.debts, row, cases::State::Absent);
        EXPECT_EQ(check.outcome(at_most, row), yes);
    }
}

TEST(Sum, OfAmountsThatMayBeNegativeHasNoBounds) {
    Debts world;
    world.agreement.model.fields.at(world.amount).may_be_negative = true;
    const auto more = world.sum_is(Comparison::MoreThan, 150);
    Check check(world.agreement);
    const auto unknown_part = world.add(check, {{200, 0}, {-1, 1}});
    const auto exact = world.add(check, {{200, 0}});
    EXPECT_EQ(check.outcome(more, unknown_part), open);
    EXPECT_EQ(check.outcome(more, exact), yes);
}

TEST(Sum, ThatDoesNotFitIsUnknownAndReported) {
    Debts world;
    const auto at_most = world.sum_is(Comparison::AtMost, 150);
    Check check(world.agreement);
    const auto row = world.add(check, {{1, 0}, {1, 0}});
    check.set(world.amount, 2, INT64_MAX);
    check.set(world.amount, 3, INT64_MAX);
    EXPECT_EQ(check.outcome(at_most, row), open);
    EXPECT_FALSE(check.evaluation.errors.empty());
}

TEST(Count, IsDecidedByTheSureAndThePossibleOnes) {
    Debts world;
    const auto two = world.has(Quantifier::AtLeast, 2);
    const auto at_most = world.has(Quantifier::AtMost, 1);
    const auto one = world.has(Quantifier::Exactly, 1);
    const auto none = world.has(Quantifier::AtMost, 0);
    Check check(world.agreement);
    const auto expect = [&](std::vector<std::pair<int, int>> items, std::vector<program::Outcome> expected) {
        const auto row = world.add(check, items);
        const std::vector got{check.outcome(two, row), check.outcome(at_most, row), check.outcome(one, row),
                              check.outcome(none, row)};
        EXPECT_EQ(got, expected);
    };
    expect({}, {no, yes, no, yes});
    expect({{0, 0}}, {no, yes, yes, no});
    expect({{0, 0}, {0, -1}}, {open, open, open, no});
    expect({{0, 0}, {0, 0}, {0, -1}}, {yes, no, no, no});
    expect({{0, 1}, {0, -1}}, {no, yes, open, open});
}

TEST(Count, OfDifferentValuesCountsAnUnknownOneAsAtMostOneMore) {
    Debts world;
    const VariableId item = world.agreement.variable(world.debt);
    const auto rule = world.requires_that(
        world.agreement.condition(model::HasCount{world.fact(world.debts),
                                                  item,
                                                  {},
                                                  Quantifier::AtLeast,
                                                  world.agreement.count(3),
                                                  false,
                                                  world.agreement.of(world.agreement.use(item), world.sort),
                                                  world.agreement.count(2)}));
    Check check(world.agreement);
    const auto same = world.add(check, {{0, 1}, {0, 1}, {0, 1}});
    const auto different = world.add(check, {{0, 1}, {0, 2}, {0, 1}});
    const auto perhaps = world.add(check, {{0, 1}, {0, -1}, {0, 1}});
    const auto few = world.add(check, {{0, 1}, {0, 2}});
    EXPECT_EQ(check.outcome(rule, same), no);
    EXPECT_EQ(check.outcome(rule, different), yes);
    EXPECT_EQ(check.outcome(rule, perhaps), open);
    EXPECT_EQ(check.outcome(rule, few), no);
}

// Pattern B1.
TEST(ForEach, IsVacuousOnlyWhenTheListIsComplete) {
    for (const Completeness completeness : {Completeness::Complete, Completeness::Incomplete}) {
        Debts world(completeness);
        const VariableId item = world.agreement.variable(world.debt);
        const ConditionId is_paid = world.agreement.compared(
            world.agreement.of(world.agreement.use(item), world.amount), Comparison::Equal, world.agreement.amount(0));
        const auto rule = world.requires_that(
            world.agreement.condition(model::ForEach{world.fact(world.debts), item, world.is_sort(item, 0), is_paid}));
        Check check(world.agreement);
        const program::Outcome at_best = completeness == Completeness::Complete ? yes : open;
        const auto row_without = world.add(check, {});
        const auto all_paid = world.add(check, {{0, 0}, {5, 1}});
        const auto one_open = world.add(check, {{0, 0}, {5, 0}});
        const auto unknown_amount = world.add(check, {{-1, 0}});
        const auto unknown_sort = world.add(check, {{5, -1}});
        EXPECT_EQ(check.outcome(rule, row_without), at_best);
        EXPECT_EQ(check.outcome(rule, all_paid), at_best);
        EXPECT_EQ(check.outcome(rule, one_open), no);
        EXPECT_EQ(check.outcome(rule, unknown_amount), open);
        EXPECT_EQ(check.outcome(rule, unknown_sort), open);
        check.set_list_state(world.debts, row_without, cases::State::Absent);
        EXPECT_EQ(check.outcome(rule, row_without), yes);
        check.set_list_state(world.debts, row_without, cases::State::Unknown);
        EXPECT_EQ(check.outcome(rule, row_without), open);
    }
}

TEST(Completeness, OnAConditionIsJudgedOnTheOwner) {
    Debts world(Completeness::Conditional);
    const FieldId overview = world.field("overzicht", Base::YesNo);
    model::Field& list = world.agreement.model.fields.at(world.debts);
    list.complete_self = world.agreement.variable(world.kind);
    const ConditionId is_complete =
        world.agreement.holds(world.agreement.of(world.agreement.use(list.complete_self), overview));
    world.agreement.model.fields.at(world.debts).complete_when = is_complete;
    const auto none = world.has(Quantifier::AtMost, 0);
    Check check(world.agreement);
    const auto row = world.add(check, {{5, 1}});
    EXPECT_EQ(check.outcome(none, row), open);
    check.set(overview, row, 0);
    EXPECT_EQ(check.outcome(none, row), open);
    check.set(overview, row, 1);
    EXPECT_EQ(check.outcome(none, row), yes);
}

TEST(Path, OverListsJoinsThemAndIsCompleteWhenEachIs) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId member = agreement.thing("lid");
    const KindId debt = agreement.thing("schuld");
    const FieldId members = agreement.list(world.kind, "leden", member);
    const FieldId debts = agreement.list(member, "schulden", debt);
    const FieldId adult = agreement.field(member, "volwassen", Base::YesNo);
    model::SubKind sub_kind;
    sub_kind.base = member;
    sub_kind.self = agreement.variable(member);
    sub_kind.filter = agreement.holds(agreement.of(agreement.use(sub_kind.self), adult));
    const model::SubKindId adults = agreement.model.sub_kinds.add(sub_kind);
    const auto two_debts = [&](ExpressionId things, Quantifier quantifier) {
        return world.requires_that(agreement.condition(model::HasCount{agreement.of_each(things, debts),
                                                                       agreement.variable(debt),
                                                                       {},
                                                                       quantifier,
                                                                       agreement.count(2),
                                                                       false,
                                                                       {},
                                                                       {}}));
    };
    const model::Type type = agreement.model.fields[members].type;
    const auto at_least = two_debts(world.fact(members), Quantifier::AtLeast);
    const auto at_most = two_debts(world.fact(members), Quantifier::AtMost);
    const auto of_adults =
        two_debts(agreement.typed(model::OnlyThose{world.fact(members), adults}, type), Quantifier::AtLeast);
    Check check(agreement);
    const auto row = check.add(world.kind);
    const auto one = check.add(member);
    const auto other = check.add(member);
    check.set_list(members, row, {one, other});
    check.set_list(debts, one, {check.add(debt), check.add(debt)});
    check.set_list(debts, other, {});
    EXPECT_EQ(check.outcome(at_least, row), yes);
    EXPECT_EQ(check.outcome(at_most, row), yes);
    EXPECT_EQ(check.outcome(of_adults, row), open);
    check.set(adult, one, 0);
    EXPECT_EQ(check.outcome(of_adults, row), no);
    check.set(adult, one, 1);
    EXPECT_EQ(check.outcome(of_adults, row), yes);
    check.set_list_state(debts, other, cases::State::Unknown);
    EXPECT_EQ(check.outcome(at_least, row), yes);
    EXPECT_EQ(check.outcome(at_most, row), open);
}

TEST(Filter, MayLookAtTheThingAround) {
    Debts world;
    const FieldId limit = world.field("grens", Base::Amount);
    const VariableId item = world.agreement.variable(world.debt);
    const ConditionId is_large = world.agreement.compared(world.agreement.of(world.agreement.use(item), world.amount),
                                                          Comparison::MoreThan, world.fact(limit));
    const auto rule = world.requires_that(world.agreement.condition(model::HasCount{
        world.fact(world.debts), item, is_large, Quantifier::AtLeast, world.agreement.count(1), false, {}, {}}));
    Check check(world.agreement);
    const auto row = world.add(check, {{100, 0}, {200, 0}});
    const auto other = world.add(check, {{100, 0}});
    check.set(limit, row, 150);
    check.set(limit, other, 150);
    EXPECT_EQ(check.outcome(rule, row), yes);
    EXPECT_EQ(check.outcome(rule, other), no);
    check.set_unknown(limit, row);
    EXPECT_EQ(check.outcome(rule, row), open);
}

TEST(Set, ContainsIsOpenUnlessTheListIsComplete) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const FieldId reasons = agreement.choice(world.kind, "redenen", 4, Base::ChoiceSet);
    agreement.model.fields.at(reasons).completeness = Completeness::Incomplete;
    model::Type one = agreement.model.fields[reasons].type;
    one.base = Base::Choice;
    const auto contains = [&](bool negated) {
        return world.requires_that(agreement.condition(
            model::ContainsAny{world.fact(reasons),
                               {agreement.typed(model::Constant{1}, one), agreement.typed(model::Constant{2}, one)},
                               negated}));
    };
    const auto has = contains(false);
    const auto has_none = contains(true);
    Check check(agreement);
    const auto row = check.add(world.kind);
    EXPECT_EQ(check.outcome(has, row), open);
    check.set(reasons, row, 0b0100);
    EXPECT_EQ(check.outcome(has, row), yes);
    EXPECT_EQ(check.outcome(has_none, row), no);
    check.set(reasons, row, 0b1001);
    EXPECT_EQ(check.outcome(has, row), open);
    check.set_absent(reasons, row);
    EXPECT_EQ(check.outcome(has, row), no);
    EXPECT_EQ(check.outcome(has_none, row), yes);
}

}  // namespace toets::test
