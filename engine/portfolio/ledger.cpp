#include "portfolio/ledger.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/civil.h"

namespace toets::portfolio {

std::uint32_t Groups::number_of(const Key& key) {
    const auto [found, is_new] = by_key_.emplace(key, static_cast<std::uint32_t>(groups_.size()));
    if (!is_new) return found->second;
    groups_.push_back({key, {}, {}});
    if (has_unknown(key)) loose_.push_back(found->second);
    return found->second;
}

const Group* Groups::find(const Key& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : &groups_[found->second];
}

void BoundOfThing::add(std::int64_t other) {
    is_contradicted = is_contradicted || (value && *value != other);
    value = other;
}

// ------------------------------------------------------------------------------------------------------------ counting

Counting::Counting(const model::Tally& tally, Date reference_date)
    : all_(tally.dimensions.size()),
      of_(tally.of_dimensions),
      is_share_(tally.is_share),
      is_swapped_(tally.swap.has_value()),
      reference_date_(reference_date) {
    std::iota(all_.begin(), all_.end(), std::size_t{0});
}

bool Counting::fits(const Key& found, const Key& key, const Dimensions& dimensions) {
    return std::all_of(dimensions.begin(), dimensions.end(),
                       [&](std::size_t index) { return found[index] == key[index] || found[index] == Names::unknown; });
}
bool Counting::is_placed(const Key& found, const Dimensions& dimensions) {
    return std::none_of(dimensions.begin(), dimensions.end(),
                        [&](std::size_t index) { return found[index] == Names::unknown; });
}
bool Counting::is_sure(const Entry& entry, Truth truth, const Key& found, const Dimensions& dimensions) {
    return truth == Truth::True && entry.moment && is_placed(found, dimensions);
}
bool Counting::is_sure(const Entry& entry, const Key& found) const { return is_sure(entry, entry.counts, found, all_); }

Key Counting::of_part(const Key& key) const {
    Key part;
    for (const std::size_t index : of_) part.push_back(key[index]);
    return part;
}

void Counting::add(const Entry& entry, bool is_sure, std::int64_t sign, Count& total,
                   std::array<Count, quarters_in_year>& by_quarter) const {
    const auto into = [&](Count& count) {
        if (!is_sure) {
            count.perhaps += sign;
        } else if (reference_date_ < *entry.moment) {
            count.planned += sign;
        } else {
            count.done += sign;
        }
    };
    into(total);
    const std::optional<Date> day = entry.day();
    if (day) into(by_quarter[static_cast<std::size_t>(to_civil(*day).month - 1) / 3]);
}

void Counting::add_counted(const Entry& entry, const Key& found, std::int64_t sign, Total& into) const {
    add(entry, is_sure(entry, found), sign, into.counted, into.by_quarter);
    const bool is_perhaps_of = entry.of != Truth::False && !is_sure(entry, entry.of, found, of_);
    if (is_perhaps_of) into.in_both += sign;
}

void Counting::add_of(const Entry& entry, const Key& found, std::int64_t sign, Total& into) const {
    add(entry, is_sure(entry, entry.of, found, of_), sign, into.of, into.of_by_quarter);
}

// --------------------------------------------------------------------------------------------------------------- swaps

Key SwapPools::pool_of(const Key& key, std::size_t dimension) {
    Key pool = key;
    pool[dimension] = Names::none;  // whichever party it is
    return pool;
}

void SwapPools::add(const SwapEntry& entry, std::size_t dimension, std::uint32_t number) {
    Key pool = pool_of(entry.from, dimension);
    std::vector<std::uint32_t>& swaps = by_pool_[pool];
    swaps.push_back(number);
    if (has_unknown(pool) && swaps.size() == 1) loose_.push_back(std::move(pool));
}

std::vector<std::uint32_t> SwapPools::of(const Key& pool) const {
    std::vector<std::uint32_t> swaps;
    const auto take = [&](const Key& found) {
        const auto of_pool = by_pool_.find(found);
        if (of_pool != by_pool_.end()) swaps.insert(swaps.end(), of_pool->second.begin(), of_pool->second.end());
    };
    take(pool);
    for (const Key& loose : loose_) {
        if (loose != pool && may_be(loose, pool)) take(loose);
    }
    return swaps;
}

// ------------------------------------------------------------------------------------------------------------- entries

std::uint32_t OfTally::key_number(const Key& key) {
    const auto [found, is_new] = key_numbers_.emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (is_new) {
        keys.push_back(key);
        places_.emplace_back();
    }
    return found->second;
}

Group& OfTally::counted_at(const Counting& counting, std::uint32_t key) {
    std::uint32_t& place = places_[key].counted;
    if (place != no_place) return counted[place];
    place = counted.number_of(keys[key]);
    if (counting.has_larger_whole()) parts[counting.of_part(keys[key])].push_back(place);
    return counted[place];
}
Group& OfTally::of_at(const Counting& counting, std::uint32_t key) {
    if (places_[key].of == no_place) places_[key].of = of.number_of(counting.of_part(keys[key]));
    return of[places_[key].of];
}

void OfTally::add(const Counting& counting, const Entry& entry, std::optional<std::int64_t> bound,
                  const Labels& labels) {
    const Key& key = keys[entry.key];
    const std::uint32_t number = entries.size();
    entries.push_back(entry);
    const auto add_bound = [&](Group& group) {
        if (!bound || !entry.moment) return;
        BoundOnDay& on_day = group.bounds[*entry.moment];
        on_day.value = *bound;
        ++on_day.entries;
    };
    if (entry.counts != Truth::False) {
        Group& group = counted_at(counting, entry.key);
        counting.add_counted(entry, key, 1, group.total);
        if (counting.is_swapped() && counting.is_sure(entry, key)) ++group.sure_by_day[*entry.moment];
        group.entries.push_back(number);
        // Nearly always too late to be among the first.
        const bool is_later = group.last_of_first && entry.moment && *group.last_of_first < *entry.moment;
        if (!is_later) note_first(group, number, labels);
        add_bound(group);
    }
    if (entry.of != Truth::False) {
        Group& group = of_at(counting, entry.key);
        counting.add_of(entry, key, 1, group.total);
        add_bound(group);
    }
}

void OfTally::note_first(Group& group, std::uint32_t number, const Labels& labels) const {
    const auto is_before = [&](std::uint32_t left, std::uint32_t right) {
        const Entry one = entries[left];
        const Entry other = entries[right];
        if (one.moment != other.moment) return one.moment < other.moment;
        return std::tuple(labels[one.case_number], one.late_in) < std::tuple(labels[other.case_number], other.late_in);
    };
    std::vector<std::uint32_t>& first = group.first;
    if (first.size() == most_first_uses) {
        if (!is_before(number, first.back())) return;
        first.pop_back();
    }
    first.insert(std::upper_bound(first.begin(), first.end(), number, is_before), number);
    if (first.size() == most_first_uses) group.last_of_first = entries[first.back()].moment;
}

void OfTally::doubt(const Counting& counting, std::uint32_t number) {
    const Entry entry = entries[number];
    const Key& key = keys[entry.key];
    Entry doubtful = entry;
    if (doubtful.counts != Truth::False) doubtful.counts = Truth::Unknown;
    if (doubtful.of != Truth::False) doubtful.of = Truth::Unknown;
    if (entry.counts != Truth::False) {
        Group& group = counted_at(counting, entry.key);
        counting.add_counted(entry, key, -1, group.total);
        counting.add_counted(doubtful, key, 1, group.total);
        if (counting.is_swapped() && counting.is_sure(entry, key)) --group.sure_by_day[*entry.moment];
    }
    if (entry.of != Truth::False) {
        Total& total = of_at(counting, entry.key).total;
        counting.add_of(entry, key, -1, total);
        counting.add_of(doubtful, key, 1, total);
    }
    entries.set(number, doubtful);
}

void OfTally::add_swap(const model::Tally& tally, SwapEntry swap) {
    pools.add(swap, tally.swap->dimension, static_cast<std::uint32_t>(swaps.size()));
    swaps.push_back(std::move(swap));
}

std::vector<std::uint32_t> OfTally::swaps_of(const std::vector<std::uint32_t>& cases) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t number : cases) {
        auto swap =
            std::lower_bound(swaps.begin(), swaps.end(), number,
                             [](const SwapEntry& each, std::uint32_t wanted) { return each.case_number < wanted; });
        for (; swap != swaps.end() && swap->case_number == number; ++swap) {
            found.push_back(static_cast<std::uint32_t>(swap - swaps.begin()));
        }
    }
    return found;
}

// -------------------------------------------------------------------------------------------------------------- ledger

namespace {

// Those of the agreement, in its order.
void add_names(const model::Model& model, const model::Tally& tally, Names& names) {
    for (const model::TallyDimension& dimension : tally.dimensions) {
        if (!dimension.value.is_valid()) continue;
        const model::Type& type = model.expressions[dimension.value].type;
        if (type.base == model::Base::Organisation && type.role.is_valid()) {
            for (const model::PartyId party : model.roles[type.role].members) names.add(model.parties[party].name.text);
        }
        if (type.base == model::Base::Choice) {
            for (const model::Name& name : model.choice_lists[type.choices].values) names.add(name.text);
        }
    }
    for (const model::AgreedNumber& number : tally.numbers) {
        for (const std::string& name : number.key) names.add(name);
    }
}

std::shared_ptr<Names> names_of(const model::Model& model) {
    auto of_agreement = std::make_shared<Names>();
    for (const model::Tally& tally : model.tallies) add_names(model, tally, *of_agreement);
    return std::make_shared<Names>(std::move(of_agreement));
}

}  // namespace

Ledger::Ledger(const program::Program& made_for, Date day) : Ledger(made_for, day, names_of(*made_for.model)) {}

Ledger::Ledger(const program::Program& made_for, Date day, std::shared_ptr<Names> shared)
    : program(&made_for),
      reference_date(day),
      names(std::move(shared)),
      agreed(std::make_shared<AgreedTables>(*program->model, *names, day)),
      tallies(made_for.tallies.size()),
      requests(made_for.redistributions.size()),
      shares(made_for.apportionments.size()) {}

Ledger::Ledger(const Ledger& beside, std::shared_ptr<Names> shared)
    : program(beside.program),
      reference_date(beside.reference_date),
      names(std::move(shared)),
      agreed(beside.agreed),
      tallies(program->tallies.size()),
      requests(program->redistributions.size()),
      shares(program->apportionments.size()) {}

}  // namespace toets::portfolio
