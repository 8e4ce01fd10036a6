// What the cases of one batch tell that is counted, without any register: so that batches can be looked at by several
// threads at once, and added to a ledger in their order.
#pragma once

#include <memory>
#include <utility>

#include "portfolio/agreed_table.h"
#include "portfolio/entries.h"
#include "portfolio/outcome_sets.h"
#include "portfolio/shares.h"

namespace toets::portfolio {

struct ToldEntry {
    Entry entry;            // its case by its place in the batch, its key in ToldOfTally::keys
    std::uint32_t row = 0;  // of the thing, in the batch
    std::optional<std::int64_t> bound;
    std::optional<Date> known_since;  // of a contingent of which what is left over is handed on
};

// C88: numbers that one combination hands over to another. The period is that of the day.
struct SwapEntry {
    std::uint32_t case_number = 0;
    Truth counts = Truth::False;  // what it must satisfy
    std::optional<Date> day;
    std::optional<std::int64_t> count;
    Key from;
    Key to;
};

// C77: somebody asks for what is left over. The period is that of the day.
struct RequestEntry {
    std::uint32_t case_number = 0;
    Truth counts = Truth::False;  // it happened
    std::optional<Date> day;
    std::optional<std::int64_t> count;
    std::optional<std::int64_t> tie_value;
    Key key;  // of who asks
};

struct ToldOfTally {
    std::vector<Key> keys;
    std::vector<ToldEntry> entries;                              // in the order of their cases
    std::vector<SwapEntry> swaps;                                // likewise
    std::vector<std::pair<std::uint32_t, std::int64_t>> bounds;  // by the name of a thing: its limit
};
struct ToldCase {
    std::string label;
    bool has_own_label = false;
    std::uint64_t telling = 0;  // the same for cases that tell the same
    OutcomeSets::Outcomes outcomes;
};
struct Told {
    std::vector<ToldCase> cases;
    std::vector<ToldOfTally> tallies;                 // by TallyId
    std::vector<std::vector<RequestEntry>> requests;  // by RedistributionId, in the order of their cases
    Shares shares;
    std::unique_ptr<Names> names;  // beside those of the agreement
};

// C77: of which what is left over is handed on.
[[nodiscard]] bool is_redistributed(const model::Model& model, model::TallyId tally);

// What stays the same while a register is read.
struct Basis {
    const program::Program& program;
    Date reference_date;
    std::shared_ptr<const Names> names;  // those of the agreement
    std::shared_ptr<const AgreedTables> agreed;
};
// The evaluation was made with a trace.
Told to_told(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation, const Basis& basis);

}  // namespace toets::portfolio
