// A run whose registers are all kept, so that somebody can ask how each value came about.
#pragma once

#include "evaluation/machine.h"

namespace toets::evaluation {

class RunTrace final : public Trace {
public:
    RunTrace(const program::Program& program, Plan plan) : machine_(program, std::move(plan)) {}

    [[nodiscard]] Truth truth(Register which, std::uint32_t row) const override;
    [[nodiscard]] Value value(Register which, std::uint32_t row) const override;
    [[nodiscard]] State list_state(Register which, std::uint32_t row) const override;
    [[nodiscard]] Rows items(FrameId frame, std::uint32_t outer_row) const override;
    [[nodiscard]] std::uint32_t thing(FrameId frame, std::uint32_t row) const override;
    [[nodiscard]] std::uint32_t outer_row(FrameId frame, std::uint32_t row) const override;

    Machine& machine() { return machine_; }

private:
    // Where the row stands in the arrays of its frame; empty when there is no such row.
    [[nodiscard]] std::optional<std::size_t> place(FrameId frame, std::uint32_t row) const;

    Machine machine_;
};

}  // namespace toets::evaluation
