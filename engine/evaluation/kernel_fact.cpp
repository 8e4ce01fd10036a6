// Facts: read from the columns of the caseload by the row of the thing they belong to.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

const Byte* bytes(const std::vector<State>& states) { return reinterpret_cast<const Byte*>(states.data()); }

// What each row's case has, for a table frame.
template <class Read>
void read_of_case(Machine& machine, const Instruction& instruction, Read read) {
    const program::FrameId frame = machine.program().frame_of[instruction.result.index()];
    const model::KindId kind = machine.program().frames[frame].kind;
    const std::uint32_t* case_of = machine.caseload().tables[kind.index()].case_of.data() + machine.frame(frame).first;
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Value value = case_of[row] == cases::no_case ? Value{} : read(case_of[row]);
        out.values[row] = value.value;
        out.states[row] = static_cast<Byte>(value.state);
    }
}

}  // namespace

void kernel_constant(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    out.values[0] = instruction.constant;
    out.states[0] = instruction.detail;
}

void kernel_constant_truth(Machine& machine, const Instruction& instruction) {
    machine.write_truth(instruction.result)[0] = static_cast<Byte>(instruction.constant);
}

void kernel_self(Machine& machine, const Instruction& instruction) {
    const program::FrameId frame = machine.program().frame_of[instruction.result.index()];
    const ValuesOut out = machine.write_value(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    const std::uint32_t first = machine.frame(frame).first;
    for (std::size_t row = 0; row < rows; ++row) out.values[row] = static_cast<std::int64_t>(first + row);
    std::fill_n(out.states, rows, known);
}

void kernel_reference_date(Machine& machine, const Instruction& instruction) {
    const auto& dates = machine.reference_dates();
    read_of_case(machine, instruction, [&dates](std::uint32_t index) {
        const std::optional<Date> date = dates[index];
        return date ? Value{State::Known, date->days} : Value{};
    });
}

void kernel_case_thing(Machine& machine, const Instruction& instruction) {
    const auto& cases = machine.caseload().cases;
    const Value otherwise =
        instruction.detail == 0 ? Value{State::Unknown, cases::unknown_row} : Value{State::Absent, cases::absent_row};
    read_of_case(machine, instruction, [&](std::uint32_t index) {
        const bool is_it = cases[index].root.value == instruction.constant && cases[index].root_row >= cases::first_row;
        if (is_it) return Value{State::Known, cases[index].root_row};
        const bool is_given = instruction.detail == 2 && cases[index].given.value == instruction.constant &&
                              cases[index].given_row >= cases::first_row;
        return is_given ? Value{State::Known, cases[index].given_row} : otherwise;
    });
}

// Of the thing itself: a window on the column. Through a reference: gathered. An unknown reference holds row 0 and an
// absent one row 1 (cases::unknown_row), so nothing has to be asked first.
TOETS_VECTORISED void kernel_load_field(Machine& machine, const Instruction& instruction) {
    const cases::Column& column = machine.caseload().columns[static_cast<std::size_t>(instruction.constant)];
    const std::int64_t* values = column.values.data();
    const Byte* states = bytes(column.states);
    const Instruction& thing = machine.program().instructions[instruction.left.index()];
    if (thing.operation == program::Operation::Self) {
        const program::FrameId frame = machine.program().frame_of[instruction.result.index()];
        const std::uint32_t first = machine.frame(frame).first;
        return machine.show(instruction.result, Values{values + first, states + first});
    }
    const ValuesOut out = machine.write_value(instruction.result);
    const std::int64_t* TOETS_RESTRICT things = machine.value(instruction.left).values;
    std::int64_t* TOETS_RESTRICT out_values = out.values;
    Byte* TOETS_RESTRICT out_states = out.states;
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(things[row]);
        out_values[row] = values[at];
        out_states[row] = states[at];
    }
}

void kernel_only_when(Machine& machine, const Instruction& instruction) {
    const ValuesOut out = machine.write_value(instruction.result);
    const Values things = machine.value(instruction.left);
    const Byte* TOETS_RESTRICT holds = machine.truth(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_kept = holds[row] == is_true || things.states[row] == absent;
        const bool is_none = holds[row] == is_false;
        out.values[row] = is_kept ? things.values[row] : is_none ? cases::absent_row : cases::unknown_row;
        out.states[row] = is_kept ? things.states[row] : is_none ? absent : unknown;
    }
}

void kernel_load_list(Machine& machine, const Instruction& instruction) {
    const cases::ListColumn& column = machine.caseload().lists[static_cast<std::size_t>(instruction.constant)];
    const Instruction& thing = machine.program().instructions[instruction.left.index()];
    if (thing.operation == program::Operation::Self) {
        const program::FrameId frame = machine.program().frame_of[instruction.result.index()];
        const std::uint32_t first = machine.frame(frame).first;
        const Byte* const states = bytes(column.states) + first;
        machine.show(instruction.result, Values{nullptr, states});
        return machine.show(instruction.result, Lists{column.begin.data() + first, column.count.data() + first, states,
                                                      column.items.data(), nullptr});
    }
    Slot& out = machine.write_list(instruction.result);
    const Values things = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(things.values[row]);
        out.begin[row] = column.begin[at];
        out.count[row] = column.count[at];
        out.bytes[row] = static_cast<Byte>(column.states[at]);
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), column.items.data(), nullptr});
}

}  // namespace toets::evaluation
