#include "program/from_model.h"

#include "program/compiler.h"

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

Program from_model(const model::Model& model, Diagnostics& diagnostics) {
    Program program;
    program.model = &model;
    Compiler compiler(model, program, diagnostics);
    for (std::size_t index = 0; index < model.rules.size(); ++index) {
        program.rules.push_back(compiler.rule(model.rules.id_at(index)));
    }
    return program;
}

}  // namespace toets::program
