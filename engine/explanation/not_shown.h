// What may be told of a rule that rests on facts the reader does not see: its name, its place and who can see to it.
#pragma once

#include <vector>

#include "explanation/reading.h"
#include "model/sight.h"

namespace toets::explanation {

class NotShownWriter {
public:
    // The case without the facts that are not seen.
    NotShownWriter(const Evaluated& seen_case, std::uint32_t case_index, const model::Sight& sight)
        : reading_(seen_case, case_index), sight_(sight) {}

    // `undecided`: what could not be judged without those facts.
    [[nodiscard]] NotShown of_rule(const program::RuleProgram& rule, const std::vector<model::PrivacyClass>& classes,
                                   const std::vector<const Finding*>& undecided) const;
    [[nodiscard]] NotShown of_tally(const program::TallyProgram& tally,
                                    const std::vector<model::PrivacyClass>& classes) const;

private:
    [[nodiscard]] Who suppliers(const std::vector<model::FieldId>& fields) const;
    [[nodiscard]] Who responsible(const program::RuleProgram& rule, const std::vector<const Finding*>& undecided) const;
    void set_place(model::DocumentId document, const model::RuleSource& source, const Span& where,
                   NotShown& rule) const;
    void add_texts(NotShown& rule) const;

    Reading reading_;
    const model::Sight& sight_;
};

}  // namespace toets::explanation
