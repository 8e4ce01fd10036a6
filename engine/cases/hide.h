// Makes facts unknown that may not be seen or may not be used, together with every thing that only they lead to: what
// is left is the case of somebody who was never told of them.
#pragma once

#include <cstdint>
#include <vector>

#include "cases/case.h"
#include "cases/checkpoint.h"

namespace toets::cases {

// Some of the rows of a caseload: [first, last) by KindId, and of those only the rows of these cases.
struct PartOfCaseload {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> last;
    std::vector<bool> cases;  // by case
};
PartOfCaseload all_rows(const Caseload& caseload);
PartOfCaseload rows_since(const Caseload& caseload, const Checkpoint& before);  // of the last case

void hide(Caseload& caseload, const std::vector<bool>& hidden_fields, const PartOfCaseload& part);

// The whole caseload as a role sees it that sees these classes. Where a fact was written is no longer told either: the
// lines of a file say how much else is in it.
void hide_from_role(Caseload& caseload, const std::vector<bool>& hidden_fields, model::ClassSet seen_classes);

}  // namespace toets::cases
