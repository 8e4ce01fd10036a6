// From evaluated cases to what they contribute.
#include <algorithm>

#include "base/civil.h"
#include "portfolio/known_since.h"
#include "portfolio/ledger.h"
#include "portfolio/made_up_rows.h"
#include "portfolio/telling.h"

namespace toets::portfolio {

namespace {

struct Contribution {
    Key key;
    Entry entry;  // without its key and case number
    std::optional<std::int64_t> bound;
    std::optional<Date> known_since;
};

class Collector {
public:
    Collector(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation, Ledger& ledger,
              Repeats repeats)
        : program_(*ledger.program),
          model_(*ledger.program->model),
          caseload_(caseload),
          trace_(*evaluation.trace),
          evaluation_(evaluation),
          ledger_(ledger),
          repeats_(repeats),
          contributions_(ledger.tallies.size()),
          swaps_(ledger.tallies.size()),
          requests_(ledger.requests.size()),
          numbers_(caseload.cases.size()) {}

    std::vector<Repeated> collect() {
        for (const program::TallyProgram& tally : program_.tallies) {
            contribute(tally);
            if (tally.bound_of_thing) add_bounds(tally);
            if (tally.swap) contribute_swaps(tally);
        }
        for (const program::RedistributionProgram& each : program_.redistributions) contribute_requests(each);
        tell_apart();
        std::vector<bool> is_left_out(caseload_.cases.size(), false);
        for (std::uint32_t index = 0; index < caseload_.cases.size(); ++index) is_left_out[index] = !add_case(index);
        count_outcomes(is_left_out);
        return std::move(repeated_);
    }

private:
    [[nodiscard]] model::KindId kind_of(program::FrameId frame) const { return program_.frames[frame].kind; }
    [[nodiscard]] std::optional<std::int64_t> known(program::Register which, std::uint32_t row) const {
        if (!which.is_valid()) return std::nullopt;
        const evaluation::Value value = trace_.value(which, row);
        return value.state == cases::State::Known ? std::optional(value.value) : std::nullopt;
    }
    [[nodiscard]] bool is_judged(model::KindId kind, std::uint32_t row) const {
        const std::uint32_t of = caseload_.tables[kind.index()].case_of[row];
        return of != cases::no_case && evaluation_.reference_dates[of].has_value();
    }

    // ------------------------------------------------------------------------------------------- what a thing counts

    void contribute(const program::TallyProgram& tally) {
        const model::KindId kind = kind_of(tally.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        std::vector<std::vector<Contribution>>& by_case = contributions_[tally.tally.index()];
        by_case.resize(caseload_.cases.size());
        const model::Tally& declared = model_.tallies[tally.tally];
        std::optional<KnownSince> known_since;
        if (declared.closes || is_redistributed(tally.tally)) known_since.emplace(model_, declared);
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            Contribution made;
            made.entry.counts = trace_.truth(tally.counts, row);
            if (tally.of.is_valid()) made.entry.of = trace_.truth(tally.of, row);
            if (made.entry.counts == Truth::False && made.entry.of == Truth::False) continue;
            made.entry.row = row;
            if (const auto day = known(tally.moment, row)) made.entry.moment = Date{static_cast<std::int32_t>(*day)};
            made.bound = known(tally.bound, row);
            if (known_since) made.known_since = known_since->of(caseload_, row);
            if (declared.closes && made.entry.moment) {
                made.entry.late_in = late_in(*declared.closes, *made.entry.moment, made.known_since);
            }
            made.key = key_of(tally, row, made.entry);
            by_case[caseload_.tables[kind.index()].case_of[row]].push_back(std::move(made));
        }
    }

    [[nodiscard]] bool is_redistributed(model::TallyId tally) const {
        return std::any_of(model_.redistributions.begin(), model_.redistributions.end(),
                           [tally](const model::Redistribution& each) { return each.tally == tally; });
    }

    // What became known only after its year was closed, counts in the year in which it did (pattern K4).
    static std::optional<Date> late_in(calendar::DayOfYear closes, Date moment, std::optional<Date> known) {
        if (!known) return std::nullopt;
        const auto closed = to_date({to_civil(moment).year + 1, closes.month, closes.day});
        return closed && *closed < *known ? known : std::nullopt;
    }

    Key key_of(const program::TallyProgram& tally, std::uint32_t row, const Entry& entry) {
        const model::Tally& declared = model_.tallies[tally.tally];
        const std::optional<Date> day = entry.late_in ? entry.late_in : entry.moment;
        Key key;
        for (std::size_t index = 0; index < declared.dimensions.size(); ++index) {
            key.push_back(name_in(declared, index, tally.keys[index], row, day));
        }
        return held(declared, std::move(key), day);
    }

    std::uint32_t name_in(const model::Tally& tally, std::size_t index, program::Register value, std::uint32_t row,
                          std::optional<Date> day) {
        const model::TallyDimension& dimension = tally.dimensions[index];
        if (dimension.what == model::TallyDimension::What::Value) {
            return name_of(model_.expressions[dimension.value].type, trace_.value(value, row));
        }
        return day ? ledger_.names->add(period_name(dimension.what, *day)) : Names::unknown;
    }

    // C8: what a party did is its successor's.
    Key held(const model::Tally& tally, Key key, std::optional<Date> day) const {
        const auto by_period =
            std::find_if(tally.dimensions.begin(), tally.dimensions.end(),
                         [](const auto& dimension) { return dimension.what != model::TallyDimension::What::Value; });
        const bool is_by_period = by_period != tally.dimensions.end();
        std::optional<Period> period;
        if (is_by_period && day) period = period_named(by_period->what, period_name(by_period->what, *day));
        for (std::size_t index = 0; index < key.size(); ++index) {
            if (!is_of_parties(model_, tally.dimensions[index])) continue;
            const bool is_open = is_by_period && !day && ledger_.holders->has_successor(key[index]);
            key[index] = is_open ? Names::unknown : ledger_.holders->of(key[index], period);
        }
        return key;
    }

    std::uint32_t name_of(const model::Type& type, evaluation::Value value) {
        if (value.state == cases::State::Unknown) return Names::unknown;
        if (value.state == cases::State::Absent) return Names::none;
        if (type.base == model::Base::Choice) {
            const auto& choices = model_.choice_lists[type.choices].values;
            return ledger_.names->add(choices[static_cast<std::size_t>(value.value)].text);
        }
        if (type.base == model::Base::Thing) return name_of(type.kind, static_cast<std::uint32_t>(value.value));
        return ledger_.names->add(caseload_.symbols.text(static_cast<std::uint32_t>(value.value)));
    }

    // A thing is the same in another case when it has the same name; without one nobody can tell.
    std::uint32_t name_of(model::KindId kind, std::uint32_t row) {
        if (const auto label = caseload_.labels.find({kind, row}); label != caseload_.labels.end()) {
            return ledger_.names->add(label->second);
        }
        const model::FieldId party = model_.kinds[kind].party_name;
        if (!party.is_valid() || caseload_.columns[party.index()].states[row] != cases::State::Known) {
            return Names::unknown;
        }
        const auto symbol = static_cast<std::uint32_t>(caseload_.columns[party.index()].values[row]);
        return ledger_.names->add(caseload_.symbols.text(symbol));
    }

    // A case that only names a thing says nothing of it, even where no list of it would mean that there is none.
    [[nodiscard]] bool is_described(model::KindId kind, std::uint32_t row) const {
        const std::vector<model::FieldId>& fields = model_.kinds[kind].fields;
        return std::any_of(fields.begin(), fields.end(), [&](model::FieldId field) {
            const bool is_own = model_.fields[field].role == model::FieldRole::Stored ||
                                model_.fields[field].role == model::FieldRole::Owned;
            if (!is_own || field == model_.kinds[kind].party_name) return false;
            const std::size_t index = field.index();
            if (model_.fields[field].type.base == model::Base::Things) return caseload_.lists[index].count[row] > 0;
            return caseload_.columns[index].states[row] == cases::State::Known;
        });
    }

    void add_bounds(const program::TallyProgram& tally) {
        const program::TallyProgram::OfThing& of = *tally.bound_of_thing;
        const model::KindId kind = kind_of(of.frame);
        auto& bounds = ledger_.tallies[tally.tally.index()].bounds;
        for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
            const auto value = known(of.bound, row);
            if (!value || !is_judged(kind, row) || !is_described(kind, row)) continue;
            const std::uint32_t name = name_of(kind, row);
            if (name != Names::unknown) bounds[name].add(*value);
        }
    }

    void contribute_swaps(const program::TallyProgram& tally) {
        const program::TallyProgram::Swap& swap = *tally.swap;
        const model::Tally& declared = model_.tallies[tally.tally];
        const model::KindId kind = kind_of(swap.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        swaps_[tally.tally.index()].resize(caseload_.cases.size());
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            SwapEntry entry;
            entry.counts = trace_.truth(swap.counts, row);
            if (const auto day = known(swap.date, row)) entry.day = Date{static_cast<std::int32_t>(*day)};
            entry.count = known(swap.number, row);
            for (std::size_t index = 0; index < declared.dimensions.size(); ++index) {
                const bool is_swapped = index == declared.swap->dimension;
                const program::Register from = is_swapped ? swap.from : swap.keys[index];
                entry.from.push_back(name_in(declared, index, from, row, entry.day));
                entry.to.push_back(is_swapped ? name_in(declared, index, swap.to, row, entry.day) : entry.from.back());
            }
            entry.from = held(declared, std::move(entry.from), entry.day);
            entry.to = held(declared, std::move(entry.to), entry.day);
            swaps_[tally.tally.index()][caseload_.tables[kind.index()].case_of[row]].push_back(std::move(entry));
        }
    }

    // ---------------------------------------------------------------------------------------------- what it asks for

    void contribute_requests(const program::RedistributionProgram& asked) {
        const model::Redistribution& declared = model_.redistributions[asked.redistribution];
        const model::Tally& tally = model_.tallies[declared.tally];
        const model::KindId kind = kind_of(asked.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        std::vector<std::vector<RequestEntry>>& by_case = requests_[asked.redistribution.index()];
        by_case.resize(caseload_.cases.size());
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            RequestEntry entry;
            entry.counts = trace_.truth(asked.counts, row);
            if (entry.counts == Truth::False) continue;
            if (const auto day = known(asked.date, row)) entry.day = Date{static_cast<std::int32_t>(*day)};
            entry.count = asked.number.is_valid() ? known(asked.number, row) : std::optional(std::int64_t{1});
            entry.tie_value = known(asked.tie_value, row);
            for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
                if (index == declared.dimension) {
                    const model::Type& type = model_.expressions[declared.asked_by].type;
                    entry.key.push_back(name_of(type, trace_.value(asked.asked_by, row)));
                } else {
                    entry.key.push_back(name_in(tally, index, asked.keys[index], row, entry.day));
                }
            }
            entry.key = held(tally, std::move(entry.key), entry.day);
            by_case[caseload_.tables[kind.index()].case_of[row]].push_back(std::move(entry));
        }
    }

    // ------------------------------------------------------------------------------------------------- what it adds

    void tell_apart() {
        std::vector<Telling> tellings(caseload_.cases.size());
        const auto mix = [&](std::uint32_t of_case, std::size_t which, const auto& told) {
            tellings[of_case].mix(std::uint64_t{which});
            tellings[of_case].mix(told);
        };
        for (std::size_t tally = 0; tally < contributions_.size(); ++tally) {
            for (std::uint32_t index = 0; index < contributions_[tally].size(); ++index) {
                for (const Contribution& each : contributions_[tally][index]) {
                    mix(index, tally, each.key);
                    tellings[index].mix(each.entry);
                    if (is_redistributed(program_.tallies[tally].tally)) tellings[index].mix(each.known_since);
                }
            }
            for (std::uint32_t index = 0; index < swaps_[tally].size(); ++index) {
                for (const SwapEntry& each : swaps_[tally][index]) mix(index, tally, each);
            }
        }
        for (std::size_t which = 0; which < requests_.size(); ++which) {
            for (std::uint32_t index = 0; index < requests_[which].size(); ++index) {
                for (const RequestEntry& each : requests_[which][index]) mix(index, which, each);
            }
        }
        for_each_outcome([&](std::uint32_t of_case, std::size_t rule, program::Outcome outcome) {
            mix(of_case, rule, static_cast<std::uint64_t>(outcome));
        });
        for (const Telling& telling : tellings) tellings_.push_back(telling.number());
    }

    // False when the register told this case before, and the same.
    bool add_case(std::uint32_t index) {
        const cases::CaseInfo& info = caseload_.cases[index];
        if (info.has_own_label && repeats_ == Repeats::CountOnce) {
            const std::vector<std::uint32_t> before = ledger_.labels.named(info.label);
            const bool is_told_so = std::any_of(before.begin(), before.end(), [&](std::uint32_t number) {
                return ledger_.tellings[number] == tellings_[index];
            });
            if (!before.empty()) {
                ++ledger_.repeated;
                repeated_.push_back({info.label, !is_told_so});
                if (is_told_so) return false;
                ++ledger_.different;
                keep_what_differs(before, index);
            }
        }
        const auto kind = info.has_own_label ? Labels::Kind::Own : Labels::Kind::MadeUp;
        const std::uint32_t number = ledger_.labels.add(info.label, kind);
        ledger_.tellings.push_back(tellings_[index]);
        add_swaps(index, number);
        add_requests(index, number);
        numbers_[index] = number;
        for (std::size_t tally = 0; tally < contributions_.size(); ++tally) {
            OfTally& into = ledger_.tallies[tally];
            into.first_of_case.push_back(static_cast<std::uint32_t>(into.entries.size()));
            const Counting counting(model_.tallies[model_.tallies.id_at(tally)], ledger_.reference_date);
            for (Contribution& each : contributions_[tally][index]) {
                each.entry.case_number = number;
                into.add(counting, each.key, each.entry, each.bound);
                if (is_redistributed(program_.tallies[tally].tally)) into.known_since.push_back(each.known_since);
            }
        }
        return true;
    }

    void add_swaps(std::uint32_t index, std::uint32_t number) {
        for (std::size_t tally = 0; tally < swaps_.size(); ++tally) {
            if (swaps_[tally].empty()) continue;
            for (SwapEntry& swap : swaps_[tally][index]) {
                swap.case_number = number;
                ledger_.tallies[tally].swaps.push_back(std::move(swap));
            }
        }
    }

    void add_requests(std::uint32_t index, std::uint32_t number) {
        for (std::size_t which = 0; which < requests_.size(); ++which) {
            for (RequestEntry& request : requests_[which][index]) {
                request.case_number = number;
                ledger_.requests[which].push_back(std::move(request));
            }
        }
    }

    // What both tell stays as it is; what one of them tells counts perhaps.
    void keep_what_differs(const std::vector<std::uint32_t>& before, std::uint32_t index) {
        for (std::size_t which = 0; which < requests_.size(); ++which) {
            doubt_what_differs(ledger_.requests[which], before, requests_[which][index]);
        }
        for (std::size_t tally = 0; tally < contributions_.size(); ++tally) {
            OfTally& of = ledger_.tallies[tally];
            std::vector<Contribution>& told = contributions_[tally][index];
            for (const std::uint32_t number : before) {
                const auto [first, last] = of.of_case(number);
                for (std::uint32_t entry = first; entry < last; ++entry) compare_with(told, tally, entry);
            }
            if (!swaps_[tally].empty()) doubt_what_differs(of.swaps, before, swaps_[tally][index]);
            for (Contribution& each : told) {
                each.entry.counts = std::min(each.entry.counts, Truth::Unknown);
                each.entry.of = std::min(each.entry.of, Truth::Unknown);
            }
        }
    }

    // Takes the entry out of what is told now; it counts perhaps when it is not told so for certain.
    void compare_with(std::vector<Contribution>& told, std::size_t tally, std::uint32_t number) {
        OfTally& of = ledger_.tallies[tally];
        const Entry entry = of.entries[number];
        const auto is_same = [&](const Contribution& each) {
            return each.key == of.keys[entry.key] && each.entry.moment == entry.moment &&
                   (each.entry.counts == Truth::False) == (entry.counts == Truth::False) &&
                   (each.entry.of == Truth::False) == (entry.of == Truth::False);
        };
        const auto same = std::find_if(told.begin(), told.end(), is_same);
        const bool is_as_sure = same != told.end() && same->entry.counts >= entry.counts && same->entry.of >= entry.of;
        if (same != told.end()) told.erase(same);
        if (is_as_sure) return;
        of.doubt(Counting(model_.tallies[model_.tallies.id_at(tally)], ledger_.reference_date), number);
    }

    // Of each thing that a rule is about.
    template <class See>
    void for_each_outcome(const See& see) const {
        for (const program::RuleProgram& rule : program_.rules) {
            const model::KindId kind = kind_of(rule.frame);
            const std::vector<std::uint32_t>& case_of = caseload_.tables[kind.index()].case_of;
            const auto& outcomes = evaluation_.outcomes[rule.rule.index()];
            for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
                if (is_judged(kind, row)) see(case_of[row], rule.rule.index(), outcomes[row]);
            }
        }
    }
    void count_outcomes(const std::vector<bool>& is_left_out) {
        for_each_outcome([&](std::uint32_t of_case, std::size_t rule, program::Outcome outcome) {
            if (is_left_out[of_case]) return;
            const auto at = static_cast<std::size_t>(outcome);
            ++ledger_.outcomes[rule][at];
            std::vector<std::uint32_t>& cases = ledger_.cases_by_outcome[rule][at];
            if (cases.empty() || cases.back() != numbers_[of_case]) cases.push_back(numbers_[of_case]);
        });
    }

    const program::Program& program_;
    const model::Model& model_;
    const cases::Caseload& caseload_;
    const evaluation::Trace& trace_;
    const evaluation::Evaluation& evaluation_;
    Ledger& ledger_;
    Repeats repeats_;
    std::vector<std::vector<std::vector<Contribution>>> contributions_;  // by tally and case of the batch
    std::vector<std::vector<std::vector<SwapEntry>>> swaps_;             // likewise
    std::vector<std::vector<std::vector<RequestEntry>>> requests_;       // by redistribution and case of the batch
    std::vector<std::uint32_t> numbers_;                                 // in the ledger, by case of the batch
    std::vector<std::uint64_t> tellings_;                                // by case of the batch
    std::vector<Repeated> repeated_;
};

}  // namespace

std::vector<Repeated> add_cases(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation,
                                Ledger& ledger, Repeats repeats) {
    add_shares(*ledger.program, caseload, evaluation, ledger.shares);
    return Collector(caseload, evaluation, ledger, repeats).collect();
}

}  // namespace toets::portfolio
