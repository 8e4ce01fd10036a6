// What the cases of a register say of those who share in a division (C77): for each recipient its facts, by name. Of a
// case nothing else is kept.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "evaluation/evaluation.h"

namespace toets::portfolio {

struct FactOfRecipient {
    enum class State { Unknown, Absent, Known, Contradicted };  // Contradicted: two cases say otherwise
    State state = State::Unknown;
    std::int64_t value = 0;
};
struct Recipient {
    std::string name;                   // one of the spellings, always the same one
    std::vector<FactOfRecipient> keys;  // by key of the division
    FactOfRecipient tie_value;
};
struct SharesOfApportionment {
    std::map<std::string, Recipient> recipients;  // by the folded name
    std::set<std::string> nameless;               // the cases that describe a recipient without its name
};
using Shares = std::vector<SharesOfApportionment>;  // by ApportionmentId

// Adds what the cases of one batch say. The evaluation was made with a trace.
void add_shares(const program::Program& program, const cases::Caseload& caseload,
                const evaluation::Evaluation& evaluation, Shares& shares);
// And what other batches say. It does not matter which was read first.
void combine(Shares& shares, const Shares& others);

}  // namespace toets::portfolio
