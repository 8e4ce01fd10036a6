// Beyond Kleene (charter section 4): where one closed fact is used twice, a rule may have the same outcome for each of
// its values although every sentence about it is unknown. Such a version is made once for each value.
#include "program/compiler.h"

namespace toets::program {

namespace {

constexpr std::size_t most_values = 8;
constexpr std::size_t most_combinations = 16;

}  // namespace

std::size_t Compiler::values_of(Register fact) const {
    const Instruction& load = program_.instructions[fact.index()];
    if (load.operation != Operation::LoadField) return 0;
    const model::Type& type = model_.fields[model::FieldId{static_cast<std::uint32_t>(load.constant)}].type;
    if (type.base == model::Base::YesNo) return 2;
    return type.base == model::Base::Choice ? model_.choice_lists[type.choices].values.size() : 0;
}

// Closed facts of the rule's own rows whose influence on the outcome splits and comes together again.
std::vector<Register> Compiler::repeated_facts(Register outcome, FrameId frame) const {
    std::vector<std::vector<Register>> users(outcome.index() + 1);
    std::vector<bool> is_used(outcome.index() + 1);
    is_used[outcome.index()] = true;
    for (std::size_t index = outcome.index() + 1; index-- > 0;) {
        if (!is_used[index]) continue;
        const Instruction& instruction = program_.instructions[index];
        for (const Register operand : operands_of(program_, instruction)) {
            is_used[operand.index()] = true;
            users[operand.index()].push_back(instruction.result);
        }
    }
    // Along registers with one user each, to the first that has none or several.
    std::vector<Register> fork(outcome.index() + 1);
    for (std::size_t index = outcome.index() + 1; index-- > 0;) {
        const std::vector<Register>& used_by = users[index];
        fork[index] = used_by.size() == 1 ? fork[used_by.front().index()] : Register{static_cast<std::uint32_t>(index)};
    }
    std::vector<Register> repeated;
    for (std::size_t index = 0; index <= outcome.index(); ++index) {
        const Register fact{static_cast<std::uint32_t>(index)};
        const std::size_t values = is_used[index] && program_.frame_of[index] == frame ? values_of(fact) : 0;
        if (values < 2 || values > most_values) continue;
        if (users[fork[index].index()].size() > 1) repeated.push_back(fact);
    }
    return repeated;
}

Register Compiler::decided_by_every_value(const model::Rule& rule, const model::RuleVersion& version, Register outcome,
                                          const Scope& scope) {
    std::vector<Register> facts;
    std::size_t combinations = 1;
    for (const Register fact : repeated_facts(outcome, scope.frame)) {
        const std::size_t values = values_of(fact);
        if (combinations * values > most_combinations) continue;
        combinations *= values;
        facts.push_back(fact);
    }
    if (facts.empty()) return outcome;
    std::vector<std::int64_t> table;
    table.reserve(facts.size());
    for (const Register fact : facts) table.push_back(fact.value);
    for (std::size_t number = 0; number < combinations; ++number) {
        std::map<Register, std::int64_t> assumptions;
        std::size_t rest = number;
        for (const Register fact : facts) {
            assumptions.emplace(fact, static_cast<std::int64_t>(rest % values_of(fact)));
            rest /= values_of(fact);
        }
        builder_.set_assumptions(std::move(assumptions));
        table.push_back(tried(rule, version, scope).value);
    }
    builder_.set_assumptions({});
    return builder_.emit_table(
        {.operation = Operation::MergeOutcomes, .detail = static_cast<std::uint8_t>(facts.size()), .left = outcome},
        Shape::Value, scope.frame, std::move(table));
}

}  // namespace toets::program
