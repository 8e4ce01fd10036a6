// C78, aantallen onder ... worden niet getoond.
#include <algorithm>

#include "monitor/hidden_counts.h"
#include "monitor/making.h"

namespace toets::monitor {

namespace {

using Shown = Figure::Shown;
using program::Outcome;

class SmallCounts {
public:
    SmallCounts(const Making& making, Monitor& monitor) : making_(making), monitor_(monitor) {}

    void hide() {
        // What comes first is shown first: what was agreed in the order of the agreement, then the rules, the quarters,
        // and what only programs read.
        add_rows();
        add_rules(true);
        add_quarters();
        add_all_cases();
        add_rules(false);
        const std::vector<Shown> shown = to_shown(sets_, making_.ledger.labels.size(), monitor_.fewest_shown);
        for (std::size_t index = 0; index < figures_.size(); ++index) hide(*figures_[index], shown[index]);
        hide_apart(monitor_.refused);
        hide_apart(monitor_.twice);
        for (TallyTable& tally : monitor_.tallies) take_out(tally);
        // What was left over on a day tells how many there were by then.
        for (RedistributionTable& table : monitor_.redistributions) {
            table.outcome.holders.clear();
            table.outcome.requests.clear();
            table.holders.clear();
            table.requests.clear();
            table.is_hidden = true;
        }
    }

private:
    void add(Figure& figure, CountedSet set) {
        figures_.push_back(&figure);
        sets_.push_back(std::move(set));
    }
    void add(Figures& figures, const Members& members, const std::optional<portfolio::Period>& period = std::nullopt) {
        const auto add_part = [&](Figure& figure, Part part) {
            add(figure, CountedSet{figure.value, cases_of(making_.ledger, members, part, period), false});
        };
        add_part(figures.done, Part::Done);
        add_part(figures.planned, Part::Planned);
        add_part(figures.perhaps, Part::Perhaps);
    }

    template <class Add>
    void each_row(Add add_row) {
        const model::Model& model = *making_.program().model;
        for (std::size_t index = 0; index < monitor_.tallies.size(); ++index) {
            const model::TallyId tally = model.tallies.id_at(index);
            std::optional<Wholes> wholes;
            if (model.tallies[tally].is_share) wholes.emplace(making_.ledger, tally);
            for (std::size_t row = 0; row < monitor_.tallies[index].rows.size(); ++row) {
                const portfolio::Standing& standing = making_.standings[index][row];
                add_row(monitor_.tallies[index].rows[row], members_of(making_.ledger, standing),
                        wholes ? wholes->of(standing.key) : Members{});
            }
        }
    }
    void add_rows() {
        each_row([this](Row& row, const Members& members, const Members& whole) {
            if (row.position.is_share) add(row.of, whole);
            add(row.counted, members);
        });
    }
    void add_quarters() {
        each_row([this](Row& row, const Members& members, const Members& whole) {
            for (Quarter& quarter : row.quarters) {
                if (row.position.is_share) add(quarter.of, whole, quarter.period);
                add(quarter.counted, members, quarter.period);
            }
        });
    }
    // Those a reader sees, or the others.
    void add_rules(bool are_told) {
        std::size_t use = 0;
        for (const program::RuleProgram& rule : making_.program().rules) {
            bool is_used = false;
            for (std::size_t outcome = 0; outcome < portfolio::outcome_count; ++outcome) {
                is_used = is_used || !cases_of(making_, rule.rule.index(), outcome).empty();
            }
            if (!is_used) continue;
            RuleUse& told = monitor_.rules[use++];
            for (std::size_t outcome = 0; outcome < portfolio::outcome_count; ++outcome) {
                if (is_told(told.kind, static_cast<Outcome>(outcome)) != are_told) continue;
                Figure& figure = told.cases[outcome];
                add(figure, CountedSet{figure.value, cases_of(making_, rule.rule.index(), outcome), false});
            }
        }
    }
    void add_all_cases() {
        CountedSet all{monitor_.cases.value, {}, true};
        for (std::uint32_t number = 0; number < making_.ledger.labels.size(); ++number) {
            if (case_of(making_.ledger, number) == number) all.cases.push_back(number);
        }
        add(monitor_.cases, std::move(all));
    }

    static void hide(Figure& figure, Shown shown) {
        figure.shown = shown;
        if (!figure.is_exact()) figure.value = 0;
    }
    // Of cases that count nowhere.
    void hide_apart(Figure& figure) const {
        if (figure.value > 0 && figure.value < monitor_.fewest_shown) hide(figure, Shown::Few);
    }

    // The most there can be, as far as the report says.
    [[nodiscard]] std::optional<std::int64_t> most(const Figures& figures) const {
        std::int64_t sum = 0;
        for (const Figure& figure : {figures.done, figures.planned, figures.perhaps}) {
            if (figure.shown == Shown::Withheld) return std::nullopt;
            sum += figure.shown == Shown::Few ? monitor_.fewest_shown - 1 : figure.value;
        }
        return sum;
    }
    // Whether the outcome follows from what the report shows anyhow.
    [[nodiscard]] bool follows(const Row& row) const {
        const portfolio::Standing& standing = *row.position.after;
        if (!standing.agreed) return true;
        const std::optional<std::int64_t> highest = most(row.counted);
        if (row.position.is_share || row.position.threshold > 0 || !standing.agreed->value || !highest) return false;
        const bool is_most = standing.agreed->bound == model::Bound::AtMost;
        return is_most ? *highest <= *standing.agreed->value : *highest < *standing.agreed->value;
    }

    void take_out(TallyTable& tally) const {
        // What comes over from an earlier year tells how many there were, also in years that were not asked for.
        const bool is_all_shown = !monitor_.period && std::all_of(tally.rows.begin(), tally.rows.end(),
                                                                  [](const Row& row) { return row.is_whole(); });
        for (Row& row : tally.rows) {
            take_out(row);
            const bool is_changed = !row.position.after->handed_on.empty();
            if (is_changed || (!is_all_shown && row.position.after->carried)) take_out_agreed(row);
        }
    }
    // Only the number of the agreement itself is left.
    void take_out_agreed(Row& row) const {
        portfolio::Standing& standing = *row.position.after;
        standing.carried.reset();
        standing.handed_on.clear();
        row.position.handed_on.clear();
        if (standing.agreed) {
            const auto& numbers = making_.program().model->tallies[standing.tally].numbers;
            standing.agreed->perhaps_more = 0;
            standing.agreed->value.reset();
            if (standing.agreed->number) standing.agreed->value = numbers[*standing.agreed->number].count;
        }
        standing.room.reset();
        standing.short_of.reset();
        row.position.outcome = standing.outcome = Outcome::Unknown;
        row.is_outcome_shown = false;
        if (!row.pace) return;
        row.pace->due_now.reset();
        row.pace->to_plan.reset();
        row.pace->is_behind = false;
    }

    void take_out(Row& row) const {
        portfolio::Standing& standing = *row.position.after;
        row.position.used_by.clear();
        row.position.used_by_more = 0;
        row.position.swaps.clear();
        row.position.turn.reset();
        standing.quarters.clear();
        if (row.pace && !row.counted.done.is_exact()) row.pace.reset();
        if (row.pace && !row.counted.planned.is_exact()) row.pace->to_plan.reset();
        if (row.is_whole()) return;
        row.is_outcome_shown = follows(row);
        if (!row.is_outcome_shown) row.position.outcome = Outcome::Unknown;
        standing.outcome = row.position.outcome;
        standing.counted = {};
        standing.of = {};
        standing.in_both = 0;
        standing.room.reset();
        standing.short_of.reset();
    }

    const Making& making_;
    Monitor& monitor_;
    std::vector<Figure*> figures_;
    std::vector<CountedSet> sets_;  // of each
};

}  // namespace

void hide_small_counts(const Making& making, Monitor& monitor) { SmallCounts(making, monitor).hide(); }

}  // namespace toets::monitor
