// What is left over on a day of the year, and is handed on (C77, pattern G5).
#include <algorithm>
#include <tuple>

#include "base/civil.h"
#include "portfolio/agreed.h"

namespace toets::portfolio {

namespace {

std::optional<Date> day_in(const model::Redistribution& declared, int year) {
    const auto day = to_date({year, declared.day.month, declared.day.day});
    return day && declared.validity.contains(*day, *day) ? day : std::nullopt;
}

// What a request lacks, and what makes it come too late.
Request::State state_of(const RequestEntry& entry, Date day) {
    const Date first = to_date({to_civil(day).year, 1, 1}).value_or(Date{});
    if (entry.day && (*entry.day < first || day < *entry.day)) return Request::State::TooLate;
    const bool is_known = entry.day && entry.count && entry.counts == Truth::True && !has_unknown(entry.key);
    return is_known ? Request::State::Ordered : Request::State::Perhaps;
}

}  // namespace

// Each day on which something is handed on, after the swaps up to that day: then it is known what each had.
void AgreedNumbers::redistribute() {
    const model::Model& model = *totals_.look().ledger.program->model;
    std::vector<std::pair<Date, model::RedistributionId>> days;
    const auto add_days = [&](model::RedistributionId id) {
        for (const Key& key : table_.keys()) {
            const auto period = totals_.period_of(key);
            const auto day = period ? day_in(model.redistributions[id], to_civil(period->first).year) : std::nullopt;
            const std::pair found{day.value_or(Date{}), id};
            if (day && std::find(days.begin(), days.end(), found) == days.end()) days.push_back(found);
        }
    };
    for (std::size_t index = 0; index < model.redistributions.size(); ++index) {
        const model::RedistributionId id = model.redistributions.id_at(index);
        if (&model.tallies[model.redistributions[id].tally] == &tally_) add_days(id);
    }
    std::stable_sort(days.begin(), days.end(), [](const auto& left, const auto& right) {
        return std::tuple(left.first, left.second.index()) < std::tuple(right.first, right.second.index());
    });
    if (tally_.swap) swaps_ = read_swaps(std::nullopt);
    std::map<Key, std::int64_t> handed_over;
    auto swap = swaps_.begin();
    for (const auto& [day, id] : days) {
        for (; swap != swaps_.end() && (!swap->day || *swap->day <= day); ++swap) apply_swap(*swap, handed_over);
        redistribute(id, day);
    }
    for (; swap != swaps_.end(); ++swap) apply_swap(*swap, handed_over);
}

// In the order of the table.
std::vector<Key> AgreedNumbers::givers_in(int year) const {
    std::vector<std::pair<std::size_t, Key>> found;
    for (const Key& key : table_.keys()) {
        const auto period = totals_.period_of(key);
        if (!period || to_civil(period->first).year != year || !is_held(key)) continue;
        found.emplace_back(table_.rows(key)->front(), key);
    }
    std::sort(found.begin(), found.end());
    std::vector<Key> keys;
    keys.reserve(found.size());
    for (auto& [row, key] : found) keys.push_back(std::move(key));
    return keys;
}

Holder AgreedNumbers::holder(const Key& key, Date day, bool is_open_used) const {
    Holder holder{key, {}, 0, 0, 0, {}, {}};
    const UsedOnDay used = totals_.used_on(key, day, is_open_used);
    holder.used = used.used;
    holder.open = used.open;
    holder.perhaps = used.perhaps;
    const std::optional<Agreed> agreed = number(key, day);
    if (!agreed || !agreed->value) return holder;
    Between number{*agreed->value, *agreed->value + agreed->perhaps_more};
    const std::optional<int> first = carries_over() ? first_year_of(key) : std::nullopt;
    const int year = to_civil(day).year;
    if (first && *first <= year) {
        const std::vector<YearInSeries> sure = years_of(key, *first, year, false, day);
        const std::vector<YearInSeries> most = years_of(key, *first, year, true, day);
        const auto [low, high] = std::minmax(sure.back().whole, most.back().whole);
        number = {low, high};
    }
    holder.number = number;
    const std::int64_t sure = used.used + (is_open_used ? used.open : 0);
    holder.left = Between{std::max(std::int64_t{0}, number.low - sure - used.perhaps),
                          std::max(std::int64_t{0}, number.high - sure)};
    return holder;
}

void AgreedNumbers::add_requests(const Ledger& ledger, std::optional<std::uint32_t> only, Redistributed& into) const {
    const Look& look = totals_.look();
    for (const RequestEntry& entry : ledger.requests[into.redistribution.index()]) {
        const bool is_left_out =
            !only && std::find(look.left_out.begin(), look.left_out.end(), entry.case_number) != look.left_out.end();
        if (is_left_out || entry.counts == Truth::False || (only && *only != entry.case_number)) continue;
        const model::Redistribution& declared = ledger.program->model->redistributions[into.redistribution];
        Key of_day = totals_.in_year(entry.key, to_civil(into.day).year);
        const Key pool = SwapPools::pool_of(of_day, declared.dimension);
        if (!may_be(pool, into.pool)) continue;
        Request request{std::string(ledger.labels[entry.case_number]),
                        of_day,
                        entry.day,
                        entry.count,
                        entry.tie_value,
                        state_of(entry, into.day),
                        false,
                        {}};
        const bool has_number =
            has_unknown(of_day) || std::any_of(into.holders.begin(), into.holders.end(),
                                               [&](const Holder& holder) { return holder.key == of_day; });
        if (request.state == Request::State::TooLate && entry.day &&
            to_civil(*entry.day).year != to_civil(into.day).year)
            continue;
        if (!has_number && request.state != Request::State::TooLate) request.state = Request::State::NoNumber;
        into.requests.push_back(std::move(request));
    }
}

void AgreedNumbers::redistribute(model::RedistributionId id, Date day) {
    const Look& look = totals_.look();
    const model::Redistribution& declared = look.ledger.program->model->redistributions[id];
    std::vector<Redistributed> pools;
    for (const Key& key : givers_in(to_civil(day).year)) {
        const Key pool = SwapPools::pool_of(key, declared.dimension);
        auto found = std::find_if(pools.begin(), pools.end(), [&](const auto& each) { return each.pool == pool; });
        if (found == pools.end()) {
            pools.push_back({id, day, pool, {}, false, {}, {}});
            found = pools.end() - 1;
        }
        const bool is_to_come = totals_.today() < day;
        found->state = is_to_come ? Redistributed::State::NotYet : Redistributed::State::Done;
        if (!is_to_come) found->holders.push_back(holder(key, day, declared.is_open_used));
    }
    for (Redistributed& pool : pools) {
        if (pool.state != Redistributed::State::NotYet) {
            add_requests(look.ledger, std::nullopt, pool);
            if (look.proposed != nullptr) add_requests(*look.proposed, look.proposed_case, pool);
            std::sort(pool.requests.begin(), pool.requests.end(), [](const Request& left, const Request& right) {
                return std::tie(left.day, left.tie_value, left.label, left.key, left.count) <
                       std::tie(right.day, right.tie_value, right.label, right.key, right.count);
            });
            hand_on({declared.tie_break == model::TieBreak::Highest, declared.gives_first}, pool);
        }
        redistributed_.push_back(std::move(pool));
    }
}

namespace {

void add_to(std::optional<Between>& sum, const std::optional<Between>& other) {
    if (!other) sum.reset();
    if (!sum) return;
    sum->low += other->low;
    sum->high += other->high;
}

}  // namespace

std::vector<HandedOn> handed_on_of(const std::vector<Redistributed>& pools, const Key& key) {
    std::vector<HandedOn> all;
    for (const Redistributed& pool : pools) {
        const auto holder =
            std::find_if(pool.holders.begin(), pool.holders.end(), [&](const Holder& each) { return each.key == key; });
        if (holder == pool.holders.end()) continue;
        HandedOn made{pool.redistribution, pool.day, holder->gives, Between{}};
        for (const Request& request : pool.requests) {
            if (request.key == key) {
                add_to(made.gets, request.gets);
            } else if (may_be(request.key, key)) {
                add_to(made.gets, request.gets ? std::optional(Between{0, request.gets->high}) : std::nullopt);
            }
        }
        const bool is_nothing = made.gives == Between{} && made.gets == Between{};
        if (!is_nothing) all.push_back(made);
    }
    return all;
}

void AgreedNumbers::add_handed_on(const Key& key, Agreed& agreed) const {
    for (const HandedOn& each : handed_on_of(redistributed_, key)) {
        if (!agreed.value) return;
        if (!each.gives || !each.gets) {
            agreed.value.reset();
            return;
        }
        const std::int64_t lowest = *agreed.value + each.gets->low - each.gives->high;
        const std::int64_t highest = *agreed.value + agreed.perhaps_more + each.gets->high - each.gives->low;
        agreed.value = std::max(std::int64_t{0}, lowest);
        agreed.perhaps_more = highest - *agreed.value;
    }
}

}  // namespace toets::portfolio
