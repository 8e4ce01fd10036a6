// What cases tell, added to what was told before.
#include <algorithm>
#include <tuple>

#include "portfolio/ledger.h"

namespace toets::portfolio {

namespace {

// Those of a case in a list that goes in the order of the cases: [first, last).
template <class Item>
std::pair<std::size_t, std::size_t> of_case(const std::vector<Item>& items, std::uint32_t number) {
    const auto first = std::lower_bound(items.begin(), items.end(), number, [](const Item& each, std::uint32_t wanted) {
        return each.case_number < wanted;
    });
    auto last = first;
    while (last != items.end() && last->case_number == number) ++last;
    return {static_cast<std::size_t>(first - items.begin()), static_cast<std::size_t>(last - items.begin())};
}

bool is_told_alike(const SwapEntry& one, const SwapEntry& other) {
    return std::tie(one.day, one.count, one.from, one.to) == std::tie(other.day, other.count, other.from, other.to);
}
bool is_told_alike(const RequestEntry& one, const RequestEntry& other) {
    return std::tie(one.key, one.day, one.count, one.tie_value) ==
           std::tie(other.key, other.day, other.count, other.tie_value);
}

// Of what is told twice by a case, and not the same, neither is certain. Takes out of `told` what is known already.
template <class Item>
void doubt_what_differs(std::vector<Item>& known, const std::vector<std::uint32_t>& before, std::vector<Item>& told) {
    for (const std::uint32_t number : before) {
        const auto [first, last] = of_case(known, number);
        for (std::size_t at = first; at < last; ++at) {
            Item& each = known[at];
            const auto same =
                std::find_if(told.begin(), told.end(), [&](const Item& other) { return is_told_alike(each, other); });
            const bool is_as_sure = same != told.end() && same->counts >= each.counts;
            if (same != told.end()) told.erase(same);
            if (!is_as_sure) each.counts = std::min(each.counts, Truth::Unknown);
        }
    }
    for (Item& each : told) each.counts = std::min(each.counts, Truth::Unknown);
}

class Adder {
public:
    Adder(Told&& told, Ledger& ledger, Repeats repeats)
        : model_(*ledger.program->model),
          told_(std::move(told)),
          ledger_(ledger),
          repeats_(repeats),
          next_(told_.tallies.size()),
          next_requests_(told_.requests.size()),
          requests_(told_.requests.size()) {}

    std::vector<Repeated> add() {
        take_names();
        for (std::uint32_t index = 0; index < told_.cases.size(); ++index) add_case(index);
        combine(ledger_.shares, told_.shares);
        return std::move(repeated_);
    }

private:
    // ------------------------------------------------------------------------------ names and keys of the ledger

    void take_names() {
        const std::uint32_t fixed = told_.names->first();
        for (std::uint32_t name = fixed; name < told_.names->size(); ++name) {
            names_.push_back(ledger_.names->add(told_.names->text(name)));
        }
        key_numbers_.resize(told_.tallies.size());
        for (std::size_t index = 0; index < told_.tallies.size(); ++index) {
            ToldOfTally& told = told_.tallies[index];
            OfTally& into = ledger_.tallies[index];
            for (Key& key : told.keys) {
                take_names(key);
                key_numbers_[index].push_back(into.key_number(key));
            }
            for (SwapEntry& swap : told.swaps) {
                take_names(swap.from);
                take_names(swap.to);
            }
            for (const auto& [name, bound] : told.bounds) into.bounds[to_ledger(name)].add(bound);
        }
        for (std::vector<RequestEntry>& requests : told_.requests) {
            for (RequestEntry& request : requests) take_names(request.key);
        }
    }
    [[nodiscard]] std::uint32_t to_ledger(std::uint32_t name) const {
        const std::uint32_t fixed = told_.names->first();
        return name < fixed ? name : names_[name - fixed];
    }
    void take_names(Key& key) const {
        for (std::uint32_t& name : key) name = to_ledger(name);
    }

    // -------------------------------------------------------------------------------------------------- one case

    struct OfCase {
        std::vector<ToldEntry> entries;
        std::vector<SwapEntry> swaps;
    };
    // What it tells of each tally. The cases come in their order.
    void take(std::uint32_t index, std::vector<OfCase>& of_case) {
        of_case.resize(told_.tallies.size());
        for (std::size_t tally = 0; tally < told_.tallies.size(); ++tally) {
            ToldOfTally& told = told_.tallies[tally];
            Next& next = next_[tally];
            OfCase& into = of_case[tally];
            into.entries.clear();
            into.swaps.clear();
            while (next.entry < told.entries.size() && told.entries[next.entry].entry.case_number == index) {
                into.entries.push_back(told.entries[next.entry++]);
                into.entries.back().entry.key = key_numbers_[tally][into.entries.back().entry.key];
            }
            while (next.swap < told.swaps.size() && told.swaps[next.swap].case_number == index) {
                into.swaps.push_back(std::move(told.swaps[next.swap++]));
            }
        }
        for (std::size_t which = 0; which < told_.requests.size(); ++which) {
            std::vector<RequestEntry>& told = told_.requests[which];
            std::size_t& next = next_requests_[which];
            requests_[which].clear();
            while (next < told.size() && told[next].case_number == index) {
                requests_[which].push_back(std::move(told[next++]));
            }
        }
    }

    void add_case(std::uint32_t index) {
        take(index, of_case_);
        const ToldCase& told = told_.cases[index];
        if (told.has_own_label && repeats_ == Repeats::CountOnce) {
            const std::vector<std::uint32_t> before = ledger_.labels.named(told.label);
            const bool is_told_so = std::any_of(before.begin(), before.end(), [&](std::uint32_t number) {
                return ledger_.tellings[number] == told.telling;
            });
            if (!before.empty()) {
                ++ledger_.repeated;
                repeated_.push_back({told.label, !is_told_so});
                if (is_told_so) return;
                ++ledger_.different;
                keep_what_differs(before);
            }
        }
        add(told);
    }

    void add(const ToldCase& told) {
        const auto kind = told.has_own_label ? Labels::Kind::Own : Labels::Kind::MadeUp;
        const std::uint32_t number = ledger_.labels.add(told.label, kind);
        ledger_.tellings.push_back(told.telling);
        ledger_.outcome_sets.add_case(told.outcomes);
        for (std::size_t tally = 0; tally < of_case_.size(); ++tally) {
            OfTally& into = ledger_.tallies[tally];
            const model::Tally& declared = model_.tallies[model_.tallies.id_at(tally)];
            const Counting counting(declared, ledger_.reference_date);
            const bool is_handed_on = is_redistributed(model_, model_.tallies.id_at(tally));
            for (ToldEntry& each : of_case_[tally].entries) {
                each.entry.case_number = number;
                if (repeats_ == Repeats::StandApart) into.rows.push_back(each.row);
                if (is_handed_on) into.known_since.push_back(each.known_since);
                into.add(counting, each.entry, each.bound, ledger_.labels);
            }
            for (SwapEntry& swap : of_case_[tally].swaps) {
                swap.case_number = number;
                into.add_swap(declared, std::move(swap));
            }
        }
        for (std::size_t which = 0; which < requests_.size(); ++which) {
            for (RequestEntry& request : requests_[which]) {
                request.case_number = number;
                ledger_.requests[which].push_back(std::move(request));
            }
        }
    }

    // ------------------------------------------------------------------------------------------ told differently

    // What both tell stays as it is; what one of them tells counts perhaps.
    void keep_what_differs(const std::vector<std::uint32_t>& before) {
        for (std::size_t tally = 0; tally < of_case_.size(); ++tally) {
            std::vector<ToldEntry>& told = of_case_[tally].entries;
            for (const std::uint32_t number : before) {
                const auto [first, last] = ledger_.tallies[tally].entries.of_case(number);
                for (std::uint32_t entry = first; entry < last; ++entry) compare_with(told, tally, entry);
            }
            doubt_what_differs(ledger_.tallies[tally].swaps, before, of_case_[tally].swaps);
            for (ToldEntry& each : told) {
                each.entry.counts = std::min(each.entry.counts, Truth::Unknown);
                each.entry.of = std::min(each.entry.of, Truth::Unknown);
            }
        }
        for (std::size_t which = 0; which < requests_.size(); ++which) {
            doubt_what_differs(ledger_.requests[which], before, requests_[which]);
        }
    }

    // Takes the entry out of what is told now; it counts perhaps when it is not told so for certain.
    void compare_with(std::vector<ToldEntry>& told, std::size_t tally, std::uint32_t number) {
        OfTally& of = ledger_.tallies[tally];
        const Entry entry = of.entries[number];
        const bool is_handed_on = is_redistributed(model_, model_.tallies.id_at(tally));
        const auto is_same = [&](const ToldEntry& each) {
            return each.entry.key == entry.key && each.entry.moment == entry.moment &&
                   (each.entry.counts == Truth::False) == (entry.counts == Truth::False) &&
                   (each.entry.of == Truth::False) == (entry.of == Truth::False) &&
                   (!is_handed_on || each.known_since == of.known_since[number]);
        };
        const auto same = std::find_if(told.begin(), told.end(), is_same);
        const bool is_as_sure = same != told.end() && same->entry.counts >= entry.counts && same->entry.of >= entry.of;
        if (same != told.end()) told.erase(same);
        if (is_as_sure) return;
        of.doubt(Counting(model_.tallies[model_.tallies.id_at(tally)], ledger_.reference_date), number);
    }

    struct Next {  // what was not taken yet
        std::size_t entry = 0;
        std::size_t swap = 0;
    };

    const model::Model& model_;
    Told told_;
    Ledger& ledger_;
    Repeats repeats_;
    std::vector<std::uint32_t> names_;                     // in the ledger, of those that are not of the agreement
    std::vector<std::vector<std::uint32_t>> key_numbers_;  // in the ledger, by tally
    std::vector<Next> next_;                               // by tally
    std::vector<std::size_t> next_requests_;               // likewise, by redistribution
    std::vector<OfCase> of_case_;                          // by tally
    std::vector<std::vector<RequestEntry>> requests_;      // of the case, by redistribution
    std::vector<Repeated> repeated_;
};

}  // namespace

std::vector<Repeated> add_told(Told&& told, Ledger& ledger, Repeats repeats) {
    return Adder(std::move(told), ledger, repeats).add();
}

std::vector<Repeated> add_cases(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation,
                                Ledger& ledger, Repeats repeats) {
    return add_told(to_told(caseload, evaluation, ledger.basis()), ledger, repeats);
}

}  // namespace toets::portfolio
