// How it stands with each contingent, spread and share: counted by combination, against the number or limit that was
// agreed.
#pragma once

#include "portfolio/ledger.h"

namespace toets::portfolio {

using program::Outcome;

struct Count {
    std::int64_t done = 0;     // on or before the reference date
    std::int64_t planned = 0;  // after it
    std::int64_t perhaps = 0;  // not enough is known to say
    [[nodiscard]] std::int64_t sure() const { return done + planned; }
    [[nodiscard]] std::int64_t most() const { return sure() + perhaps; }
};
// What was agreed for a combination, as a number of things; of a share a percentage (in millionths).
struct Agreed {
    model::Bound bound = model::Bound::AtMost;
    std::optional<std::int64_t> value;  // empty: the limit is not known
    std::optional<std::size_t> number;  // the row of Tally::numbers; otherwise it is the limit
};
struct Use {  // a case that counts here
    std::uint32_t case_number = 0;
    std::optional<Date> moment;
    bool is_sure = true;
};
struct Standing {
    model::TallyId tally{};
    Key key;
    std::optional<Period> period;
    Count counted;
    Count of;                  // of a share: the denominator
    std::int64_t in_both = 0;  // of those that perhaps belong to the denominator: so many would count
    std::optional<Agreed> agreed;
    Outcome outcome = Outcome::Satisfied;
    bool has_period_ended = false;
    bool needs_carry_over = false;         // C76: what comes over from the year before is not worked out yet
    bool is_contradicted = false;          // the cases do not agree about what the limit depends on
    std::optional<std::int64_t> room;      // so many more may count before the agreement is broken
    std::optional<std::int64_t> short_of;  // so many more must count
    std::vector<Use> uses;                 // by date
};

// Every combination that something was agreed for or that counts something. `without`: cases that are left out.
std::vector<Standing> to_standings(const program::Program& program, const Ledger& ledger, Date reference_date,
                                   const std::vector<bool>& without = {});

// What one case does to a combination it counts for, or may count for.
struct Effect {
    model::TallyId tally{};
    std::size_t entry = 0;  // of OfTally::entries: the first of this case
    // Empty: it cannot be said for which combination it counts.
    std::optional<Standing> before;
    std::optional<Standing> after;
};
// `without`: the other cases that are left out.
std::vector<Effect> to_effects(const program::Program& program, const Ledger& ledger, std::uint32_t case_number,
                               Date reference_date, std::vector<bool> without);
// A number or limit that more can break: it keeps the next one out.
bool keeps_out(const Standing& standing);

}  // namespace toets::portfolio
