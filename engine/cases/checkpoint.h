// How much a caseload held at a moment, so that a case that turns out to be wrong can be taken back whole.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "cases/case.h"

namespace toets::cases {

class Checkpoint {
public:
    explicit Checkpoint(const Caseload& caseload);
    void take(const Caseload& caseload);  // from now on it stands for this moment
    [[nodiscard]] std::uint32_t rows(model::KindId kind) const { return rows_[kind.index()]; }
    void restore(Caseload& caseload) const;

private:
    std::vector<std::uint32_t> rows_;                            // by KindId
    std::vector<std::pair<model::FieldId, std::size_t>> items_;  // of every list
    std::size_t cases_ = 0;
};

}  // namespace toets::cases
