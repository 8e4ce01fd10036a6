#include "evaluation/outcome.h"

#include <array>

#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

constexpr std::size_t truth_values = 3;

// Every combination of truths beforehand, so that a row costs one look.
constexpr auto precondition_outcomes = [] {
    std::array<Byte, truth_values * truth_values * truth_values * truth_values * truth_values> table{};
    for (std::size_t index = 0; index < table.size(); ++index) {
        const auto digit = [index](std::size_t unit) { return static_cast<Byte>(index / unit % truth_values); };
        table[index] = static_cast<Byte>(precondition_outcome(digit(81), digit(27), digit(9), digit(3), digit(1)));
    }
    return table;
}();

constexpr auto obligation_outcomes = [] {
    std::array<Byte, truth_values * truth_values * truth_values * truth_values> table{};
    for (std::size_t index = 0; index < table.size(); ++index) {
        const auto digit = [index](std::size_t unit) { return static_cast<Byte>(index / unit % truth_values); };
        table[index] = static_cast<Byte>(obligation_outcome(digit(27), digit(9), digit(3), digit(1)));
    }
    return table;
}();

// What one outcome does to the verdict of its case; the higher one wins.
enum Gravity : Byte { NothingJudged, Allows, KeepsOpen, Forbids };

Byte gravity(Outcome outcome) {
    switch (outcome) {
        case Outcome::Violated:
        case Outcome::Missing:
        case Outcome::Conflicting: return Forbids;
        case Outcome::Unknown:
        case Outcome::Pending: return KeepsOpen;
        case Outcome::Exempt:
        case Outcome::Replaced:
        case Outcome::Satisfied:
        case Outcome::NotApplicable: break;
    }
    return Allows;
}

constexpr auto unknown_outcome = static_cast<std::int64_t>(Outcome::Unknown);

}  // namespace

bool is_blocking(const model::Rule& rule) { return rule.kind == model::RuleKind::Precondition; }

bool has_blocking_rules(const program::Program& program) {
    return std::any_of(program.rules.begin(), program.rules.end(), [&](const program::RuleProgram& rule) {
        return rule.blocking.is_valid() || is_blocking(program.model->rules[rule.rule]);
    });
}

bool counts_for_verdict(const program::Program& program, const program::RuleProgram& rule) {
    return rule.blocking.is_valid() || is_blocking(program.model->rules[rule.rule]) || !has_blocking_rules(program);
}

bool allows(Outcome outcome) { return gravity(outcome) == Allows; }

TOETS_VECTORISED void kernel_judge_precondition(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    const Byte* TOETS_RESTRICT applies = machine.truth(table[0]);
    const Byte* TOETS_RESTRICT required = machine.truth(table[1]);
    const Byte* TOETS_RESTRICT excepted = machine.truth(table[2]);
    const Byte* TOETS_RESTRICT pending = machine.truth(table[3]);
    const Byte* TOETS_RESTRICT past = machine.truth(table[4]);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t index =
            applies[row] * 81U + required[row] * 27U + excepted[row] * 9U + pending[row] * 3U + past[row];
        out.values[row] = precondition_outcomes[index];
    }
    std::fill_n(out.states, rows, known);
}

TOETS_VECTORISED void kernel_judge_obligation(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    const Byte* TOETS_RESTRICT applies = machine.truth(table[0]);
    const Byte* TOETS_RESTRICT done = machine.truth(table[1]);
    const Byte* TOETS_RESTRICT excepted = machine.truth(table[2]);
    const Byte* TOETS_RESTRICT past = machine.truth(table[3]);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = obligation_outcomes[applies[row] * 27U + done[row] * 9U + excepted[row] * 3U + past[row]];
    }
    std::fill_n(out.states, rows, known);
}

void kernel_judge_procedure(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    constexpr std::size_t truths_asked = 6;
    std::array<const Byte*, truths_asked> asked{};
    for (std::size_t i = 0; i < truths_asked; ++i) asked[i] = machine.truth(table[i]);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = static_cast<std::int64_t>(procedure_outcome(asked[0][row], asked[1][row], asked[2][row],
                                                                      asked[3][row], asked[4][row], asked[5][row]));
    }
    std::fill_n(out.states, rows, known);
}

void kernel_finish_outcome(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Outcome otherwise = left.states[row] == absent ? Outcome::NotApplicable : Outcome::Unknown;
        out.values[row] = left.states[row] == known ? left.values[row] : static_cast<std::int64_t>(otherwise);
    }
    std::fill_n(out.states, rows, known);
}

void kernel_merge_outcomes(Machine& machine, const Instruction& instruction) {
    const auto& table = machine.table(instruction);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::int64_t* left = machine.value(instruction.left).values;
    const std::size_t rows = machine.rows(instruction.result);
    const std::size_t facts = instruction.detail;
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = left[row];
        if (left[row] != unknown_outcome) continue;
        const std::int64_t first = machine.value(table[facts]).values[row];
        bool is_one = true;
        for (std::size_t at = 0; at < facts; ++at) is_one = is_one && machine.value(table[at]).states[row] != absent;
        for (std::size_t at = facts; at < table.size(); ++at) {
            is_one = is_one && machine.value(table[at]).values[row] == first;
        }
        if (is_one) out.values[row] = first;
    }
    std::fill_n(out.states, rows, known);
}

void kernel_stand_back(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const std::int64_t* own = machine.value(instruction.left).values;
    const Byte* replaced = machine.truth(instruction.right);
    const Byte* contradicted = machine.truth(instruction.third);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto outcome = static_cast<Outcome>(own[row]);
        out.values[row] = static_cast<std::int64_t>(outcome_beside_others(outcome, replaced[row], contradicted[row]));
    }
    std::fill_n(out.states, rows, known);
}

void kernel_admit_conflict(Machine& machine, const Instruction& instruction) {
    constexpr auto conflicting = static_cast<std::int64_t>(Outcome::Conflicting);
    const ValuesOut out = machine.write_value(instruction.result);
    const std::int64_t* outcome = machine.value(instruction.left).values;
    const std::int64_t* first = machine.value(instruction.right).values;
    const std::int64_t* last = machine.value(instruction.third).values;
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_decided_by_each = first[row] != unknown_outcome && last[row] != unknown_outcome;
        out.values[row] = outcome[row] == unknown_outcome && is_decided_by_each ? conflicting : outcome[row];
    }
    std::fill_n(out.states, rows, known);
}

void Verdicts::begin(std::size_t cases) { gravest_.assign(cases, NothingJudged); }

void Verdicts::add(const std::vector<std::uint32_t>& case_of, const OfRule& rule) {
    std::array<Byte, 16> gravities{};
    for (std::size_t index = 0; index <= static_cast<std::size_t>(Outcome::NotApplicable); ++index) {
        gravities[index] = rule.is_blocking ? gravity(static_cast<Outcome>(index)) : Byte{Allows};
    }
    for (std::size_t row = cases::first_row; row < rule.outcomes.size(); ++row) {
        if (!rule.in_force.empty() && rule.in_force[row] == is_false) continue;
        if (case_of[row] == cases::no_case) continue;
        Byte& gravest = gravest_[case_of[row]];
        gravest = std::max(gravest, gravities[static_cast<std::size_t>(rule.outcomes[row])]);
    }
}

void Verdicts::write(std::vector<Verdict>& verdicts) const {
    constexpr std::array by_gravity{Verdict::CannotBeSaid, Verdict::Allowed, Verdict::CannotBeSaid,
                                    Verdict::NotAllowed};
    verdicts.resize(gravest_.size());
    for (std::size_t index = 0; index < gravest_.size(); ++index) verdicts[index] = by_gravity[gravest_[index]];
}

}  // namespace toets::evaluation
