// When a stretch of days that is not covered is missing, and when it is violated (docs/decisions/0021).
#include "registered.h"

namespace toets::test {

// What only lies ahead is missing, whenever the act is; what lies behind is violated.
TEST(Gap, IsViolatedOnceItCannotBeFilled) {
    for (const Duration tolerated : tolerances) {
        Registered world;
        const FieldId act = world.field("overdracht", Base::Date);
        const FieldId other = world.field("getekend", Base::YesNo);
        const auto rule_of = [&](ConditionId requirement) {
            model::RuleVersion version;
            version.subject = world.subject;
            version.act = world.fact(act);
            version.requirement = requirement;
            return world.agreement.rule(model::RuleKind::Precondition, {version});
        };
        const auto alone = rule_of(world.covers(tolerated));
        const auto both =
            rule_of(world.agreement.all({world.covers(tolerated), world.agreement.holds(world.fact(other))}));
        const auto either =
            rule_of(world.agreement.any({world.covers(tolerated), world.agreement.holds(world.fact(other))}));
        const auto neither =
            rule_of(world.agreement.none({world.covers(tolerated), world.agreement.holds(world.fact(other))}));
        Check check(world.agreement);
        Random random(47);
        struct Case {
            Facts facts;
            int now, act;
            bool other;
            std::uint32_t row;
        };
        std::vector<Case> cases;
        for (int count = 0; count < 1500; ++count) {
            Case one{random_facts(random), below(random, last_offset), below(random, last_offset),
                     below(random, 2) == 0, 0};
            check.add_case(to_iso(Date{start.days + one.now}).c_str());
            one.row = add(check, world, one.facts);
            check.set(act, one.row, Date{start.days + one.act});
            check.set(other, one.row, one.other ? 1 : 0);
            cases.push_back(std::move(one));
        }
        check.run();
        for (const Case& one : cases) {
            const bool covers = is_covered(one.facts, tolerated, 10 * last_offset);
            const bool until_now = is_covered(one.facts, tolerated, one.now);
            const bool is_past = one.act < one.now;
            const auto expected = [&](bool holds, bool holds_until_now, bool is_lost) {
                if (holds) return Outcome::Satisfied;
                return is_lost || (is_past && !holds_until_now) ? Outcome::Violated : Outcome::Missing;
            };
            const auto outcome = [&](model::RuleId rule) { return check.evaluation.outcomes[rule.index()][one.row]; };
            ASSERT_EQ(outcome(alone), expected(covers, until_now, !until_now));
            ASSERT_EQ(outcome(both), expected(covers && one.other, until_now && one.other, !until_now));
            ASSERT_EQ(outcome(either), expected(covers || one.other, until_now || one.other, false));
            ASSERT_EQ(outcome(neither), expected(!covers && !one.other, !until_now && !one.other, false));
        }
    }
}

TEST(Gap, InADefinitionAndInEachThingCountsAsWell) {
    Registered world;
    Agreement& agreement = world.agreement;
    const KindId debt = agreement.thing("schuld");
    const FieldId debts = agreement.list(world.kind, "schulden", debt);
    const FieldId plan = agreement.reference(debt, "regeling", world.period);
    const FieldId paid = agreement.field(debt, "betaald", Base::YesNo);
    const VariableId item = agreement.variable(debt);
    const auto plan_runs = [&](VariableId of) {
        return agreement.condition(model::RunsFromTo{
            agreement.of(agreement.use(of), plan), agreement.date("2026-01-01"), agreement.date("2026-06-30"), {}});
    };
    const VariableId self = agreement.variable(debt);
    const auto definition =
        agreement.model.definitions.add({{}, debt, self, {}, true, {{{}, {}, plan_runs(self), {}}}, {}});
    const auto each = [&](ConditionId body) {
        return world.requires_that(agreement.condition(model::ForEach{world.fact(debts), item, {}, body}));
    };
    const auto strict = each(agreement.condition(model::PropertyHolds{definition, agreement.use(item), false}));
    const auto lenient =
        each(agreement.any({plan_runs(item), agreement.holds(agreement.of(agreement.use(item), paid))}));
    Check check(agreement);
    check.add_case("2026-03-01");
    const auto row = check.add(world.kind);
    const auto owed = check.add(debt);
    const auto runs = check.add(world.period);
    check.set_list(debts, row, {owed});
    check.set(plan, owed, std::int64_t{runs});
    check.set(paid, owed, 0);
    check.set(world.first, runs, day("2026-01-01"));
    check.set(world.last, runs, day("2026-05-31"));
    EXPECT_EQ(check.outcome(strict, row), Outcome::Missing);
    EXPECT_EQ(check.outcome(lenient, row), Outcome::Missing);
    check.set(world.last, runs, day("2026-02-28"));  // the gap begins today
    EXPECT_EQ(check.outcome(strict, row), Outcome::Violated);
    EXPECT_EQ(check.outcome(lenient, row), Outcome::Missing);
    check.set(world.last, runs, day("2026-03-01"));
    EXPECT_EQ(check.outcome(strict, row), Outcome::Missing);
    check.set_unknown(world.first, runs);
    EXPECT_EQ(check.outcome(strict, row), Outcome::Missing);
    check.set_absent(plan, owed);
    EXPECT_EQ(check.outcome(strict, row), Outcome::Violated);
}

// The stretch itself may still move: with the act, or with the day on which the question is asked.
TEST(Gap, InAStretchThatMayMoveCanStillBeFilled) {
    Registered world;
    Agreement& agreement = world.agreement;
    const FieldId act = world.field("overdracht", Base::Date);
    const auto covers_from = [&](ExpressionId from) {
        model::RuleVersion version;
        version.subject = world.subject;
        version.act = world.fact(act);
        version.requirement =
            agreement.condition(model::RunsFromTo{world.counted(), from, agreement.date("2026-04-30"), {}});
        return agreement.rule(model::RuleKind::Precondition, {version});
    };
    const auto before_act = covers_from(agreement.shifted(agreement.months(3), world.fact(act), true));
    const auto before_today = covers_from(
        agreement.shifted(agreement.months(1), agreement.expression(model::ReferenceDate{}, Base::Date), true));
    const auto fixed = covers_from(agreement.date("2026-01-01"));
    Check check(agreement);
    check.add_case("2026-03-01");
    const auto row = add(check, world, {});
    check.set(act, row, day("2026-03-20"));
    EXPECT_EQ(check.outcome(before_act, row), Outcome::Missing);
    EXPECT_EQ(check.outcome(before_today, row), Outcome::Missing);
    EXPECT_EQ(check.outcome(fixed, row), Outcome::Violated);
    check.set(act, row, day("2026-02-28"));
    EXPECT_EQ(check.outcome(before_act, row), Outcome::Violated);
    EXPECT_EQ(check.outcome(before_today, row), Outcome::Violated);
}

}  // namespace toets::test
