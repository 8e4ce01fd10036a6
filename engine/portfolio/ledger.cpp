#include "portfolio/ledger.h"

#include <algorithm>
#include <numeric>

#include "base/civil.h"

namespace toets::portfolio {

Group& Groups::at(const Key& key) {
    const auto [found, is_new] = by_key_.emplace(key, static_cast<std::uint32_t>(groups_.size()));
    if (!is_new) return groups_[found->second];
    groups_.push_back({key, {}, {}});
    const bool is_loose = std::find(key.begin(), key.end(), Names::unknown) != key.end();
    if (is_loose) loose_.push_back(found->second);
    return groups_.back();
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
    : all_(tally.dimensions.size()), of_(tally.of_dimensions), reference_date_(reference_date) {
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
    const std::optional<Date> day = entry.late_in ? entry.late_in : entry.moment;
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

// -------------------------------------------------------------------------------------------------------------- ledger

std::pair<std::uint32_t, std::uint32_t> OfTally::of_case(std::uint32_t case_number) const {
    const std::uint32_t next = case_number + 1;
    return {first_of_case[case_number],
            next < first_of_case.size() ? first_of_case[next] : static_cast<std::uint32_t>(entries.size())};
}

void OfTally::add(const Counting& counting, const Key& key, Entry entry, std::optional<std::int64_t> bound) {
    const auto [found, is_new] = key_numbers_.emplace(key, static_cast<std::uint32_t>(keys.size()));
    if (is_new) keys.push_back(key);
    entry.key = found->second;
    const auto number = static_cast<std::uint32_t>(entries.size());
    const auto add_bound = [&](Group& group) {
        if (!bound || !entry.moment) return;
        BoundOnDay& on_day = group.bounds[*entry.moment];
        on_day.value = *bound;
        ++on_day.entries;
    };
    if (entry.counts != Truth::False) {
        Group& group = counted.at(key);
        counting.add_counted(entry, key, 1, group.total);
        group.entries.push_back(number);
        add_bound(group);
    }
    if (entry.of != Truth::False) {
        Group& group = of.at(counting.of_part(key));
        counting.add_of(entry, key, 1, group.total);
        add_bound(group);
    }
    entries.push_back(entry);
}

void OfTally::doubt(const Counting& counting, std::uint32_t number) {
    Entry& entry = entries[number];
    const Key& key = keys[entry.key];
    Entry doubtful = entry;
    if (doubtful.counts != Truth::False) doubtful.counts = Truth::Unknown;
    if (doubtful.of != Truth::False) doubtful.of = Truth::Unknown;
    if (entry.counts != Truth::False) {
        Total& total = counted.at(key).total;
        counting.add_counted(entry, key, -1, total);
        counting.add_counted(doubtful, key, 1, total);
    }
    if (entry.of != Truth::False) {
        Total& total = of.at(counting.of_part(key)).total;
        counting.add_of(entry, key, -1, total);
        counting.add_of(doubtful, key, 1, total);
    }
    entry = doubtful;
}

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

}  // namespace

Ledger::Ledger(const program::Program& made_for, Date day, std::shared_ptr<Names> shared)
    : program(&made_for),
      reference_date(day),
      names(std::move(shared)),
      tallies(made_for.tallies.size()),
      shares(made_for.apportionments.size()),
      requests(made_for.redistributions.size()),
      outcomes(made_for.rules.size()),
      cases_by_outcome(made_for.rules.size()) {
    if (names == nullptr) {
        names = std::make_shared<Names>();
        for (const model::Tally& tally : program->model->tallies) add_names(*program->model, tally, *names);
        names->fix();
    }
    holders.emplace(*program->model, *names, reference_date);
}

}  // namespace toets::portfolio
