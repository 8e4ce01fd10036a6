// How it stands with everything that was agreed, over a whole register: what a steering group follows.
#pragma once

#include <array>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/source_text.h"
#include "explanation/explanation.h"
#include "explanation/role_view.h"
#include "monitor/apportionments.h"
#include "monitor/redistributions.h"
#include "portfolio/standings.h"

namespace toets::monitor {

// A number of the report. Where small counts are not shown (C78) it holds no number that is not shown.
struct Figure {
    enum class Shown {
        Exact,
        Few,       // there are some, but fewer than Monitor::fewest_shown
        Withheld,  // it may be any number
    };
    std::int64_t value = 0;  // Exact
    Shown shown = Shown::Exact;
    [[nodiscard]] bool is_exact() const { return shown == Shown::Exact; }
    friend bool operator==(const Figure&, const Figure&) = default;
};
struct Figures {
    Figure done;
    Figure planned;
    Figure perhaps;
    [[nodiscard]] bool are_exact() const { return done.is_exact() && planned.is_exact() && perhaps.is_exact(); }
    // What is done and planned; only if both are exact.
    [[nodiscard]] std::int64_t sure() const { return done.value + planned.value; }
    friend bool operator==(const Figures&, const Figures&) = default;
};

struct Quarter {
    int number = 1;
    portfolio::Period period;
    Figures counted;
    Figures of;
};
// A straight line through what is done, over the days of the period.
struct Pace {
    std::int64_t passed_days = 0;  // with the reference date
    std::int64_t days = 0;
    std::int64_t at_end = 0;              // what it comes to on the last day, rounded down
    std::optional<std::int64_t> due_now;  // of a number that is still to be reached: the line to it, rounded down
    bool is_behind = false;
    std::optional<std::int64_t> to_plan;  // beside what is planned, before it is reached
};
// One combination of a tally.
struct Row {
    explanation::TallyPosition position;  // holds no number that is not shown, and then no cases either
    Figures counted;
    Figures of;                                // of a share
    std::vector<Quarter> quarters;             // of a calendar year
    std::optional<Pace> pace;                  // while the period runs
    std::vector<std::string> without_figures;  // parties of it of which the register holds nothing
    bool is_outcome_shown = true;
    [[nodiscard]] bool is_whole() const { return counted.are_exact() && of.are_exact(); }
};
// Of a contingent by more than one thing: everything of one party in one period.
struct PartySum {
    std::string role;  // "gemeente"
    std::string party;
    std::optional<portfolio::Period> period;
    std::optional<portfolio::Agreed> agreed;  // where the same was agreed everywhere: a minimum, a maximum ...
    Figures counted;
    std::vector<Quarter> quarters;
    std::size_t rows = 0;
    bool is_shown = true;  // every number it is the sum of is
};
// A contingent, spread or share with each of its combinations.
struct TallyTable {
    model::TallyKind kind = model::TallyKind::Contingent;
    std::string name;
    std::string article;
    std::vector<Row> rows;
    std::vector<PartySum> sums;  // by role, period and the order of the rows
    bool is_shown = true;        // false: it rests on facts that the reader does not see
};
// In how many cases a rule came out how.
struct RuleUse {
    model::RuleKind kind = model::RuleKind::Precondition;
    std::string name;
    std::string article;
    std::array<Figure, portfolio::outcome_count> cases{};
};
// A party that something was agreed with, and of which the register holds nothing: nothing happened, or it delivered
// no figures.
struct SilentParty {
    std::string role;  // "corporatie"
    std::string party;
    std::optional<portfolio::Period> period;
    std::vector<std::size_t> tallies;  // in Monitor::tallies
};
// What a reader should look at first.
struct Attention {
    enum class What { Violated, NoFigures, Behind, Unknown, NearLimit, Undivided, NotHandedOn, RuleViolated };
    What what = What::Violated;
    std::size_t tally = 0;  // or the silent party, the division or the rule
    std::size_t row = 0;
    [[nodiscard]] bool is_of_row() const {
        return what == What::Violated || what == What::Behind || what == What::Unknown || what == What::NearLimit;
    }
};
struct Monitor {
    std::string agreement;
    Date reference_date;
    std::optional<Date> known_on;
    std::optional<portfolio::Period> period;  // only what counts in it
    Figure cases;
    Figure refused;                      // with a mistake; they are not counted
    Figure twice;                        // in the register more than once; each is counted once
    std::int64_t fewest_shown = 0;       // C78; 0: every count is shown
    std::string role;                    // who reads it and may not see everything; often empty
    std::vector<std::string> not_shown;  // rules and divisions that rest on facts that role does not see
    std::vector<Attention> attention;
    std::vector<TallyTable> tallies;
    std::vector<SilentParty> silent;  // in the order of the agreement
    std::vector<RuleUse> rules;       // that were used at all
    std::vector<ApportionmentTable> apportionments;
    std::vector<RedistributionTable> redistributions;
};

struct Asked {
    std::optional<Date> known_on;
    std::optional<portfolio::Period> period;
    std::size_t refused = 0;
    const explanation::RoleView* view = nullptr;  // of a ledger made as that role sees it; null: of everything
};
Monitor to_monitor(const Sources& sources, const portfolio::Ledger& ledger, const Asked& asked);

std::string to_text(const Monitor& monitor, Language language);
// docs/monitor.schema.json. With all cases that count in each combination, unless small counts are not shown.
void to_json(const Monitor& monitor, const Sources& sources, const portfolio::Ledger& ledger, std::ostream& output);
std::string to_csv(const Monitor& monitor, Language language);
std::string to_html(const Monitor& monitor, Language language);

}  // namespace toets::monitor
