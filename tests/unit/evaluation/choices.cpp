// What is chosen by date or by case: parameter rows, versions of rules and definitions, decision tables.
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using model::Comparison;
using model::HitRule;
using program::Outcome;
using What = evaluation::CalculationError::What;

namespace {

struct Dated : OneThing {
    FieldId start = field("aanmelding", Base::Date);
    FieldId debt = field("schuld", Base::Amount);
    model::ParameterId limit(std::vector<std::pair<const char*, std::int64_t>> rows) {
        model::Parameter parameter;
        parameter.type.base = Base::Amount;
        for (const auto& [from, value] : rows) parameter.rows.push_back({day(from), value, "", false, {}});
        return agreement.model.parameters.add(parameter);
    }
    model::RuleVersion at_most(model::ParameterId limit, bool has_version_date = true) {
        model::RuleVersion version;
        version.subject = subject;
        version.requirement = agreement.compared(fact(debt), Comparison::AtMost,
                                                 agreement.expression(model::ParameterValue{limit}, Base::Amount));
        if (has_version_date) version.version_date = fact(start);
        return version;
    }
};

// A table of the given rows: they fit when the choice is one of the first, and give the second.
struct Table : OneThing {
    FieldId reason = agreement.choice(kind, "reden", 4);
    FieldId debt = field("schuld", Base::Amount);
    model::RuleId rule(HitRule hit_rule, const std::vector<std::pair<std::vector<int>, std::int64_t>>& rows) {
        model::DecisionTable table;
        table.of = kind;
        table.self = agreement.variable(kind);
        table.hit_rule = hit_rule;
        table.result_types = {agreement.model.fields[debt].type};
        for (const auto& [reasons, result] : rows) {
            model::TableRow row;
            const ExpressionId input = agreement.of(agreement.use(table.self), reason);
            row.cells = {reasons.empty() ? agreement.condition(model::Always{}) : agreement.is(input, reasons)};
            row.results = {agreement.amount(result)};
            table.rows.push_back(row);
        }
        const model::TableId id = agreement.model.tables.add(table);
        const ExpressionId value = agreement.expression(model::TableValue{id, 0, agreement.use(subject)}, Base::Amount);
        return requires_that(agreement.compared(fact(debt), Comparison::AtMost, value));
    }
};

}  // namespace

// Pattern F1: a missing year is unknown, never the year before.
TEST(Parameter, IsTheRowOfTheDateThatChoosesTheVersion) {
    Dated world;
    const auto limit = world.limit({{"2026-01-01", 100}, {"2026-07-01", 200}});
    world.agreement.model.parameters.at(limit).last = day("2026-12-31");
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {world.at_most(limit)});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 150);
    EXPECT_EQ(check.outcome(rule, row), open);
    const auto outcome = [&](const char* date) {
        check.set(world.start, row, day(date));
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome("2025-12-31"), open);
    EXPECT_EQ(outcome("2026-01-01"), no);
    EXPECT_EQ(outcome("2026-06-30"), no);
    EXPECT_EQ(outcome("2026-07-01"), yes);
    EXPECT_EQ(outcome("2026-12-31"), yes);
    EXPECT_EQ(outcome("2027-01-01"), open);
}

TEST(Parameter, WithOneRowNeedsNoVersionDate) {
    Dated world;
    const auto rule =
        world.agreement.rule(model::RuleKind::Precondition, {world.at_most(world.limit({{"2026-01-01", 100}}), false)});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 100);
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.reference_date = day("2025-12-31");
    EXPECT_EQ(check.outcome(rule, row), open);
    check.reference_date = day("2026-01-01");
    EXPECT_EQ(check.outcome(rule, row), yes);
}

TEST(Versions, TheOneInForceOnItsDateDecides) {
    Dated world;
    model::RuleVersion one = world.at_most(world.limit({{"2020-01-01", 100}}));
    model::RuleVersion other = world.at_most(world.limit({{"2020-01-01", 200}}));
    one.validity = {day("2026-01-01"), day("2026-06-30")};
    other.validity = {day("2026-07-01"), std::nullopt};
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {one, other});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.reference_date = day("2026-12-01");
    const auto outcome = [&](std::int64_t cents) {
        check.set(world.debt, row, cents);
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome(150), open);
    EXPECT_EQ(outcome(100), yes);  // whichever version it is
    EXPECT_EQ(outcome(201), no);
    check.set_absent(world.start, row);
    EXPECT_EQ(outcome(150), open);
    check.set(world.start, row, day("2026-06-30"));
    EXPECT_EQ(outcome(150), no);
    check.set(world.start, row, day("2026-07-01"));
    EXPECT_EQ(outcome(150), yes);
    check.set(world.start, row, day("2025-12-31"));
    EXPECT_EQ(outcome(150), Outcome::NotApplicable);
    check.run(true);
    const program::RuleProgram& made = check.program.rules[rule.index()];
    EXPECT_NE(check.evaluation.trace->value(made.version, row).state, cases::State::Known);
    check.set(world.start, row, day("2026-07-01"));
    check.run(true);
    EXPECT_EQ(check.evaluation.trace->value(made.version, row).value, 1);
}

TEST(Versions, ASingleOneIsJudgedByTheReferenceDateWhenItsDateIsUnknown) {
    Dated world;
    model::RuleVersion version = world.at_most(world.limit({{"2020-01-01", 100}}));
    version.validity = {day("2026-01-01"), day("2026-12-31")};
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {version});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 100);
    EXPECT_EQ(check.outcome(rule, row), open);
    check.reference_date = day("2026-12-31");
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.reference_date = day("2027-01-01");
    EXPECT_EQ(check.outcome(rule, row), Outcome::NotApplicable);
    check.set(world.start, row, day("2026-12-31"));
    EXPECT_EQ(check.outcome(rule, row), yes);
}

TEST(DecisionTable, ExactlyOneRowOrTheSameResultFromEachThatCouldFit) {
    Table world;
    const auto rule = world.rule(HitRule::ExactlyOne, {{{0}, 100}, {{1}, 200}, {{2}, 100}, {{2}, 100}});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 150);
    EXPECT_EQ(check.outcome(rule, row), open);
    EXPECT_TRUE(check.evaluation.errors.empty());
    const auto outcome = [&](int reason) {
        check.set(world.reason, row, reason);
        return check.outcome(rule, row);
    };
    EXPECT_EQ(outcome(0), no);
    EXPECT_EQ(outcome(1), yes);
    EXPECT_EQ(outcome(2), open);
    ASSERT_EQ(check.evaluation.errors.size(), 1U);
    EXPECT_EQ(check.evaluation.errors[0].what, What::MoreThanOneRow);
    EXPECT_EQ(outcome(3), open);
    ASSERT_EQ(check.evaluation.errors.size(), 1U);
    EXPECT_EQ(check.evaluation.errors[0].what, What::NoRow);
}

TEST(DecisionTable, TwoRowsThatSurelyFitAndDifferContradictEachOther) {
    Table world;
    const auto rule = world.rule(HitRule::ExactlyOne, {{{0, 1}, 100}, {{1, 2}, 200}});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 150);
    check.set(world.reason, row, 1);
    EXPECT_EQ(check.outcome(rule, row), Outcome::Conflicting);
    ASSERT_EQ(check.evaluation.errors.size(), 1U);
    EXPECT_EQ(check.evaluation.errors[0].what, What::MoreThanOneRow);
    EXPECT_EQ(check.evaluation.verdicts.at(0), program::Verdict::NotAllowed);
    check.set(world.reason, row, 0);
    EXPECT_EQ(check.outcome(rule, row), no);
    EXPECT_TRUE(check.evaluation.errors.empty());
}

TEST(DecisionTable, AContradictionDoesNotHideThatAFactIsMissing) {
    Table world;
    const auto rule = world.rule(HitRule::ExactlyOne, {{{0, 1}, 100}, {{1, 2}, 200}});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.reason, row, 1);
    EXPECT_EQ(check.outcome(rule, row), open);
}

TEST(DecisionTable, UnknownInputThatMakesNoDifference) {
    Table world;
    const auto rule = world.rule(HitRule::ExactlyOne, {{{0, 1}, 200}, {{2, 3}, 200}});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.debt, row, 150);
    EXPECT_EQ(check.outcome(rule, row), yes);
}

TEST(DecisionTable, OtherHitRules) {
    Table world;
    const std::vector<std::pair<std::vector<int>, std::int64_t>> rows{{{0, 1}, 100}, {{1, 2}, 300}, {{}, 200}};
    const HitRule rules[] = {HitRule::First, HitRule::Last, HitRule::Highest, HitRule::Lowest, HitRule::Sum};
    // The result for each reason.
    const std::int64_t expected[5][4] = {
        {100, 100, 300, 200}, {200, 200, 200, 200}, {200, 300, 300, 200}, {100, 100, 200, 200}, {300, 600, 500, 200}};
    for (std::size_t kind = 0; kind < 5; ++kind) {
        Table each;
        const auto rule = each.rule(rules[kind], rows);
        Check check(each.agreement);
        const auto row = check.add(each.kind);
        for (int reason = 0; reason < 4; ++reason) {
            check.set(each.reason, row, reason);
            const std::int64_t result = expected[kind][reason];
            check.set(each.debt, row, result);
            EXPECT_EQ(check.outcome(rule, row), yes) << kind << " " << reason;
            check.set(each.debt, row, result + 1);
            EXPECT_EQ(check.outcome(rule, row), no) << kind << " " << reason;
        }
        check.set_unknown(each.reason, row);
        const auto [least, most] = std::minmax_element(expected[kind], expected[kind] + 4);
        check.set(each.debt, row, *least);
        EXPECT_EQ(check.outcome(rule, row), yes) << kind;  // whatever the reason is
        check.set(each.debt, row, *most);
        EXPECT_EQ(check.outcome(rule, row), *least == *most ? yes : open) << kind;
    }
}

TEST(DecisionTable, ALaterRowReplacesAnEarlierOneFromItsDate) {
    Table world;
    const auto rule = world.rule(HitRule::ExactlyOne, {{{0, 1, 2, 3}, 100}, {{0, 1, 2, 3}, 200}});
    auto& rows = world.agreement.model.tables.at(model::TableId{0}).rows;
    rows[0].from = day("2026-01-01");
    rows[1].from = day("2026-07-01");
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(world.reason, row, 0);
    check.set(world.debt, row, 150);
    check.reference_date = day("2026-06-30");
    EXPECT_EQ(check.outcome(rule, row), no);
    check.reference_date = day("2026-07-01");
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.reference_date = day("2025-12-31");
    EXPECT_EQ(check.outcome(rule, row), open);
}

TEST(Definition, OfAValueAndAPropertyIsWorkedOutForItsThing) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId client = agreement.thing("cliënt");
    const FieldId of_client = agreement.reference(world.kind, "cliënt", client);
    const FieldId income = agreement.field(client, "inkomen", Base::Amount);
    model::Definition value;
    value.of = client;
    value.self = agreement.variable(client);
    value.type.base = Base::Amount;
    const ExpressionId own = agreement.of(agreement.use(value.self), income);
    value.versions = {
        {{}, agreement.expression(model::Arithmetic{model::ArithmeticOperator::Add, own, own}, Base::Amount), {}, {}}};
    const auto twice = agreement.model.definitions.add(value);
    model::Definition property;
    property.of = client;
    property.is_property = true;
    property.self = agreement.variable(client);
    const ExpressionId derived =
        agreement.expression(model::DerivedValue{twice, agreement.use(property.self)}, Base::Amount);
    property.versions = {{{}, {}, agreement.compared(derived, Comparison::AtLeast, agreement.amount(200)), {}}};
    const auto enough = agreement.model.definitions.add(property);
    const auto rule =
        world.requires_that(agreement.condition(model::PropertyHolds{enough, world.fact(of_client), false}));
    Check check(agreement);
    const auto row = check.add(world.kind);
    const auto person = check.add(client);
    EXPECT_EQ(check.outcome(rule, row), open);
    check.set(of_client, row, std::int64_t{person});
    check.set(income, person, 99);
    EXPECT_EQ(check.outcome(rule, row), no);
    check.set(income, person, 100);
    EXPECT_EQ(check.outcome(rule, row), yes);
    check.set_absent(of_client, row);
    EXPECT_EQ(check.outcome(rule, row), no);
}

}  // namespace toets::test
