// What a reader should look at first, from what the report shows.
#include <algorithm>
#include <limits>

#include "monitor/making.h"

namespace toets::monitor {

using Concern = Attention::What;

namespace {

using program::Outcome;

bool is_over(const Row& row) { return row.position.after->has_period_ended; }

bool is_behind(const Row& row) {
    if (row.pace) return row.pace->is_behind;
    // A share that must be at least so large, and is smaller now.
    return row.position.is_share && row.is_whole() && row.position.outcome == Outcome::Pending &&
           row.position.after->short_of.has_value();
}

bool is_near_limit(const Row& row) {
    const portfolio::Standing& standing = *row.position.after;
    const bool is_judged = standing.agreed && row.position.outcome != Outcome::NotApplicable;
    const bool has_limit = is_judged && portfolio::keeps_out(standing) && !is_over(row);
    return has_limit && row.is_whole() && standing.room && *standing.room >= 0 && *standing.room <= 1;
}

bool needs(Concern what, const Row& row) {
    const bool is_unknown = row.is_outcome_shown && row.position.outcome == Outcome::Unknown;
    switch (what) {
        case Concern::Violated: return row.is_outcome_shown && row.position.outcome == Outcome::Violated;
        case Concern::Behind: return row.without_figures.empty() && is_behind(row);
        case Concern::Unknown: return is_unknown && row.without_figures.empty();
        case Concern::NearLimit: return row.without_figures.empty() && is_near_limit(row);
        case Concern::NoFigures:
        case Concern::Undivided:
        case Concern::NotHandedOn:
        case Concern::RuleViolated: return false;
    }
    return false;
}

// Without a period it is about now.
Date last_day(const Monitor& monitor, const Attention& attention) {
    const std::optional<portfolio::Period>& period =
        monitor.tallies[attention.tally].rows[attention.row].position.after->period;
    return period ? period->last : Date{std::numeric_limits<std::int32_t>::max()};
}

// The latest period first: what is long over can wait.
void add_rows(const Monitor& monitor, Concern what, std::vector<Attention>& attention) {
    const auto first = static_cast<std::ptrdiff_t>(attention.size());
    for (std::size_t tally = 0; tally < monitor.tallies.size(); ++tally) {
        for (std::size_t row = 0; row < monitor.tallies[tally].rows.size(); ++row) {
            if (needs(what, monitor.tallies[tally].rows[row])) attention.push_back({what, tally, row});
        }
    }
    std::stable_sort(attention.begin() + first, attention.end(), [&](const Attention& left, const Attention& right) {
        return last_day(monitor, right) < last_day(monitor, left);
    });
}

}  // namespace

bool is_told(model::RuleKind kind, Outcome outcome) {
    const bool is_power_used = kind == model::RuleKind::Power && outcome == Outcome::Satisfied;
    return is_power_used || outcome == Outcome::Exempt || outcome == Outcome::Violated;
}

std::vector<Attention> to_attention(const Monitor& monitor) {
    std::vector<Attention> attention;
    add_rows(monitor, Concern::Violated, attention);
    for (std::size_t index = 0; index < monitor.silent.size(); ++index) {
        attention.push_back({Concern::NoFigures, index, 0});
    }
    for (const Concern what : {Concern::Behind, Concern::Unknown, Concern::NearLimit})
        add_rows(monitor, what, attention);
    using Division = portfolio::ApportionmentOutcome::State;
    for (std::size_t index = 0; index < monitor.apportionments.size(); ++index) {
        const Division state = monitor.apportionments[index].outcome.state;
        if (state != Division::Divided && state != Division::NotInForce)
            attention.push_back({Concern::Undivided, index, 0});
    }
    using Leftover = portfolio::Redistributed::State;
    for (std::size_t index = 0; index < monitor.redistributions.size(); ++index) {
        const Leftover state = monitor.redistributions[index].outcome.state;
        if (state == Leftover::Undecided || state == Leftover::Unknown)
            attention.push_back({Concern::NotHandedOn, index, 0});
    }
    for (std::size_t index = 0; index < monitor.rules.size(); ++index) {
        const Figure& violated = monitor.rules[index].cases[static_cast<std::size_t>(Outcome::Violated)];
        if (!violated.is_exact() || violated.value > 0) attention.push_back({Concern::RuleViolated, index, 0});
    }
    return attention;
}

}  // namespace toets::monitor
