// Since when it was known that something counts (pattern K4).
#pragma once

#include "cases/case.h"
#include "model/model.h"

namespace toets::portfolio {

class KnownSince {
public:
    KnownSince(const model::Model& model, const model::Tally& tally);
    // The last day on which something became known that this thing counts by. Empty: nothing says when.
    [[nodiscard]] std::optional<Date> of(const cases::Caseload& caseload, std::uint32_t row) const;

private:
    model::KindId counted_;
    std::vector<std::vector<model::FieldId>> read_;  // by KindId: the facts that the tally reads
};

}  // namespace toets::portfolio
