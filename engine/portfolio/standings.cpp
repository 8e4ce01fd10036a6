#include "portfolio/standings.h"

#include <algorithm>
#include <set>

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

bool fits(const Key& found, const Key& key, const std::vector<std::size_t>& dimensions) {
    return std::all_of(dimensions.begin(), dimensions.end(),
                       [&](std::size_t index) { return found[index] == key[index] || found[index] == Names::unknown; });
}
bool is_placed(const Key& found, const std::vector<std::size_t>& dimensions) {
    return std::none_of(dimensions.begin(), dimensions.end(),
                        [&](std::size_t index) { return found[index] == Names::unknown; });
}

class TallyJudge {
public:
    TallyJudge(const program::Program& program, const Ledger& ledger, const program::TallyProgram& tally, Date today,
               const std::vector<bool>& without)
        : ledger_(ledger),
          compiled_(tally),
          tally_(program.model->tallies[tally.tally]),
          of_tally_(ledger.tallies[tally.tally.index()]),
          today_(today),
          without_(without) {
        for (std::size_t index = 0; index < tally_.dimensions.size(); ++index) all_.push_back(index);
    }

    std::vector<Standing> judge() {
        place_entries();
        std::set<Key> keys;
        for (const auto& [key, entries] : counted_.by_key) keys.insert(key);
        for (const model::AgreedNumber& number : tally_.numbers) keys.insert(key_of(number));
        std::vector<Standing> standings;
        standings.reserve(keys.size());
        for (const Key& key : keys) standings.push_back(stand(key));
        return standings;
    }
    Standing judge(const Key& key) {
        place_entries();
        return stand(key);
    }

private:
    // ------------------------------------------------------------------------------------------------- combinations

    // Entries by combination, and those of which not all is known: they may belong to several.
    struct Placed {
        std::map<Key, std::vector<std::size_t>> by_key;
        std::vector<std::size_t> loose;
    };

    void place_entries() {
        for (std::size_t index = 0; index < of_tally_.entries.size(); ++index) {
            const Entry& entry = of_tally_.entries[index];
            const bool is_left_out = entry.case_number < without_.size() && without_[entry.case_number];
            if (is_left_out) continue;
            if (entry.counts != Truth::False) place(index, all_, counted_);
            if (entry.of != Truth::False) place(index, tally_.of_dimensions, of_);
        }
    }
    void place(std::size_t index, const std::vector<std::size_t>& dimensions, Placed& into) const {
        const Key& key = of_tally_.entries[index].key;
        if (is_placed(key, dimensions)) {
            into.by_key[part_of(key, dimensions)].push_back(index);
        } else {
            into.loose.push_back(index);
        }
    }
    static Key part_of(const Key& key, const std::vector<std::size_t>& dimensions) {
        Key part;
        for (const std::size_t index : dimensions) part.push_back(key[index]);
        return part;
    }
    [[nodiscard]] Key key_of(const model::AgreedNumber& number) const {
        Key key;
        for (const std::string& name : number.key) key.push_back(ledger_.names.find(name).value_or(Names::unknown));
        return key;
    }

    // ----------------------------------------------------------------------------------------------------- counting

    Standing stand(const Key& key) {
        Standing standing;
        standing.tally = compiled_.tally;
        standing.key = key;
        for (std::size_t index = 0; index < tally_.dimensions.size(); ++index) {
            if (tally_.dimensions[index].what == What::Value) continue;
            standing.period = period_named(tally_.dimensions[index].what, ledger_.names.text(key[index]));
        }
        standing.has_period_ended = standing.period && standing.period->last < today_;
        for (const std::size_t index : entries_of(counted_, all_, key)) {
            const Entry& entry = of_tally_.entries[index];
            const bool is_sure = count(entry, entry.counts, all_, standing.counted);
            standing.uses.push_back({entry.case_number, entry.moment, is_sure});
        }
        for (const std::size_t index : entries_of(of_, tally_.of_dimensions, key)) {
            const Entry& entry = of_tally_.entries[index];
            const bool is_sure = count(entry, entry.of, tally_.of_dimensions, standing.of);
            const bool would_count = entry.counts != Truth::False && fits(entry.key, key, all_);
            if (!is_sure && would_count) ++standing.in_both;
        }
        std::stable_sort(standing.uses.begin(), standing.uses.end(),
                         [](const Use& left, const Use& right) { return left.moment < right.moment; });
        agree(standing);
        return standing;
    }

    [[nodiscard]] std::vector<std::size_t> entries_of(const Placed& placed, const std::vector<std::size_t>& dimensions,
                                                      const Key& key) const {
        std::vector<std::size_t> entries;
        const auto found = placed.by_key.find(part_of(key, dimensions));
        if (found != placed.by_key.end()) entries = found->second;
        for (const std::size_t index : placed.loose) {
            if (fits(of_tally_.entries[index].key, key, dimensions)) entries.push_back(index);
        }
        return entries;
    }

    bool count(const Entry& entry, Truth truth, const std::vector<std::size_t>& dimensions, Count& into) const {
        const bool is_sure = truth == Truth::True && entry.moment && is_placed(entry.key, dimensions);
        if (!is_sure) {
            ++into.perhaps;
        } else if (today_ < *entry.moment) {
            ++into.planned;
        } else {
            ++into.done;
        }
        return is_sure;
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
        return std::any_of(tally_.numbers.begin(), tally_.numbers.end(), [&](const model::AgreedNumber& number) {
            Key key = key_of(number);
            for (std::size_t index = 0; index < key.size(); ++index) {
                const bool is_year = tally_.dimensions[index].what == What::Year;
                if (is_year && number.key[index] != before) return false;
                if (!is_year && key[index] != standing.key[index]) return false;
            }
            return true;
        });
    }

    // The last row for this combination that holds already.
    [[nodiscard]] std::optional<Agreed> agreed_number(const Key& key) const {
        std::optional<std::size_t> found;
        for (std::size_t index = 0; index < tally_.numbers.size(); ++index) {
            const model::AgreedNumber& number = tally_.numbers[index];
            if (key_of(number) != key || (number.from && today_ < *number.from)) continue;
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
        if (compiled_.bound_of_thing) {
            const auto found = of_tally_.bounds.find(standing.key[compiled_.bound_of_thing->dimension]);
            if (found == of_tally_.bounds.end()) return std::nullopt;
            standing.is_contradicted = found->second.is_contradicted;
            return standing.is_contradicted ? std::nullopt : found->second.value;
        }
        // A parameter may change: what held on the last day that counts.
        std::optional<std::int64_t> bound;
        std::optional<Date> last;
        for (const std::size_t index : tally_.is_share ? entries_of(of_, tally_.of_dimensions, standing.key)
                                                       : entries_of(counted_, all_, standing.key)) {
            const Entry& entry = of_tally_.entries[index];
            if (!entry.bound || !entry.moment || (last && *entry.moment < *last)) continue;
            bound = entry.bound;
            last = entry.moment;
        }
        return bound;
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

    const Ledger& ledger_;
    const program::TallyProgram& compiled_;
    const model::Tally& tally_;
    const OfTally& of_tally_;
    Date today_;
    const std::vector<bool>& without_;
    std::vector<std::size_t> all_;
    Placed counted_;
    Placed of_;
};

}  // namespace

std::vector<Standing> to_standings(const program::Program& program, const Ledger& ledger, Date reference_date,
                                   const std::vector<bool>& without) {
    std::vector<Standing> all;
    for (const program::TallyProgram& tally : program.tallies) {
        for (Standing& standing : TallyJudge(program, ledger, tally, reference_date, without).judge()) {
            all.push_back(std::move(standing));
        }
    }
    return all;
}

namespace {

// Each combination once; a thing of which not all is known by itself.
std::vector<std::size_t> entries_of_case(const OfTally& tally, std::uint32_t case_number) {
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < tally.entries.size(); ++index) {
        const Entry& entry = tally.entries[index];
        if (entry.case_number != case_number) continue;
        const bool is_told = std::any_of(found.begin(), found.end(),
                                         [&](std::size_t other) { return tally.entries[other].key == entry.key; });
        if (!is_told) found.push_back(index);
    }
    return found;
}

}  // namespace

std::vector<Effect> to_effects(const program::Program& program, const Ledger& ledger, std::uint32_t case_number,
                               Date reference_date, std::vector<bool> without) {
    std::vector<Effect> effects;
    without.resize(ledger.labels.size(), false);
    for (const program::TallyProgram& tally : program.tallies) {
        const OfTally& of_tally = ledger.tallies[tally.tally.index()];
        for (const std::size_t index : entries_of_case(of_tally, case_number)) {
            Effect effect{tally.tally, index, {}, {}};
            const Key& key = of_tally.entries[index].key;
            if (std::find(key.begin(), key.end(), Names::unknown) == key.end()) {
                without[case_number] = true;
                effect.before = TallyJudge(program, ledger, tally, reference_date, without).judge(key);
                without[case_number] = false;
                effect.after = TallyJudge(program, ledger, tally, reference_date, without).judge(key);
            }
            effects.push_back(std::move(effect));
        }
    }
    return effects;
}

bool keeps_out(const Standing& standing) {
    if (!standing.agreed) return false;
    return standing.agreed->bound == model::Bound::AtMost || standing.agreed->bound == model::Bound::Exactly;
}

}  // namespace toets::portfolio
