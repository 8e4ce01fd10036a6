// What comes together at one party: of a number that is agreed by more than one thing (municipality and corporation),
// the sum over all others.
#include <algorithm>

#include "monitor/making.h"

namespace toets::monitor {

namespace {

void add_to(Figures& sum, const Figures& figures) {
    sum.done.value += figures.done.value;
    sum.planned.value += figures.planned.value;
    sum.perhaps.value += figures.perhaps.value;
}

class Summing {
public:
    explicit Summing(TallyTable& table) : table_(table) {}

    void sum_by(std::size_t dimension) {
        for (const Row& row : table_.rows) {
            if (!row.position.key[dimension].value.empty()) add(row, dimension);
        }
        // Otherwise they only say the rows again.
        const bool is_of_use = std::any_of(sums_.begin(), sums_.end(), [](const auto& sum) { return sum.rows > 1; });
        if (!is_of_use) return sums_.clear();
        std::erase_if(sums_, [](const PartySum& sum) { return !sum.is_shown; });
        std::stable_sort(sums_.begin(), sums_.end(), [](const PartySum& left, const PartySum& right) {
            return left.period && right.period && left.period->first < right.period->first;
        });
        table_.sums.insert(table_.sums.end(), sums_.begin(), sums_.end());
        sums_.clear();
    }

private:
    PartySum& sum_of(const Row& row, const explanation::TallyPosition::Part& part) {
        const std::optional<portfolio::Period>& period = row.position.after->period;
        const auto found = std::find_if(sums_.begin(), sums_.end(), [&](const PartySum& sum) {
            return sum.party == part.value && sum.period == period;
        });
        if (found != sums_.end()) return *found;
        PartySum& sum = sums_.emplace_back(PartySum{part.dimension, part.value, period, {}, {}, {}, 0, true});
        if (row.position.after->agreed) sum.agreed = portfolio::Agreed{row.position.after->agreed->bound, 0, 0, {}};
        for (const Quarter& quarter : row.quarters) sum.quarters.push_back({quarter.number, quarter.period, {}, {}});
        return sum;
    }

    void add(const Row& row, std::size_t dimension) {
        PartySum& sum = sum_of(row, row.position.key[dimension]);
        ++sum.rows;
        const bool are_quarters_exact = std::all_of(row.quarters.begin(), row.quarters.end(),
                                                    [](const Quarter& quarter) { return quarter.counted.are_exact(); });
        if (!row.is_whole() || !are_quarters_exact) sum.is_shown = false;
        add_agreed(row, sum);
        add_to(sum.counted, row.counted);
        for (std::size_t index = 0; index < row.quarters.size(); ++index) {
            add_to(sum.quarters[index].counted, row.quarters[index].counted);
        }
    }

    // A sum of a minimum and a maximum says nothing, and neither does one of which a part is not known.
    static void add_agreed(const Row& row, PartySum& sum) {
        const std::optional<portfolio::Agreed>& agreed = row.position.after->agreed;
        const bool is_like_others = agreed && sum.agreed && agreed->bound == sum.agreed->bound;
        if (!is_like_others || !agreed->value || agreed->perhaps_more != 0) return sum.agreed.reset();
        *sum.agreed->value += *agreed->value;
    }

    TallyTable& table_;
    std::vector<PartySum> sums_;
};

}  // namespace

void add_party_sums(const Making& making, Monitor& monitor) {
    const model::Model& model = *making.program().model;
    for (std::size_t index = 0; index < monitor.tallies.size(); ++index) {
        const model::Tally& tally = model.tallies[model.tallies.id_at(index)];
        const auto is_by_value = [](const model::TallyDimension& dimension) {
            return dimension.what == model::TallyDimension::What::Value;
        };
        const auto by = std::count_if(tally.dimensions.begin(), tally.dimensions.end(), is_by_value);
        if (tally.kind != model::TallyKind::Contingent || by < 2) continue;
        Summing summing(monitor.tallies[index]);
        for (std::size_t dimension = 0; dimension < tally.dimensions.size(); ++dimension) {
            if (portfolio::is_of_parties(model, tally.dimensions[dimension])) summing.sum_by(dimension);
        }
    }
}

}  // namespace toets::monitor
