#include "portfolio/apportion.h"

#include <algorithm>
#include <numeric>

namespace toets::portfolio {

namespace {

constexpr std::int64_t whole_weight = 100'000'000;  // 100% in millionths

// total × weight × value ÷ sum of the values
std::optional<std::vector<Fraction>> shares_of(std::int64_t total, const WeighedKey& key) {
    Fraction::Integer sum = 0;
    for (const std::int64_t value : key.values) sum += value;
    const auto part = times(reduced(key.weight, whole_weight), reduced(total, 1));
    std::vector<Fraction> shares;
    for (const std::int64_t value : key.values) {
        const auto share = part ? times(*part, reduced(value, sum)) : std::nullopt;
        if (!share) return std::nullopt;
        shares.push_back(*share);
    }
    return shares;
}

bool add_shares_of(std::int64_t total, const WeighedKey& key, std::vector<Portion>& portions) {
    const auto shares = shares_of(total, key);
    if (!shares) return false;
    for (std::size_t i = 0; i < portions.size(); ++i) {
        const auto sum = plus(portions[i].exact, (*shares)[i]);
        if (!sum) return false;
        portions[i].by_key.push_back((*shares)[i]);
        portions[i].exact = *sum;
    }
    return true;
}

// The remainders as numerators over one denominator, so that they can be compared.
std::optional<std::vector<Fraction::Integer>> comparable_rests(const std::vector<Portion>& portions) {
    Fraction::Integer denominator = 1;
    for (const Portion& portion : portions) {
        const auto common = least_common_multiple(denominator, portion.rest.denominator);
        if (!common) return std::nullopt;
        denominator = *common;
    }
    std::vector<Fraction::Integer> rests;
    rests.reserve(portions.size());
    for (const Portion& portion : portions) {
        // Not above the common denominator, because a remainder is below one.
        rests.push_back(portion.rest.numerator * (denominator / portion.rest.denominator));
    }
    return rests;
}

// Gives out what is left over, by the largest remainder.
class Remainders {
public:
    Remainders(const TieBreak& tie_break, std::vector<Fraction::Integer> rests, Apportioned& apportioned)
        : tie_break_(tie_break), rests_(std::move(rests)), apportioned_(apportioned) {}

    void give() {
        std::vector<std::size_t> order(rests_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto rest = [this](std::size_t one) { return rests_[one]; };
        give_groups(order, static_cast<std::size_t>(apportioned_.left), rest,
                    [this](const std::vector<std::size_t>& group, std::size_t left) { break_tie(group, left); });
    }

private:
    // Those with the largest measure first; of a group that is too large for what is left `on_tie` decides.
    template <class Measure, class OnTie>
    void give_groups(std::vector<std::size_t> order, std::size_t left, Measure measure, OnTie on_tie) {
        std::stable_sort(order.begin(), order.end(),
                         [&measure](std::size_t one, std::size_t other) { return measure(one) > measure(other); });
        for (auto first = order.begin(); first != order.end() && left > 0;) {
            const auto last =
                std::find_if(first, order.end(), [&](std::size_t each) { return measure(each) != measure(*first); });
            const std::vector<std::size_t> group(first, last);
            if (group.size() > left) {
                on_tie(group, left);
                return;
            }
            for (const std::size_t each : group) take_turn(each, group.size() > 1);
            given_ += group.size();
            left -= group.size();
            first = last;
        }
    }

    void take_turn(std::size_t recipient, bool shares_turn) {
        Portion& portion = apportioned_.portions[recipient];
        portion.turn = given_;
        portion.shares_turn = shares_turn;
        ++portion.result;
    }

    void break_tie(const std::vector<std::size_t>& group, std::size_t left) {
        for (const std::size_t each : group) apportioned_.portions[each].is_tied = true;
        const bool is_known = !tie_break_.values.empty() &&
                              std::all_of(group.begin(), group.end(),
                                          [this](std::size_t each) { return tie_break_.values[each].has_value(); });
        const auto undecided = [this](const std::vector<std::size_t>& between, std::size_t still_left) {
            for (const std::size_t each : between) apportioned_.portions[each].is_undecided = true;
            apportioned_.undecided_left = static_cast<std::int64_t>(still_left);
        };
        if (!is_known) {
            undecided(group, left);
            return;
        }
        const auto value = [this](std::size_t each) {
            return tie_break_.is_highest_first ? *tie_break_.values[each] : -*tie_break_.values[each];
        };
        give_groups(group, left, value, undecided);
    }

    const TieBreak& tie_break_;
    std::vector<Fraction::Integer> rests_;
    Apportioned& apportioned_;
    std::size_t given_ = 0;
};

void round_each(model::ShareRounding rounding, std::vector<Portion>& portions) {
    for (Portion& portion : portions) {
        const bool is_up = rounding == model::ShareRounding::Up && portion.rest.numerator > 0;
        const bool is_half = rounding == model::ShareRounding::HalfUp &&
                             portion.rest.numerator >= portion.rest.denominator - portion.rest.numerator;
        if (is_up || is_half) ++portion.result;
    }
}

}  // namespace

std::int64_t Apportioned::sum() const {
    return std::accumulate(portions.begin(), portions.end(), std::int64_t{0},
                           [](std::int64_t sum, const Portion& portion) { return sum + portion.result; });
}

std::optional<Apportioned> apportion(std::int64_t total, const std::vector<WeighedKey>& keys,
                                     model::ShareRounding rounding, const TieBreak& tie_break) {
    Apportioned result;
    result.portions.resize(keys.front().values.size());
    for (const WeighedKey& key : keys) {
        if (!add_shares_of(total, key, result.portions)) return std::nullopt;
    }
    result.left = total;
    for (Portion& portion : result.portions) {
        portion.rounded_down = whole_part(portion.exact);
        portion.rest = rest_of(portion.exact);
        portion.result = portion.rounded_down;
        result.left -= portion.rounded_down;
    }
    if (rounding != model::ShareRounding::LargestRemainder) {
        round_each(rounding, result.portions);
        return result;
    }
    auto rests = comparable_rests(result.portions);
    if (!rests) return std::nullopt;
    Remainders(tie_break, std::move(*rests), result).give();
    return result;
}

}  // namespace toets::portfolio
