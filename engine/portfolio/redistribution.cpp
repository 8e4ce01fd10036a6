#include "portfolio/redistribution.h"

#include <algorithm>
#include <numeric>

namespace toets::portfolio {

namespace {

using Numbers = std::vector<std::size_t>;

// Gives out `left` in turns: those with the same place have one turn together. Of a turn for which not enough is left,
// each gets what remains when the others come first, up to what it would get when it comes first itself.
template <class Wants, class IsSame, class Give>
bool give_in_turns(const Numbers& order, std::int64_t left, Wants wants, IsSame is_same, Give give) {
    bool is_decided = true;
    for (auto first = order.begin(); first != order.end();) {
        const auto last = std::find_if(first, order.end(), [&](std::size_t each) { return !is_same(*first, each); });
        const std::int64_t sum = std::accumulate(
            first, last, std::int64_t{0}, [&](std::int64_t before, std::size_t each) { return before + wants(each); });
        for (auto each = first; each != last; ++each) {
            const std::int64_t own = wants(*each);
            const Between gets{std::min(own, std::max(std::int64_t{0}, left - (sum - own))), std::min(own, left)};
            is_decided = is_decided && gets.is_exact();
            give(*each, gets, sum > left && left > 0 && last - first > 1);
        }
        left -= std::min(left, sum);
        first = last;
    }
    return is_decided;
}

class Hand {
public:
    Hand(const TieRule& rule, Redistributed& pool) : rule_(rule), pool_(pool) {}

    void on() {
        for (std::size_t index = 0; index < pool_.requests.size(); ++index) {
            Request& request = pool_.requests[index];
            request.gets = Between{};
            if (request.state == Request::State::Ordered) asking_.push_back(index);
            if (request.state == Request::State::Perhaps) perhaps_.push_back(index);
        }
        for (Holder& holder : pool_.holders) holder.gives = Between{};
        const std::optional<Between> left = pool_.left();
        const bool nobody_asks = asking_.empty() && perhaps_.empty();
        const bool is_nothing_left = left && left->high == 0;
        if (nobody_asks || is_nothing_left) return;
        if (!left || !left->is_exact() || !perhaps_.empty()) return bound(left);
        give_to_requests(left->low);
        take_from_holders(pool_.handed_on()->low);
    }

private:
    // Whatever turns out, nobody gives more than is left, and nobody gets more than it asks for or than there is.
    void bound(const std::optional<Between>& left) {
        pool_.state = Redistributed::State::Unknown;
        for (const Numbers& asking : {asking_, perhaps_}) {
            for (const std::size_t index : asking) {
                Request& request = pool_.requests[index];
                request.gets.reset();
                if (!left && !request.count) continue;
                const std::int64_t most =
                    !left ? *request.count : std::min(request.count.value_or(left->high), left->high);
                request.gets = Between{0, most};
            }
        }
        for (Holder& holder : pool_.holders) {
            holder.gives.reset();
            if (holder.left) holder.gives = Between{0, holder.left->high};
        }
    }

    void give_to_requests(std::int64_t left) {
        std::stable_sort(asking_.begin(), asking_.end(),
                         [this](std::size_t one, std::size_t other) { return is_before(one, other); });
        mark_ties(left);
        const bool is_decided = give_in_turns(
            asking_, left, [this](std::size_t each) { return *pool_.requests[each].count; },
            [this](std::size_t one, std::size_t other) { return !is_before(one, other) && !is_before(other, one); },
            [this](std::size_t each, Between gets, bool) { pool_.requests[each].gets = gets; });
        if (!is_decided) pool_.state = Redistributed::State::Undecided;
    }

    // The number of a request decides only when each of that day has one.
    [[nodiscard]] bool has_numbers_on(Date day) const {
        return std::all_of(asking_.begin(), asking_.end(), [&](std::size_t each) {
            return pool_.requests[each].day != day || pool_.requests[each].tie_value.has_value();
        });
    }
    [[nodiscard]] bool is_before(std::size_t one, std::size_t other) const {
        const Request& left = pool_.requests[one];
        const Request& right = pool_.requests[other];
        if (left.day != right.day) return left.day < right.day;
        if (!has_numbers_on(*left.day)) return false;
        return rule_.is_highest_first ? *right.tie_value < *left.tie_value : *left.tie_value < *right.tie_value;
    }

    // Those of one day, when there is not enough for all of them.
    void mark_ties(std::int64_t left) {
        give_in_turns(
            asking_, left, [this](std::size_t each) { return *pool_.requests[each].count; },
            [this](std::size_t one, std::size_t other) { return pool_.requests[one].day == pool_.requests[other].day; },
            [this](std::size_t each, Between, bool is_tied) { pool_.requests[each].is_tied = is_tied; });
    }

    void take_from_holders(std::int64_t handed_on) {
        Numbers order(pool_.holders.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto left = [this](std::size_t each) { return pool_.holders[each].left->low; };
        const bool is_most_first = rule_.gives_first == model::Redistribution::Gives::MostLeft;
        if (is_most_first) {
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t one, std::size_t other) { return left(one) > left(other); });
        }
        const bool is_decided = give_in_turns(
            order, handed_on, left,
            [&](std::size_t one, std::size_t other) {
                return one == other || (is_most_first && left(one) == left(other));
            },
            [this](std::size_t each, Between gives, bool) { pool_.holders[each].gives = gives; });
        if (is_decided) return;
        pool_.state = Redistributed::State::Undecided;
        pool_.is_giver_undecided = true;
    }

    const TieRule& rule_;
    Redistributed& pool_;
    Numbers asking_;
    Numbers perhaps_;
};

}  // namespace

std::optional<Between> Redistributed::left() const {
    Between sum;
    for (const Holder& holder : holders) {
        if (!holder.left) return std::nullopt;
        sum.low += holder.left->low;
        sum.high += holder.left->high;
    }
    return sum;
}

std::optional<Between> Redistributed::handed_on() const {
    const std::optional<Between> over = left();
    Between asked;
    for (const Request& request : requests) {
        const bool counts = request.state == Request::State::Ordered || request.state == Request::State::Perhaps;
        if (!counts) continue;
        if (!request.count) return std::nullopt;
        if (request.state == Request::State::Ordered) asked.low += *request.count;
        asked.high += *request.count;
    }
    if (!over) return std::nullopt;
    return Between{std::min(over->low, asked.low), std::min(over->high, asked.high)};
}

void hand_on(const TieRule& rule, Redistributed& pool) { Hand(rule, pool).on(); }

}  // namespace toets::portfolio
