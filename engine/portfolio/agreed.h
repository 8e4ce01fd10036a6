// What was agreed for a combination: the number of the table, with what was swapped and what came over from earlier
// years.
#pragma once

#include "portfolio/carry_over.h"
#include "portfolio/redistribution.h"
#include "portfolio/totals.h"

namespace toets::portfolio {

using program::Outcome;

// As a number of things; of a share a percentage (in millionths).
struct Agreed {
    model::Bound bound = model::Bound::AtMost;
    std::optional<std::int64_t> value;  // empty: it is not known
    std::int64_t perhaps_more = 0;      // by so much at most, when what is not known turns out otherwise
    std::optional<std::size_t> number;  // the row of Tally::numbers; otherwise it is the limit, or only came over
};

// C88: what was handed over between two parties, as it is on the reference date.
struct SwapOfNumbers {
    enum class State {
        Counts,
        Perhaps,      // not enough is known
        NotYet,       // its day is to come
        NotProvided,  // what it must satisfy does not hold
        TooMany,      // less would be left than there is, or than was counted by then
    };
    std::string label;  // of the case that tells it
    std::optional<Date> day;
    std::optional<std::int64_t> count;
    Key from;
    Key to;
    State state = State::Counts;
};

// C76: what a calendar year has from the years before it, and leaves for the next one.
struct CarriedOver {
    YearInSeries year;                   // when nothing that is not known counts
    bool is_certain = true;              // whatever that turns out to be, as much came over
    bool is_leaving_certain = true;      // and goes along
    bool is_agreed = true;               // for the year itself
    std::optional<Aftermath> aftermath;  // of a year that is over
    // The day on which the year before closes. Empty when nothing was agreed for it.
    std::optional<Date> before_closes;
    bool is_before_over = false;
    bool is_before_closed = false;
    Date closes;  // this year
    bool is_closed = false;
    // Of a year that is over and in which too few counted.
    Outcome outcome = Outcome::Violated;
};

struct Agreement {
    std::optional<Agreed> agreed;
    std::optional<CarriedOver> carried;
    std::vector<SwapOfNumbers> swaps;              // from or to this combination, by day
    std::vector<Holders::Succession> succeeded{};  // C8: whose numbers it has too
    std::vector<HandedOn> handed_on{};             // C77, by day
};

class AgreedNumbers {
public:
    explicit AgreedNumbers(const Totals& totals);

    [[nodiscard]] Agreement at(const Key& key) const;
    // Of the agreement, and those to which something came over.
    [[nodiscard]] std::vector<Key> keys() const;
    // What was left over of this tally, and who got it; by day.
    [[nodiscard]] const std::vector<Redistributed>& redistributed() const { return redistributed_; }

private:
    // The number of the table, with what was swapped and handed on, as it was on that day.
    [[nodiscard]] std::optional<Agreed> number(const Key& key, Date until) const;
    [[nodiscard]] std::optional<Agreed> number(const Key& key) const { return number(key, totals_.today()); }
    [[nodiscard]] std::optional<Agreed> number_of_table(const Key& key, Date until) const;
    [[nodiscard]] Key held(Key key) const;

    // agreed_swaps.cpp
    // Those that are about the numbers of this combination, or may be.
    [[nodiscard]] const std::vector<SwapOfNumbers>& swaps_near(const Key& key) const;
    [[nodiscard]] std::vector<SwapOfNumbers> read_swaps(const std::optional<Key>& pool) const;  // by day
    [[nodiscard]] SwapOfNumbers to_swap(const Ledger& ledger, const SwapEntry& entry) const;
    void apply_swap(SwapOfNumbers& swap, std::map<Key, std::int64_t>& handed_over) const;
    void add_swapped(const Key& key, Date until, Agreed& agreed) const;

    // agreed_leftovers.cpp
    void redistribute();
    void add_requests(const Ledger& ledger, std::optional<std::uint32_t> only, Redistributed& into) const;
    void redistribute(model::RedistributionId id, Date day);
    [[nodiscard]] std::vector<Key> givers_in(int year) const;  // in the order of the table
    [[nodiscard]] Holder holder(const Key& key, Date day, bool is_open_used) const;
    void add_handed_on(const Key& key, Agreed& agreed) const;

    // carry_over_numbers.cpp
    [[nodiscard]] bool carries_over() const;
    [[nodiscard]] std::optional<int> first_year_of(const Key& key) const;
    // Of parties that it succeeded since the year before.
    [[nodiscard]] std::vector<Key> joined_in(const Key& key, int year) const;
    [[nodiscard]] bool is_held(const Key& key) const;  // nobody succeeded this party
    [[nodiscard]] std::vector<YearInSeries> years_of(const Key& key, int first, int last, bool all_counts) const {
        return years_of(key, first, last, all_counts, totals_.today());
    }
    [[nodiscard]] std::vector<YearInSeries> years_of(const Key& key, int first, int last, bool all_counts,
                                                     Date until) const;
    [[nodiscard]] std::vector<Key> years_it_came_over_to(const Key& key) const;
    [[nodiscard]] std::optional<Agreed> last_agreed_before(const Key& key, int year, int first) const;
    [[nodiscard]] Date closing_of(int year) const;
    void carry_over(const Key& key, Period period, Agreement& agreement) const;

    const Totals& totals_;
    const model::Tally& tally_;
    const AgreedTable& table_;
    mutable std::map<Key, std::vector<SwapOfNumbers>> pools_;  // read when they were asked for; by day
    // Where what is left over is handed on, it matters what was swapped by then: everything is worked out by day.
    bool is_handed_on_;
    std::vector<SwapOfNumbers> swaps_;          // of all pools, by day
    std::vector<Redistributed> redistributed_;  // by day
};

}  // namespace toets::portfolio
