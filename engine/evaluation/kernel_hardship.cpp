// What is asked of a decision by a hardship clause (C67) that no fact says by itself: which rules its words name, and
// whether who signed it is somebody the case is about.
#include "base/text.h"
#include "evaluation/kernels.h"
#include "model/written_rules.h"

namespace toets::evaluation {

void kernel_names_rules(Machine& machine, const Instruction& instruction) {
    const cases::Caseload& caseload = machine.caseload();
    const model::ConditionId id{static_cast<std::uint32_t>(instruction.constant)};
    const auto& names = std::get<model::NamesRules>(caseload.model->conditions[id].kind);
    const Values text = machine.value(instruction.left);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = text.states[row] == absent ? is_false : is_unknown;
        if (text.states[row] != known) continue;
        const std::string& written = caseload.symbols.text(static_cast<std::uint32_t>(text.values[row]));
        out[row] = model::holds_of(*caseload.model, names, written) ? is_true : is_false;
    }
}

// Nobody has to say who signed: what is not told shows no conflict.
void kernel_is_outsider(Machine& machine, const Instruction& instruction) {
    const cases::Caseload& caseload = machine.caseload();
    const auto kind = static_cast<std::size_t>(instruction.constant);
    const Values person = machine.value(instruction.left);
    const Values thing = machine.value(instruction.right);
    Byte* out = machine.write_truth(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out[row] = is_true;
        if (person.states[row] != known || thing.states[row] != known) continue;
        const std::string who = fold(caseload.symbols.text(static_cast<std::uint32_t>(person.values[row])));
        const std::uint32_t own = caseload.tables[kind].case_of[static_cast<std::size_t>(thing.values[row])];
        for (const auto& [place, name] : caseload.labels) {
            const bool is_of_case = caseload.tables[place.first.index()].case_of[place.second] == own;
            if (is_of_case && fold(name) == who) out[row] = is_false;
        }
    }
}

}  // namespace toets::evaluation
