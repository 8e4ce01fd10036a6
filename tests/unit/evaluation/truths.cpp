// Kleene's tables, list heads, exceptions and the outcomes of preconditions.
#include <gtest/gtest.h>

#include <ostream>

#include "agreement.h"
#include "evaluation/outcome.h"

namespace toets::test {

using evaluation::is_false;
using evaluation::is_true;
using evaluation::is_unknown;
using program::Outcome;
using program::Verdict;

namespace {

// A thing with so many yes/no facts, given as 0 no, 1 unknown, 2 yes.
struct YesNoWorld {
    explicit YesNoWorld(int count) {
        kind = agreement.thing("zaak");
        subject = agreement.variable(kind);
        for (int index = 0; index < count; ++index) {
            facts.push_back(agreement.field(kind, "feit " + std::to_string(index), Base::YesNo));
        }
    }
    ConditionId fact(std::size_t index) { return agreement.holds(agreement.of(agreement.use(subject), facts[index])); }
    void fill(Check& check, std::uint32_t row, const std::vector<int>& truths) const {
        for (std::size_t index = 0; index < truths.size(); ++index) {
            if (truths[index] != 1) check.set(facts[index], row, truths[index] / 2);
        }
    }

    Agreement agreement;
    KindId kind;
    VariableId subject;
    std::vector<FieldId> facts;
};

Outcome as_outcome(int truth) {
    return truth == 2 ? Outcome::Satisfied : truth == 0 ? Outcome::Missing : Outcome::Unknown;
}

int count_of(const std::vector<int>& truths, int least) {
    return static_cast<int>(std::count_if(truths.begin(), truths.end(), [&](int truth) { return truth >= least; }));
}

}  // namespace

TEST(ListHead, CountsInThreeValuesForEveryCombination) {
    YesNoWorld world(3);
    const auto facts = [&] { return std::vector{world.fact(0), world.fact(1), world.fact(2)}; };
    Agreement& agreement = world.agreement;
    const auto all = agreement.precondition(world.subject, agreement.all(facts()));
    const auto any = agreement.precondition(world.subject, agreement.any(facts()));
    const auto none = agreement.precondition(world.subject, agreement.none(facts()));
    const auto two = agreement.precondition(world.subject, agreement.counted(model::Quantifier::AtLeast, 2, facts()));
    const auto most = agreement.precondition(world.subject, agreement.counted(model::Quantifier::AtMost, 1, facts()));
    const auto one = agreement.precondition(world.subject, agreement.counted(model::Quantifier::Exactly, 1, facts()));
    Check check(agreement);
    for (int combination = 0; combination < 27; ++combination) {
        const std::vector truths{combination % 3, combination / 3 % 3, combination / 9};
        const std::uint32_t row = check.add(world.kind);
        world.fill(check, row, truths);
        const int sure = count_of(truths, 2);
        const int maybe = count_of(truths, 1);
        const auto expect = [&](model::RuleId rule, bool is_yes, bool is_no) {
            EXPECT_EQ(check.outcome(rule, row), as_outcome(is_yes ? 2 : is_no ? 0 : 1)) << combination;
        };
        expect(all, sure == 3, maybe < 3);
        expect(any, sure >= 1, maybe == 0);
        expect(none, maybe == 0, sure >= 1);
        expect(two, sure >= 2, maybe < 2);
        expect(most, maybe <= 1, sure > 1);
        expect(one, sure == 1 && maybe == 1, sure > 1 || maybe == 0);
    }
}

TEST(YesNo, AbsentIsNoAndItsDenialYes) {
    YesNoWorld world(1);
    const auto plain = world.agreement.precondition(world.subject, world.fact(0));
    const ExpressionId fact = world.agreement.of(world.agreement.use(world.subject), world.facts[0]);
    const auto denied =
        world.agreement.precondition(world.subject, world.agreement.condition(model::YesNoHolds{fact, true}));
    const auto present =
        world.agreement.precondition(world.subject, world.agreement.condition(model::Present{fact, false}));
    Check check(world.agreement);
    const std::uint32_t row = check.add(world.kind);
    EXPECT_EQ(check.outcome(present, row), Outcome::Unknown);
    check.set_absent(world.facts[0], row);
    EXPECT_EQ(check.outcome(plain, row), Outcome::Missing);
    EXPECT_EQ(check.outcome(denied, row), Outcome::Satisfied);
    EXPECT_EQ(check.outcome(present, row), Outcome::Missing);
    check.set(world.facts[0], row, 0);
    EXPECT_EQ(check.outcome(present, row), Outcome::Satisfied);
}

// Pattern I5: each tenzij belongs to the line above it.
TEST(Exceptions, ThreeDeepInAllCombinations) {
    YesNoWorld world(4);
    model::RuleVersion version;
    version.subject = world.subject;
    version.requirement = world.fact(0);
    const model::Exception third{world.fact(3), {}, {}};
    const model::Exception second{world.fact(2), {third}, {}};
    version.exceptions = {{world.fact(1), {second}, {}}};
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {version});
    Check check(world.agreement);
    for (int combination = 0; combination < 27; ++combination) {
        const int one = combination % 3;
        const int two = combination / 3 % 3;
        const int three = combination / 9;
        const int excepted = std::min(one, 2 - std::min(two, 2 - three));
        const std::uint32_t row = check.add(world.kind);
        world.fill(check, row, {0, one, two, three});
        const Outcome expected = excepted == 2 ? Outcome::Exempt : excepted == 0 ? Outcome::Missing : Outcome::Unknown;
        EXPECT_EQ(check.outcome(rule, row), expected) << combination;
    }
}

TEST(Exceptions, ALegWithItsOwnExceptionHoldsWhenThatDoes) {
    YesNoWorld world(2);
    model::Legs legs{model::Quantifier::All, 0, {{world.fact(0), {}, {{world.fact(1), {}, {}}}, {}}}};
    const auto rule = world.agreement.precondition(world.subject, world.agreement.condition(legs));
    Check check(world.agreement);
    for (int combination = 0; combination < 9; ++combination) {
        const std::uint32_t row = check.add(world.kind);
        world.fill(check, row, {combination % 3, combination / 3});
        EXPECT_EQ(check.outcome(rule, row), as_outcome(std::max(combination % 3, combination / 3)));
    }
}

TEST(Outcome, OfAPreconditionForEveryCombination) {
    using evaluation::precondition_outcome;
    for (const evaluation::Byte rest : {is_false, is_unknown, is_true}) {
        EXPECT_EQ(precondition_outcome(is_false, rest, rest, rest, rest), Outcome::NotApplicable);
        EXPECT_EQ(precondition_outcome(is_unknown, rest, rest, rest, rest), Outcome::Unknown);
        EXPECT_EQ(precondition_outcome(is_true, is_true, rest, rest, rest), Outcome::Satisfied);
        EXPECT_EQ(precondition_outcome(is_true, is_false, is_true, rest, rest), Outcome::Exempt);
        EXPECT_EQ(precondition_outcome(is_true, is_unknown, is_true, rest, rest), Outcome::Exempt);
        EXPECT_EQ(precondition_outcome(is_true, is_false, is_false, is_true, rest), Outcome::Pending);
        EXPECT_EQ(precondition_outcome(is_true, is_unknown, is_false, is_true, rest), Outcome::Pending);
        EXPECT_EQ(precondition_outcome(is_true, is_false, is_unknown, is_false, rest), Outcome::Unknown);
        EXPECT_EQ(precondition_outcome(is_true, is_unknown, is_false, is_false, rest), Outcome::Unknown);
        EXPECT_EQ(precondition_outcome(is_true, is_false, is_false, is_unknown, rest), Outcome::Unknown);
    }
    EXPECT_EQ(precondition_outcome(is_true, is_false, is_false, is_false, is_true), Outcome::Violated);
    EXPECT_EQ(precondition_outcome(is_true, is_false, is_false, is_false, is_unknown), Outcome::Missing);
    EXPECT_EQ(precondition_outcome(is_true, is_false, is_false, is_false, is_false), Outcome::Missing);
}

TEST(Outcome, AlleenAlsUnknownIsNeverNotApplicable) {
    YesNoWorld world(2);
    model::RuleVersion version;
    version.subject = world.subject;
    version.only_if = world.fact(0);
    version.requirement = world.fact(1);
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {version});
    Check check(world.agreement);
    const Outcome expected[3][3] = {{Outcome::NotApplicable, Outcome::NotApplicable, Outcome::NotApplicable},
                                    {Outcome::Unknown, Outcome::Unknown, Outcome::Unknown},
                                    {Outcome::Missing, Outcome::Unknown, Outcome::Satisfied}};
    for (int combination = 0; combination < 9; ++combination) {
        const std::uint32_t row = check.add(world.kind);
        world.fill(check, row, {combination / 3, combination % 3});
        EXPECT_EQ(check.outcome(rule, row), expected[combination / 3][combination % 3]) << combination;
    }
}

TEST(Verdict, TheGravestBlockingRuleDecides) {
    YesNoWorld world(2);
    world.agreement.precondition(world.subject, world.fact(0));
    model::RuleVersion version;
    version.subject = world.subject;
    version.requirement = world.fact(1);
    world.agreement.rule(model::RuleKind::TargetNorm, {version});
    Check check(world.agreement);
    const auto verdict = [&](const std::vector<std::vector<int>>& things) {
        check.add_case();
        for (const std::vector<int>& truths : things) world.fill(check, check.add(world.kind), truths);
        return check.run().verdicts.back();
    };
    EXPECT_EQ(verdict({{2, 0}, {2, 1}}), Verdict::Allowed);
    EXPECT_EQ(verdict({{2, 2}, {1, 2}}), Verdict::CannotBeSaid);
    EXPECT_EQ(verdict({{1, 2}, {0, 2}, {2, 2}}), Verdict::NotAllowed);
}

// Charter section 4: if every value of the unknown fact gives the same outcome, that is the outcome.
TEST(Unknown, WhereEveryValueGivesTheSameAnswerThatIsTheAnswer) {
    Agreement agreement;
    const KindId kind = agreement.thing("cliënt");
    const VariableId subject = agreement.variable(kind);
    const FieldId path = agreement.choice(kind, "traject", 3);
    const FieldId ready = agreement.field(kind, "gereed", Base::YesNo);
    const auto path_of = [&] { return agreement.of(agreement.use(subject), path); };
    const auto tautology =
        agreement.precondition(subject, agreement.any({agreement.is(path_of(), {0}), agreement.is(path_of(), {1, 2})}));
    const auto contradiction =
        agreement.precondition(subject, agreement.all({agreement.is(path_of(), {0}), agreement.is(path_of(), {1})}));
    const auto undecided =
        agreement.precondition(subject, agreement.any({agreement.is(path_of(), {0}), agreement.is(path_of(), {1})}));
    const ConditionId is_ready = agreement.holds(agreement.of(agreement.use(subject), ready));
    const ConditionId is_not_ready =
        agreement.condition(model::YesNoHolds{agreement.of(agreement.use(subject), ready), true});
    const auto both_facts = agreement.precondition(
        subject, agreement.any({agreement.all({is_ready, agreement.is(path_of(), {0})}),
                                agreement.all({is_ready, agreement.is(path_of(), {1, 2})}), is_not_ready}));
    Check check(agreement);
    const std::uint32_t row = check.add(kind);
    EXPECT_EQ(check.outcome(tautology, row), Outcome::Satisfied);
    EXPECT_EQ(check.outcome(contradiction, row), Outcome::Missing);
    EXPECT_EQ(check.outcome(undecided, row), Outcome::Unknown);
    EXPECT_EQ(check.outcome(both_facts, row), Outcome::Satisfied);
    check.set(ready, row, 1);
    EXPECT_EQ(check.outcome(both_facts, row), Outcome::Satisfied);
    check.set_absent(path, row);
    EXPECT_EQ(check.outcome(tautology, row), Outcome::Missing);
}

}  // namespace toets::test
