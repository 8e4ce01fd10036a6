// What came over from earlier years to a number, and goes along (C76, pattern G4).
#include <algorithm>

#include "base/civil.h"
#include "portfolio/agreed.h"

namespace toets::portfolio {

namespace {

int year_of(Date day) { return to_civil(day).year; }

// A shortfall that goes along is no breach: it is due in the year it goes to.
Outcome outcome_of(const YearInSeries& year, const Aftermath& later) {
    if (year.short_of == 0) return Outcome::Satisfied;
    if (!year.lost.empty() || later.lost > 0) return Outcome::Violated;
    return later.open > 0 ? Outcome::Pending : Outcome::Satisfied;
}

}  // namespace

bool AgreedNumbers::carries_over() const { return tally_.shortfall || tally_.surplus; }

Date AgreedNumbers::closing_of(int year) const {
    return to_date({year + 1, tally_.closes->month, tally_.closes->day}).value_or(Date{});
}

std::optional<int> AgreedNumbers::first_year_of(const Key& key) const { return table_.first_year_of(key); }

bool AgreedNumbers::is_held(const Key& key) const { return held(key) == key; }

std::vector<Key> AgreedNumbers::joined_in(const Key& key, int year) const {
    std::vector<Key> joined;
    const Ledger& ledger = totals_.look().ledger;
    const Key here = totals_.in_year(key, year);
    for (std::size_t index = 0; index < key.size(); ++index) {
        if (!is_of_parties(*ledger.program->model, tally_.dimensions[index])) continue;
        for (const Holders::Succession& each : ledger.holders().before(key[index], totals_.period_of(here))) {
            Key other = totals_.in_year(key, year - 1);
            other[index] = each.party;
            if (is_held(other)) joined.push_back(std::move(other));
        }
    }
    return joined;
}

// Each year from the first to `last`. What is not known counts in all of them, or in none; then what was agreed is as
// high as it can be.
std::vector<YearInSeries> AgreedNumbers::years_of(const Key& key, int first, int last, bool all_counts,
                                                  Date until) const {
    std::vector<YearInSeries> years;
    Lots came_over;
    for (int year = first; year <= last; ++year) {
        const Key here = totals_.in_year(key, year);
        if (!is_held(here)) break;  // its successor has it
        for (const Key& other : joined_in(key, year)) {
            const std::optional<int> first_of_other = first_year_of(other);
            if (!first_of_other || *first_of_other >= year) continue;
            came_over = together(std::move(came_over),
                                 years_of(other, *first_of_other, year - 1, all_counts, until).back().goes_along);
        }
        const std::optional<Agreed> agreed = number(here, until);
        const Count counted = totals_.at(here).counted;
        std::optional<std::int64_t> number_here;
        if (agreed) number_here = agreed->value.value_or(0) + (all_counts ? 0 : agreed->perhaps_more);
        years.push_back(
            to_year(tally_, year, number_here, all_counts ? counted.most() : counted.sure(), std::move(came_over)));
        came_over = years.back().goes_along;
    }
    return years;
}

std::optional<Agreed> AgreedNumbers::last_agreed_before(const Key& key, int year, int first) const {
    for (int before = year - 1; before >= first; --before) {
        if (auto agreed = number(totals_.in_year(key, before))) return agreed;
    }
    return std::nullopt;
}

// Those for which nothing was agreed, but to which something went along. A maximum for a year without one would be a
// limit that nobody agreed.
std::vector<Key> AgreedNumbers::years_it_came_over_to(const Key& key) const {
    std::vector<Key> later;
    const std::optional<int> first = first_year_of(key);
    if (!first) return later;
    for (const bool all_counts : {false, true}) {
        for (const YearInSeries& year : years_of(key, *first, year_of(totals_.today()), all_counts)) {
            const Key here = totals_.in_year(key, year.year);
            if (year.came_over.shortfall.empty() || !is_held(here) || table_.rows(here) != nullptr) continue;
            const auto last = last_agreed_before(key, year.year, *first);
            if (last && last->bound != model::Bound::AtMost) later.push_back(here);
        }
    }
    return later;
}

void AgreedNumbers::carry_over(const Key& key, Period period, Agreement& agreement) const {
    const std::optional<int> first = first_year_of(key);
    const int year = year_of(period.first);
    if (!first || year < *first || (agreement.agreed && !agreement.agreed->value)) return;
    const int running = year_of(totals_.today());
    CarriedOver carried;
    carried.is_agreed = agreement.agreed.has_value();
    carried.closes = closing_of(year);
    carried.is_closed = carried.closes < totals_.today();
    if (*first < year) {
        carried.before_closes = closing_of(year - 1);
        carried.is_before_over = year <= running;
        carried.is_before_closed = *carried.before_closes < totals_.today();
    }
    // What a year that is not over leaves is not known yet.
    const int from = year <= running ? *first : year;
    const auto index = static_cast<std::size_t>(year - from);
    const std::vector<YearInSeries> sure = years_of(key, from, std::max(year, running), false);
    const std::vector<YearInSeries> most = years_of(key, from, std::max(year, running), true);
    if (index >= sure.size()) return;
    carried.year = sure[index];
    carried.is_certain = sure[index].whole == most[index].whole;
    if (year < running) {  // with a successor the series ends here, and what goes along stays open
        carried.aftermath = aftermath(sure, index);
        carried.is_leaving_certain = sure[index].goes_along == most[index].goes_along;
        carried.outcome = outcome_of(sure[index], *carried.aftermath);
        if (carried.outcome != outcome_of(most[index], aftermath(most, index))) carried.outcome = Outcome::Unknown;
    }
    if (!agreement.agreed) {
        const std::optional<Agreed> last = last_agreed_before(key, year, *first);
        const bool comes_over = !sure[index].came_over.shortfall.empty() || !most[index].came_over.shortfall.empty();
        if (!last || !comes_over || last->bound == model::Bound::AtMost) return;
        agreement.agreed = Agreed{last->bound, 0, 0, {}};
    }
    const auto [low, high] = std::minmax(sure[index].whole, most[index].whole);
    agreement.agreed->value = low;
    agreement.agreed->perhaps_more = high - low;
    agreement.carried = std::move(carried);
}

}  // namespace toets::portfolio
