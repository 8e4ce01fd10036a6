// How a tie is broken, of a division and of what is left over: the agreement says it in the same clause (C77).
#pragma once

#include <string>

#include "explanation/phrases.h"
#include "model/model.h"

namespace toets::monitor {

// Empty when no way was agreed.
template <class Agreed>
std::string tie_words(const Agreed& agreed, Language language) {
    const bool is_recorded = agreed.tie_value.is_valid();
    switch (agreed.tie_break) {
        case model::TieBreak::None: return {};
        case model::TieBreak::Highest:
        case model::TieBreak::Lowest:
            return explanation::say(explanation::Phrase::TieByFact, language, {{"fact", agreed.tie_clause}});
        case model::TieBreak::Lot:
            return is_recorded ? explanation::say(explanation::Phrase::TieLotBy, language, {{"fact", agreed.tie_words}})
                               : explanation::say(explanation::Phrase::TieLot, language);
        case model::TieBreak::Decision:
            return is_recorded
                       ? explanation::say(explanation::Phrase::TieDecisionBy, language,
                                          {{"who", agreed.decided_by}, {"fact", agreed.tie_words}})
                       : explanation::say(explanation::Phrase::TieDecision, language, {{"who", agreed.decided_by}});
    }
    return {};
}

}  // namespace toets::monitor
