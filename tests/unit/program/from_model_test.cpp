// The compiler's own promises: a program grows with the agreement, has limits, and can be read.
#include <gtest/gtest.h>

#include "base/date.h"
#include "program/from_model.h"
#include "program/instruction.h"

namespace toets {
namespace {

// A client whose income is asked for by a chain of definitions, each twice the one before.
struct Chain {
    explicit Chain(int length) {
        kind = model.kinds.add({});
        model.kinds.at(kind).name.text = "cliënt";
        model::Field field;
        field.kind = kind;
        field.name.text = "inkomen";
        field.type.base = model::Base::Amount;
        income = model.fields.add(field);
        for (int at = 0; at < length; ++at) add_definition();
        const model::VariableId subject = model.variables.add({"cliënt", kind, {}});
        model::RuleVersion version;
        version.subject = subject;
        version.requirement = model.conditions.add(
            {model::Compared{last(subject), model::Comparison::AtMost, add(model::Constant{50000})}, {}});
        model.rules.add({model::RuleKind::Precondition, "regel", {}, {version}});
    }
    model::ExpressionId add(model::Expression::Kind of) {
        model::Type type;
        type.base = model::Base::Amount;
        return model.expressions.add({std::move(of), type, {}});
    }
    model::ExpressionId last(model::VariableId self) {
        const model::ExpressionId thing = add(model::VariableUse{self});
        if (model.definitions.size() == 0) return add(model::FieldOf{thing, income});
        return add(model::DerivedValue{model.definitions.id_at(model.definitions.size() - 1), thing});
    }
    void add_definition() {
        model::Definition definition;
        definition.of = kind;
        definition.self = model.variables.add({"cliënt", kind, {}});
        definition.type.base = model::Base::Amount;
        const model::ExpressionId one = last(definition.self);
        const model::ExpressionId other = last(definition.self);
        definition.versions = {{{}, add(model::Arithmetic{model::ArithmeticOperator::Add, one, other}), {}, {}}};
        model.definitions.add(definition);
    }
    model::Model model;
    model::KindId kind;
    model::FieldId income;
};

// A rule that asks for so many facts, each of its own, so that nothing is shared.
model::Model with_facts(std::size_t count) {
    model::Model model;
    const model::KindId kind = model.kinds.add({});
    model.kinds.at(kind).name.text = "cliënt";
    const model::VariableId subject = model.variables.add({"cliënt", kind, {}});
    const model::ExpressionId thing = model.expressions.add({model::VariableUse{subject}, {}, {}});
    model::Legs legs;
    for (std::size_t at = 0; at < count; ++at) {
        model::Field field;
        field.kind = kind;
        field.type.base = model::Base::YesNo;
        const model::FieldId fact = model.fields.add(field);
        const model::ExpressionId value = model.expressions.add({model::FieldOf{thing, fact}, field.type, {}});
        model::Leg leg;
        leg.condition = model.conditions.add({model::YesNoHolds{value, false}, {}});
        legs.legs.push_back(leg);
    }
    model::RuleVersion version;
    version.subject = subject;
    version.requirement = model.conditions.add({legs, {}});
    model.rules.add({model::RuleKind::Precondition, "regel", {}, {version}});
    return model;
}

}  // namespace

TEST(Program, GrowsWithTheDefinitionsAndNotWithTheirUse) {
    const Chain chain(100);  // as a tree this would be 2^100 additions
    Diagnostics diagnostics;
    const program::Program program = program::from_model(chain.model, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    EXPECT_LT(program.instructions.size(), 130U);
    EXPECT_EQ(program.instructions.size(), program.shapes.size());
    EXPECT_EQ(program.instructions.size(), program.frame_of.size());
}

TEST(Program, RefusesDefinitionsThatAreTooDeep) {
    const Chain chain(5000);
    Diagnostics diagnostics;
    program::from_model(chain.model, diagnostics);
    ASSERT_EQ(diagnostics.error_count(), 1U);
    EXPECT_EQ(diagnostics.all().front().code, Code::DefinitionsTooDeep);
}

TEST(Program, RefusesAnAgreementThatAsksForTooManyOperations) {
    const model::Model model = with_facts(300'000);
    Diagnostics diagnostics;
    program::from_model(model, diagnostics);
    ASSERT_EQ(diagnostics.error_count(), 1U);
    EXPECT_EQ(diagnostics.all().front().code, Code::ProgramTooLarge);
}

TEST(Program, IsInTheOrderInWhichItRuns) {
    const Chain chain(3);
    Diagnostics diagnostics;
    const program::Program program = program::from_model(chain.model, diagnostics);
    for (const program::Instruction& instruction : program.instructions) {
        EXPECT_EQ(&program.instructions[instruction.result.index()], &instruction);
        for (const program::Register operand : program::operands_of(program, instruction)) {
            EXPECT_LT(operand.index(), instruction.result.index());
        }
    }
}

TEST(Program, ReadsAsOneInstructionALine) {
    const Chain chain(1);
    Diagnostics diagnostics;
    EXPECT_EQ(program::to_text(program::from_model(chain.model, diagnostics)),
              "f0 each cliënt\n"
              "  r0 = Self\n"
              "  r1 = ReferenceDate\n"
              "every row\n"
              "  r2 = ConstantTruth true\n"
              "  r3 = ConstantTruth false\n"
              "f0 each cliënt\n"
              "  r4 = LoadField inkomen of r0\n"
              "  r5 = Add r4 r4\n"
              "every row\n"
              "  r6 = Constant known 500\n"
              "  r7 = Constant known 50000\n"
              "f0 each cliënt\n"
              "  r8 = CompareNumbers AtMost r5 r7\n"
              "  r9 = JudgePrecondition r2 r8 r3 r3 r3\n"
              "rule regel in f0 each cliënt -> r9\n"
              "  in force r2 applies r2 required r8 excepted r3 outcome r9\n");
}

}  // namespace toets
