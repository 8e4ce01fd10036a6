#include "portfolio/standings.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace toets::portfolio {

namespace {

using What = model::TallyDimension::What;
__extension__ using Wide = __int128;

constexpr std::int64_t all_of_it = 100'000'000;  // 100% in millionths

std::int64_t floor_of(Wide dividend, Wide divisor) {
    const Wide quotient = dividend / divisor;
    return static_cast<std::int64_t>(dividend % divisor != 0 && dividend < 0 ? quotient - 1 : quotient);
}
std::int64_t ceiling_of(Wide dividend, Wide divisor) { return -floor_of(-dividend, divisor); }

std::int64_t ten_to(int power) {
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
}

class TallyJudge {
public:
    TallyJudge(const Look& look, const program::TallyProgram& tally)
        : look_(look),
          names_(*look.ledger.names),
          compiled_(tally),
          tally_(look.ledger.program->model->tallies[tally.tally]),
          of_tally_(look.ledger.tallies[tally.tally.index()]),
          today_(look.ledger.reference_date),
          counting_(tally_, today_) {
        for (std::size_t index = 0; index < tally_.numbers.size(); ++index) {
            Key key;
            for (const std::string& name : tally_.numbers[index].key) {
                key.push_back(names_.find(name).value_or(Names::unknown));
            }
            agreed_[std::move(key)].push_back(index);
        }
    }

    std::vector<Standing> judge() {
        const auto is_before = [this](const Key& left, const Key& right) {
            return std::lexicographical_compare(
                left.begin(), left.end(), right.begin(), right.end(),
                [this](std::uint32_t one, std::uint32_t other) { return names_.is_before(one, other); });
        };
        std::set<Key, decltype(is_before)> keys(is_before);
        for (const Group& group : of_tally_.counted.all()) {
            if (counting_.is_placed(group.key)) keys.insert(group.key);
        }
        for (const auto& [key, numbers] : agreed_) keys.insert(key);
        std::vector<Standing> standings;
        standings.reserve(keys.size());
        for (const Key& key : keys) standings.push_back(judge(key));
        return standings;
    }

    Standing judge(const Key& key) {
        Standing standing;
        standing.tally = compiled_.tally;
        standing.key = key;
        bool has_year = false;
        for (std::size_t index = 0; index < tally_.dimensions.size(); ++index) {
            const What what = tally_.dimensions[index].what;
            if (what == What::Value) continue;
            has_year = has_year || what == What::Year;
            standing.period = period_named(what, names_.text(key[index]));
        }
        standing.has_period_ended = standing.period && standing.period->last < today_;
        const Total total = total_of(key);
        standing.counted = total.counted;
        standing.of = total.of;
        standing.in_both = total.in_both;
        if (has_year && standing.period) add_quarters(total, standing);
        agree(standing);
        return standing;
    }

    std::vector<Use> uses(const Key& key) const {
        std::vector<Use> uses;
        for_each_group(of_tally_.counted, false, key, [&](const Group& group) {
            for (const std::uint32_t number : group.entries) {
                const Entry& entry = of_tally_.entries[number];
                const auto& out = look_.left_out;
                if (std::find(out.begin(), out.end(), entry.case_number) != out.end()) continue;
                uses.push_back(
                    {look_.ledger.labels[entry.case_number], entry.moment, counting_.is_sure(entry, group.key)});
            }
        });
        std::sort(uses.begin(), uses.end(), [](const Use& left, const Use& right) {
            return std::tie(left.moment, left.label) < std::tie(right.moment, right.label);
        });
        return uses;
    }

private:
    // ----------------------------------------------------------------------------------------------------- counting

    // The group of the combination, and those that may belong to it. `key`: of a denominator only its own part counts.
    template <class See>
    void for_each_group(const Groups& groups, bool is_of, const Key& key, const See& see) const {
        const Key wanted = is_of ? counting_.of_part(key) : key;
        if (const Group* group = groups.find(wanted)) see(*group);
        for (const std::uint32_t number : groups.loose()) {
            const Group& group = groups.all()[number];
            const bool fits = std::equal(
                group.key.begin(), group.key.end(), wanted.begin(),
                [](std::uint32_t found, std::uint32_t asked) { return found == asked || found == Names::unknown; });
            if (fits && group.key != wanted) see(group);
        }
    }

    // Entries of the cases that are left out or proposed.
    template <class See>
    void for_each_changed(const See& see) const {
        for (const std::uint32_t number : look_.left_out) see_case(look_.ledger, number, -1, see);
        if (look_.proposed != nullptr) see_case(*look_.proposed, look_.proposed_case, 1, see);
    }
    template <class See>
    void see_case(const Ledger& ledger, std::uint32_t number, std::int64_t sign, const See& see) const {
        const OfTally& of = ledger.tallies[compiled_.tally.index()];
        const auto [first, last] = of.of_case(number);
        for (std::uint32_t entry = first; entry < last; ++entry) {
            see(of.entries[entry], of.keys[of.entries[entry].key], sign);
        }
    }

    [[nodiscard]] Total total_of(const Key& key) const {
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
    static void add_to(Count& count, const Count& other) {
        count.done += other.done;
        count.planned += other.planned;
        count.perhaps += other.perhaps;
    }
    static void add_to(Total& total, const Total& other) {
        add_to(total.counted, other.counted);
        add_to(total.of, other.of);
        total.in_both += other.in_both;
        for (std::size_t i = 0; i < quarters_in_year; ++i) {
            add_to(total.by_quarter[i], other.by_quarter[i]);
            add_to(total.of_by_quarter[i], other.of_by_quarter[i]);
        }
    }

    static void add_quarters(const Total& total, Standing& standing) {
        Date first = standing.period->first;
        for (std::size_t i = 0; i < quarters_in_year; ++i) {
            const Date next = add_months(first, 3);
            standing.quarters.push_back({{first, Date{next.days - 1}}, total.by_quarter[i], total.of_by_quarter[i]});
            first = next;
        }
    }

    // ------------------------------------------------------------------------------------------------------ judging

    void agree(Standing& standing) {
        standing.agreed = agreed_number(standing.key);
        if (!standing.agreed && tally_.limit) standing.agreed = limit(standing);
        if (!standing.agreed) return;
        const Count& judged = tally_.is_share ? standing.of : standing.counted;
        const std::int64_t needed = std::max(tally_.threshold, std::int64_t{tally_.is_share ? 1 : 0});
        if (judged.most() < needed) {
            standing.outcome = Outcome::NotApplicable;
            return;
        }
        // Perhaps there are too few to judge.
        if (judged.sure() < needed || !standing.agreed->value) {
            standing.outcome = Outcome::Unknown;
            return;
        }
        if (has_year_before(standing)) {
            standing.needs_carry_over = true;
            standing.outcome = Outcome::Unknown;
            return;
        }
        tally_.is_share ? judge_share(standing) : judge_number(standing);
        const bool has_not_begun = standing.period && today_ < standing.period->first;
        if (has_not_begun && standing.outcome == Outcome::Violated && standing.short_of) {
            standing.outcome = Outcome::Pending;
        }
    }

    // A number that carries over (C76) and was agreed for the year before too.
    [[nodiscard]] bool has_year_before(const Standing& standing) const {
        if (tally_.not_yet.empty() || !standing.agreed->number || !standing.period) return false;
        const std::string before = period_name(What::Year, Date{standing.period->first.days - 1});
        Key key = standing.key;
        for (std::size_t index = 0; index < key.size(); ++index) {
            if (tally_.dimensions[index].what == What::Year) key[index] = names_.find(before).value_or(Names::unknown);
        }
        return agreed_.count(key) > 0;
    }

    // The last row for this combination that holds already.
    [[nodiscard]] std::optional<Agreed> agreed_number(const Key& key) const {
        const auto rows = agreed_.find(key);
        if (rows == agreed_.end()) return std::nullopt;
        std::optional<std::size_t> found;
        for (const std::size_t index : rows->second) {
            const model::AgreedNumber& number = tally_.numbers[index];
            if (number.from && today_ < *number.from) continue;
            if (!found || tally_.numbers[*found].from < number.from) found = index;
        }
        if (!found) return std::nullopt;
        return Agreed{tally_.numbers[*found].bound, tally_.numbers[*found].count, found};
    }

    std::optional<Agreed> limit(Standing& standing) const {
        Agreed agreed;
        const std::optional<std::int64_t> bound = bound_for(standing);
        const std::int64_t scale = ten_to(compiled_.bound_scale);
        switch (tally_.limit->comparison) {
            case model::Comparison::AtMost:
            case model::Comparison::Equal:
                agreed.bound = model::Bound::AtMost;
                if (bound) agreed.value = tally_.is_share ? *bound : floor_of(*bound, scale);
                break;
            case model::Comparison::AtLeast:
                agreed.bound = model::Bound::AtLeast;
                if (bound) agreed.value = tally_.is_share ? *bound : ceiling_of(*bound, scale);
                break;
            case model::Comparison::LessThan:
                agreed.bound = model::Bound::AtMost;
                if (bound) agreed.value = tally_.is_share ? *bound - 1 : ceiling_of(*bound, scale) - 1;
                break;
            case model::Comparison::MoreThan:
                agreed.bound = model::Bound::AtLeast;
                if (bound) agreed.value = tally_.is_share ? *bound + 1 : floor_of(*bound, scale) + 1;
                break;
        }
        return agreed;
    }

    std::optional<std::int64_t> bound_for(Standing& standing) const {
        return compiled_.bound_of_thing ? bound_of_thing(standing) : bound_of_last_day(standing.key);
    }

    std::optional<std::int64_t> bound_of_thing(Standing& standing) const {
        const std::uint32_t thing = standing.key[compiled_.bound_of_thing->dimension];
        BoundOfThing bound;
        const auto add = [&](const OfTally& of) {
            const auto found = of.bounds.find(thing);
            if (found == of.bounds.end()) return;
            if (found->second.value) bound.add(*found->second.value);
            bound.is_contradicted = bound.is_contradicted || found->second.is_contradicted;
        };
        add(of_tally_);
        if (look_.proposed != nullptr) add(look_.proposed->tallies[compiled_.tally.index()]);
        standing.is_contradicted = bound.is_contradicted;
        return bound.is_contradicted ? std::nullopt : bound.value;
    }

    // A parameter may change: what held on the last day that counts.
    std::optional<std::int64_t> bound_of_last_day(const Key& key) const {
        std::map<Date, std::int64_t> changes;
        for_each_changed([&](const Entry& entry, const Key& found, std::int64_t sign) {
            const bool is_here = tally_.is_share ? entry.of != Truth::False && counting_.is_of(found, key)
                                                 : entry.counts != Truth::False && counting_.counts_in(found, key);
            if (is_here && entry.moment) changes[*entry.moment] += sign;
        });
        std::optional<std::pair<Date, std::int64_t>> last;
        const auto see = [&](Date day, std::int64_t entries, std::int64_t bound) {
            const auto change = changes.find(day);
            const std::int64_t left = entries + (change == changes.end() ? 0 : change->second);
            if (left > 0 && (!last || last->first < day)) last = {day, bound};
            return left > 0;
        };
        const auto groups_of = [this](const OfTally& of) -> const Groups& {
            return tally_.is_share ? of.of : of.counted;
        };
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

    void judge_number(Standing& standing) const {
        const Count& counted = standing.counted;
        const std::int64_t agreed = *standing.agreed->value;
        const model::Bound bound = standing.agreed->bound;
        if (bound == model::Bound::AtMost || bound == model::Bound::Exactly) {
            standing.room = agreed - counted.sure();
            if (counted.sure() > agreed) {
                standing.outcome = Outcome::Violated;
                return;
            }
            if (counted.most() > agreed) {
                standing.outcome = Outcome::Unknown;
                return;
            }
            if (bound == model::Bound::AtMost) return;
        }
        const bool is_over = !standing.period || standing.has_period_ended;
        const std::int64_t reached = is_over ? counted.sure() : counted.done;
        if (reached >= agreed) return;
        standing.short_of = agreed - counted.done;
        standing.outcome = !is_over                   ? Outcome::Pending
                           : counted.most() >= agreed ? Outcome::Unknown
                                                      : Outcome::Violated;
    }

    // Of so many, so many at least or at most; with the doubtful ones counted for and against.
    [[nodiscard]] bool holds(std::int64_t counted, std::int64_t of, const Agreed& agreed) const {
        const Wide left = Wide{counted} * all_of_it;
        const Wide right = Wide{*agreed.value} * of;
        return agreed.bound == model::Bound::AtLeast ? left >= right : left <= right;
    }

    void judge_share(Standing& standing) const {
        const Count& counted = standing.counted;
        const Count& of = standing.of;
        const Agreed& agreed = *standing.agreed;
        const bool is_minimum = agreed.bound == model::Bound::AtLeast;
        // All that is doubtful counts, or none of it does.
        const bool when_all_count = holds(counted.most(), of.sure() + standing.in_both, agreed);
        const bool when_none_counts = holds(counted.sure(), of.most(), agreed);
        add_room(standing, is_minimum);
        const bool is_over = !standing.period || standing.has_period_ended;
        if (when_all_count && when_none_counts) return;
        if (when_all_count != when_none_counts) {
            standing.outcome = Outcome::Unknown;
        } else {
            standing.outcome = is_minimum && !is_over ? Outcome::Pending : Outcome::Violated;
        }
    }

    // Of a minimum: so many more that do not count; of a maximum: so many more that do.
    void add_room(Standing& standing, bool is_minimum) const {
        const Wide counted = Wide{standing.counted.sure()} * all_of_it;
        const Wide of = standing.of.sure();
        const Wide part = *standing.agreed->value;
        const Wide rest = all_of_it - part;
        if (is_minimum && counted >= part * of) {
            if (part > 0) standing.room = floor_of(counted - part * of, part);
        } else if (is_minimum) {
            if (rest > 0) standing.short_of = ceiling_of(part * of - counted, rest);
        } else if (counted <= part * of) {
            if (rest > 0) standing.room = floor_of(part * of - counted, rest);
        }
    }

    const Look& look_;
    const Names& names_;
    const program::TallyProgram& compiled_;
    const model::Tally& tally_;
    const OfTally& of_tally_;
    Date today_;
    Counting counting_;
    std::unordered_map<Key, std::vector<std::size_t>, KeyHash> agreed_;  // rows of Tally::numbers
};

}  // namespace

std::vector<Standing> to_standings(const Look& look) {
    std::vector<Standing> all;
    for (const program::TallyProgram& tally : look.ledger.program->tallies) {
        for (Standing& standing : TallyJudge(look, tally).judge()) all.push_back(std::move(standing));
    }
    return all;
}

std::vector<Use> uses_of(const Look& look, model::TallyId tally, const Key& key) {
    return TallyJudge(look, look.ledger.program->tallies[tally.index()]).uses(key);
}

Standing to_standing(const Look& look, model::TallyId tally, const Key& key) {
    return TallyJudge(look, look.ledger.program->tallies[tally.index()]).judge(key);
}

}  // namespace toets::portfolio
