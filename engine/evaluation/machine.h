// The registers of one run over one batch of rows. Kernels read and write them as plain arrays; a register may also be
// a window on a column of the caseload, so that reading a fact of the thing itself costs nothing.
#pragma once

#include <vector>

#include "cases/case.h"
#include "evaluation/algebra.h"
#include "evaluation/evaluation.h"
#include "evaluation/plan.h"

namespace toets::evaluation {

using program::Instruction;

struct Values {
    const std::int64_t* values = nullptr;
    const Byte* states = nullptr;
};
struct ValuesOut {
    std::int64_t* values = nullptr;
    Byte* states = nullptr;
};
// Row r has items[begin[r] .. begin[r] + count[r]), rows of the listed kind. `parents` of a flattened list: the row of
// the frame it was made from, per item.
struct Lists {
    const std::uint32_t* begin = nullptr;
    const std::uint32_t* count = nullptr;
    const Byte* states = nullptr;
    const std::uint32_t* items = nullptr;
    const std::uint32_t* parents = nullptr;
};
// The memory of a register. A list uses all of it.
struct Slot {
    std::vector<std::int64_t> values;
    std::vector<Byte> bytes;
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> count;
    std::vector<std::uint32_t> items;
    std::vector<std::uint32_t> parents;
};
struct FrameRows {
    std::uint32_t size = 0;
    std::uint32_t first = 0;               // table frame: the table row of row 0
    std::vector<std::uint32_t> outer_row;  // item frame: per row
    std::vector<std::uint32_t> offsets;    // item frame: per outer row, and one more
    std::vector<std::uint32_t> left_out;   // item frame: the outer rows whose items were too many to look at
};

class Machine {
public:
    Machine(const program::Program& program, Plan plan);

    // Everything that does not depend on rows. The caseload must stay as it is until the last run of this batch.
    void begin(const cases::Caseload& caseload, const std::vector<std::optional<Date>>& reference_dates,
               std::vector<CalculationError>& errors);
    // The part's instructions for table rows [first, first + size).
    void run(const Plan::Part& part, std::uint32_t first, std::uint32_t size);

    [[nodiscard]] const Plan& plan() const { return plan_; }
    [[nodiscard]] const program::Program& program() const { return program_; }
    [[nodiscard]] const cases::Caseload& caseload() const { return *caseload_; }
    [[nodiscard]] const std::vector<std::optional<Date>>& reference_dates() const { return *reference_dates_; }
    [[nodiscard]] const std::vector<std::int64_t>& table(const Instruction& instruction) const {
        return program_.tables[static_cast<std::size_t>(instruction.constant)];
    }
    [[nodiscard]] const FrameRows& frame(program::FrameId id) const { return frames_[id.index()]; }
    [[nodiscard]] std::size_t rows(Register which) const;

    [[nodiscard]] const Byte* truth(Register which) const { return places_[which.index()].states; }
    [[nodiscard]] const Byte* truth(std::int64_t which) const {
        return places_[static_cast<std::size_t>(which)].states;
    }
    [[nodiscard]] Values value(Register which) const { return places_[which.index()]; }
    [[nodiscard]] Values value(std::int64_t which) const { return places_[static_cast<std::size_t>(which)]; }
    [[nodiscard]] Lists list(Register which) const { return lists_[which.index()]; }

    // All that a register holds, also what its kernel keeps beside a list.
    [[nodiscard]] const Slot& memory(Register which) const { return slots_[plan_.slot_of[which.index()]]; }

    // Room for the result; what was there is gone.
    Byte* write_truth(Register which);
    ValuesOut write_value(Register which);
    Slot& write_list(Register which);
    void show(Register which, Values values) { places_[which.index()] = values; }
    void show(Register which, Lists lists) { lists_[which.index()] = lists; }
    // The rows of an item frame, before its first register is written.
    FrameRows& enter(program::FrameId id, std::size_t size);

    void report(CalculationError::What what, const Instruction& instruction, std::size_t row);
    // Whether that many items more, for a row of `outer`, stay below most_items for its case; reported when not.
    bool fits(const Instruction& instruction, program::FrameId outer, std::size_t row, std::size_t count);
    // The same for all rows at once: when true, nothing more need be asked.
    bool fits_easily(const Instruction& instruction, program::FrameId outer, const std::uint32_t* counts,
                     std::size_t rows);
    [[nodiscard]] std::uint32_t case_of(program::FrameId frame, std::size_t row) const;

private:
    [[nodiscard]] std::size_t most_items_of(const Instruction& instruction) const;
    void spread_constants(std::size_t size);
    void report_for(std::uint32_t case_index, CalculationError::What what, const Instruction& instruction);
    Slot& slot(Register which) { return slots_[plan_.slot_of[which.index()]]; }

    const program::Program& program_;
    Plan plan_;
    const cases::Caseload* caseload_ = nullptr;
    const std::vector<std::optional<Date>>* reference_dates_ = nullptr;
    std::vector<CalculationError>* errors_ = nullptr;
    std::vector<Slot> slots_;
    std::vector<Values> places_;
    std::vector<Lists> lists_;
    std::vector<FrameRows> frames_;
    // By register: the items of the case that was looked at last.
    struct Spent {
        std::uint32_t case_index = 0;
        std::size_t items = 0;
        bool is_reported = false;
    };
    std::vector<Spent> spent_;
    std::size_t constant_rows_ = 0;
};

}  // namespace toets::evaluation
