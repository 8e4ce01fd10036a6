#include "explanation/positions.h"

#include <algorithm>

#include "explanation/sentences.h"
#include "model/print.h"

namespace toets::explanation {

namespace {

TallyPosition described(const model::Model& model, const Sources& sources, const model::Tally& tally) {
    TallyPosition position;
    position.kind = tally.kind;
    position.name = tally.name;
    position.article = tally.source.article;
    if (position.article.empty() && !tally.source.headings.empty()) position.article = tally.source.headings.back();
    position.document = model.documents[tally.document].name;
    position.is_main_document = tally.document.index() == 0;
    position.is_unverified = tally.source.unverified;
    const SourceText& source = sources[tally.where.source];
    const toets::Position place = source.position(tally.where.begin);
    position.where = {source.path(), place.line, place.column};
    position.is_share = tally.is_share;
    position.threshold = tally.threshold;
    const model::Name& name = model.kinds[model.variables[tally.counted].kind].name;
    position.counted = name.plural.empty() ? name.text : name.plural;
    position.counted_one = name.text;
    return position;
}

void add_uses(const model::Model& model, const portfolio::Look& look, std::size_t most, TallyPosition& position) {
    const portfolio::Standing& standing = *position.after;
    // What is there on the reference date has no day of its own.
    const model::Expression& moment = model.expressions[model.tallies[standing.tally].moment];
    const bool has_own_day = !std::holds_alternative<model::ReferenceDate>(moment.kind);
    portfolio::Uses uses = portfolio::uses_of(look, standing.tally, standing.key, most);
    position.used_by_more = uses.more;
    for (portfolio::Use& use : uses.first) {
        position.used_by.push_back(
            {std::move(use.label), has_own_day ? use.moment : std::nullopt, use.late_in, use.is_sure});
    }
}

void add_changes(const portfolio::Look& look, TallyPosition& position) {
    const portfolio::Standing& standing = *position.after;
    const model::Tally& tally = look.ledger.program->model->tallies[standing.tally];
    for (const portfolio::Holders::Succession& each : standing.succeeded) {
        position.succeeded.push_back({look.names()->text(each.party), each.from});
    }
    for (const portfolio::HandedOn& each : standing.handed_on) {
        const model::Redistribution& declared = look.ledger.program->model->redistributions[each.redistribution];
        position.handed_on.push_back({declared.name, each.day, each.gives, each.gets});
    }
    for (const portfolio::SwapOfNumbers& swap : standing.swaps) {
        const auto name = [&](const portfolio::Key& key) { return look.names()->text(key[tally.swap->dimension]); };
        const bool is_received = swap.to == standing.key;
        position.swaps.push_back({swap.label, swap.day, swap.count, is_received,
                                  name(is_received ? swap.from : swap.to), name(swap.from), swap.state});
    }
}

void add_turn(const portfolio::Look& look, const portfolio::Key& key, const std::optional<portfolio::TurnOf>& turn,
              model::TallyId id, TallyPosition& position) {
    if (!turn) return;
    const model::Turn& declared = *look.ledger.program->model->tallies[id].turn;
    TallyPosition::Turn made{{}, turn->left, look.names()->text(key[declared.dimension]), declared.decided_by};
    for (const std::uint32_t name : turn->names) made.names.push_back(look.names()->text(name));
    position.turn = std::move(made);
}

class PositionMaker {
public:
    PositionMaker(const Reading& reading, const portfolio::Look& look) : reading_(reading), look_(look) {}

    TallyPosition make(const portfolio::Effect& effect) {
        const model::Tally& tally = reading_.model().tallies[effect.tally];
        TallyPosition position = described(reading_.model(), reading_.sources(), tally);
        for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
            position.key.push_back({tally.dimensions[index].words, look_.names()->text(effect.key[index])});
        }
        position.before = effect.before;
        position.after = effect.after;
        position.outcome = portfolio::outcome_of(effect);
        position.is_blocking = portfolio::keeps_out(reading_.model(), effect);
        position.is_of_whole_only = effect.is_of_whole_only;
        if (effect.after) {
            add_uses(reading_.model(), look_, most_uses_in_answer, position);
            add_changes(look_, position);
            add_turn(look_, effect.key, effect.turn, effect.tally, position);
        }
        const bool counts = effect.row != cases::unknown_row;
        if (counts && position.outcome == Outcome::Unknown) add_missing_of(effect, position);
        return position;
    }

private:
    void add_missing_of(const portfolio::Effect& effect, TallyPosition& position) const {
        const program::TallyProgram& tally = reading_.program().tallies[effect.tally.index()];
        const At at{tally.frame, effect.row};
        explanation::add_missing(reading_, tally.moment_proof, at, position.missing);
        for (const program::ProofOperand& key : tally.key_proofs) {
            explanation::add_missing(reading_, key, at, position.missing);
        }
        add_nameless(effect, position);
        for (const program::ProofId condition : tally.conditions) {
            explanation::add_missing(reading_, condition, effect.row, position.missing);
        }
        if (!tally.bound_of_thing) return;
        const std::size_t dimension = tally.bound_of_thing->dimension;
        const evaluation::Value thing = reading_.value(tally.keys[dimension], effect.row);
        if (thing.state != cases::State::Known) return;
        const At at_thing{tally.bound_of_thing->frame, static_cast<std::uint32_t>(thing.value)};
        explanation::add_missing(reading_, tally.bound_of_thing->proof, at_thing, position.missing);
    }

    // A thing without a name cannot be the same as one in another case.
    void add_nameless(const portfolio::Effect& effect, TallyPosition& position) const {
        const program::TallyProgram& tally = reading_.program().tallies[effect.tally.index()];
        const std::vector<model::TallyDimension>& dimensions = reading_.model().tallies[effect.tally].dimensions;
        for (std::size_t index = 0; index < dimensions.size(); ++index) {
            if (!dimensions[index].thing.is_valid() || effect.key[index] != portfolio::Names::unknown) continue;
            const evaluation::Value thing = reading_.value(tally.keys[index], effect.row);
            if (thing.state != cases::State::Known) continue;
            const model::KindId kind = reading_.model().variables[dimensions[index].thing].kind;
            Missing missing;
            missing.what = "de naam van " + reading_.words().thing(kind, static_cast<std::uint32_t>(thing.value));
            position.missing.push_back(std::move(missing));
        }
    }

    const Reading& reading_;
    const portfolio::Look& look_;
};

}  // namespace

namespace {

NotEvaluated named(const Reading& reading, const model::Tally& tally) {
    return {model::kind_word(tally.kind), tally.name, tally.source.article, reading.words().place(tally.where)};
}

// Use without a limit is only told to who follows the whole.
bool is_judged(const model::Tally& tally) { return tally.kind != model::TallyKind::Use || tally.limit.has_value(); }

}  // namespace

void add_positions(const Reading& reading, const portfolio::Look& look, Answer& answer) {
    if (!answer.reference_date) return;
    PositionMaker maker(reading, look);
    const std::vector<portfolio::Effect> effects = portfolio::to_effects(look);
    for (const model::Tally& tally : reading.model().tallies) {
        const auto is_it = [&](const portfolio::Effect& effect) {
            return &reading.model().tallies[effect.tally] == &tally;
        };
        // That nothing was decided is no news.
        if (tally.kind == model::TallyKind::Use) continue;
        if (std::none_of(effects.begin(), effects.end(), is_it)) answer.counts_not_in.push_back(named(reading, tally));
    }
    if (answer.nothing_judged == NothingJudged::NoRules && reading.model().tallies.size() > 0) {
        answer.nothing_judged = NothingJudged::No;
    }
    answer.verdict = portfolio::with_effects(answer.verdict, reading.program(), effects);
    for (const portfolio::Effect& effect : effects) {
        if (is_judged(reading.model().tallies[effect.tally])) answer.positions.push_back(maker.make(effect));
    }
    std::stable_sort(
        answer.positions.begin(), answer.positions.end(),
        [](const TallyPosition& left, const TallyPosition& right) { return left.outcome < right.outcome; });
}

TallyPosition to_position(const Sources& sources, const portfolio::Look& look, const portfolio::Standing& standing,
                          std::size_t most_uses) {
    const model::Model& model = *look.ledger.program->model;
    const model::Tally& tally = model.tallies[standing.tally];
    TallyPosition position = described(model, sources, tally);
    for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
        position.key.push_back({tally.dimensions[index].words, look.names()->text(standing.key[index])});
    }
    position.after = standing;
    position.outcome = standing.agreed ? standing.outcome : Outcome::NotApplicable;
    position.is_blocking = portfolio::keeps_out(standing);
    add_uses(model, look, most_uses, position);
    add_changes(look, position);
    // Whose turn it is, is said there alone.
    const std::optional<portfolio::TurnOf> turn = portfolio::turn_of(look, standing.tally, standing.key);
    if (turn) {
        const std::uint32_t own = standing.key[tally.turn->dimension];
        const bool is_own = std::find(turn->names.begin(), turn->names.end(), own) != turn->names.end();
        if (is_own) add_turn(look, standing.key, turn, standing.tally, position);
    }
    return position;
}

void add_needs_register(const Reading& reading, Answer& answer) {
    for (const model::Tally& tally : reading.model().tallies) {
        if (!is_judged(tally)) continue;
        answer.needs_register.push_back(named(reading, tally));
    }
}

}  // namespace toets::explanation
