#include "portfolio/totals.h"

#include <algorithm>
#include <tuple>

#include "base/civil.h"

namespace toets::portfolio {

namespace {

void add_to(Count& count, const Count& other) {
    count.done += other.done;
    count.planned += other.planned;
    count.perhaps += other.perhaps;
}
void add_to(Total& total, const Total& other) {
    add_to(total.counted, other.counted);
    add_to(total.of, other.of);
    total.in_both += other.in_both;
    for (std::size_t i = 0; i < quarters_in_year; ++i) {
        add_to(total.by_quarter[i], other.by_quarter[i]);
        add_to(total.of_by_quarter[i], other.of_by_quarter[i]);
    }
}

}  // namespace

Totals::Totals(const Look& look, const program::TallyProgram& compiled)
    : look_(look),
      compiled_(compiled),
      tally_(look.ledger.program->model->tallies[compiled.tally]),
      of_tally_(look.ledger.tallies[compiled.tally.index()]),
      counting_(tally_, look.ledger.reference_date) {}

// The group of the combination, and those that may belong to it. `key`: of a denominator only its own part counts.
template <class See>
void Totals::for_each_group(const Groups& groups, bool is_of, const Key& key, const See& see) const {
    const Key wanted = is_of ? counting_.of_part(key) : key;
    if (const Group* group = groups.find(wanted)) see(*group);
    for (const std::uint32_t number : groups.loose()) {
        const Group& group = groups.all()[number];
        if (group.key != wanted && may_be(group.key, wanted)) see(group);
    }
}

// Entries of the cases that are left out or proposed.
template <class See>
void Totals::for_each_changed(const See& see) const {
    for (const std::uint32_t number : look_.left_out) see_case(look_.ledger, number, -1, see);
    if (look_.proposed != nullptr) see_case(*look_.proposed, look_.proposed_case, 1, see);
}
template <class See>
void Totals::see_case(const Ledger& ledger, std::uint32_t number, std::int64_t sign, const See& see) const {
    const OfTally& of = ledger.tallies[compiled_.tally.index()];
    const auto [first, last] = of.of_case(number);
    for (std::uint32_t entry = first; entry < last; ++entry) {
        see(of.entries[entry], of.keys[of.entries[entry].key], sign);
    }
}

Total Totals::at(const Key& key) const {
    Total total;
    for_each_group(of_tally_.counted, false, key, [&](const Group& group) { add_to(total, group.total); });
    for_each_group(of_tally_.of, true, key, [&](const Group& group) { add_to(total, group.total); });
    for_each_changed([&](const Entry& entry, const Key& found, std::int64_t sign) {
        if (entry.counts != Truth::False && counting_.counts_in(found, key)) {
            counting_.add_counted(entry, found, sign, total);
        }
        if (entry.of != Truth::False && counting_.is_of(found, key)) {
            counting_.add_of(entry, found, sign, total);
        }
    });
    return total;
}

std::optional<Period> Totals::period_of(const Key& key) const { return portfolio::period_of(tally_, key, names()); }

Key Totals::in_year(const Key& key, int year) const {
    Key moved = key;
    for (std::size_t index = 0; index < key.size(); ++index) {
        const bool is_year = tally_.dimensions[index].what == model::TallyDimension::What::Year;
        if (is_year) moved[index] = names().add(std::to_string(year));
    }
    return moved;
}

std::vector<Key> Totals::placed() const {
    std::vector<Key> keys;
    for (const Group& group : of_tally_.counted.all()) {
        if (counting_.is_placed(group.key)) keys.push_back(group.key);
    }
    // Of a share also where only the whole counts: that is 0%.
    if (tally_.of_dimensions.size() < tally_.dimensions.size()) return keys;
    for (const Group& group : of_tally_.of.all()) {
        Key key(group.key.size());
        for (std::size_t index = 0; index < key.size(); ++index) key[tally_.of_dimensions[index]] = group.key[index];
        if (counting_.is_placed(key)) keys.push_back(std::move(key));
    }
    return keys;
}

bool Totals::is_left_out(std::uint32_t case_number) const {
    return std::find(look_.left_out.begin(), look_.left_out.end(), case_number) != look_.left_out.end();
}

std::int64_t Totals::counted_until(const Key& key, Date day) const {
    std::int64_t counted = 0;
    const auto counts = [&](const Entry& entry) { return counting_.is_sure(entry, key) && *entry.moment <= day; };
    if (const Group* group = of_tally_.counted.find(key)) {
        const auto end = group->sure_by_day.upper_bound(day);
        for (auto at = group->sure_by_day.begin(); at != end; ++at) counted += at->second;
    }
    for_each_changed([&](const Entry& entry, const Key& found, std::int64_t sign) {
        if (found == key && counts(entry)) counted += sign;
    });
    return counted;
}

namespace {

// Where it counts on that day; null: nowhere.
std::int64_t* count_of(const Entry& entry, bool is_sure, Date day, bool is_open_known, bool may_be_open,
                       UsedOnDay& used) {
    const std::optional<Date> counts_on = entry.day();
    if (!is_sure) return counts_on && day < *counts_on && !may_be_open ? nullptr : &used.perhaps;
    if (*counts_on <= day) return &used.used;
    if (is_open_known) return &used.open;
    return may_be_open ? &used.perhaps : nullptr;
}

}  // namespace

// Of what counts later, it matters whether it was there already. Where the cases do not say since when it is known,
// that can only be said on the day itself; what is proposed now was not there before.
UsedOnDay Totals::used_on(const Key& key, Date day, bool is_open_used) const {
    UsedOnDay used;
    const auto see = [&](const Entry& entry, const Key& found, const std::optional<Date>& known, std::int64_t sign,
                         bool is_new) {
        if (entry.counts == Truth::False || (known && day < *known)) return;
        const bool is_open_known = known || day == today();
        const bool is_sure = counting_.is_sure(entry, found);
        const bool may_be_open = is_open_used && !(is_sure && is_new);
        std::int64_t* count = count_of(entry, is_sure, day, is_open_known, may_be_open, used);
        if (count != nullptr) *count += sign;
    };
    const auto known_since = [](const OfTally& of, std::uint32_t number) {
        return number < of.known_since.size() ? of.known_since[number] : std::nullopt;
    };
    for_each_group(of_tally_.counted, false, key, [&](const Group& group) {
        for (const std::uint32_t number : group.entries) {
            see(of_tally_.entries[number], group.key, known_since(of_tally_, number), 1, false);
        }
    });
    const auto see_own = [&](const Ledger& ledger, std::uint32_t of_case, std::int64_t sign, bool is_new) {
        const OfTally& of = ledger.tallies[compiled_.tally.index()];
        const auto [first, last] = of.of_case(of_case);
        for (std::uint32_t number = first; number < last; ++number) {
            const Key& found = of.keys[of.entries[number].key];
            if (!counting_.counts_in(found, key)) continue;
            see(of.entries[number], found, known_since(of, number), sign, is_new);
        }
    };
    for (const std::uint32_t number : look_.left_out) see_own(look_.ledger, number, -1, false);
    if (look_.proposed != nullptr) see_own(*look_.proposed, look_.proposed_case, 1, look_.left_out.empty());
    return used;
}

// How many entries of cases that are left out stand in the group.
std::size_t Totals::left_out_of(const Group& group) const {
    std::size_t count = 0;
    for (const std::uint32_t number : look_.left_out) {
        const auto [first, last] = of_tally_.of_case(number);
        for (std::uint32_t at = first; at < last; ++at) {
            const Entry entry = of_tally_.entries[at];
            if (entry.counts != Truth::False && of_tally_.keys[entry.key] == group.key) ++count;
        }
    }
    return count;
}

Uses Totals::uses(const Key& key, std::size_t most) const {
    struct Found {
        Entry entry;
        std::string_view label;
        bool is_sure;
    };
    std::vector<Found> found;
    std::size_t count = 0;
    for_each_group(of_tally_.counted, false, key, [&](const Group& group) {
        const std::size_t left_out = left_out_of(group);
        count += group.entries.size() - left_out;
        const bool are_first_enough = most < most_first_uses && most + left_out <= most_first_uses;
        for (const std::uint32_t number : are_first_enough ? group.first : group.entries) {
            const Entry entry = of_tally_.entries[number];
            if (is_left_out(entry.case_number)) continue;
            found.push_back({entry, look_.ledger.labels[entry.case_number], counting_.is_sure(entry, group.key)});
        }
    });
    const auto first = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    const auto order = [](const Found& each) {
        return std::tie(each.entry.moment, each.label, each.entry.late_in, each.is_sure);
    };
    std::partial_sort(found.begin(), first, found.end(),
                      [&](const Found& left, const Found& right) { return order(left) < order(right); });
    Uses uses{{}, count - static_cast<std::size_t>(first - found.begin())};
    for (auto each = found.begin(); each != first; ++each) {
        uses.first.push_back({std::string(each->label), each->entry.moment, each->entry.late_in, each->is_sure});
    }
    return uses;
}

BoundOfThing Totals::bound_of_thing(const Key& key) const {
    const std::uint32_t thing = key[compiled_.bound_of_thing->dimension];
    BoundOfThing bound;
    const auto add = [&](const OfTally& of) {
        const auto found = of.bounds.find(thing);
        if (found == of.bounds.end()) return;
        if (found->second.value) bound.add(*found->second.value);
        bound.is_contradicted = bound.is_contradicted || found->second.is_contradicted;
    };
    add(of_tally_);
    if (look_.proposed != nullptr) add(look_.proposed->tallies[compiled_.tally.index()]);
    return bound;
}

// How many entries with a limit of their day come here or go, by the cases that are left out and the one proposed.
std::map<Date, std::int64_t> Totals::changes_by_day(const Key& key) const {
    std::map<Date, std::int64_t> changes;
    for_each_changed([&](const Entry& entry, const Key& found, std::int64_t sign) {
        const bool is_here = tally_.is_share ? entry.of != Truth::False && counting_.is_of(found, key)
                                             : entry.counts != Truth::False && counting_.counts_in(found, key);
        if (is_here && entry.moment) changes[*entry.moment] += sign;
    });
    return changes;
}

std::optional<std::int64_t> Totals::bound_of_last_day(const Key& key) const {
    const std::map<Date, std::int64_t> changes = changes_by_day(key);
    std::optional<std::pair<Date, std::int64_t>> last;
    const auto see = [&](Date day, std::int64_t entries, std::int64_t bound) {
        const auto change = changes.find(day);
        const std::int64_t left = entries + (change == changes.end() ? 0 : change->second);
        if (left > 0 && (!last || last->first < day)) last = {day, bound};
        return left > 0;
    };
    const auto groups_of = [this](const OfTally& of) -> const Groups& { return tally_.is_share ? of.of : of.counted; };
    for_each_group(groups_of(of_tally_), tally_.is_share, key, [&](const Group& group) {
        for (auto at = group.bounds.rbegin(); at != group.bounds.rend(); ++at) {
            if (see(at->first, at->second.entries, at->second.value)) return;
        }
    });
    if (look_.proposed == nullptr) return last ? std::optional(last->second) : std::nullopt;
    const OfTally& proposed = look_.proposed->tallies[compiled_.tally.index()];
    for_each_group(groups_of(proposed), tally_.is_share, key, [&](const Group& group) {
        for (const auto& [day, bound] : group.bounds) see(day, 0, bound.value);
    });
    return last ? std::optional(last->second) : std::nullopt;
}

}  // namespace toets::portfolio
