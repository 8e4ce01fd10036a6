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

class TallyJudge {
public:
    TallyJudge(const Look& look, const program::TallyProgram& compiled)
        : compiled_(compiled), totals_(look, compiled), tally_(totals_.tally()), numbers_(totals_) {}

    std::vector<Standing> judge() {
        const auto is_before = [this](const Key& left, const Key& right) {
            return std::lexicographical_compare(
                left.begin(), left.end(), right.begin(), right.end(),
                [this](std::uint32_t one, std::uint32_t other) { return totals_.names().is_before(one, other); });
        };
        std::set<Key, decltype(is_before)> keys(is_before);
        for (Key& key : totals_.placed()) keys.insert(std::move(key));
        for (Key& key : numbers_.keys()) keys.insert(std::move(key));
        std::vector<Standing> standings;
        standings.reserve(keys.size());
        for (const Key& key : keys) standings.push_back(judge(key));
        return standings;
    }

    Standing judge(const Key& key) {
        Standing standing;
        standing.tally = compiled_.tally;
        standing.key = key;
        standing.period = totals_.period_of(key);
        standing.has_period_ended = standing.period && standing.period->last < totals_.today();
        const Total total = totals_.at(key);
        standing.counted = total.counted;
        standing.of = total.of;
        standing.in_both = total.in_both;
        const bool has_year = std::any_of(tally_.dimensions.begin(), tally_.dimensions.end(),
                                          [](const auto& dimension) { return dimension.what == What::Year; });
        if (has_year && standing.period) add_quarters(total, standing);
        agree(standing);
        return standing;
    }

    [[nodiscard]] const std::vector<Redistributed>& redistributed() const { return numbers_.redistributed(); }

    // C89
    TurnOf turn(const Key& key) {
        TurnOf turn;
        for (const Key& other : numbers_.keys()) {
            Key same = other;
            same[tally_.turn->dimension] = key[tally_.turn->dimension];
            if (same != key) continue;
            const std::optional<Agreed> agreed = numbers_.at(other).agreed;
            const Count counted = totals_.at(other).counted;
            if (!agreed || !agreed->value || agreed->perhaps_more > 0 || counted.perhaps > 0) return {};
            const std::int64_t left = *agreed->value - counted.sure();
            if (!turn.names.empty() && left < turn.left) continue;
            const bool is_first = turn.names.empty() || left > turn.left;
            if (is_first) turn.names.clear();
            turn.left = left;
            turn.names.push_back(other[tally_.turn->dimension]);
        }
        std::sort(turn.names.begin(), turn.names.end(),
                  [&](std::uint32_t one, std::uint32_t other) { return row_of(key, one) < row_of(key, other); });
        if (tally_.turn->tie == model::Turn::Tie::FirstInTable && turn.names.size() > 1) turn.names.resize(1);
        return turn;
    }

private:
    [[nodiscard]] std::size_t row_of(Key key, std::uint32_t name) const {
        key[tally_.turn->dimension] = name;
        const std::optional<Agreed> agreed = numbers_.at(key).agreed;
        return agreed && agreed->number ? *agreed->number : tally_.numbers.size();
    }

    static void add_quarters(const Total& total, Standing& standing) {
        Date first = standing.period->first;
        for (std::size_t i = 0; i < quarters_in_year; ++i) {
            const Date next = add_months(first, 3);
            standing.quarters.push_back({{first, Date{next.days - 1}}, total.by_quarter[i], total.of_by_quarter[i]});
            first = next;
        }
    }

    void agree(Standing& standing) {
        Agreement agreement = numbers_.at(standing.key);
        standing.agreed = agreement.agreed;
        standing.carried = std::move(agreement.carried);
        standing.swaps = std::move(agreement.swaps);
        standing.succeeded = std::move(agreement.succeeded);
        standing.handed_on = std::move(agreement.handed_on);
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
        tally_.is_share ? judge_share(standing) : judge_number(standing);
        const bool has_not_begun = standing.period && totals_.today() < standing.period->first;
        if (has_not_begun && standing.outcome == Outcome::Violated && standing.short_of) {
            standing.outcome = Outcome::Pending;
        }
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
        if (!compiled_.bound_of_thing) return totals_.bound_of_last_day(standing.key);
        const BoundOfThing bound = totals_.bound_of_thing(standing.key);
        standing.is_contradicted = bound.is_contradicted;
        return bound.is_contradicted ? std::nullopt : bound.value;
    }

    void judge_number(Standing& standing) const {
        const Count& counted = standing.counted;
        const std::int64_t least = *standing.agreed->value;
        const std::int64_t most = least + standing.agreed->perhaps_more;
        const model::Bound bound = standing.agreed->bound;
        if (bound == model::Bound::AtMost || bound == model::Bound::Exactly) {
            standing.room = least - counted.sure();
            if (counted.sure() > most) {
                standing.outcome = Outcome::Violated;
                return;
            }
            if (counted.most() > least) {
                standing.outcome = Outcome::Unknown;
                return;
            }
            if (bound == model::Bound::AtMost) return;
        }
        const bool is_over = !standing.period || standing.has_period_ended;
        const std::int64_t reached = is_over ? counted.sure() : counted.done;
        if (reached >= most) return;
        standing.short_of = most - counted.done;
        if (!is_over) {
            standing.outcome = Outcome::Pending;
        } else if (standing.carried) {
            standing.outcome = standing.carried->outcome;
        } else {
            standing.outcome = counted.most() >= least ? Outcome::Unknown : Outcome::Violated;
        }
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

    const program::TallyProgram& compiled_;
    Totals totals_;
    const model::Tally& tally_;
    AgreedNumbers numbers_;
};

}  // namespace

std::vector<Standing> to_standings(const Look& look) {
    std::vector<Standing> all;
    for (const program::TallyProgram& tally : look.ledger.program->tallies) {
        for (Standing& standing : TallyJudge(look, tally).judge()) all.push_back(std::move(standing));
    }
    return all;
}

Uses uses_of(const Look& look, model::TallyId tally, const Key& key, std::size_t most) {
    return Totals(look, look.ledger.program->tallies[tally.index()]).uses(key, most);
}

Standing to_standing(const Look& look, model::TallyId tally, const Key& key) {
    return TallyJudge(look, look.ledger.program->tallies[tally.index()]).judge(key);
}

std::vector<Redistributed> to_redistributed(const Look& look) {
    const model::Model& model = *look.ledger.program->model;
    std::vector<Redistributed> all;
    for (const program::TallyProgram& tally : look.ledger.program->tallies) {
        const bool has_any = std::any_of(model.redistributions.begin(), model.redistributions.end(),
                                         [&](const auto& each) { return each.tally == tally.tally; });
        if (!has_any) continue;
        const TallyJudge judge(look, tally);
        all.insert(all.end(), judge.redistributed().begin(), judge.redistributed().end());
    }
    std::stable_sort(all.begin(), all.end(), [](const Redistributed& left, const Redistributed& right) {
        return left.redistribution.index() < right.redistribution.index();
    });
    return all;
}

std::optional<TurnOf> turn_of(const Look& look, model::TallyId tally, const Key& key) {
    if (!look.ledger.program->model->tallies[tally].turn) return std::nullopt;
    return TallyJudge(look, look.ledger.program->tallies[tally.index()]).turn(key);
}

}  // namespace toets::portfolio
