// What the cases of a register contribute to each contingent, spread and share (C72-C75): one entry for each thing that
// counts, or may count, and how many there are by combination. Of a case only its label is kept.
#pragma once

#include <array>
#include <map>
#include <memory>

#include "portfolio/labels.h"
#include "portfolio/told.h"

namespace toets::portfolio {

struct Count {
    std::int64_t done = 0;     // on or before the reference date
    std::int64_t planned = 0;  // after it
    std::int64_t perhaps = 0;  // not enough is known to say
    [[nodiscard]] std::int64_t sure() const { return done + planned; }
    [[nodiscard]] std::int64_t most() const { return sure() + perhaps; }
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
// So many of those that count in a combination come first, by date and label, whatever its size: enough for what an
// answer tells.
constexpr std::size_t most_first_uses = 128;
// All entries with the same names: of every dimension, or of those the denominator is counted by.
struct Group {
    Key key;
    Total total;
    std::vector<std::uint32_t> entries;          // in OfTally::entries
    std::vector<std::uint32_t> first{};          // of those, by date and label
    std::optional<Date> last_of_first{};         // the day of the last of those, once there are so many
    std::map<Date, BoundOnDay> bounds{};         // of a limit that is the same for all: as it is on the day of an entry
    std::map<Date, std::int64_t> sure_by_day{};  // of numbers that can be swapped: what counts for certain
};
class Groups {
public:
    std::uint32_t number_of(const Key& key);  // made when it is not there
    [[nodiscard]] Group& operator[](std::uint32_t number) { return groups_[number]; }
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
    // A share of which several combinations are parts of one whole.
    [[nodiscard]] bool has_larger_whole() const { return is_share_ && of_.size() < all_.size(); }
    [[nodiscard]] bool is_swapped() const { return is_swapped_; }  // numbers that can be handed over
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
    bool is_share_;
    bool is_swapped_;
    Date reference_date_;
};

// Swaps by the numbers they are about: a swap changes nothing for other ones.
class SwapPools {
public:
    // `dimension`: that of the parties who swap.
    void add(const SwapEntry& entry, std::size_t dimension, std::uint32_t number);
    [[nodiscard]] static Key pool_of(const Key& key, std::size_t dimension);
    // Those of the pool, and those of which it is not known that they are not.
    [[nodiscard]] std::vector<std::uint32_t> of(const Key& pool) const;

private:
    std::unordered_map<Key, std::vector<std::uint32_t>, KeyHash> by_pool_;
    std::vector<Key> loose_;  // pools of which a name is unknown
};

struct OfTally {
    Entries entries;                  // those of a case stand together
    std::vector<std::uint32_t> rows;  // of proposed cases: by entry, its thing in the batch
    std::vector<Key> keys;            // that some entry has
    Groups counted;                   // by all dimensions
    Groups of;                        // of a share: by those of the denominator
    // Of a share of which the whole is counted by less: the combinations in `counted` that are parts of the same whole.
    std::unordered_map<Key, std::vector<std::uint32_t>, KeyHash> parts;
    std::map<std::uint32_t, BoundOfThing> bounds;  // by the name of that thing
    std::vector<SwapEntry> swaps;
    SwapPools pools;
    // By entry: since when it is known, when the cases say so. Empty when nothing that is left over is handed on.
    Blocks<std::optional<Date>> known_since;

    // [first, last) in `entries`
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_case(std::uint32_t case_number) const {
        return entries.of_case(case_number);
    }
    std::uint32_t key_number(const Key& key);
    // `entry.key`: a key number. The label of its case is among the labels.
    void add(const Counting& counting, const Entry& entry, std::optional<std::int64_t> bound, const Labels& labels);
    void add_swap(const model::Tally& tally, SwapEntry swap);
    // In `swaps`: those of these cases.
    [[nodiscard]] std::vector<std::uint32_t> swaps_of(const std::vector<std::uint32_t>& cases) const;
    // It counts perhaps from now on.
    void doubt(const Counting& counting, std::uint32_t entry);

private:
    struct Places {
        std::uint32_t counted = no_place;  // in `counted`, once an entry with this key counts
        std::uint32_t of = no_place;       // in `of`
    };
    static constexpr std::uint32_t no_place = 0xffffffffU;
    Group& counted_at(const Counting& counting, std::uint32_t key);
    Group& of_at(const Counting& counting, std::uint32_t key);
    void note_first(Group& group, std::uint32_t number, const Labels& labels) const;

    std::unordered_map<Key, std::uint32_t, KeyHash> key_numbers_;
    std::vector<Places> places_;  // by key number
};

struct Ledger {
    Ledger(const program::Program& program, Date reference_date);
    // With names that it shares with another ledger, or that stand beside those of another.
    Ledger(const program::Program& program, Date reference_date, std::shared_ptr<Names> names);
    // For proposed cases beside a register.
    Ledger(const Ledger& beside, std::shared_ptr<Names> names);

    const program::Program* program;
    Date reference_date;
    std::shared_ptr<Names> names;  // beside those of the agreement
    // What was agreed and who holds it, on the reference date.
    std::shared_ptr<const AgreedTables> agreed;
    Labels labels;                                    // of the cases
    Blocks<std::uint64_t> tellings;                   // by case: the same for cases that tell the same
    std::vector<OfTally> tallies;                     // by TallyId
    std::vector<std::vector<RequestEntry>> requests;  // by RedistributionId, in the order of their cases
    Shares shares;                                    // what the divisions rest on
    OutcomeSets outcome_sets;                         // of the rules
    std::size_t repeated = 0;                         // cases that the register tells again; each counts once
    std::size_t different = 0;  // of those: it tells something else, so that both are among the labels

    [[nodiscard]] Basis basis() const { return {*program, reference_date, Names::of_agreement(names), agreed}; }
    [[nodiscard]] const Holders& holders() const { return agreed->holders; }
    [[nodiscard]] std::size_t cases() const { return labels.size() - different; }
};

// A case that the register tells more than once. What not each of them tells counts perhaps.
struct Repeated {
    std::string label;
    bool is_different = false;
};
enum class Repeats { CountOnce, StandApart };
// What the cases of a batch tell, in the order of the batches.
std::vector<Repeated> add_told(Told&& told, Ledger& ledger, Repeats repeats = Repeats::CountOnce);
// The same from evaluated cases. The evaluation was made with a trace.
std::vector<Repeated> add_cases(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation,
                                Ledger& ledger, Repeats repeats = Repeats::CountOnce);

}  // namespace toets::portfolio
