// The answer as one role may see it (C78). It is made from the case without the facts the role does not see, so that
// nothing in it can follow from those; only the verdict comes from the whole case. What the verdict then gives away
// about the rules that are not shown is said outright, and no more.
#pragma once

#include <vector>

#include "explanation/explanation.h"
#include "explanation/from_evaluation.h"
#include "model/sight.h"

namespace toets::explanation {

class RoleView {
public:
    RoleView(const program::Program& program, const model::RoleAccess& access, model::Purpose purpose);

    [[nodiscard]] const model::Sight& sight() const { return sight_; }
    [[nodiscard]] std::string role() const;  // "de corporatie"
    // The classes it does not see of the facts that the rule can rest on; a class of None last.
    [[nodiscard]] const std::vector<model::PrivacyClass>& unseen(model::RuleId rule) const;
    [[nodiscard]] const std::vector<model::PrivacyClass>& unseen(model::TallyId tally) const;
    [[nodiscard]] const std::vector<model::PrivacyClass>& unseen(model::ApportionmentId apportionment) const;

    // `seen` is the answer to the case without those facts, `whole` that to the whole case.
    void restrict(const Evaluated& seen_case, std::uint32_t case_index, const Answer& whole, Answer& seen) const;

private:
    using Classes = std::vector<model::PrivacyClass>;
    [[nodiscard]] Classes unseen_of(const std::vector<model::FieldId>& fields, model::KindId subject) const;

    const program::Program& program_;
    const model::RoleAccess& access_;
    model::Sight sight_;
    std::vector<Classes> rules_;           // by RuleId
    std::vector<Classes> tallies_;         // by TallyId
    std::vector<Classes> apportionments_;  // by ApportionmentId
};

}  // namespace toets::explanation
