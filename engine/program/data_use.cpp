#include "program/data_use.h"

#include <algorithm>

#include "base/ensure.h"
#include "program/instruction.h"

namespace toets::program {

namespace {

std::vector<model::FieldId> fields_behind(const Program& program, std::vector<Register> wanted) {
    std::erase_if(wanted, [](Register each) { return !each.is_valid(); });
    const std::vector<bool> is_needed = instructions_behind(program, wanted);
    std::vector<model::FieldId> fields;
    for (std::size_t index = 0; index < program.instructions.size(); ++index) {
        const Instruction& instruction = program.instructions[index];
        const bool reads =
            instruction.operation == Operation::LoadField || instruction.operation == Operation::LoadList;
        if (is_needed[index] && reads) fields.push_back({static_cast<std::uint32_t>(instruction.constant)});
    }
    std::sort(fields.begin(), fields.end());
    fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
    return fields;
}

}  // namespace

std::vector<model::FieldId> fields_of(const Program& program, const RuleProgram& rule) {
    return fields_behind(program, {rule.outcome, rule.in_force, rule.blocking, rule.version});
}

std::vector<model::FieldId> fields_of(const Program& program, const TallyProgram& tally) {
    std::vector<Register> wanted = {tally.counts, tally.of, tally.moment, tally.bound};
    wanted.insert(wanted.end(), tally.keys.begin(), tally.keys.end());
    if (tally.bound_of_thing) wanted.push_back(tally.bound_of_thing->bound);
    if (tally.swap) {
        const TallyProgram::Swap& swap = *tally.swap;
        wanted.insert(wanted.end(), {swap.counts, swap.date, swap.number, swap.from, swap.to});
        wanted.insert(wanted.end(), swap.keys.begin(), swap.keys.end());
    }
    for (const RedistributionProgram& each : program.redistributions) {
        if (program.model->redistributions[each.redistribution].tally != tally.tally) continue;
        wanted.insert(wanted.end(), {each.counts, each.date, each.number, each.asked_by, each.tie_value});
        wanted.insert(wanted.end(), each.keys.begin(), each.keys.end());
    }
    return fields_behind(program, std::move(wanted));
}

std::vector<model::FieldId> fields_of(const Program& program, const ApportionmentProgram& apportionment) {
    std::vector<Register> wanted = apportionment.keys;
    wanted.push_back(apportionment.tie_value);
    return fields_behind(program, std::move(wanted));
}

std::vector<model::FieldId> fields_of(const Program& program, const RedistributionProgram& redistribution) {
    const model::TallyId tally = program.model->redistributions[redistribution.redistribution].tally;
    const auto found = std::find_if(program.tallies.begin(), program.tallies.end(),
                                    [&](const TallyProgram& each) { return each.tally == tally; });
    ensure(found != program.tallies.end());
    return fields_of(program, *found);
}

}  // namespace toets::program
