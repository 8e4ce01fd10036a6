// Facts that cannot all be true: a period that ends before it begins, somebody born after the day the case is judged
// or after the act it is about.
#pragma once

#include <vector>

#include "cases/case.h"
#include "cases/checkpoint.h"
#include "diagnostics/diagnostic.h"

namespace toets::cases {

class ImpossibleFacts {
public:
    explicit ImpossibleFacts(const model::Model& model);
    // Among the rows read since `before`, which are those of one case. Without `diagnostics` nothing is reported. True
    // when there are any.
    bool find(const Caseload& caseload, const Checkpoint& before, const CaseInfo& info,
              std::optional<Date> reference_date, Diagnostics* diagnostics) const;

private:
    struct Period {
        model::KindId kind;
        model::FieldId first;
        model::FieldId last;
    };
    struct Birth {
        model::KindId kind;
        model::FieldId date;
    };
    std::vector<Period> periods_;
    std::vector<Birth> births_;
};

}  // namespace toets::cases
