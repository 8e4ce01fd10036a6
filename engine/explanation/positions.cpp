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

// What is there on the reference date has no day of its own.
TallyPosition::UsedBy used_by(const model::Model& model, model::TallyId tally, const portfolio::Ledger& ledger,
                              const portfolio::Use& use) {
    const model::Expression& moment = model.expressions[model.tallies[tally].moment];
    const bool has_own_day = !std::holds_alternative<model::ReferenceDate>(moment.kind);
    return {ledger.labels[use.case_number], has_own_day ? use.moment : std::nullopt, use.is_sure};
}

class PositionMaker {
public:
    PositionMaker(const Reading& reading, const CaseInRegister& in) : reading_(reading), in_(in) {}

    TallyPosition make(const portfolio::Effect& effect) {
        const model::Tally& tally = reading_.model().tallies[effect.tally];
        const portfolio::Entry& entry = in_.ledger.tallies[effect.tally.index()].entries[effect.entry];
        TallyPosition position = described(reading_.model(), reading_.sources(), tally);
        for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
            position.key.push_back({tally.dimensions[index].words, in_.ledger.names.text(entry.key[index])});
        }
        position.before = effect.before;
        position.after = effect.after;
        position.outcome = effect.after ? effect.after->outcome : Outcome::Unknown;
        if (effect.after && !effect.after->agreed) position.outcome = Outcome::NotApplicable;
        position.is_blocking = effect.after ? portfolio::keeps_out(*effect.after) : may_keep_out(tally);
        if (effect.after) add_uses(*effect.after, position);
        if (position.outcome == Outcome::Unknown) add_missing_of(effect, entry, position);
        return position;
    }

private:
    static bool may_keep_out(const model::Tally& tally) {
        const auto is_most = [](const model::AgreedNumber& number) {
            return number.bound == model::Bound::AtMost || number.bound == model::Bound::Exactly;
        };
        const bool has_most = std::any_of(tally.numbers.begin(), tally.numbers.end(), is_most);
        const bool is_limit = tally.limit && (tally.limit->comparison == model::Comparison::AtMost ||
                                              tally.limit->comparison == model::Comparison::LessThan);
        return has_most || is_limit;
    }

    void add_uses(const portfolio::Standing& after, TallyPosition& position) const {
        for (const portfolio::Use& use : after.uses) {
            if (use.case_number == in_.case_number) continue;
            position.used_by.push_back(used_by(reading_.model(), after.tally, in_.ledger, use));
        }
    }

    void add_missing_of(const portfolio::Effect& effect, const portfolio::Entry& entry, TallyPosition& position) const {
        const program::TallyProgram& tally = reading_.program().tallies[effect.tally.index()];
        const At at{tally.frame, entry.row};
        explanation::add_missing(reading_, tally.moment_proof, at, position.missing);
        for (const program::ProofOperand& key : tally.key_proofs) {
            explanation::add_missing(reading_, key, at, position.missing);
        }
        add_nameless(effect, entry, position);
        for (const program::ProofId condition : tally.conditions) {
            explanation::add_missing(reading_, condition, entry.row, position.missing);
        }
        if (!tally.bound_of_thing) return;
        const std::size_t dimension = tally.bound_of_thing->dimension;
        const evaluation::Value thing = reading_.value(tally.keys[dimension], entry.row);
        if (thing.state != cases::State::Known) return;
        const At at_thing{tally.bound_of_thing->frame, static_cast<std::uint32_t>(thing.value)};
        explanation::add_missing(reading_, tally.bound_of_thing->proof, at_thing, position.missing);
    }

    // A thing without a name cannot be the same as one in another case.
    void add_nameless(const portfolio::Effect& effect, const portfolio::Entry& entry, TallyPosition& position) const {
        const program::TallyProgram& tally = reading_.program().tallies[effect.tally.index()];
        const std::vector<model::TallyDimension>& dimensions = reading_.model().tallies[effect.tally].dimensions;
        for (std::size_t index = 0; index < dimensions.size(); ++index) {
            if (!dimensions[index].thing.is_valid() || entry.key[index] != portfolio::Names::unknown) continue;
            const evaluation::Value thing = reading_.value(tally.keys[index], entry.row);
            if (thing.state != cases::State::Known) continue;
            const model::KindId kind = reading_.model().variables[dimensions[index].thing].kind;
            Missing missing;
            missing.what = "de naam van " + reading_.words().thing(kind, static_cast<std::uint32_t>(thing.value));
            position.missing.push_back(std::move(missing));
        }
    }

    const Reading& reading_;
    const CaseInRegister& in_;
};

}  // namespace

namespace {

NotEvaluated named(const Reading& reading, const model::Tally& tally) {
    return {model::kind_word(tally.kind), tally.name, tally.source.article, reading.words().place(tally.where)};
}

}  // namespace

void add_positions(const Reading& reading, const CaseInRegister& in, Answer& answer) {
    if (!answer.reference_date) return;
    PositionMaker maker(reading, in);
    const std::vector<portfolio::Effect> effects =
        portfolio::to_effects(reading.program(), in.ledger, in.case_number, *answer.reference_date, in.without);
    for (const model::Tally& tally : reading.model().tallies) {
        const auto is_it = [&](const portfolio::Effect& effect) {
            return &reading.model().tallies[effect.tally] == &tally;
        };
        if (std::none_of(effects.begin(), effects.end(), is_it)) answer.counts_not_in.push_back(named(reading, tally));
    }
    if (answer.nothing_judged == NothingJudged::NoRules && reading.model().tallies.size() > 0) {
        answer.nothing_judged = NothingJudged::No;
        answer.verdict = Verdict::Allowed;
    }
    for (const portfolio::Effect& effect : effects) {
        TallyPosition position = maker.make(effect);
        if (position.is_blocking && position.outcome == Outcome::Violated) answer.verdict = Verdict::NotAllowed;
        const bool is_undecided = position.is_blocking && position.outcome == Outcome::Unknown;
        if (is_undecided && answer.verdict == Verdict::Allowed) answer.verdict = Verdict::CannotBeSaid;
        answer.positions.push_back(std::move(position));
    }
    std::stable_sort(
        answer.positions.begin(), answer.positions.end(),
        [](const TallyPosition& left, const TallyPosition& right) { return left.outcome < right.outcome; });
}

TallyPosition to_position(const program::Program& program, const Sources& sources, const portfolio::Ledger& ledger,
                          const portfolio::Standing& standing) {
    const model::Tally& tally = program.model->tallies[standing.tally];
    TallyPosition position = described(*program.model, sources, tally);
    for (std::size_t index = 0; index < tally.dimensions.size(); ++index) {
        position.key.push_back({tally.dimensions[index].words, ledger.names.text(standing.key[index])});
    }
    position.after = standing;
    position.outcome = standing.agreed ? standing.outcome : Outcome::NotApplicable;
    position.is_blocking = portfolio::keeps_out(standing);
    for (const portfolio::Use& use : standing.uses) {
        position.used_by.push_back(used_by(*program.model, standing.tally, ledger, use));
    }
    return position;
}

void add_needs_register(const Reading& reading, Answer& answer) {
    for (const model::Tally& tally : reading.model().tallies) {
        answer.needs_register.push_back(named(reading, tally));
    }
}

}  // namespace toets::explanation
