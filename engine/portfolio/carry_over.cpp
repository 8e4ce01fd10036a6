#include "portfolio/carry_over.h"

#include <algorithm>
#include <numeric>

namespace toets::portfolio {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t hundred_percent = 100'000'000;  // 100% in millionths

// `part` of a count, rounded as was agreed.
std::int64_t part_of(std::int64_t part, std::int64_t count, std::optional<model::Rounding> rounding) {
    const Wide product = Wide{part} * count;
    const auto down = static_cast<std::int64_t>(product / hundred_percent);
    const Wide rest = product % hundred_percent;
    if (rest == 0 || !rounding) return down;
    switch (*rounding) {
        case model::Rounding::Up: return down + 1;
        case model::Rounding::HalfUp: return 2 * rest >= hundred_percent ? down + 1 : down;
        case model::Rounding::Down:
        case model::Rounding::None: break;
    }
    return down;
}

// Takes `count` away from the lots, in their order or from the other end; gives what was taken.
std::vector<Lot> take(std::vector<Lot>& lots, std::int64_t count, bool is_first_first) {
    std::vector<Lot> taken;
    while (count > 0 && !lots.empty()) {
        Lot& lot = is_first_first ? lots.front() : lots.back();
        const std::int64_t taken_here = std::min(count, lot.count);
        taken.push_back({lot.year, taken_here});
        lot.count -= taken_here;
        count -= taken_here;
        if (lot.count == 0) lots.erase(is_first_first ? lots.begin() : lots.end() - 1);
    }
    return taken;
}

void add_lots(std::vector<Lot>& lots, const std::vector<Lot>& others) {
    for (const Lot& other : others) {
        const auto same =
            std::find_if(lots.begin(), lots.end(), [&](const Lot& lot) { return lot.year == other.year; });
        if (same != lots.end()) {
            same->count += other.count;
        } else {
            lots.push_back(other);
        }
    }
    std::sort(lots.begin(), lots.end(), [](const Lot& left, const Lot& right) { return left.year < right.year; });
}

// What may go along of these lots, of which the last is of the year that ends; the rest is given back.
std::vector<Lot> let_go_along(const model::Tally& tally, const model::CarryOver& terms, const YearInSeries& year,
                              std::vector<Lot>& lots) {
    std::vector<Lot> left_behind;
    if (!lots.empty() && lots.back().year == year.year) {
        const std::int64_t part = part_of(terms.part, lots.back().count, terms.rounding);
        const std::int64_t rest = lots.back().count - part;
        if (rest > 0) left_behind.push_back({year.year, rest});
        lots.back().count = part;
        if (part == 0) lots.pop_back();
    }
    const auto lapses = [&](const Lot& lot) { return year.year + 1 - lot.year > tally.lapses_after_years; };
    std::copy_if(lots.begin(), lots.end(), std::back_inserter(left_behind), lapses);
    std::erase_if(lots, lapses);
    if (terms.cap && year.is_agreed) {
        const std::int64_t base = terms.is_cap_of_whole ? year.whole : year.agreed;
        const std::int64_t over = sum_of(lots) - part_of(*terms.cap, base, terms.rounding);
        const std::vector<Lot> cut = take(lots, over, tally.is_oldest_first);
        left_behind.insert(left_behind.end(), cut.begin(), cut.end());
    }
    return left_behind;
}

}  // namespace

std::int64_t sum_of(const std::vector<Lot>& lots) {
    return std::accumulate(lots.begin(), lots.end(), std::int64_t{0},
                           [](std::int64_t sum, const Lot& lot) { return sum + lot.count; });
}

Lots together(Lots one, const Lots& other) {
    add_lots(one.shortfall, other.shortfall);
    add_lots(one.surplus, other.surplus);
    const std::int64_t both = std::min(sum_of(one.shortfall), sum_of(one.surplus));
    take(one.shortfall, both, true);
    take(one.surplus, both, true);
    return one;
}

YearInSeries to_year(const model::Tally& tally, int year, std::optional<std::int64_t> number, std::int64_t counted,
                     Lots came_over) {
    const std::int64_t agreed = number.value_or(0);
    YearInSeries result{year, agreed, number.has_value(), counted, std::move(came_over), 0, 0, 0, {}, {}};
    const std::int64_t shortfall = sum_of(result.came_over.shortfall);
    const std::int64_t surplus = sum_of(result.came_over.surplus);
    result.whole = std::max(std::int64_t{0}, agreed + shortfall - surplus);
    result.short_of = std::max(std::int64_t{0}, result.whole - counted);
    result.above = std::max(std::int64_t{0}, counted - result.whole);

    std::vector<Lot> left = result.came_over.shortfall;
    const std::int64_t own = std::max(std::int64_t{0}, agreed - surplus);
    if (own > 0) left.push_back({year, own});
    take(left, counted, tally.is_oldest_first);
    std::vector<Lot> above = result.came_over.surplus;
    take(above, agreed, tally.is_oldest_first);
    if (result.above > 0) above.push_back({year, result.above});

    result.lost = left;
    if (tally.shortfall) {
        result.lost = let_go_along(tally, *tally.shortfall, result, left);
        result.goes_along.shortfall = std::move(left);
    }
    if (tally.surplus) {
        let_go_along(tally, *tally.surplus, result, above);
        result.goes_along.surplus = std::move(above);
    }
    return result;
}

Aftermath aftermath(const std::vector<YearInSeries>& years, std::size_t index) {
    Aftermath result;
    result.went_along = sum_of(years[index].goes_along.shortfall);
    const int year = years[index].year;
    const auto of_then = [year](const std::vector<Lot>& lots) {
        std::int64_t count = 0;
        for (const Lot& lot : lots) count += lot.year <= year ? lot.count : 0;
        return count;
    };
    for (std::size_t later = index + 1; later + 1 < years.size(); ++later) result.lost += of_then(years[later].lost);
    // The last year is not over: what came over to it is still open.
    result.open = index + 1 < years.size() ? of_then(years.back().came_over.shortfall) : result.went_along;
    result.met = result.went_along - result.lost - result.open;
    return result;
}

}  // namespace toets::portfolio
