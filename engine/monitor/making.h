// The steps in which a monitor is made, each in a file of its own.
#pragma once

#include "monitor/members.h"
#include "monitor/monitor.h"

namespace toets::monitor {

// What every step looks at.
struct Making {
    const portfolio::Ledger& ledger;
    std::vector<std::vector<portfolio::Standing>> standings;  // by tally, and in the order of its rows
    [[nodiscard]] const program::Program& program() const { return *ledger.program; }
    [[nodiscard]] Date today() const { return ledger.reference_date; }
};

// The cases in which a rule came out so, each once and in order.
std::vector<std::uint32_t> cases_of(const Making& making, std::size_t rule, std::size_t outcome);
// Whether a reader is told in how many cases a rule came out so; programs are told all.
bool is_told(model::RuleKind kind, program::Outcome outcome);
// Pattern M3: the parties of which nothing counts, and the combinations of which that makes the outcome unknown.
void add_silent(const Making& making, Monitor& monitor);
// What the straight line says about a number whose period runs.
std::optional<Pace> to_pace(const portfolio::Standing& standing, bool is_share, Date today);
// C78: takes out every small count, and every other number from which it could be worked out.
void hide_small_counts(const Making& making, Monitor& monitor);
// From what the report shows. The first: only of what is shown whole.
void add_party_sums(const Making& making, Monitor& monitor);
std::vector<Attention> to_attention(const Monitor& monitor);

}  // namespace toets::monitor
