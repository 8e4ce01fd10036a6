// What the compiler knows of an expression or list once its instructions are there.
#pragma once

#include <optional>
#include <vector>

#include "program/program.h"

namespace toets::program {

using Facts = std::vector<FactUse>;

// Each fact once, in the order read.
void add_facts(Facts& facts, const Facts& more);

// A value, or an interval in which it lies. `scale` is the number of decimals of the registers.
struct Operand {
    Register low{};
    Register high{};
    int scale = 0;
    bool is_never_negative = false;
    std::optional<std::int64_t> constant{};  // known while compiling
    Register divisor{};                      // the value is low / divisor; only a comparison can take that
    model::ExpressionId divided_at{};        // with a divisor
    int divisor_scale = 0;
    Facts facts{};
    // As in ProofOperand.
    FrameId items{};
    ProofId filter{};
    std::vector<ProofId> sub_kinds{};
    std::vector<ProofId> parents{};
    Register complete{};
    ProofId completeness{};
    std::vector<ProofId> rows{};
    std::vector<StandstillProof> standstills{};
    std::optional<FirstDayProof> first_day{};

    [[nodiscard]] bool is_interval() const { return low != high; }
};

// A list of things in one frame. Only the items for which `filter` holds belong to it; the filter is worked out in
// the item frame, so it is kept as what has to be asked there.
struct ListOperand {
    Register list{};
    Register complete{};  // Truth
    ProofId completeness{};
    model::KindId kind{};
    std::vector<model::SubKindId> only{};
    // A path over several lists: the filter of the list it came from, in that list's item frame.
    Register parent_filter{};
    std::vector<ProofId> parents{};  // the sub-kinds in that filter
    Facts facts{};
    model::ExpressionId where{};  // may be invalid
    bool as_recorded = false;     // events that do not count (C62) are in it too
};

// The items of a list, entered.
struct Items {
    FrameId frame;
    Register thing;
    Register filter;  // Truth in `frame`
    std::vector<ProofId> sub_kinds{};
    Facts facts{};  // of each: whether it counts at all (C62)
};

}  // namespace toets::program
