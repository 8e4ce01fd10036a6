// The trace: what a register held, and the proofs that say which register belongs to which sentence.
#include <gtest/gtest.h>

#include "one_thing.h"

namespace toets::test {

using evaluation::Truth;
using model::Comparison;

TEST(Proof, HasTheOperandsInTheOrderOfTheSentenceWithTheirFacts) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId client = agreement.thing("cliënt");
    const FieldId of_client = agreement.reference(world.kind, "cliënt", client);
    const FieldId income = agreement.field(client, "inkomen", Base::Amount);
    const ExpressionId left = agreement.of(world.fact(of_client), income);
    const auto rule = world.requires_that(agreement.compared(left, Comparison::AtLeast, agreement.amount(500)));
    Check check(agreement);
    check.add(world.kind);
    const auto row = check.add(world.kind);
    const auto person = check.add(client);
    check.set(of_client, row, std::int64_t{person});
    check.set(income, person, 499);
    check.run(true);
    const program::RuleVersionProof& version = check.program.rules[rule.index()].versions[0];
    const program::Proof& proof = check.program.proofs[version.requirement];
    const evaluation::Trace& trace = *check.evaluation.trace;
    ASSERT_EQ(proof.operands.size(), 2U);
    EXPECT_EQ(proof.operands[0].expression, left);
    EXPECT_EQ(trace.value(proof.operands[0].low, row).value, 499);
    EXPECT_EQ(trace.value(proof.operands[1].low, row).value, 500);
    EXPECT_EQ(trace.truth(proof.truth, row), Truth::False);
    const auto& facts = proof.operands[0].facts;
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].field, of_client);
    EXPECT_EQ(trace.value(facts[0].value, row).value, person);
    EXPECT_EQ(facts[1].field, income);
    EXPECT_EQ(trace.value(facts[1].thing, row).value, person);
    EXPECT_EQ(trace.value(facts[0].value, row - 1).state, cases::State::Unknown);
    EXPECT_EQ(trace.value(proof.truth, 99).state, cases::State::Unknown);
}

TEST(Proof, OfASumShowsItsBoundsItemsAndCompleteness) {
    OneThing world;
    Agreement& agreement = world.agreement;
    const KindId debt = agreement.thing("schuld");
    const FieldId debts = agreement.list(world.kind, "schulden", debt, model::Completeness::Incomplete);
    const FieldId amount = agreement.field(debt, "bedrag", Base::Amount);
    const FieldId counts = agreement.field(debt, "telt", Base::YesNo);
    const VariableId item = agreement.variable(debt);
    const ExpressionId sum =
        agreement.expression(model::SumOf{world.fact(debts), item, agreement.of(agreement.use(item), amount),
                                          agreement.holds(agreement.of(agreement.use(item), counts))},
                             Base::Amount);
    const auto rule = world.requires_that(agreement.compared(sum, Comparison::AtMost, agreement.amount(500)));
    Check check(agreement);
    const auto row = check.add(world.kind);
    const auto one = check.add(debt);
    const auto other = check.add(debt);
    check.set(amount, one, 100);
    check.set(counts, one, 1);
    check.set(amount, other, 100);
    check.set_list(debts, row, {other, one});
    check.run(true);
    const program::RuleVersionProof& version = check.program.rules[rule.index()].versions[0];
    const program::Proof& proof = check.program.proofs[version.requirement];
    const evaluation::Trace& trace = *check.evaluation.trace;
    EXPECT_EQ(trace.value(proof.operands[0].low, row).value, 100);
    EXPECT_EQ(trace.value(proof.operands[0].high, row).state, cases::State::Unknown);
    EXPECT_EQ(trace.truth(proof.complete, row), Truth::False);
    const auto items = trace.items(proof.items, row);
    ASSERT_EQ(items.last - items.first, 2U);
    EXPECT_EQ(trace.thing(proof.items, items.first), other);
    EXPECT_EQ(trace.thing(proof.items, items.first + 1), one);
    const program::Proof& filter = check.program.proofs[proof.filter];
    EXPECT_EQ(filter.frame, proof.items);
    EXPECT_EQ(trace.truth(filter.truth, items.first), Truth::Unknown);
    EXPECT_EQ(trace.truth(filter.truth, items.first + 1), Truth::True);
    ASSERT_EQ(proof.operands[0].facts.size(), 2U);
    EXPECT_EQ(trace.list_state(proof.operands[0].facts[0].value, row), cases::State::Known);
    EXPECT_EQ(trace.value(proof.operands[0].facts[1].value, items.first).value, 100);
}

TEST(Proof, EveryLegAndEveryExceptionStands) {
    OneThing world;
    const FieldId one = world.field("een", Base::YesNo);
    const FieldId other = world.field("ander", Base::YesNo);
    const auto holds = [&](FieldId field) { return world.agreement.holds(world.fact(field)); };
    model::RuleVersion version;
    version.subject = world.subject;
    version.requirement = world.agreement.all({holds(one), holds(other)});
    version.exceptions = {{holds(one), {{holds(other), {}, {}}}, {}}};
    const auto rule = world.agreement.rule(model::RuleKind::Precondition, {version});
    Check check(world.agreement);
    const auto row = check.add(world.kind);
    check.set(one, row, 1);
    check.set(other, row, 0);
    check.run(true);
    const program::RuleVersionProof& made = check.program.rules[rule.index()].versions[0];
    const program::Proof& proof = check.program.proofs[made.requirement];
    const evaluation::Trace& trace = *check.evaluation.trace;
    ASSERT_EQ(proof.legs.size(), 2U);
    EXPECT_EQ(trace.truth(proof.legs[0].holds, row), Truth::True);
    EXPECT_EQ(trace.truth(proof.legs[1].holds, row), Truth::False);
    EXPECT_EQ(trace.truth(made.exceptions[0].holds, row), Truth::True);
    EXPECT_EQ(trace.truth(made.exceptions[0].exceptions[0].holds, row), Truth::False);
    EXPECT_EQ(check.evaluation.outcomes[rule.index()][row], program::Outcome::Exempt);
    EXPECT_EQ(trace.value(made.outcome, row).value, static_cast<std::int64_t>(program::Outcome::Exempt));
}

TEST(Trace, ACaseloadWithoutCasesIsNoTrouble) {
    OneThing world;
    const FieldId one = world.field("een", Base::YesNo);
    const auto rule = world.requires_that(world.agreement.holds(world.fact(one)));
    Check check(world.agreement);
    check.run(true);
    EXPECT_TRUE(check.evaluation.verdicts.empty());
    const program::RuleProgram& made = check.program.rules[rule.index()];
    EXPECT_EQ(check.evaluation.trace->value(made.outcome, 2).state, cases::State::Unknown);
}

}  // namespace toets::test
