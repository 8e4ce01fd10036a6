// How it stands with everything that was agreed, over a whole register: what a steering group follows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_text.h"
#include "explanation/explanation.h"
#include "explanation/report.h"
#include "explanation/to_text.h"
#include "monitor/apportionments.h"
#include "portfolio/standings.h"

namespace toets::monitor {

// A contingent, spread or share with each of its combinations.
struct TallyTable {
    model::TallyKind kind = model::TallyKind::Contingent;
    std::string name;
    std::string article;
    std::vector<explanation::TallyPosition> positions;
};
// How often a rule came out how.
struct RuleUse {
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string name;
    std::string article;
    std::array<std::size_t, portfolio::outcome_count> outcomes{};
};
// A party that something was agreed with, and of which nothing counts: nothing happened, or it delivered no figures.
struct SilentParty {
    std::string role;  // "corporatie"
    std::string party;
    std::size_t tally = 0;  // in Monitor::tallies
};
struct Monitor {
    std::string agreement;
    Date reference_date;
    std::optional<Date> known_on;
    std::optional<portfolio::Period> period;  // only what counts in it
    std::size_t cases = 0;
    std::size_t refused = 0;  // with a mistake; they are not counted
    std::size_t twice = 0;    // in the register more than once; each is counted once
    std::vector<TallyTable> tallies;
    std::vector<SilentParty> silent;  // by tally and role, in the order of the agreement
    std::vector<RuleUse> rules;       // that were used at all
    std::vector<ApportionmentTable> apportionments;
};

struct Asked {
    std::optional<Date> known_on;
    std::optional<portfolio::Period> period;
};
Monitor to_monitor(const Sources& sources, const portfolio::Ledger& ledger, const Asked& asked);

std::string to_text(const Monitor& monitor, Language language);
std::string to_json(const Monitor& monitor);
std::string to_csv(const Monitor& monitor, Language language);
std::string to_html(const Monitor& monitor, Language language);

// What the text and the page share.
std::string title_of(const Monitor& monitor, Language language);
std::string register_words(const Monitor& monitor, Language language);
std::string name_of(const TallyTable& tally, Language language);  // "contingent woningen (artikel 9)"
explanation::Entry to_entry(const explanation::TallyPosition& position, Language language);
std::string to_words(const Monitor& monitor, const SilentParty& silent, Language language);
struct UseOfRule {
    std::string rule;
    std::size_t count = 0;
};
std::vector<UseOfRule> with_outcome(const Monitor& monitor, program::Outcome outcome, Language language);

}  // namespace toets::monitor
