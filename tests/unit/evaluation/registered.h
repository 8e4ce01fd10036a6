// Registrations of which some count, a stretch of days they must cover, and an oracle that walks through those days.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/civil.h"
#include "one_thing.h"

namespace toets::test {

using program::Outcome;
using Random = std::mt19937;
inline int below(Random& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

constexpr int last_offset = 75;  // days after the first: past a 29 February
inline const Date start = day("2024-01-20");
constexpr Duration tolerances[] = {{0, Duration::Unit::Days}, {4, Duration::Unit::Days}, {1, Duration::Unit::Months}};
constexpr Duration lengths[] = {{1, Duration::Unit::Days}, {12, Duration::Unit::Days}, {1, Duration::Unit::Months}};

struct Registered : OneThing {
    Registered() {
        period = agreement.period("inschrijving");
        periods = agreement.list(kind, "inschrijvingen", period);
        counting = agreement.field(period, "telt", Base::YesNo);
        from = field("van", Base::Date);
        until = field("tot", Base::Date);
        length = field("duur", Base::Duration);
        first = agreement.model.kinds[period].first_day;
        last = agreement.model.kinds[period].last_day;
        const VariableId self = agreement.variable(period);
        sub_kind = agreement.model.sub_kinds.add(
            {{}, period, self, agreement.holds(agreement.of(agreement.use(self), counting)), {}});
    }
    ExpressionId counted() {
        return agreement.typed(model::OnlyThose{fact(periods), sub_kind}, {Base::Things, period, sub_kind, {}, {}});
    }
    ExpressionId constant(Duration duration) { return agreement.constant(Base::Duration, to_column_value(duration)); }
    ConditionId covers(Duration tolerated) {
        return agreement.condition(model::RunsFromTo{counted(), fact(from), fact(until), constant(tolerated)});
    }
    ConditionId runs_for(Duration needed, bool is_unbroken) {
        return agreement.condition(model::RunsFor{counted(), constant(needed), is_unbroken, fact(from), fact(until)});
    }
    KindId period;
    model::SubKindId sub_kind;
    FieldId periods, counting, from, until, length, first, last;
};

struct Item {
    std::optional<int> first, last;  // days after the start; no last day: it still runs
    bool counts = true;
};
struct Facts {
    std::vector<Item> items;
    int from = 0;
    int until = 0;
};

inline Facts random_facts(Random& random) {
    Facts facts;
    for (int count = below(random, 5); count > 0; --count) {
        Item item{below(random, last_offset), below(random, last_offset + 5), below(random, 5) != 0};
        if (below(random, 8) == 0) item.last.reset();
        facts.items.push_back(item);
    }
    facts.from = below(random, last_offset);
    facts.until = facts.from - 2 + below(random, last_offset - facts.from + 2);
    return facts;
}

inline std::uint32_t add(Check& check, const Registered& world, const Facts& facts) {
    const auto row = check.add(world.kind);
    const auto set = [&](FieldId field, std::uint32_t at, int offset) {
        check.set(field, at, Date{start.days + offset});
    };
    std::vector<std::uint32_t> rows;
    for (const Item& item : facts.items) {
        rows.push_back(check.add(world.period));
        check.set(world.counting, rows.back(), item.counts ? 1 : 0);
        if (item.first) set(world.first, rows.back(), *item.first);
        if (!item.first) check.set_absent(world.first, rows.back());
        if (item.last) set(world.last, rows.back(), *item.last);
        if (!item.last) check.set_absent(world.last, rows.back());
    }
    check.set_list(world.periods, row, rows);
    set(world.from, row, facts.from);
    set(world.until, row, facts.until);
    return row;
}

// ------------------------------------------------------------------------------------------- the oracle, day by day

inline std::set<int> covered_days(const Facts& facts) {
    std::set<int> days;
    for (const Item& item : facts.items) {
        if (!item.counts || !item.first) continue;
        for (int offset = *item.first; offset <= item.last.value_or(3 * last_offset); ++offset) days.insert(offset);
    }
    return days;
}

inline int offset_after(int offset, Duration length) {
    return shift(Date{start.days + offset}, length, false)->days - start.days;
}

// Up to and including `now`.
inline bool is_covered(const Facts& facts, Duration tolerated, int now) {
    const std::set<int> days = covered_days(facts);
    for (int offset = facts.from; offset <= std::min(facts.until, now);) {
        int end = offset;
        while (end <= std::min(facts.until, now) && days.count(end) == 0) ++end;
        if (end > offset && end > offset_after(offset, tolerated)) return false;
        offset = end + 1;
    }
    return true;
}

inline bool runs_for(const Facts& facts, Duration needed, bool is_unbroken) {
    const std::set<int> days = covered_days(facts);
    int total = 0;
    int begin = facts.from;
    for (int offset = facts.from; offset <= facts.until; ++offset) {
        if (days.count(offset) == 0) {
            begin = offset + 1;
            continue;
        }
        ++total;
        if (offset + 1 >= offset_after(begin, needed)) return true;
    }
    return !is_unbroken && total >= offset_after(facts.from, needed) - facts.from;
}

}  // namespace toets::test
