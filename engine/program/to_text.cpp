#include <fmt/format.h>

#include <array>

#include "program/from_model.h"
#include "program/instruction.h"

namespace toets::program {

namespace {

std::string register_name(Register which) { return which.is_valid() ? fmt::format("r{}", which.value) : "-"; }

std::string frame_name(const Program& program, FrameId id) {
    if (!id.is_valid()) return "every row";
    const Frame& frame = program.frames[id];
    const bool is_of_days =
        frame.list.is_valid() && program.instructions[frame.list.index()].operation == Operation::Days;
    const std::string kind = is_of_days ? "day" : program.model->kinds[frame.kind].name.text;
    if (!frame.outer.is_valid()) return fmt::format("f{} each {}", id.value, kind);
    return fmt::format("f{} each {} in {} of f{}", id.value, kind, register_name(frame.list), frame.outer.value);
}

// The words for the details of an operation, by detail.
struct DetailWords {
    Operation operation;
    std::array<std::string_view, 6> words;
};

constexpr DetailWords detail_words[] = {
    {Operation::Constant, {"unknown", "absent", "known"}},
    {Operation::Compare, {"Equal", "AtLeast", "AtMost", "MoreThan", "LessThan"}},
    {Operation::CompareNumbers, {"Equal", "AtLeast", "AtMost", "MoreThan", "LessThan"}},
    {Operation::CompareRatios, {"Equal", "AtLeast", "AtMost", "MoreThan", "LessThan"}},
    {Operation::PickOf, {"Highest", "Lowest", "HighestKnown", "LowestKnown"}},
    {Operation::PickItem, {"Highest", "Lowest", "HighestKnown", "LowestKnown"}},
    {Operation::FirstDay, {"Earliest", "Latest", "Seen"}},
    {Operation::ShieldDay, {"Begun", "Ended", "Deciding"}},
    {Operation::CountItems, {"Certain", "Possible"}},
    {Operation::SumItems, {"Certain", "Possible"}},
    {Operation::CountDistinct, {"Certain", "Possible"}},
    {Operation::CountTruths, {"Certain", "Possible"}},
    {Operation::LookUpConflicting, {"First", "Last"}},
    {Operation::RoundDown, {"None", "Up", "Down", "HalfUp"}},
    {Operation::LookUpTable, {"ExactlyOne", "First", "Highest", "Lowest", "Last", "Sum"}},
};

std::string detail_text(const Instruction& instruction) {
    constexpr std::string_view truths[] = {"false", "unknown", "true"};
    if (instruction.operation == Operation::ConstantTruth) {
        return fmt::format(" {}", truths[static_cast<std::size_t>(instruction.constant)]);
    }
    for (const DetailWords& detail : detail_words) {
        if (detail.operation == instruction.operation) return fmt::format(" {}", detail.words[instruction.detail]);
    }
    return instruction.detail == 0 ? "" : fmt::format(" {}", instruction.detail);
}

std::string operand_text(const Program& program, const Instruction& instruction) {
    if (instruction.operation == Operation::LoadField || instruction.operation == Operation::LoadList) {
        const model::FieldId field{static_cast<std::uint32_t>(instruction.constant)};
        return fmt::format(" {} of {}", program.model->fields[field].name.text, register_name(instruction.left));
    }
    std::string text;
    for (const Register operand : operands_of(program, instruction)) text += " " + register_name(operand);
    const bool is_table =
        instruction.operation == Operation::LookUpParameter || instruction.operation == Operation::CompareRatios;
    if (is_table) {
        const auto& table = program.tables[static_cast<std::size_t>(instruction.constant)];
        return fmt::format("{} table {}", text, fmt::join(table, " "));
    }
    const bool is_truth = instruction.operation == Operation::ConstantTruth;
    if (instruction.operation < Operation::CountTruths && instruction.constant != 0 && !is_truth) {
        text += fmt::format(" {}", instruction.constant);
    }
    return text;
}

std::string rule_text(const Program& program, const RuleProgram& rule) {
    const std::string& name = program.model->rules[rule.rule].name;
    std::string text =
        fmt::format("rule {} in {} -> {}\n", name, frame_name(program, rule.frame), register_name(rule.outcome));
    for (const RuleVersionProof& version : rule.versions) {
        text += fmt::format("  in force {} applies {} required {} excepted {} outcome {}\n",
                            register_name(version.in_force), register_name(version.applies),
                            register_name(version.required), register_name(version.excepted),
                            register_name(version.outcome));
    }
    return text;
}

}  // namespace

std::string to_text(const Program& program) {
    std::string text;
    FrameId frame;
    for (std::size_t index = 0; index < program.instructions.size(); ++index) {
        const Instruction& instruction = program.instructions[index];
        if (index == 0 || program.frame_of[index] != frame) {
            frame = program.frame_of[index];
            text += frame_name(program, frame) + "\n";
        }
        text += fmt::format("  r{} = {}", index, name_of(instruction.operation));
        text += detail_text(instruction) + operand_text(program, instruction) + "\n";
    }
    for (const RuleProgram& rule : program.rules) text += rule_text(program, rule);
    return text;
}

}  // namespace toets::program
