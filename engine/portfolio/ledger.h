// What the cases of a register contribute to each contingent, spread and share (C72-C75): one entry for each thing that
// counts, or may count. Of a case only its label is kept, and what it is counted by.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "evaluation/evaluation.h"

namespace toets::portfolio {

using evaluation::Truth;

// The names things are counted by: parties, places, choices, periods. The same name is one number, whatever its case or
// accents.
class Names {
public:
    static constexpr std::uint32_t unknown = 0;  // nobody told us
    static constexpr std::uint32_t none = 1;     // it has none

    Names();
    std::uint32_t add(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::uint32_t name) const { return texts_[name]; }

private:
    std::vector<std::string> texts_;
    std::unordered_map<std::string, std::uint32_t> by_folded_;
};

constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;

using Key = std::vector<std::uint32_t>;  // a name by dimension

struct Entry {
    std::uint32_t case_number = 0;  // in Ledger::labels
    std::uint32_t row = 0;          // of the thing, in the batch that was added
    Key key;                        // a period is filled in from the moment
    std::optional<Date> moment;
    Truth counts = Truth::False;
    Truth of = Truth::False;            // of a share: it belongs to the denominator
    std::optional<std::int64_t> bound;  // of a limit that is the same for all, as this thing finds it
};
// What a limit comes to for one thing that is counted by (a complex).
struct BoundOfThing {
    std::optional<std::int64_t> value;
    bool is_contradicted = false;  // another case says otherwise
};
struct OfTally {
    std::vector<Entry> entries;
    std::map<std::uint32_t, BoundOfThing> bounds;  // by the name of that thing
};
struct Ledger {
    explicit Ledger(const program::Program& program);
    Names names;                      // those of the agreed numbers too
    std::vector<std::string> labels;  // of the cases, in the order in which they were read
    std::vector<OfTally> tallies;     // by TallyId
    // By rule, how often each outcome was reached.
    std::vector<std::array<std::size_t, outcome_count>> outcomes;
};

// Adds what the cases of one batch contribute. The evaluation was made with a trace.
void add_cases(const program::Program& program, const cases::Caseload& caseload,
               const evaluation::Evaluation& evaluation, Ledger& ledger);

// The calendar year or quarter a day falls in, by its name: "2026", "kwartaal 1 van 2026".
struct Period {
    Date first;
    Date last;
};
std::string period_name(model::TallyDimension::What what, Date day);
std::optional<Period> period_named(model::TallyDimension::What what, std::string_view name);

}  // namespace toets::portfolio
