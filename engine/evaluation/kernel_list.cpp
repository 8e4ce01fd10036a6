// Lists: entering their items, joining them, and seeing an outer value from inside.
#include "evaluation/kernels.h"

namespace toets::evaluation {

namespace {

program::FrameId frame_of(const Machine& machine, Register which) { return machine.program().frame_of[which.index()]; }

const std::uint32_t* outer_rows(const Machine& machine, const Instruction& instruction) {
    return machine.frame(frame_of(machine, instruction.result)).outer_row.data();
}

}  // namespace

void kernel_as_list(Machine& machine, const Instruction& instruction) {
    Slot& out = machine.write_list(instruction.result);
    const Values thing = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    out.items.clear();
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_there = thing.states[row] == known;
        out.begin[row] = static_cast<std::uint32_t>(out.items.size());
        out.count[row] = is_there ? 1 : 0;
        out.bytes[row] = thing.states[row];
        if (is_there) out.items.push_back(static_cast<std::uint32_t>(thing.values[row]));
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), out.items.data(), nullptr});
}

void kernel_flatten(Machine& machine, const Instruction& instruction) {
    const Lists inner = machine.list(instruction.left);
    const FrameRows& items = machine.frame(instruction.items);
    Slot& out = machine.write_list(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    out.items.clear();
    out.parents.clear();
    std::fill_n(out.bytes.begin(), rows, known);
    for (const std::uint32_t row : items.left_out) out.bytes[row] = unknown;
    for (std::size_t row = 0; row < rows; ++row) {
        out.begin[row] = static_cast<std::uint32_t>(out.items.size());
        out.count[row] = 0;
        std::size_t count = 0;
        for (std::uint32_t at = items.offsets[row]; at < items.offsets[row + 1]; ++at) count += inner.count[at];
        if (count > 0 && !machine.fits(instruction, frame_of(machine, instruction.result), row, count)) {
            out.bytes[row] = unknown;
            continue;
        }
        for (std::uint32_t at = items.offsets[row]; at < items.offsets[row + 1]; ++at) {
            const std::uint32_t* first = inner.items + inner.begin[at];
            out.items.insert(out.items.end(), first, first + inner.count[at]);
            out.parents.insert(out.parents.end(), inner.count[at], at);
        }
        out.count[row] = static_cast<std::uint32_t>(out.items.size()) - out.begin[row];
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), out.items.data(), out.parents.data()});
}

void kernel_is_complete(Machine& machine, const Instruction& instruction) {
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Byte* TOETS_RESTRICT states = machine.list(instruction.left).states;
    const Byte* TOETS_RESTRICT declared = machine.truth(instruction.right);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        const Byte of_unknown = std::min(declared[row], is_unknown);
        out[row] = states[row] == known ? declared[row] : states[row] == absent ? is_true : of_unknown;
    }
}

// Lays out the item frame: for each outer row the things of its list, one row each.
void kernel_items_of(Machine& machine, const Instruction& instruction) {
    const Lists list = machine.list(instruction.left);
    const std::size_t outer_size = machine.rows(instruction.left);
    const program::FrameId outer = frame_of(machine, instruction.left);
    const program::FrameId inner = frame_of(machine, instruction.result);
    std::vector<std::uint32_t> left_out;
    if (!machine.fits_easily(instruction, outer, list.count, outer_size)) {
        for (std::size_t row = 0; row < outer_size; ++row) {
            if (list.count[row] == 0 || machine.fits(instruction, outer, row, list.count[row])) continue;
            left_out.push_back(static_cast<std::uint32_t>(row));
        }
    }
    const auto is_left_out = [&left_out](std::size_t row) {
        return std::binary_search(left_out.begin(), left_out.end(), row);
    };
    std::size_t size = 0;
    for (std::size_t row = 0; row < outer_size; ++row) size += is_left_out(row) ? 0 : list.count[row];
    FrameRows& frame = machine.enter(inner, size);
    frame.offsets.resize(outer_size + 1);
    const ValuesOut out = machine.write_value(instruction.result);
    std::uint32_t at = 0;
    for (std::size_t row = 0; row < outer_size; ++row) {
        frame.offsets[row] = at;
        const std::uint32_t* items = list.items + list.begin[row];
        const std::uint32_t count = is_left_out(row) ? 0 : list.count[row];
        for (std::uint32_t item = 0; item < count; ++item, ++at) {
            frame.outer_row[at] = static_cast<std::uint32_t>(row);
            out.values[at] = items[item];
        }
    }
    frame.offsets[outer_size] = at;
    frame.left_out = std::move(left_out);
    std::fill_n(out.states, size, known);
}

// For the items of a flattened list: what was said of the thing that each came from.
void kernel_from_parent(Machine& machine, const Instruction& instruction) {
    const Lists list = machine.list(instruction.right);
    const Byte* said = machine.truth(instruction.left);
    const FrameRows& frame = machine.frame(frame_of(machine, instruction.result));
    Byte* out = machine.write_truth(instruction.result);
    for (std::size_t row = 0; row + 1 < frame.offsets.size(); ++row) {
        const std::uint32_t begin = list.begin[row];
        for (std::uint32_t at = frame.offsets[row]; at < frame.offsets[row + 1]; ++at) {
            out[at] = said[list.parents[begin + at - frame.offsets[row]]];
        }
    }
}

void kernel_lift_value(Machine& machine, const Instruction& instruction) {
    const std::uint32_t* TOETS_RESTRICT outer = outer_rows(machine, instruction);
    const ValuesOut out = machine.write_value(instruction.result);
    const Values left = machine.value(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.values[row] = left.values[outer[row]];
        out.states[row] = left.states[outer[row]];
    }
}

void kernel_lift_truth(Machine& machine, const Instruction& instruction) {
    const std::uint32_t* TOETS_RESTRICT outer = outer_rows(machine, instruction);
    Byte* TOETS_RESTRICT out = machine.write_truth(instruction.result);
    const Byte* TOETS_RESTRICT left = machine.truth(instruction.left);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) out[row] = left[outer[row]];
}

void kernel_lift_list(Machine& machine, const Instruction& instruction) {
    const std::uint32_t* outer = outer_rows(machine, instruction);
    const Lists left = machine.list(instruction.left);
    Slot& out = machine.write_list(instruction.result);
    const std::size_t rows = machine.rows(instruction.result);
    for (std::size_t row = 0; row < rows; ++row) {
        out.begin[row] = left.begin[outer[row]];
        out.count[row] = left.count[outer[row]];
        out.bytes[row] = left.states[outer[row]];
    }
    machine.show(instruction.result,
                 Lists{out.begin.data(), out.count.data(), out.bytes.data(), left.items, left.parents});
}

}  // namespace toets::evaluation
