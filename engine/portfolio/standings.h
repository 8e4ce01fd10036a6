// How it stands with each contingent, spread and share: counted by combination, against the number or limit that was
// agreed.
#pragma once

#include "portfolio/agreed.h"

namespace toets::portfolio {

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
    std::optional<CarriedOver> carried;          // of a number that carries over
    std::vector<SwapOfNumbers> swaps;            // that change the number, or may
    std::vector<Holders::Succession> succeeded;  // C8: whose numbers and things it has too
    std::vector<HandedOn> handed_on;             // C77
    bool is_contradicted = false;                // the cases do not agree about what the limit depends on
    std::optional<std::int64_t> room;            // so many more may count before the agreement is broken
    std::optional<std::int64_t> short_of;        // so many more must count
};

// Every combination that something was agreed for or that counts something; those of the agreement first.
std::vector<Standing> to_standings(const Look& look);
Standing to_standing(const Look& look, model::TallyId tally, const Key& key);
// What was left over, by redistribution and then by day.
std::vector<Redistributed> to_redistributed(const Look& look);
// The cases that count in a combination, by date and then by label.
Uses uses_of(const Look& look, model::TallyId tally, const Key& key, std::size_t most);

// C89: who has the most left to do, of those that only differ in the dimension of the turn.
struct TurnOf {
    std::vector<std::uint32_t> names;  // several: the tie is broken otherwise (Turn::tie); none: it cannot be said
    std::int64_t left = 0;
};
std::optional<TurnOf> turn_of(const Look& look, model::TallyId tally, const Key& key);

// What the proposed case does to a combination it counts for, or may count for.
struct Effect {
    model::TallyId tally{};
    Key key;
    std::uint32_t row = 0;  // the first thing of the case that counts there; unknown_row: the case changes its number
    // Empty: it cannot be said for which combination it counts.
    std::optional<Standing> before;
    std::optional<Standing> after;
    std::optional<TurnOf> turn;     // before the case
    bool is_of_whole_only = false;  // of a share: the case does not count there, and makes the whole larger
};
// Work in proportion to what the case touches, whatever the size of the register.
std::vector<Effect> to_effects(const Look& look);
// A number or limit that more can break: it keeps the next one out.
bool keeps_out(const Standing& standing);
bool keeps_out(const model::Model& model, const Effect& effect);
// The verdict on a case by itself, and with what it does to what is counted.
program::Verdict with_effects(program::Verdict verdict, const program::Program& program,
                              const std::vector<Effect>& effects);
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
