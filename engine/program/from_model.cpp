#include "program/from_model.h"

#include "program/compiler.h"
#include "program/instruction.h"

namespace toets::program {

namespace {

constexpr std::size_t most_instructions = 500'000;

}  // namespace

Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::~Program() = default;

// Past the limits the rest is left out; the error makes sure that nobody runs what there is.
bool Compiler::is_given_up() {
    const std::size_t size = std::max(builder_.size(), program_.proofs.size());
    if (size <= most_instructions || is_given_up_) return is_given_up_;
    diagnostics_.report(Code::ProgramTooLarge, {}, {word("limit", std::to_string(most_instructions))});
    is_given_up_ = true;
    return true;
}

namespace {

// Of all that is unverified, what the outcome of the rule rests on.
void add_unverified(const Program& program, const std::vector<UnverifiedUse>& all, RuleProgram& rule) {
    if (all.empty()) return;
    std::vector<bool> is_behind(program.instructions.size());
    std::vector<Register> open{rule.outcome};
    while (!open.empty()) {
        const Register which = open.back();
        open.pop_back();
        if (is_behind[which.index()]) continue;
        is_behind[which.index()] = true;
        for (const Register operand : operands_of(program, program.instructions[which.index()]))
            open.push_back(operand);
    }
    for (const UnverifiedUse& use : all) {
        if (is_behind[use.value.index()]) rule.unverified.push_back(use);
    }
}

}  // namespace

Program from_model(const model::Model& model, Diagnostics& diagnostics) {
    Program program;
    program.model = &model;
    Compiler compiler(model, program, diagnostics);
    for (std::size_t index = 0; index < model.rules.size(); ++index) {
        program.rules.push_back(compiler.rule(model.rules.id_at(index)));
        add_unverified(program, compiler.unverified(), program.rules.back());
    }
    for (std::size_t index = 0; index < model.tallies.size(); ++index) {
        program.tallies.push_back(compiler.tally(model.tallies.id_at(index)));
    }
    for (std::size_t index = 0; index < model.apportionments.size(); ++index) {
        program.apportionments.push_back(compiler.apportionment(model.apportionments.id_at(index)));
    }
    for (std::size_t index = 0; index < model.redistributions.size(); ++index) {
        program.redistributions.push_back(compiler.redistribution(model.redistributions.id_at(index)));
    }
    return program;
}

}  // namespace toets::program
