// So many of each combination, in a register as it is looked at.
#pragma once

#include "portfolio/ledger.h"

namespace toets::portfolio {

// A register as it is looked at: without some of its cases, and perhaps with one that is proposed.
struct Look {
    const Ledger& ledger;
    std::vector<std::uint32_t> left_out{};  // cases of it
    const Ledger* proposed = nullptr;       // with the same names
    std::uint32_t proposed_case = 0;
    [[nodiscard]] const std::shared_ptr<Names>& names() const {
        return names_of_both != nullptr ? names_of_both : ledger.names;
    }
    std::shared_ptr<Names> names_of_both{};  // when those of a proposed case stand beside those of the ledger
};

struct Use {  // a case that counts here
    std::string label;
    std::optional<Date> moment;
    std::optional<Date> late_in;  // it counts in the year of this day, not in its own
    bool is_sure = true;
};
struct Uses {
    std::vector<Use> first;  // by date and then by label
    std::size_t more = 0;    // after those
};
// What was made use of up to a day, with what was known on that day.
struct UsedOnDay {
    std::int64_t used = 0;     // it counted by then
    std::int64_t open = 0;     // it counts later, and was there already
    std::int64_t perhaps = 0;  // not enough is known to say
};
class Totals {
public:
    Totals(const Look& look, const program::TallyProgram& compiled);

    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const model::Tally& tally() const { return tally_; }
    [[nodiscard]] model::TallyId id() const { return compiled_.tally; }
    [[nodiscard]] Names& names() const { return *look_.names(); }
    [[nodiscard]] Date today() const { return look_.ledger.reference_date; }

    [[nodiscard]] Total at(const Key& key) const;
    [[nodiscard]] std::int64_t counted_until(const Key& key, Date day) const;  // for certain
    [[nodiscard]] UsedOnDay used_on(const Key& key, Date day, bool is_open_used) const;
    [[nodiscard]] Uses uses(const Key& key, std::size_t most) const;
    [[nodiscard]] std::vector<Key> placed() const;  // of which something counts
    [[nodiscard]] const OfTally& of(const Ledger& ledger) const { return ledger.tallies[compiled_.tally.index()]; }
    [[nodiscard]] const AgreedTable& agreed() const { return look_.ledger.agreed->tables[compiled_.tally.index()]; }
    [[nodiscard]] std::optional<Period> period_of(const Key& key) const;
    // Otherwise the same combination; of a tally by calendar year.
    [[nodiscard]] Key in_year(const Key& key, int year) const;

    // Of a limit.
    [[nodiscard]] BoundOfThing bound_of_thing(const Key& key) const;
    // A parameter may change: what held on the last day that counts.
    [[nodiscard]] std::optional<std::int64_t> bound_of_last_day(const Key& key) const;

private:
    template <class See>
    void for_each_group(const Groups& groups, bool is_of, const Key& key, const See& see) const;
    template <class See>
    void for_each_changed(const See& see) const;
    template <class See>
    void see_case(const Ledger& ledger, std::uint32_t number, std::int64_t sign, const See& see) const;
    [[nodiscard]] std::map<Date, std::int64_t> changes_by_day(const Key& key) const;
    [[nodiscard]] bool is_left_out(std::uint32_t case_number) const;
    [[nodiscard]] std::size_t left_out_of(const Group& group) const;

    const Look& look_;
    const program::TallyProgram& compiled_;
    const model::Tally& tally_;
    const OfTally& of_tally_;
    Counting counting_;
};

}  // namespace toets::portfolio
