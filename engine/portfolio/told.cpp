#include "portfolio/told.h"

#include <algorithm>

#include "base/civil.h"
#include "portfolio/known_since.h"
#include "portfolio/made_up_rows.h"

namespace toets::portfolio {

namespace {

class Collector {
public:
    Collector(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation, const Basis& basis)
        : program_(basis.program),
          model_(*basis.program.model),
          caseload_(caseload),
          trace_(*evaluation.trace),
          evaluation_(evaluation),
          holders_(basis.agreed->holders) {
        told_.names = std::make_unique<Names>(basis.names);
        told_.tallies.resize(program_.tallies.size());
        told_.cases.reserve(caseload.cases.size());
        for (const cases::CaseInfo& each : caseload.cases) {
            told_.cases.push_back({each.label, each.has_own_label, 0, {}});
        }
        told_.requests.resize(program_.redistributions.size());
        told_.shares.resize(program_.apportionments.size());
    }

    Told collect() {
        for (const program::TallyProgram& tally : program_.tallies) {
            tell_entries(tally);
            if (tally.bound_of_thing) tell_bounds(tally);
            if (tally.swap) tell_swaps(tally);
        }
        for (const program::RedistributionProgram& each : program_.redistributions) tell_requests(each);
        tell_outcomes();
        tell_apart();
        add_shares(program_, caseload_, evaluation_, told_.shares);
        return std::move(told_);
    }

private:
    using KeyNumbers = std::unordered_map<Key, std::uint32_t, KeyHash>;

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

    void tell_entries(const program::TallyProgram& tally) {
        const model::KindId kind = kind_of(tally.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        ToldOfTally& told = told_.tallies[tally.tally.index()];
        const model::Tally& declared = model_.tallies[tally.tally];
        std::optional<KnownSince> known_since;
        const bool is_handed_on = is_redistributed(model_, tally.tally);
        if (declared.closes || is_handed_on) known_since.emplace(model_, declared);
        KeyNumbers key_numbers;
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            Entry entry;
            entry.counts = trace_.truth(tally.counts, row);
            if (tally.of.is_valid()) entry.of = trace_.truth(tally.of, row);
            if (entry.counts == Truth::False && entry.of == Truth::False) continue;
            entry.case_number = caseload_.tables[kind.index()].case_of[row];
            if (const auto day = known(tally.moment, row)) entry.moment = Date{static_cast<std::int32_t>(*day)};
            const std::optional<Date> known_on = known_since ? known_since->of(caseload_, row) : std::nullopt;
            if (declared.closes && entry.moment) entry.late_in = late_in(*declared.closes, *entry.moment, known_on);
            entry.key = number_of(key_of(tally, row, entry), key_numbers, told.keys);
            told.entries.push_back(
                {entry, row, known(tally.bound, row), is_handed_on ? known_on : std::optional<Date>()});
        }
        std::stable_sort(told.entries.begin(), told.entries.end(), [](const ToldEntry& left, const ToldEntry& right) {
            return left.entry.case_number < right.entry.case_number;
        });
    }

    static std::uint32_t number_of(Key key, KeyNumbers& numbers, std::vector<Key>& keys) {
        const auto [found, is_new] = numbers.emplace(std::move(key), static_cast<std::uint32_t>(keys.size()));
        if (is_new) keys.push_back(found->first);
        return found->second;
    }

    // What became known only after its year was closed, counts in the year in which it did (pattern K4).
    static std::optional<Date> late_in(calendar::DayOfYear closes, Date moment, std::optional<Date> known) {
        if (!known) return std::nullopt;
        const auto closed = to_date({to_civil(moment).year + 1, closes.month, closes.day});
        return closed && *closed < *known ? known : std::nullopt;
    }

    Key key_of(const program::TallyProgram& tally, std::uint32_t row, const Entry& entry) {
        const model::Tally& declared = model_.tallies[tally.tally];
        const std::optional<Date> day = entry.day();
        Key key;
        for (std::size_t index = 0; index < declared.dimensions.size(); ++index) {
            key.push_back(name_in(declared, index, tally.keys[index], row, day));
        }
        return held_on(declared, std::move(key), day);
    }

    std::uint32_t name_in(const model::Tally& tally, std::size_t index, program::Register value, std::uint32_t row,
                          std::optional<Date> day) {
        const model::TallyDimension& dimension = tally.dimensions[index];
        if (dimension.what == model::TallyDimension::What::Value) {
            return name_of(model_.expressions[dimension.value].type, trace_.value(value, row));
        }
        return day ? told_.names->add(period_name(dimension.what, *day)) : Names::unknown;
    }

    // C8: what a party did is its successor's.
    Key held_on(const model::Tally& tally, Key key, std::optional<Date> day) const {
        const auto by_period =
            std::find_if(tally.dimensions.begin(), tally.dimensions.end(),
                         [](const auto& dimension) { return dimension.what != model::TallyDimension::What::Value; });
        const bool is_by_period = by_period != tally.dimensions.end();
        std::optional<Period> period;
        if (is_by_period && day) period = period_named(by_period->what, period_name(by_period->what, *day));
        for (std::size_t index = 0; index < key.size() && is_by_period && !day; ++index) {
            const bool is_party = is_of_parties(model_, tally.dimensions[index]);
            if (is_party && holders_.has_successor(key[index])) key[index] = Names::unknown;
        }
        return held(model_, tally, std::move(key), period, holders_);
    }

    std::uint32_t name_of(const model::Type& type, evaluation::Value value) {
        if (value.state == cases::State::Unknown) return Names::unknown;
        if (value.state == cases::State::Absent) return Names::none;
        if (type.base == model::Base::Choice) {
            const auto& choices = model_.choice_lists[type.choices].values;
            return told_.names->add(choices[static_cast<std::size_t>(value.value)].text);
        }
        if (type.base == model::Base::Thing) return name_of(type.kind, static_cast<std::uint32_t>(value.value));
        return told_.names->add(caseload_.symbols.text(static_cast<std::uint32_t>(value.value)));
    }

    // A thing is the same in another case when it has the same name; without one nobody can tell.
    std::uint32_t name_of(model::KindId kind, std::uint32_t row) {
        if (const auto label = caseload_.labels.find({kind, row}); label != caseload_.labels.end()) {
            return told_.names->add(label->second);
        }
        const model::FieldId party = model_.kinds[kind].party_name;
        if (!party.is_valid() || caseload_.columns[party.index()].states[row] != cases::State::Known) {
            return Names::unknown;
        }
        const auto symbol = static_cast<std::uint32_t>(caseload_.columns[party.index()].values[row]);
        return told_.names->add(caseload_.symbols.text(symbol));
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

    void tell_bounds(const program::TallyProgram& tally) {
        const program::TallyProgram::OfThing& of = *tally.bound_of_thing;
        const model::KindId kind = kind_of(of.frame);
        for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
            const auto value = known(of.bound, row);
            if (!value || !is_judged(kind, row) || !is_described(kind, row)) continue;
            const std::uint32_t name = name_of(kind, row);
            if (name != Names::unknown) told_.tallies[tally.tally.index()].bounds.emplace_back(name, *value);
        }
    }

    void tell_swaps(const program::TallyProgram& tally) {
        const program::TallyProgram::Swap& swap = *tally.swap;
        const model::Tally& declared = model_.tallies[tally.tally];
        const model::KindId kind = kind_of(swap.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        std::vector<SwapEntry>& swaps = told_.tallies[tally.tally.index()].swaps;
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            SwapEntry entry;
            entry.case_number = caseload_.tables[kind.index()].case_of[row];
            entry.counts = trace_.truth(swap.counts, row);
            if (const auto day = known(swap.date, row)) entry.day = Date{static_cast<std::int32_t>(*day)};
            entry.count = known(swap.number, row);
            for (std::size_t index = 0; index < declared.dimensions.size(); ++index) {
                const bool is_swapped = index == declared.swap->dimension;
                const program::Register from = is_swapped ? swap.from : swap.keys[index];
                entry.from.push_back(name_in(declared, index, from, row, entry.day));
                entry.to.push_back(is_swapped ? name_in(declared, index, swap.to, row, entry.day) : entry.from.back());
            }
            entry.from = held_on(declared, std::move(entry.from), entry.day);
            entry.to = held_on(declared, std::move(entry.to), entry.day);
            swaps.push_back(std::move(entry));
        }
        std::stable_sort(swaps.begin(), swaps.end(), [](const SwapEntry& left, const SwapEntry& right) {
            return left.case_number < right.case_number;
        });
    }

    void tell_requests(const program::RedistributionProgram& asked) {
        const model::Redistribution& declared = model_.redistributions[asked.redistribution];
        const model::Tally& tally = model_.tallies[declared.tally];
        const model::KindId kind = kind_of(asked.frame);
        const std::vector<bool> made_up = made_up_rows(caseload_, kind);
        std::vector<RequestEntry>& requests = told_.requests[asked.redistribution.index()];
        for (std::uint32_t row = cases::first_row; row < made_up.size(); ++row) {
            if (made_up[row] || !is_judged(kind, row)) continue;
            RequestEntry entry;
            entry.case_number = caseload_.tables[kind.index()].case_of[row];
            entry.counts = trace_.truth(asked.counts, row);
            if (entry.counts == Truth::False) continue;
            if (const auto day = known(asked.date, row)) entry.day = Date{static_cast<std::int32_t>(*day)};
            entry.count = asked.number.is_valid() ? known(asked.number, row) : std::optional(std::int64_t{1});
            entry.tie_value = known(asked.tie_value, row);
            entry.key = key_of(asked, row, entry.day);
            entry.key = held_on(tally, std::move(entry.key), entry.day);
            requests.push_back(std::move(entry));
        }
        std::stable_sort(requests.begin(), requests.end(), [](const RequestEntry& left, const RequestEntry& right) {
            return left.case_number < right.case_number;
        });
    }

    Key key_of(const program::RedistributionProgram& asked, std::uint32_t row, std::optional<Date> day) {
        const model::Redistribution& declared = model_.redistributions[asked.redistribution];
        const model::Tally& tally = model_.tallies[declared.tally];
        Key key;
        for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
            if (index == declared.dimension) {
                const model::Type& type = model_.expressions[declared.asked_by].type;
                key.push_back(name_of(type, trace_.value(asked.asked_by, row)));
            } else {
                key.push_back(name_in(tally, index, asked.keys[index], row, day));
            }
        }
        return key;
    }

    // Of each thing that a rule is about.
    void tell_outcomes() {
        for (const program::RuleProgram& rule : program_.rules) {
            const model::KindId kind = kind_of(rule.frame);
            const std::vector<std::uint32_t>& case_of = caseload_.tables[kind.index()].case_of;
            const auto& outcomes = evaluation_.outcomes[rule.rule.index()];
            for (std::uint32_t row = cases::first_row; row < caseload_.tables[kind.index()].rows; ++row) {
                if (!is_judged(kind, row)) continue;
                told_.cases[case_of[row]].outcomes.push_back(
                    OutcomeSets::outcome_of(rule.rule.index(), static_cast<std::size_t>(outcomes[row])));
            }
        }
    }

    // ------------------------------------------------------------------------------------------ telling cases apart

    // A number for all that a case tells here, so that what was told before is known again after others were read.
    void tell_apart() {
        for (std::size_t tally = 0; tally < told_.tallies.size(); ++tally) {
            const ToldOfTally& told = told_.tallies[tally];
            const bool is_handed_on = is_redistributed(model_, program_.tallies[tally].tally);
            for (const ToldEntry& each : told.entries) {
                mix(of_case(each.entry), tally, each.entry, told.keys);
                if (is_handed_on) mix(of_case(each.entry), each.known_since);
            }
            for (const SwapEntry& each : told.swaps) mix(told_.cases[each.case_number].telling, tally, each);
        }
        for (std::size_t which = 0; which < told_.requests.size(); ++which) {
            for (const RequestEntry& each : told_.requests[which]) {
                mix(told_.cases[each.case_number].telling, which, each);
            }
        }
        for (ToldCase& each : told_.cases) {
            for (const std::uint32_t outcome : each.outcomes) mix(each.telling, outcome);
            std::sort(each.outcomes.begin(), each.outcomes.end());
            each.outcomes.erase(std::unique(each.outcomes.begin(), each.outcomes.end()), each.outcomes.end());
        }
    }
    std::uint64_t& of_case(const Entry& entry) { return told_.cases[entry.case_number].telling; }
    static void mix(std::uint64_t& telling, std::uint64_t value) {
        constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;
        constexpr unsigned shift = 29;
        telling = (telling ^ value) * factor;
        telling ^= telling >> shift;
    }
    static void mix(std::uint64_t& telling, const std::optional<Date>& day) {
        mix(telling, day ? static_cast<std::uint64_t>(day->days) : ~std::uint64_t{0});
    }
    static void mix(std::uint64_t& telling, const std::optional<std::int64_t>& value) {
        mix(telling, value ? static_cast<std::uint64_t>(*value) : ~std::uint64_t{0});
    }
    void mix(std::uint64_t& telling, const Key& key) const {
        for (const std::uint32_t name : key) mix(telling, told_.names->mark_of(name));
    }
    void mix(std::uint64_t& telling, std::size_t tally, const Entry& told, const std::vector<Key>& keys) const {
        mix(telling, tally);
        mix(telling, keys[told.key]);
        mix(telling, told.moment);
        mix(telling, told.late_in);
        mix(telling, static_cast<std::uint64_t>(told.counts));
        mix(telling, static_cast<std::uint64_t>(told.of));
    }
    void mix(std::uint64_t& telling, std::size_t tally, const SwapEntry& told) const {
        mix(telling, tally);
        mix(telling, told.from);
        mix(telling, told.to);
        mix(telling, told.day);
        mix(telling, told.count);
        mix(telling, static_cast<std::uint64_t>(told.counts));
    }
    void mix(std::uint64_t& telling, std::size_t which, const RequestEntry& told) const {
        mix(telling, which);
        mix(telling, told.key);
        mix(telling, told.day);
        mix(telling, told.count);
        mix(telling, told.tie_value);
        mix(telling, static_cast<std::uint64_t>(told.counts));
    }

    const program::Program& program_;
    const model::Model& model_;
    const cases::Caseload& caseload_;
    const evaluation::Trace& trace_;
    const evaluation::Evaluation& evaluation_;
    const Holders& holders_;
    Told told_;
};

}  // namespace

bool is_redistributed(const model::Model& model, model::TallyId tally) {
    return std::any_of(model.redistributions.begin(), model.redistributions.end(),
                       [tally](const model::Redistribution& each) { return each.tally == tally; });
}

Told to_told(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation, const Basis& basis) {
    return Collector(caseload, evaluation, basis).collect();
}

}  // namespace toets::portfolio
