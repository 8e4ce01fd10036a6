#include "evaluation/machine.h"

#include <utility>

#include "evaluation/kernel.h"

namespace toets::evaluation {

namespace {

constexpr std::size_t fewest_rows = 64;

// At least that long, and never shorter than before: memory is asked for once.
template <class Value>
Value* room(std::vector<Value>& values, std::size_t size) {
    if (values.size() < size) values.resize(size);
    return values.data();
}

}  // namespace

Machine::Machine(const program::Program& program, Plan plan)
    : program_(program),
      plan_(std::move(plan)),
      slots_(plan_.slots),
      places_(program.instructions.size()),
      lists_(program.instructions.size()),
      frames_(program.frames.size()),
      spent_(program.instructions.size()) {}

void Machine::begin(const cases::Caseload& caseload, const std::vector<std::optional<Date>>& reference_dates,
                    std::vector<CalculationError>& errors) {
    caseload_ = &caseload;
    reference_dates_ = &reference_dates;
    errors_ = &errors;
    spent_.assign(spent_.size(), Spent{});
    if (constant_rows_ > 0) return;
    for (const Instruction& instruction : plan_.constants) kernel_of(instruction.operation)(*this, instruction);
    constant_rows_ = 1;
    spread_constants(fewest_rows);
}

void Machine::run(const Plan::Part& part, std::uint32_t first, std::uint32_t size) {
    spread_constants(size);
    FrameRows& frame = frames_[part.frame.index()];
    frame.first = first;
    frame.size = size;
    for (const Instruction& instruction : part.instructions) kernel_of(instruction.operation)(*this, instruction);
}

std::size_t Machine::rows(Register which) const {
    const program::FrameId frame = program_.frame_of[which.index()];
    return frame.is_valid() ? frames_[frame.index()].size : 1;
}

Byte* Machine::write_truth(Register which) {
    Byte* const bytes = room(slot(which).bytes, rows(which));
    places_[which.index()] = {nullptr, bytes};
    return bytes;
}

ValuesOut Machine::write_value(Register which) {
    const std::size_t size = rows(which);
    Slot& memory = slot(which);
    const ValuesOut out{room(memory.values, size), room(memory.bytes, size)};
    places_[which.index()] = {out.values, out.states};
    return out;
}

Slot& Machine::write_list(Register which) {
    const std::size_t size = rows(which);
    Slot& memory = slot(which);
    lists_[which.index()] = {room(memory.begin, size), room(memory.count, size), room(memory.bytes, size),
                             memory.items.data(), nullptr};
    places_[which.index()] = {nullptr, memory.bytes.data()};
    return memory;
}

FrameRows& Machine::enter(program::FrameId id, std::size_t size) {
    spread_constants(size);
    FrameRows& frame = frames_[id.index()];
    frame.size = static_cast<std::uint32_t>(size);
    room(frame.outer_row, size);
    return frame;
}

// A constant stands in as many rows as any frame has, so that kernels need not know it from other registers.
void Machine::spread_constants(std::size_t size) {
    if (size <= constant_rows_) return;
    constant_rows_ = std::max(size, 2 * constant_rows_);
    for (const Instruction& instruction : plan_.constants) {
        const Register which = instruction.result;
        Slot& memory = slot(which);
        memory.bytes.resize(constant_rows_, memory.bytes.front());
        places_[which.index()] = {nullptr, memory.bytes.data()};
        if (program_.shapes[which.index()] != program::Shape::Value) continue;
        memory.values.resize(constant_rows_, memory.values.front());
        places_[which.index()].values = memory.values.data();
    }
}

std::uint32_t Machine::case_of(program::FrameId frame, std::size_t row) const {
    while (frame.is_valid() && program_.frames[frame].outer.is_valid()) {
        row = frames_[frame.index()].outer_row[row];
        frame = program_.frames[frame].outer;
    }
    if (!frame.is_valid()) return 0;
    const cases::Table& table = caseload_->tables[program_.frames[frame].kind.index()];
    return table.case_of[frames_[frame.index()].first + row];
}

void Machine::report(CalculationError::What what, const Instruction& instruction, std::size_t row) {
    report_for(case_of(program_.frame_of[instruction.result.index()], row), what, instruction);
}

void Machine::report_for(std::uint32_t case_index, CalculationError::What what, const Instruction& instruction) {
    if (instruction.is_supposed) return;
    errors_->push_back({what, instruction.where, case_index, instruction.result});
}

std::size_t Machine::most_items_of(const Instruction& instruction) const {
    const program::FrameId frame = program_.frame_of[instruction.result.index()];
    return program::is_by_day(program_, frame) ? most_items_by_day : most_items;
}

// The rows of a case stand together, so only the last case of a batch may go on in the next.
bool Machine::fits(const Instruction& instruction, program::FrameId outer, std::size_t row, std::size_t count) {
    Spent& spent = spent_[instruction.result.index()];
    const std::uint32_t case_index = case_of(outer, row);
    if (spent.case_index != case_index) spent = {case_index, 0, false};
    if (spent.items + count > most_items_of(instruction)) {
        if (!std::exchange(spent.is_reported, true))
            report_for(case_index, CalculationError::What::TooManyItems, instruction);
        return false;
    }
    spent.items += count;
    return true;
}

bool Machine::fits_easily(const Instruction& instruction, program::FrameId outer, const std::uint32_t* counts,
                          std::size_t rows) {
    Spent& spent = spent_[instruction.result.index()];
    std::size_t items = 0;
    for (std::size_t row = 0; row < rows; ++row) items += counts[row];
    if (spent.items + items > most_items_of(instruction)) return false;
    if (items == 0) return true;
    const std::uint32_t last = case_of(outer, rows - 1);
    if (spent.case_index != last) spent = {last, 0, false};
    for (std::size_t row = rows; row-- > 0 && case_of(outer, row) == last;) spent.items += counts[row];
    return true;
}

}  // namespace toets::evaluation
