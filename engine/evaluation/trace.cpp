#include "evaluation/trace.h"

namespace toets::evaluation {

std::optional<std::size_t> RunTrace::place(FrameId frame, std::uint32_t row) const {
    if (!frame.is_valid()) return 0;
    const FrameRows& rows = machine_.frame(frame);
    if (row < rows.first || row - rows.first >= rows.size) return std::nullopt;
    return row - rows.first;
}

Truth RunTrace::truth(Register which, std::uint32_t row) const {
    if (!which.is_valid()) return Truth::Unknown;
    const auto at = place(machine_.program().frame_of[which.index()], row);
    const Byte* truths = machine_.truth(which);
    return at && truths != nullptr ? static_cast<Truth>(truths[*at]) : Truth::Unknown;
}

Value RunTrace::value(Register which, std::uint32_t row) const {
    if (!which.is_valid()) return {};
    const auto at = place(machine_.program().frame_of[which.index()], row);
    const Values values = machine_.value(which);
    if (!at || values.values == nullptr || values.states == nullptr) return {};
    const auto state = static_cast<State>(values.states[*at]);
    return {state, state == State::Known ? values.values[*at] : 0};
}

State RunTrace::list_state(Register which, std::uint32_t row) const {
    if (!which.is_valid()) return State::Unknown;
    const auto at = place(machine_.program().frame_of[which.index()], row);
    const Byte* states = machine_.list(which).states;
    return at && states != nullptr ? static_cast<State>(states[*at]) : State::Unknown;
}

Trace::Rows RunTrace::items(FrameId frame, std::uint32_t outer_row) const {
    if (!frame.is_valid() || !machine_.program().frames[frame].outer.is_valid()) return {};
    const auto at = place(machine_.program().frames[frame].outer, outer_row);
    const auto& offsets = machine_.frame(frame).offsets;
    if (!at || *at + 1 >= offsets.size()) return {};
    return {offsets[*at], offsets[*at + 1]};
}

std::uint32_t RunTrace::thing(FrameId frame, std::uint32_t row) const {
    if (!machine_.program().frames[frame].outer.is_valid()) return row;
    const program::Frame& rows = machine_.program().frames[frame];
    const auto outer = place(rows.outer, outer_row(frame, row));
    const Lists list = machine_.list(rows.list);
    if (!outer || list.items == nullptr) return cases::unknown_row;
    return list.items[list.begin[*outer] + row - machine_.frame(frame).offsets[*outer]];
}

std::uint32_t RunTrace::outer_row(FrameId frame, std::uint32_t row) const {
    const FrameId outer = machine_.program().frames[frame].outer;
    if (!outer.is_valid() || row >= machine_.frame(frame).size) return row;
    return machine_.frame(outer).first + machine_.frame(frame).outer_row[row];
}

}  // namespace toets::evaluation
