// What the cases of a register contribute to each contingent, spread and share (C72-C75): one entry for each thing that
// counts, or may count, and how many there are by combination. Of a case only its label is kept.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <utility>

#include "evaluation/evaluation.h"
#include "portfolio/holders.h"
#include "portfolio/labels.h"
#include "portfolio/shares.h"

namespace toets::portfolio {

using evaluation::Truth;

constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;

struct Count {
    std::int64_t done = 0;     // on or before the reference date
    std::int64_t planned = 0;  // after it
    std::int64_t perhaps = 0;  // not enough is known to say
    [[nodiscard]] std::int64_t sure() const { return done + planned; }
    [[nodiscard]] std::int64_t most() const { return sure() + perhaps; }
};

struct Entry {
    std::uint32_t case_number = 0;  // in Ledger::labels
    std::uint32_t row = 0;          // of the thing, in the batch that was added
    std::uint32_t key = 0;          // in OfTally::keys: its combination; a period is filled in from the moment
    std::optional<Date> moment;
    std::optional<Date> late_in;  // it became known on this day, when its own year was closed, and counts then
    Truth counts = Truth::False;
    Truth of = Truth::False;  // of a share: it belongs to the denominator
};

constexpr std::size_t quarters_in_year = 4;
struct Total {  // of a combination
    Count counted;
    Count of;                  // of a share: the denominator
    std::int64_t in_both = 0;  // of those that perhaps belong to the denominator: so many would count
    // Of `counted`, by the quarter in which they count.
    std::array<Count, quarters_in_year> by_quarter;
    std::array<Count, quarters_in_year> of_by_quarter;
};
// What a limit comes to, and for how many things.
struct BoundOnDay {
    std::int64_t value = 0;
    std::int64_t entries = 0;
};
// All entries with the same names: of every dimension, or of those the denominator is counted by.
struct Group {
    Key key;
    Total total;
    std::vector<std::uint32_t> entries;   // in OfTally::entries
    std::map<Date, BoundOnDay> bounds{};  // of a limit that is the same for all: as it is on the moment of an entry
};
class Groups {
public:
    Group& at(const Key& key);  // made when it is not there
    [[nodiscard]] const Group* find(const Key& key) const;
    [[nodiscard]] const std::vector<Group>& all() const { return groups_; }
    // Of which a name is unknown: they may belong to several combinations.
    [[nodiscard]] const std::vector<std::uint32_t>& loose() const { return loose_; }

private:
    std::vector<Group> groups_;
    std::vector<std::uint32_t> loose_;
    std::unordered_map<Key, std::uint32_t, KeyHash> by_key_;
};

// What a limit comes to for one thing that is counted by (a complex).
struct BoundOfThing {
    std::optional<std::int64_t> value;
    bool is_contradicted = false;  // another case says otherwise
    void add(std::int64_t other);
};

// How the entries of a tally count: in which combinations, and for how much.
class Counting {
public:
    Counting(const model::Tally& tally, Date reference_date);

    // Whether it belongs to `key`, or may belong to it.
    [[nodiscard]] bool counts_in(const Key& found, const Key& key) const { return fits(found, key, all_); }
    [[nodiscard]] bool is_of(const Key& found, const Key& key) const { return fits(found, key, of_); }
    [[nodiscard]] bool is_placed(const Key& found) const { return is_placed(found, all_); }
    [[nodiscard]] Key of_part(const Key& key) const;
    [[nodiscard]] bool is_sure(const Entry& entry, const Key& found) const;
    // `sign`: 1 adds it, -1 takes it away.
    void add_counted(const Entry& entry, const Key& found, std::int64_t sign, Total& into) const;
    void add_of(const Entry& entry, const Key& found, std::int64_t sign, Total& into) const;

private:
    using Dimensions = std::vector<std::size_t>;
    static bool fits(const Key& found, const Key& key, const Dimensions& dimensions);
    static bool is_placed(const Key& found, const Dimensions& dimensions);
    static bool is_sure(const Entry& entry, Truth truth, const Key& found, const Dimensions& dimensions);
    void add(const Entry& entry, bool is_sure, std::int64_t sign, Count& total,
             std::array<Count, quarters_in_year>& by_quarter) const;

    Dimensions all_;
    const Dimensions& of_;  // those the denominator is counted by
    Date reference_date_;
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

struct OfTally {
    std::vector<Entry> entries;                    // those of a case stand together
    std::vector<std::uint32_t> first_of_case;      // by case
    std::vector<Key> keys;                         // that some entry has
    Groups counted;                                // by all dimensions
    Groups of;                                     // of a share: by those of the denominator
    std::map<std::uint32_t, BoundOfThing> bounds;  // by the name of that thing
    std::vector<SwapEntry> swaps;
    // By entry: since when it is known, when the cases say so. Empty when nothing that is left over is handed on.
    std::vector<std::optional<Date>> known_since;

    // [first, last) in `entries`
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_case(std::uint32_t case_number) const;
    void add(const Counting& counting, const Key& key, Entry entry, std::optional<std::int64_t> bound);
    // It counts perhaps from now on.
    void doubt(const Counting& counting, std::uint32_t entry);

private:
    std::unordered_map<Key, std::uint32_t, KeyHash> key_numbers_;
};

struct Ledger {
    // `names`: of another ledger, when both are looked at together.
    Ledger(const program::Program& program, Date reference_date, std::shared_ptr<Names> names = nullptr);

    const program::Program* program;
    Date reference_date;
    std::shared_ptr<Names> names;                     // those of the agreed numbers too
    std::optional<Holders> holders;                   // of what a party had, on the reference date
    Labels labels;                                    // of the cases
    std::vector<std::uint64_t> tellings;              // by case: the same for cases that tell the same
    std::vector<OfTally> tallies;                     // by TallyId
    Shares shares;                                    // what the divisions rest on
    std::vector<std::vector<RequestEntry>> requests;  // by RedistributionId
    // By rule, how often each outcome was reached.
    std::vector<std::array<std::size_t, outcome_count>> outcomes;
    // And in which cases: numbers of labels, in the order in which they were read.
    std::vector<std::array<std::vector<std::uint32_t>, outcome_count>> cases_by_outcome;
    std::size_t repeated = 0;   // cases that the register tells again; each counts once
    std::size_t different = 0;  // of those: it tells something else, so that both are among the labels

    [[nodiscard]] std::size_t cases() const { return labels.size() - different; }
};

// A case that the register tells more than once. What not each of them tells counts perhaps.
struct Repeated {
    std::string label;
    bool is_different = false;
};
enum class Repeats { CountOnce, StandApart };
// Adds what the cases of one batch contribute. The evaluation was made with a trace.
std::vector<Repeated> add_cases(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation,
                                Ledger& ledger, Repeats repeats = Repeats::CountOnce);

}  // namespace toets::portfolio
