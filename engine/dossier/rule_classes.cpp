#include "dossier/rule_classes.h"

#include <algorithm>

#include "program/instruction.h"

namespace toets::dossier {

namespace {

using program::Operation;

// Of every field along which a case can lead to a thing of that kind, from wherever it begins.
class WaysTo {
public:
    explicit WaysTo(const model::Model& model) : model_(model), seen_(model.kinds.size()) {}

    Classes find(model::KindId kind) {
        add(kind);
        return classes_;
    }

private:
    void add(model::KindId kind) {
        if (seen_[kind.index()]) return;
        seen_[kind.index()] = true;
        for (const model::Field& field : model_.fields) {
            const bool is_way = field.role == model::FieldRole::Stored || field.role == model::FieldRole::Owned;
            const bool leads = field.type.base == model::Base::Thing || field.type.base == model::Base::Things;
            if (!is_way || !leads || field.type.kind != kind) continue;
            classes_.add(field.privacy);
            add(field.kind);
        }
    }

    const model::Model& model_;
    std::vector<bool> seen_;  // by KindId
    Classes classes_;
};

void add_class_read(const program::Program& program, const program::Instruction& instruction, Classes& classes) {
    const bool is_load = instruction.operation == Operation::LoadField || instruction.operation == Operation::LoadList;
    if (!is_load) return;
    classes.add(program.model->fields[model::FieldId{static_cast<std::uint32_t>(instruction.constant)}].privacy);
}

}  // namespace

Classes classes_of(const program::Program& program, const program::RuleProgram& rule) {
    Classes classes = WaysTo(*program.model).find(program.frames[rule.frame].kind);
    std::vector<program::Register> wanted;
    for (const program::Register each : {rule.outcome, rule.in_force, rule.blocking, rule.version}) {
        if (each.is_valid()) wanted.push_back(each);
    }
    const std::vector<bool> is_behind = program::instructions_behind(program, wanted);
    for (std::size_t index = 0; index < is_behind.size(); ++index) {
        if (is_behind[index]) add_class_read(program, program.instructions[index], classes);
    }
    return classes;
}

Classes classes_of(const program::Program& program) {
    Classes classes;
    for (const program::Instruction& instruction : program.instructions) {
        add_class_read(program, instruction, classes);
    }
    return classes;
}

}  // namespace toets::dossier
