// What a proposed case does to what is counted.
#include <algorithm>

#include "portfolio/standings.h"

namespace toets::portfolio {

namespace {

// Each combination once that the proposed case counts for, or changes the number of; with the first thing that does so.
std::vector<std::pair<Key, std::uint32_t>> touched(const Look& look, model::TallyId tally) {
    const OfTally& proposed = look.proposed->tallies[tally.index()];
    std::vector<std::pair<Key, std::uint32_t>> keys;
    const auto add = [&](const Key& key, std::uint32_t row) {
        const bool is_new =
            std::none_of(keys.begin(), keys.end(), [&](const auto& other) { return other.first == key; });
        if (is_new) keys.emplace_back(key, row);
    };
    const auto [first, last] = proposed.of_case(look.proposed_case);
    for (std::uint32_t number = first; number < last; ++number) {
        add(proposed.keys[proposed.entries[number].key], proposed.entries[number].row);
    }
    for (const SwapEntry& swap : proposed.swaps) {
        if (swap.case_number != look.proposed_case) continue;
        add(swap.from, cases::unknown_row);
        add(swap.to, cases::unknown_row);
    }
    const model::Model& model = *look.ledger.program->model;
    for (std::size_t index = 0; index < model.redistributions.size(); ++index) {
        if (model.redistributions[model.redistributions.id_at(index)].tally != tally) continue;
        for (const RequestEntry& request : look.proposed->requests[index]) {
            if (request.case_number == look.proposed_case) add(request.key, cases::unknown_row);
        }
    }
    return keys;
}

}  // namespace

std::vector<Effect> to_effects(const Look& look) {
    Look without = look;
    without.proposed = nullptr;
    std::vector<Effect> effects;
    for (const program::TallyProgram& tally : look.ledger.program->tallies) {
        for (auto& [key, row] : touched(look, tally.tally)) {
            Effect effect{tally.tally, key, row, {}, {}, {}};
            if (std::find(key.begin(), key.end(), Names::unknown) == key.end()) {
                effect.before = to_standing(without, tally.tally, key);
                const bool counts = row != cases::unknown_row;
                if (counts) effect.turn = turn_of(without, tally.tally, key);
                effect.after = to_standing(look, tally.tally, key);
            }
            effects.push_back(std::move(effect));
        }
    }
    return effects;
}

namespace {

bool may_keep_out(const model::Tally& tally) {
    const auto is_most = [](const model::AgreedNumber& number) {
        return number.bound == model::Bound::AtMost || number.bound == model::Bound::Exactly;
    };
    const bool has_most = std::any_of(tally.numbers.begin(), tally.numbers.end(), is_most);
    const bool is_limit = tally.limit && (tally.limit->comparison == model::Comparison::AtMost ||
                                          tally.limit->comparison == model::Comparison::LessThan);
    return has_most || is_limit;
}

}  // namespace

bool keeps_out(const Standing& standing) {
    if (!standing.agreed) return false;
    return standing.agreed->bound == model::Bound::AtMost || standing.agreed->bound == model::Bound::Exactly;
}

namespace {

// A part of what is there that must be at least so large (pattern G9): one that does not count makes it smaller. Over a
// period one allocation never breaks it.
bool lowers_stock(const Effect& effect) {
    const Standing& after = *effect.after;
    const bool is_least = after.agreed && after.agreed->bound == model::Bound::AtLeast;
    const bool is_stock = is_least && !after.period && after.of.most() > 0;
    return is_stock && effect.before && effect.before->counted.most() == after.counted.most();
}

}  // namespace

bool keeps_out(const model::Model& model, const Effect& effect) {
    if (effect.after && model.tallies[effect.tally].is_share && lowers_stock(effect)) return true;
    return effect.after ? keeps_out(*effect.after) : may_keep_out(model.tallies[effect.tally]);
}

Outcome outcome_of(const Effect& effect) {
    if (!effect.after) return Outcome::Unknown;
    return effect.after->agreed ? effect.after->outcome : Outcome::NotApplicable;
}

program::Verdict with_effects(program::Verdict verdict, const program::Program& program,
                              const std::vector<Effect>& effects) {
    // Where only numbers were agreed, nothing else stands in the way.
    const bool is_only_counted = program.rules.empty() && !program.tallies.empty();
    if (is_only_counted) verdict = program::Verdict::Allowed;
    for (const Effect& effect : effects) {
        if (!keeps_out(*program.model, effect)) continue;
        const Outcome outcome = outcome_of(effect);
        if (outcome == Outcome::Violated) verdict = program::Verdict::NotAllowed;
        if (outcome == Outcome::Unknown && verdict == program::Verdict::Allowed) {
            verdict = program::Verdict::CannotBeSaid;
        }
    }
    return verdict;
}

void Proposals::set(const cases::Caseload& caseload, const evaluation::Evaluation& evaluation) {
    proposed_.emplace(*ledger_.program, ledger_.reference_date, ledger_.names);
    add_cases(caseload, evaluation, *proposed_, Repeats::StandApart);
    has_own_label_.clear();
    for (const cases::CaseInfo& each : caseload.cases) has_own_label_.push_back(each.has_own_label);
}

Look Proposals::look(std::uint32_t index) const {
    Look look{ledger_, {}, &*proposed_, index};
    if (has_own_label_[index]) look.left_out = ledger_.labels.named(proposed_->labels[index]);
    return look;
}

}  // namespace toets::portfolio
