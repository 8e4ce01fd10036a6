// What a proposed case does to what is counted.
#include <algorithm>

#include "portfolio/standings.h"

namespace toets::portfolio {

namespace {

class Effects {
public:
    explicit Effects(const Look& look) : look_(look), without_(look) { without_.proposed = nullptr; }

    std::vector<Effect> of_all() {
        for (const program::TallyProgram& tally : look_.ledger.program->tallies) {
            seen_.clear();
            add_own(tally.tally);
            add_parts_of_same_whole(tally.tally);
        }
        return std::move(effects_);
    }

private:
    // Each combination once that the proposed case counts for, or changes the number of; with the first thing that does
    // so.
    void add_own(model::TallyId tally) {
        const OfTally& proposed = look_.proposed->tallies[tally.index()];
        const auto [first, last] = proposed.of_case(look_.proposed_case);
        for (std::uint32_t number = first; number < last; ++number) {
            add(tally, proposed.keys[proposed.entries[number].key], proposed.rows[number]);
        }
        for (const std::uint32_t number : proposed.swaps_of({look_.proposed_case})) {
            add(tally, proposed.swaps[number].from, cases::unknown_row);
            add(tally, proposed.swaps[number].to, cases::unknown_row);
        }
        add_requests(tally);
    }

    void add_requests(model::TallyId tally) {
        const model::Model& model = *look_.ledger.program->model;
        for (std::size_t index = 0; index < model.redistributions.size(); ++index) {
            if (model.redistributions[model.redistributions.id_at(index)].tally != tally) continue;
            for (const RequestEntry& request : look_.proposed->requests[index]) {
                if (request.case_number == look_.proposed_case) add(tally, request.key, cases::unknown_row);
            }
        }
    }

    void add(model::TallyId tally, const Key& key, std::uint32_t row) {
        if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) return;
        seen_.push_back(key);
        Effect effect{tally, key, row, {}, {}, {}, false};
        if (!has_unknown(key)) {
            effect.before = to_standing(without_, tally, key);
            const bool counts = row != cases::unknown_row;
            if (counts) effect.turn = turn_of(without_, tally, key);
            effect.after = to_standing(look_, tally, key);
        }
        effects_.push_back(std::move(effect));
    }

    // It makes the whole of other combinations larger too. Told where that makes it worse: a part may become
    // too small, or the whole large enough to be judged.
    void add_parts_of_same_whole(model::TallyId tally) {
        const OfTally& proposed = look_.proposed->tallies[tally.index()];
        const OfTally& registered = look_.ledger.tallies[tally.index()];
        const model::Tally& declared = look_.ledger.program->model->tallies[tally];
        const Counting counting(declared, look_.ledger.reference_date);
        if (!counting.has_larger_whole()) return;
        const auto [first, last] = proposed.of_case(look_.proposed_case);
        for (std::uint32_t number = first; number < last; ++number) {
            if (proposed.entries[number].of == Truth::False) continue;
            const auto parts = registered.parts.find(counting.of_part(proposed.keys[proposed.entries[number].key]));
            if (parts == registered.parts.end()) continue;
            for (const std::uint32_t part : parts->second)
                add_part(tally, counting, registered.counted.all()[part].key);
        }
    }

    void add_part(model::TallyId tally, const Counting& counting, const Key& key) {
        if (!counting.is_placed(key) || std::find(seen_.begin(), seen_.end(), key) != seen_.end()) return;
        seen_.push_back(key);
        Effect effect{tally, key, cases::unknown_row, to_standing(without_, tally, key), {}, {}, true};
        effect.after = to_standing(look_, tally, key);
        const program::Outcome outcome = effect.after->outcome;
        const bool is_worse = outcome < effect.before->outcome && outcome < program::Outcome::Satisfied;
        if (is_worse) effects_.push_back(std::move(effect));
    }

    const Look& look_;
    Look without_;
    std::vector<Key> seen_;  // of one tally
    std::vector<Effect> effects_;
};

}  // namespace

std::vector<Effect> to_effects(const Look& look) { return Effects(look).of_all(); }

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
    if (effect.is_of_whole_only) return false;  // that too many count there is not of this case
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
    // Names of a batch are forgotten with it, so that no proposal changes how another is told.
    proposed_.emplace(ledger_, std::make_shared<Names>(ledger_.names));
    add_cases(caseload, evaluation, *proposed_, Repeats::StandApart);
    has_own_label_.clear();
    for (const cases::CaseInfo& each : caseload.cases) has_own_label_.push_back(each.has_own_label);
}

Look Proposals::look(std::uint32_t index) const {
    Look look{ledger_, {}, &*proposed_, index, proposed_->names};
    if (has_own_label_[index]) look.left_out = ledger_.labels.named(proposed_->labels[index]);
    return look;
}

}  // namespace toets::portfolio
