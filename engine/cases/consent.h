// Facts that may be used with consent only (C78): on a day on which it does not hold they are unknown.
#pragma once

#include <vector>

#include "cases/case.h"
#include "cases/checkpoint.h"
#include "cases/hide.h"

namespace toets::cases {

class Consents {
public:
    explicit Consents(const model::Model& model);
    [[nodiscard]] bool are_asked() const { return !of_.empty(); }
    // Of the case read since `before`, the last of the caseload.
    void apply(Caseload& caseload, const Checkpoint& before, std::optional<Date> reference_date) const;
    // Of the cases of `part`, on a day for each case.
    void apply(Caseload& caseload, PartOfCaseload part, const std::vector<std::optional<Date>>& days) const;

private:
    struct Of {
        const model::Consent* consent;
        std::vector<bool> fields;  // that may not be used without it
    };
    std::vector<Of> of_;
};

}  // namespace toets::cases
