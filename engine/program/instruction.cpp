#include "program/instruction.h"

namespace toets::program {

namespace {

// Of the operations after CountTruths.
bool has_no_table(Operation operation) {
    return operation == Operation::FinishOutcome || operation == Operation::AllCourses ||
           operation == Operation::CourseColumn;
}

// How many entries at the front of the instruction's table are registers.
std::size_t registers_in_table(Operation operation, const std::vector<std::int64_t>& table) {
    const std::size_t size = table.size();
    if (operation == Operation::FindCourses || operation == Operation::StrayEvents) {
        return size - static_cast<std::size_t>(table.back());
    }
    if (operation == Operation::CompareRatios) return 4;
    if (operation == Operation::SuspendTerm) return size - 1;
    if (operation == Operation::Series) return size - numbers_of_series;
    const bool is_table =
        operation >= Operation::CountTruths && operation != Operation::LookUpParameter && !has_no_table(operation);
    return is_table ? size : 0;
}

}  // namespace

std::vector<Register> operands_of(const Program& program, const Instruction& instruction) {
    std::vector<Register> operands;
    for (const Register operand : {instruction.left, instruction.right, instruction.third}) {
        if (operand.is_valid()) operands.push_back(operand);
    }
    if (instruction.items.is_valid()) operands.push_back(program.frames[instruction.items].list);
    const bool has_table = instruction.operation == Operation::CompareRatios ||
                           (instruction.operation >= Operation::CountTruths && !has_no_table(instruction.operation));
    if (!has_table) return operands;
    const auto& table = program.tables[static_cast<std::size_t>(instruction.constant)];
    const std::size_t count = registers_in_table(instruction.operation, table);
    for (std::size_t entry = 0; entry < count; ++entry) {
        operands.push_back(Register{static_cast<std::uint32_t>(table[entry])});
    }
    return operands;
}

bool is_by_day(const Program& program, FrameId frame) {
    for (; frame.is_valid() && program.frames[frame].outer.is_valid(); frame = program.frames[frame].outer) {
        const Register list = program.frames[frame].list;
        if (program.instructions[list.index()].operation == Operation::Days) return true;
    }
    return false;
}

std::vector<Register> things_of_frames(const Program& program) {
    std::vector<Register> things(program.frames.size());
    for (const Instruction& instruction : program.instructions) {
        const bool is_thing = instruction.operation == Operation::ItemsOf || instruction.operation == Operation::Self;
        if (is_thing) things[program.frame_of[instruction.result.index()].index()] = instruction.result;
    }
    return things;
}

std::vector<bool> instructions_behind(const Program& program, const std::vector<Register>& wanted) {
    std::vector<bool> is_needed(program.instructions.size());
    for (const Register which : wanted) is_needed[which.index()] = true;
    const std::vector<Register> things = things_of_frames(program);
    const auto need_frame = [&](FrameId frame) {
        if (frame.is_valid() && things[frame.index()].is_valid()) is_needed[things[frame.index()].index()] = true;
    };
    for (std::size_t index = program.instructions.size(); index-- > 0;) {
        if (!is_needed[index]) continue;
        const Instruction& instruction = program.instructions[index];
        for (const Register operand : operands_of(program, instruction)) is_needed[operand.index()] = true;
        const FrameId frame = program.frame_of[index];
        if (frame.is_valid() && program.frames[frame].outer.is_valid()) need_frame(frame);
        need_frame(instruction.items);
    }
    return is_needed;
}

std::string_view name_of(Operation operation) {
    switch (operation) {
        case Operation::Constant: return "Constant";
        case Operation::ConstantTruth: return "ConstantTruth";
        case Operation::Self: return "Self";
        case Operation::ReferenceDate: return "ReferenceDate";
        case Operation::CaseThing: return "CaseThing";
        case Operation::LoadField: return "LoadField";
        case Operation::LoadList: return "LoadList";
        case Operation::AsList: return "AsList";
        case Operation::Flatten: return "Flatten";
        case Operation::ItemsOf: return "ItemsOf";
        case Operation::IsComplete: return "IsComplete";
        case Operation::FromParent: return "FromParent";
        case Operation::LiftValue: return "LiftValue";
        case Operation::LiftTruth: return "LiftTruth";
        case Operation::LiftList: return "LiftList";
        case Operation::And: return "And";
        case Operation::Or: return "Or";
        case Operation::Not: return "Not";
        case Operation::Decide: return "Decide";
        case Operation::Agree: return "Agree";
        case Operation::CapWhenOpen: return "CapWhenOpen";
        case Operation::RaiseWhenOpen: return "RaiseWhenOpen";
        case Operation::Compare: return "Compare";
        case Operation::CompareNumbers: return "CompareNumbers";
        case Operation::InMask: return "InMask";
        case Operation::Holds: return "Holds";
        case Operation::Present: return "Present";
        case Operation::NamesRules: return "NamesRules";
        case Operation::IsOutsider: return "IsOutsider";
        case Operation::SetHasAny: return "SetHasAny";
        case Operation::SetHas: return "SetHas";
        case Operation::SetHasAll: return "SetHasAll";
        case Operation::CompareRatios: return "CompareRatios";
        case Operation::Add: return "Add";
        case Operation::Subtract: return "Subtract";
        case Operation::Multiply: return "Multiply";
        case Operation::ScaleUp: return "ScaleUp";
        case Operation::RoundDown: return "RoundDown";
        case Operation::Demand: return "Demand";
        case Operation::Settle: return "Settle";
        case Operation::PickOf: return "PickOf";
        case Operation::OrElse: return "OrElse";
        case Operation::OnlyWhen: return "OnlyWhen";
        case Operation::SameUnit: return "SameUnit";
        case Operation::ShiftDays: return "ShiftDays";
        case Operation::ShiftMonths: return "ShiftMonths";
        case Operation::ShiftBy: return "ShiftBy";
        case Operation::ShiftWorkingDays: return "ShiftWorkingDays";
        case Operation::ShiftTerm: return "ShiftTerm";
        case Operation::Birthday: return "Birthday";
        case Operation::YearOf: return "YearOf";
        case Operation::AllItems: return "AllItems";
        case Operation::AnyItem: return "AnyItem";
        case Operation::CountItems: return "CountItems";
        case Operation::SumItems: return "SumItems";
        case Operation::CountDistinct: return "CountDistinct";
        case Operation::OnlyItem: return "OnlyItem";
        case Operation::PickItem: return "PickItem";
        case Operation::SumExactly: return "SumExactly";
        case Operation::FirstDay: return "FirstDay";
        case Operation::ShieldStands: return "ShieldStands";
        case Operation::ShieldDay: return "ShieldDay";
        case Operation::Days: return "Days";
        case Operation::CountTruths: return "CountTruths";
        case Operation::Select: return "Select";
        case Operation::SelectTruth: return "SelectTruth";
        case Operation::Covers: return "Covers";
        case Operation::RunsFor: return "RunsFor";
        case Operation::NthItem: return "NthItem";
        case Operation::LookUpTable: return "LookUpTable";
        case Operation::SuspendTerm: return "SuspendTerm";
        case Operation::Series: return "Series";
        case Operation::FindCourses: return "FindCourses";
        case Operation::StrayEvents: return "StrayEvents";
        case Operation::AllCourses: return "AllCourses";
        case Operation::CourseColumn: return "CourseColumn";
        case Operation::LookUpParameter: return "LookUpParameter";
        case Operation::JudgePrecondition: return "JudgePrecondition";
        case Operation::JudgeObligation: return "JudgeObligation";
        case Operation::JudgeProcedure: return "JudgeProcedure";
        case Operation::FinishOutcome: return "FinishOutcome";
        case Operation::TooManyDecimals: return "TooManyDecimals";
        case Operation::StandBack: return "StandBack";
        case Operation::AdmitConflict: return "AdmitConflict";
        case Operation::LookUpConflicting: return "LookUpConflicting";
        case Operation::MergeOutcomes: return "MergeOutcomes";
    }
    return {};
}

}  // namespace toets::program
