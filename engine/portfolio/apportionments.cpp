#include "portfolio/apportionments.h"

#include <algorithm>

#include "base/text.h"

namespace toets::portfolio {

namespace {

using ApportionmentState = ApportionmentOutcome::State;
using FactState = FactOfRecipient::State;

class Apportioner {
public:
    Apportioner(const program::Program& program, const program::ApportionmentProgram& own,
                const SharesOfApportionment& shares)
        : model_(*program.model), apportionment_(model_.apportionments[own.apportionment]), own_(own), shares_(shares) {
        outcome_.apportionment = own.apportionment;
        outcome_.tie_scale = own.tie_scale;
    }

    ApportionmentOutcome run(Date reference_date) {
        outcome_.state = state_on(reference_date);
        return std::move(outcome_);
    }

private:
    ApportionmentState state_on(Date reference_date) {
        if (!apportionment_.validity.contains(reference_date, reference_date)) return ApportionmentState::NotInForce;
        name_recipients();
        if (!outcome_.nameless.empty()) return ApportionmentState::Unknown;
        if (outcome_.recipients.empty()) return ApportionmentState::Nobody;
        for (std::size_t key = 0; key < apportionment_.keys.size(); ++key) add_key(key);
        if (!apportionment_.listed.empty()) add_listed();
        if (!outcome_.missing.empty()) return ApportionmentState::Unknown;
        if (has_below_zero_) return ApportionmentState::BelowZero;
        if (!outcome_.wrong.empty()) return ApportionmentState::AllZero;
        return divide();
    }

    void name_recipients() {
        if (!apportionment_.listed.empty()) {
            for (const model::ListedShare& listed : apportionment_.listed) {
                outcome_.recipients.push_back(listed.recipient);
            }
        } else if (apportionment_.role.is_valid()) {
            for (const model::PartyId party : model_.roles[apportionment_.role].members) {
                outcome_.recipients.push_back(model_.parties[party].name.text);
            }
        } else {
            for (const auto& [folded, recipient] : shares_.recipients) outcome_.recipients.push_back(recipient.name);
            outcome_.nameless.assign(shares_.nameless.begin(), shares_.nameless.end());
        }
    }

    [[nodiscard]] const Recipient* described(const std::string& name) const {
        const auto found = shares_.recipients.find(fold(name));
        return found == shares_.recipients.end() ? nullptr : &found->second;
    }

    void add_key(std::size_t key) {
        const model::ShareKey& agreed = apportionment_.keys[key];
        WeighedKey weighed{agreed.weight, {}};
        if (agreed.what == model::ShareKey::What::Equal) {
            weighed.values.assign(outcome_.recipients.size(), 1);
            keys_.push_back(std::move(weighed));
            return;
        }
        for (const std::string& name : outcome_.recipients) {
            const Recipient* recipient = described(name);
            const FactOfRecipient fact = recipient != nullptr ? recipient->keys[key] : FactOfRecipient{};
            if (fact.state != FactState::Known) outcome_.missing.push_back({name, key, fact.state});
            if (fact.value < 0) add_below_zero({name, key, fact.state});
            weighed.values.push_back(fact.value);
        }
        const bool is_all_zero =
            std::all_of(weighed.values.begin(), weighed.values.end(), [](std::int64_t value) { return value == 0; });
        if (is_all_zero && !has_below_zero_) outcome_.wrong.push_back({{}, key, FactState::Known});
        keys_.push_back(std::move(weighed));
    }

    void add_below_zero(FactNeeded fact) {
        if (!has_below_zero_) outcome_.wrong.clear();
        has_below_zero_ = true;
        outcome_.wrong.push_back(std::move(fact));
    }

    void add_listed() {
        WeighedKey weighed;
        for (const model::ListedShare& listed : apportionment_.listed) {
            weighed.weight += listed.share;
            weighed.values.push_back(listed.share);
        }
        keys_.push_back(std::move(weighed));
    }

    ApportionmentState divide() {
        for (const std::string& name : outcome_.recipients) {
            const Recipient* recipient = described(name);
            outcome_.tie_values.push_back(recipient != nullptr ? recipient->tie_value : FactOfRecipient{});
        }
        outcome_.divided = apportion(apportionment_.total, keys_, apportionment_.rounding, tie_break());
        if (!outcome_.divided) return ApportionmentState::DoesNotFit;
        if (outcome_.divided->undecided_left == 0) return ApportionmentState::Divided;
        for (std::size_t i = 0; own_.tie_value.is_valid() && i < outcome_.recipients.size(); ++i) {
            const FactState state = outcome_.tie_values[i].state;
            const bool is_needed = outcome_.divided->portions[i].is_undecided && state != FactState::Known;
            if (is_needed) outcome_.missing.push_back({outcome_.recipients[i], std::nullopt, state});
        }
        return ApportionmentState::Undecided;
    }

    [[nodiscard]] TieBreak tie_break() const {
        TieBreak result;
        result.is_highest_first = apportionment_.tie_break == model::TieBreak::Highest;
        if (!own_.tie_value.is_valid()) return result;
        for (const FactOfRecipient& fact : outcome_.tie_values) {
            result.values.push_back(fact.state == FactState::Known ? std::optional(fact.value) : std::nullopt);
        }
        return result;
    }

    const model::Model& model_;
    const model::Apportionment& apportionment_;
    const program::ApportionmentProgram& own_;
    const SharesOfApportionment& shares_;
    ApportionmentOutcome outcome_;
    std::vector<WeighedKey> keys_;
    bool has_below_zero_ = false;
};

}  // namespace

std::vector<ApportionmentOutcome> to_apportionments(const program::Program& program, const Shares& shares,
                                                    Date reference_date) {
    std::vector<ApportionmentOutcome> outcomes;
    for (const program::ApportionmentProgram& own : program.apportionments) {
        outcomes.push_back(Apportioner(program, own, shares[own.apportionment.index()]).run(reference_date));
    }
    return outcomes;
}

}  // namespace toets::portfolio
