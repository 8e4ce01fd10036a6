#include "evaluation/plan.h"

#include <map>

namespace toets::evaluation {

namespace {

using program::FrameId;
using program::Instruction;
using program::Register;

FrameId table_frame_of(const program::Program& program, FrameId frame) {
    while (frame.is_valid() && program.frames[frame].outer.is_valid()) frame = program.frames[frame].outer;
    return frame;
}

// The outcomes and what is in force, and backwards everything that leads to them.
std::vector<bool> needed(const program::Program& program, Keep keep) {
    std::vector<Register> wanted;
    for (const program::RuleProgram& rule : program.rules) {
        wanted.push_back(rule.outcome);
        if (rule.in_force.is_valid()) wanted.push_back(rule.in_force);
        if (rule.blocking.is_valid()) wanted.push_back(rule.blocking);
    }
    if (keep == Keep::Everything) return std::vector<bool>(program.instructions.size(), true);
    return program::instructions_behind(program, wanted);
}

class SlotAllocator {
public:
    SlotAllocator(const program::Program& program, Plan& plan) : program_(program), plan_(plan) {}

    void own(Register which) { plan_.slot_of[which.index()] = fresh(); }

    // With a trace: every register has its own, but for those of single days. There are thousands of those, and no
    // answer reads them.
    void own_or_lend(const Plan::Part& part) {
        for (const Instruction& instruction : part.instructions) {
            if (!is_by_day(instruction.result)) own(instruction.result);
        }
        if (part.looks_at_days) lend(part, [this](Register which) { return is_by_day(which); });
    }
    void lend(const Plan::Part& part) {
        lend(part, [](Register) { return true; });
    }

private:
    [[nodiscard]] bool is_by_day(Register which) const {
        return program::is_by_day(program_, program_.frame_of[which.index()]);
    }
    // The result gets its slot before those read for the last time give theirs back: kernels never write what they
    // read.
    template <class Lends>
    void lend(const Plan::Part& part, Lends is_lent) {
        std::map<Register, std::size_t> last_use;
        for (std::size_t at = 0; at < part.instructions.size(); ++at) {
            for (const Register operand : program::operands_of(program_, part.instructions[at])) last_use[operand] = at;
        }
        for (const program::RuleProgram& rule : program_.rules) {
            last_use[rule.outcome] = part.instructions.size();
            if (rule.in_force.is_valid()) last_use[rule.in_force] = part.instructions.size();
            if (rule.blocking.is_valid()) last_use[rule.blocking] = part.instructions.size();
        }
        for (std::size_t at = 0; at < part.instructions.size(); ++at) {
            const Instruction& instruction = part.instructions[at];
            if (is_lent(instruction.result)) {
                plan_.slot_of[instruction.result.index()] = take(program_.shapes[instruction.result.index()]);
            }
            for (const Register operand : program::operands_of(program_, instruction)) {
                if (last_use[operand] != at || !is_lent(operand)) continue;
                if (program_.frame_of[operand.index()].is_valid()) give_back(operand, at);
            }
        }
    }

    std::uint32_t fresh() { return static_cast<std::uint32_t>(plan_.slots++); }
    std::uint32_t take(program::Shape shape) {
        auto& free = free_[shape];
        if (free.empty()) return fresh();
        const std::uint32_t slot = free.back();
        free.pop_back();
        return slot;
    }
    void give_back(Register which, std::size_t at) {
        const auto [found, is_first] = given_back_.emplace(which, at);
        if (is_first) free_[program_.shapes[which.index()]].push_back(plan_.slot_of[which.index()]);
    }

    const program::Program& program_;
    Plan& plan_;
    std::map<program::Shape, std::vector<std::uint32_t>> free_;
    std::map<Register, std::size_t> given_back_;
};

}  // namespace

Plan make_plan(const program::Program& program, Keep keep) {
    Plan plan;
    plan.slot_of.resize(program.instructions.size());
    const std::vector<bool> is_needed = needed(program, keep);
    std::map<FrameId, std::size_t> part_of;
    for (std::size_t index = 0; index < program.instructions.size(); ++index) {
        if (!is_needed[index]) continue;
        const FrameId frame = table_frame_of(program, program.frame_of[index]);
        if (!frame.is_valid()) {
            plan.constants.push_back(program.instructions[index]);
            continue;
        }
        const auto [found, is_new] = part_of.emplace(frame, plan.parts.size());
        if (is_new) plan.parts.push_back({frame, {}});
        plan.parts[found->second].instructions.push_back(program.instructions[index]);
        plan.parts[found->second].looks_at_days |= program.instructions[index].operation == program::Operation::Days;
    }
    SlotAllocator slots(program, plan);
    for (const Instruction& instruction : plan.constants) slots.own(instruction.result);
    for (const Plan::Part& part : plan.parts) {
        if (keep == Keep::Outcomes) {
            slots.lend(part);
        } else {
            slots.own_or_lend(part);
        }
    }
    return plan;
}

}  // namespace toets::evaluation
