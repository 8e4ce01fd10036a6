#include "explanation/sentences.h"

#include <algorithm>

#include "base/match.h"
#include "explanation/act_dates.h"

namespace toets::explanation {

namespace {

constexpr int most_depth = 32;
constexpr std::size_t most_items = 200;

struct Shape {
    Joined joined = Joined::NoParts;
    std::int64_t count = 0;
};

Shape shape_of(const model::Legs& legs) {
    switch (legs.quantifier) {
        case model::Quantifier::All: return {Joined::All, 0};
        case model::Quantifier::None: return {Joined::NoneOf, 0};
        case model::Quantifier::AtLeast: return {Joined::AtLeast, legs.count};
        case model::Quantifier::AtMost: return {Joined::AtMost, legs.count};
        case model::Quantifier::Exactly: return {Joined::Exactly, legs.count};
    }
    return {};
}

Shape shape_of(const model::Condition& condition) {
    if (const auto* legs = std::get_if<model::Legs>(&condition.kind)) return shape_of(*legs);
    if (const auto* property = std::get_if<model::PropertyHolds>(&condition.kind)) {
        return property->negated ? Shape{Joined::NoneOf, 0} : Shape{Joined::Definition, 0};
    }
    if (std::holds_alternative<model::ForEach>(condition.kind)) return {Joined::Each, 0};
    if (const auto* done = std::get_if<model::HasDone>(&condition.kind)) {
        if (done->by.actors.size() < 2) return {};
        return done->by.any ? Shape{Joined::AtLeast, 1} : Shape{Joined::Each, 0};
    }
    return {};
}

bool is_conjunction(Joined joined) {
    return joined == Joined::All || joined == Joined::Each || joined == Joined::Definition;
}

struct Builder {
    const Reading& reading;
    const program::Proof& proof;
    std::uint32_t row;
    const Asked& asked;
    Sentence sentence;

    [[nodiscard]] const model::Condition& condition() const { return reading.model().conditions[proof.condition]; }

    [[nodiscard]] Asked asked_of_part(Who responsible) const {
        const bool wants = asked.wants_actions && is_conjunction(sentence.joined);
        return {std::move(responsible), asked.act, wants, asked.depth + 1};
    }

    void add_facts() {
        for (const program::ProofOperand& operand : proof.operands) {
            for (const FactRead& fact : reading.facts(operand, {proof.frame, row})) {
                if (fact.value.state == cases::State::Unknown) continue;
                const bool is_path = reading.model().fields[fact.field].type.base == model::Base::Thing &&
                                     fact.value.state == cases::State::Known;
                if (is_path) continue;
                Fact read = reading.words().fact(fact.field, fact.row, fact.value);
                const auto is_same = [&read](const Fact& other) { return other.words == read.words; };
                if (std::none_of(sentence.facts.begin(), sentence.facts.end(), is_same)) {
                    sentence.facts.push_back(std::move(read));
                }
            }
        }
    }

    void add_leg(std::size_t index) {
        const program::LegProof& leg = proof.legs[index];
        if (!leg.condition.is_valid()) return;
        Who responsible = asked.responsible;
        const auto* legs = std::get_if<model::Legs>(&condition().kind);
        if (legs != nullptr && index < legs->legs.size() && !legs->legs[index].arranged_by.actors.empty()) {
            responsible = reading.words().who(legs->legs[index].arranged_by);
        }
        Sentence part = to_sentence(reading, leg.condition, row, asked_of_part(std::move(responsible)));
        part.holds = reading.truth(leg.holds, row);
        for (const program::ExceptionProof& exception : leg.exceptions) {
            part.exceptions.push_back(to_exception(reading, exception, row));
        }
        if (part.holds == Truth::True) part.actions.clear();
        sentence.parts.push_back(std::move(part));
    }

    // Each party that must have done it is a part of its own, and is the one to act.
    void add_party(std::size_t index, const model::HasDone& done) {
        const program::LegProof& leg = proof.legs[index];
        Sentence part;
        part.words = reading.words().text(condition().where);
        part.where = reading.words().place(condition().where);
        part.truth = reading.truth(leg.holds, row);
        part.holds = part.truth;
        Who party;
        if (index < done.by.actors.size()) party.names = {reading.words().name(done.by.actors[index])};
        part.thing = party.names.empty() ? std::string() : party.names[0];
        add_actions(part, asked_of_part(std::move(party)), {});
        sentence.parts.push_back(std::move(part));
    }

    void add_items() {
        if (!proof.items.is_valid() || !proof.body.is_valid()) return;
        const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
        const model::KindId kind = reading.program().frames[proof.items].kind;
        for (std::uint32_t item = rows.first; item < rows.last && sentence.parts.size() < most_items; ++item) {
            const bool is_asked = !proof.filter.is_valid() ||
                                  reading.truth(reading.program().proofs[proof.filter].truth, item) != Truth::False;
            if (!is_asked) continue;
            Sentence part = to_sentence(reading, proof.body, item, asked_of_part(asked.responsible));
            part.thing = reading.words().thing(kind, reading.trace().thing(proof.items, item));
            sentence.parts.push_back(std::move(part));
        }
    }

    void add_parts() {
        if (asked.depth >= most_depth) return;
        const auto* done = std::get_if<model::HasDone>(&condition().kind);
        if (std::holds_alternative<model::ForEach>(condition().kind)) return add_items();
        for (std::size_t i = 0; i < proof.legs.size(); ++i) {
            if (done == nullptr) {
                add_leg(i);
            } else if (sentence.joined != Joined::NoParts) {
                add_party(i, *done);
            }
        }
    }

    void add_actions(Sentence& to, const Asked& of, const ActBounds& bounds) const {
        if (!of.wants_actions || of.act == nullptr || to.holds != Truth::False) return;
        if (!to.parts.empty() && is_conjunction(to.joined)) return;
        Action action;
        action.who = of.responsible;
        action.about = to.words;
        action.act = of.act->words;
        action.before = of.act->date;
        to.actions.push_back(with_dates(std::move(action), to, bounds));
    }

    // A date that is late can be made earlier while its day has not come; otherwise only the act can move.
    [[nodiscard]] Action with_dates(Action action, const Sentence& of, const ActBounds& bounds) const {
        const std::optional<Date> today = reading.reference_date();
        if (bounds.earliest) {
            action.move_to = today ? std::max(*bounds.earliest, *today) : *bounds.earliest;
            action.what = Action::What::Move;
        }
        if (!of.comparison || of.comparison->relation != Relation::NotAfter || of.comparison->needed.empty()) {
            return action;
        }
        const auto* until = std::get_if<Date>(&of.comparison->needed[0]);
        const auto* found = std::get_if<Date>(&of.comparison->found);
        const bool is_still_open = until != nullptr && (!today || *today <= *until);
        const bool has_happened = found != nullptr && today && *found < *today;
        if (!is_still_open || has_happened) return action;
        action.what = Action::What::Arrange;
        action.before.reset();
        action.until = *until;
        return action;
    }
};

}  // namespace

Sentence to_sentence(const Reading& reading, program::ProofId id, std::uint32_t row, const Asked& asked) {
    const program::Proof& proof = reading.program().proofs[id];
    Builder builder{reading, proof, row, asked, {}};
    Sentence& sentence = builder.sentence;
    const Shape shape = shape_of(builder.condition());
    sentence.joined = shape.joined;
    sentence.count = shape.count;
    sentence.words = reading.words().text(builder.condition().where);
    sentence.where = reading.words().place(builder.condition().where);
    sentence.truth = reading.truth(proof.truth, row);
    sentence.holds = sentence.truth;
    sentence.comparison = to_comparison(reading, proof, row);
    builder.add_facts();
    builder.add_parts();
    Asked alone = asked;
    const auto* done = std::get_if<model::HasDone>(&builder.condition().kind);
    if (done != nullptr && done->by.actors.size() == 1) alone.responsible = reading.words().who(done->by);
    const ActBounds bounds = asked.act != nullptr ? to_act_bounds(reading, id, row, *asked.act) : ActBounds{};
    builder.add_actions(sentence, alone, bounds);
    return std::move(builder.sentence);
}

Exception to_exception(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row, int depth) {
    Exception told;
    told.condition = to_sentence(reading, exception.condition, row, {});
    told.holds = reading.truth(exception.holds, row);
    if (depth >= most_depth) return told;
    for (const program::ExceptionProof& inner : exception.exceptions) {
        told.exceptions.push_back(to_exception(reading, inner, row, depth + 1));
    }
    return told;
}

}  // namespace toets::explanation
