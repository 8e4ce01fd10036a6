// How it stands with each contingent, spread and share: counted by combination, against the number or limit that was
// agreed.
#pragma once

#include "portfolio/ledger.h"

namespace toets::portfolio {

using program::Outcome;

// What was agreed for a combination, as a number of things; of a share a percentage (in millionths).
struct Agreed {
    model::Bound bound = model::Bound::AtMost;
    std::optional<std::int64_t> value;  // empty: the limit is not known
    std::optional<std::size_t> number;  // the row of Tally::numbers; otherwise it is the limit
};
struct Use {  // a case that counts here
    std::string label;
    std::optional<Date> moment;
    bool is_sure = true;
};
struct QuarterCount {
    Period period;
    Count counted;
    Count of;
};
struct Standing {
    model::TallyId tally{};
    Key key;
    std::optional<Period> period;
    Count counted;
    Count of;                            // of a share: the denominator
    std::int64_t in_both = 0;            // of those that perhaps belong to the denominator: so many would count
    std::vector<QuarterCount> quarters;  // of a calendar year: all four; otherwise empty
    std::optional<Agreed> agreed;
    Outcome outcome = Outcome::Satisfied;
    bool has_period_ended = false;
    bool needs_carry_over = false;         // C76: what comes over from the year before is not worked out yet
    bool is_contradicted = false;          // the cases do not agree about what the limit depends on
    std::optional<std::int64_t> room;      // so many more may count before the agreement is broken
    std::optional<std::int64_t> short_of;  // so many more must count
};

// A register as it is looked at: without some of its cases, and perhaps with one that is proposed.
struct Look {
    const Ledger& ledger;
    std::vector<std::uint32_t> left_out{};  // cases of it
    const Ledger* proposed = nullptr;       // with the same names
    std::uint32_t proposed_case = 0;
};

// Every combination that something was agreed for or that counts something; those of the agreement first.
std::vector<Standing> to_standings(const Look& look);
Standing to_standing(const Look& look, model::TallyId tally, const Key& key);
// The cases that count in a combination, by date and then by label.
std::vector<Use> uses_of(const Look& look, model::TallyId tally, const Key& key);

// What the proposed case does to a combination it counts for, or may count for.
struct Effect {
    model::TallyId tally{};
    Key key;
    std::uint32_t row = 0;  // the first thing of the case that counts there
    // Empty: it cannot be said for which combination it counts.
    std::optional<Standing> before;
    std::optional<Standing> after;
};
// Work in proportion to what the case touches, whatever the size of the register.
std::vector<Effect> to_effects(const Look& look);
// A number or limit that more can break: it keeps the next one out.
bool keeps_out(const Standing& standing);
bool keeps_out(const model::Model& model, const Effect& effect);
// The verdict on a case by itself, and with what it does to what is counted.
program::Verdict with_effects(program::Verdict verdict, const model::Model& model, const std::vector<Effect>& effects);
Outcome outcome_of(const Effect& effect);

// Proposed cases, each looked at by itself beside a register.
class Proposals {
public:
    explicit Proposals(const Ledger& ledger) : ledger_(ledger) {}
    // The cases of one batch, in the place of those before. The evaluation was made with a trace.
    void set(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation);
    // In the place of what the register tells of that case already. Lives as long as this batch.
    [[nodiscard]] Look look(std::uint32_t index) const;

private:
    const Ledger& ledger_;
    std::optional<Ledger> proposed_;
    std::vector<bool> has_own_label_;  // by case of the batch
};

}  // namespace toets::portfolio
