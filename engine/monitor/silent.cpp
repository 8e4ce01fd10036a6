// Pattern M3. That nothing of a party counts is no proof that nothing happened: perhaps it delivered no figures.
#include <algorithm>
#include <map>

#include "explanation/report.h"
#include "monitor/making.h"

namespace toets::monitor {

namespace {

using portfolio::Period;
using What = model::TallyDimension::What;

class SilenceFinder {
public:
    SilenceFinder(const Making& making, Monitor& monitor)
        : making_(making), model_(*making.program().model), monitor_(monitor) {
        for (std::size_t index = 0; index < monitor.tallies.size(); ++index) hear(index);
    }

    void add() {
        for (std::size_t index = 0; index < monitor_.tallies.size(); ++index) {
            const model::Tally& tally = tally_at(index);
            for (std::size_t dimension = 0; dimension < tally.dimensions.size(); ++dimension) {
                if (const model::Role* role = role_of(tally.dimensions[dimension])) add(index, dimension, *role);
            }
        }
    }

private:
    // When something of a party counts, or may count; in any tally.
    struct Heard {
        std::vector<Date> moments;
        std::size_t many = 4096;  // with so many of them each day is kept once
        bool is_at_an_unknown_moment = false;
    };

    [[nodiscard]] const model::Tally& tally_at(std::size_t index) const {
        return model_.tallies[model_.tallies.id_at(index)];
    }
    [[nodiscard]] const model::Role* role_of(const model::TallyDimension& dimension) const {
        if (!dimension.value.is_valid()) return nullptr;
        const model::RoleId role = model_.expressions[dimension.value].type.role;
        return role.is_valid() ? &model_.roles[role] : nullptr;
    }

    // There are few days and many entries.
    static void note(Date day, Heard& heard) {
        heard.moments.push_back(day);
        if (heard.moments.size() < heard.many) return;
        std::sort(heard.moments.begin(), heard.moments.end());
        heard.moments.erase(std::unique(heard.moments.begin(), heard.moments.end()), heard.moments.end());
        heard.many = std::max(heard.many, 2 * heard.moments.size());
    }

    void hear(std::size_t index) {
        const model::Tally& tally = tally_at(index);
        const portfolio::OfTally& of = making_.ledger.tallies[index];
        for (std::uint32_t number = 0; number < of.entries.size(); ++number) {
            const portfolio::Entry entry = of.entries[number];
            for (std::size_t dimension = 0; dimension < tally.dimensions.size(); ++dimension) {
                if (role_of(tally.dimensions[dimension]) == nullptr) continue;
                Heard& heard = heard_[of.keys[entry.key][dimension]];
                const std::optional<Date> day = entry.day();
                if (day) note(*day, heard);
                heard.is_at_an_unknown_moment = heard.is_at_an_unknown_moment || !day;
            }
        }
    }
    [[nodiscard]] bool is_heard(const std::string& party, const std::optional<Period>& period) const {
        const auto name = making_.ledger.names->find(party);
        const auto heard = name ? heard_.find(*name) : heard_.end();
        if (heard == heard_.end()) return false;
        if (!period || heard->second.is_at_an_unknown_moment) return true;
        return std::any_of(heard->second.moments.begin(), heard->second.moments.end(),
                           [&](Date moment) { return !(moment < period->first) && !(period->last < moment); });
    }

    void add(std::size_t index, std::size_t dimension, const model::Role& role) {
        for (const model::PartyId member : role.members) {
            const std::string& party = model_.parties[member].name.text;
            for (Row& row : monitor_.tallies[index].rows) {
                if (row.position.key[dimension].value != party) continue;
                if (row.position.after->agreed) look_at(index, dimension, party, row);
            }
            // A limit or an indicator is about all of them; nothing counts, so there is no combination to show.
            if (!tally_at(index).numbers.empty()) continue;
            for (const std::optional<Period>& period : periods_of(index)) {
                if (!has_row(index, dimension, party, period) && !is_heard(party, period)) {
                    tell(index, dimension, party, period);
                }
            }
        }
    }

    void look_at(std::size_t index, std::size_t dimension, const std::string& party, Row& row) {
        const std::optional<Period>& period = row.position.after->period;
        const bool has_begun = !period || !(making_.today() < period->first);
        if (!has_begun || is_heard(party, period)) return;
        row.without_figures.push_back(explanation::part_words(row.position.key[dimension], Language::Dutch));
        row.position.outcome = program::Outcome::Unknown;
        row.position.after->outcome = program::Outcome::Unknown;
        row.position.after->room.reset();
        row.position.after->short_of.reset();
        // That there is a shortage is not certain, so nor is what goes along.
        if (row.position.after->has_period_ended) row.position.after->carried.reset();
        row.pace.reset();
        tell(index, dimension, party, period);
    }

    // The periods the tally shows that have begun; when it shows none, what was asked or else this year.
    [[nodiscard]] std::vector<std::optional<Period>> periods_of(std::size_t index) const {
        std::vector<std::optional<Period>> periods;
        for (const Row& row : monitor_.tallies[index].rows) {
            const std::optional<Period>& period = row.position.after->period;
            const bool has_begun = !period || !(making_.today() < period->first);
            const bool is_new = std::none_of(periods.begin(), periods.end(),
                                             [&](const auto& other) { return is_same_period(other, period); });
            if (has_begun && is_new) periods.push_back(period);
        }
        if (periods.empty()) periods.push_back(period_asked(index));
        return periods;
    }
    [[nodiscard]] bool has_row(std::size_t index, std::size_t dimension, const std::string& party,
                               const std::optional<Period>& period) const {
        const std::vector<Row>& rows = monitor_.tallies[index].rows;
        return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
            return row.position.key[dimension].value == party && is_same_period(row.position.after->period, period);
        });
    }
    static bool is_same_period(const std::optional<Period>& left, const std::optional<Period>& right) {
        return left.has_value() == right.has_value() && (!left || left->first == right->first);
    }
    [[nodiscard]] std::optional<Period> period_asked(std::size_t index) const {
        if (monitor_.period) return monitor_.period;
        const auto& dimensions = tally_at(index).dimensions;
        const bool has_year = std::any_of(dimensions.begin(), dimensions.end(),
                                          [](const auto& dimension) { return dimension.what != What::Value; });
        if (!has_year) return std::nullopt;
        return portfolio::period_named(What::Year, portfolio::period_name(What::Year, making_.today()));
    }

    void tell(std::size_t index, std::size_t dimension, const std::string& party, const std::optional<Period>& period) {
        const std::string& role = tally_at(index).dimensions[dimension].words;
        const auto is_same = [&](const SilentParty& silent) {
            const bool same_period =
                silent.period.has_value() == period.has_value() && (!period || silent.period->first == period->first);
            return silent.party == party && silent.role == role && same_period;
        };
        const auto found = std::find_if(monitor_.silent.begin(), monitor_.silent.end(), is_same);
        if (found == monitor_.silent.end()) {
            monitor_.silent.push_back({role, party, period, {index}});
        } else if (found->tallies.back() != index) {
            found->tallies.push_back(index);
        }
    }

    const Making& making_;
    const model::Model& model_;
    Monitor& monitor_;
    std::map<std::uint32_t, Heard> heard_;
};

}  // namespace

void add_silent(const Making& making, Monitor& monitor) { SilenceFinder(making, monitor).add(); }

}  // namespace toets::monitor
