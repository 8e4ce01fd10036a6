#include "explanation/sentences.h"

#include <algorithm>
#include <set>

#include "base/match.h"
#include "explanation/act_dates.h"
#include "explanation/coverage.h"
#include "explanation/deeds.h"
#include "explanation/numbers.h"
#include "explanation/reliefs.h"

namespace toets::explanation {

namespace {

constexpr int most_depth = 32;
constexpr std::size_t most_items = 200;

struct Joining {
    Joined joined = Joined::NoParts;
    std::int64_t count = 0;
};

Joining joining_of(const model::Legs& legs) {
    switch (legs.quantifier) {
        case model::Quantifier::All: return {Joined::All, 0};
        case model::Quantifier::None: return {Joined::NoneOf, 0};
        case model::Quantifier::AtLeast: return {Joined::AtLeast, legs.count};
        case model::Quantifier::AtMost: return {Joined::AtMost, legs.count};
        case model::Quantifier::Exactly: return {Joined::Exactly, legs.count};
    }
    return {};
}

Joining joining_of(const model::Condition& condition) {
    if (const auto* legs = std::get_if<model::Legs>(&condition.kind)) return joining_of(*legs);
    if (const auto* property = std::get_if<model::PropertyHolds>(&condition.kind)) {
        return property->negated ? Joining{Joined::NoneOf, 0} : Joining{Joined::Definition, 0};
    }
    if (std::holds_alternative<model::ForEach>(condition.kind)) return {Joined::Each, 0};
    if (const auto* done = std::get_if<model::HasDone>(&condition.kind)) {
        if (done->by.actors.size() < 2) return {};
        return done->by.any ? Joining{Joined::AtLeast, 1} : Joining{Joined::Each, 0};
    }
    return {};
}

program::ProofOperand dates_of_events(const program::Proof& proof) {
    program::ProofOperand dates;
    dates.facts = {proof.event_date};
    return dates;
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
        return {std::move(responsible), asked.act, wants, asked.depth + 1, asked.version_date};
    }

    // "heeft een Wlz-indicatie": whether the thing itself is there is the fact.
    [[nodiscard]] bool is_asked_for(const program::ProofOperand& operand, model::FieldId field) const {
        if (!std::holds_alternative<model::Present>(condition().kind)) return false;
        const auto* use = std::get_if<model::FieldOf>(&reading.model().expressions[operand.expression].kind);
        return use != nullptr && use->field == field;
    }

    void add_facts() {
        for (const program::ProofOperand& operand : proof.operands) {
            for (const FactRead& fact : reading.facts(operand, {proof.frame, row})) {
                if (fact.value.state == cases::State::Unknown) continue;
                const bool is_thing = reading.model().fields[fact.field].type.base == model::Base::Thing &&
                                      fact.value.state == cases::State::Known;
                if (is_thing && !is_asked_for(operand, fact.field)) continue;  // only on the way to a fact
                Fact read = reading.words().fact(fact.field, fact.row, fact.value);
                const auto is_same = [&read](const Fact& other) { return other.words == read.words; };
                if (std::none_of(sentence.facts.begin(), sentence.facts.end(), is_same)) {
                    sentence.facts.push_back(std::move(read));
                }
            }
        }
    }

    void add_facts_of_periods() {
        if (!sentence.coverage) return;
        for (const PeriodSeen& period : sentence.coverage->periods) {
            for (const Fact* day : {&period.first, &period.last}) {
                if (!std::holds_alternative<NotKnown>(day->value)) sentence.facts.push_back(*day);
            }
        }
    }

    // Events that came after the last day that counts.
    void add_later_events() {
        if (sentence.truth == Truth::True || !proof.event_date.field.is_valid()) return;
        const std::optional<Date> last = known_date(reading.value(proof.last_event, row));
        if (!last) return;
        for (const FactRead& date : reading.facts(dates_of_events(proof), {proof.frame, row})) {
            const std::optional<Date> day = known_date(date.value);
            if (!day || *day <= *last) continue;
            NotCounted event = event_at(reading, reading.model().fields[date.field].kind, date.row);
            event.last_day = last;
            sentence.not_counted.push_back(std::move(event));
        }
    }

    // C62: the powers to bring about the event, when one of these proofs says that it is a use of none of them.
    [[nodiscard]] const model::Empowered* lacking_power(const std::vector<program::ProofId>& counts,
                                                        std::uint32_t at) const {
        for (const program::ProofId id : counts) {
            const program::Proof& asked_for = reading.program().proofs[id];
            const auto* powers = std::get_if<model::Empowered>(&reading.model().conditions[asked_for.condition].kind);
            if (powers != nullptr && reading.truth(asked_for.truth, at) == Truth::False) return powers;
        }
        return nullptr;
    }

    void add_without_power(const model::Empowered& powers, model::KindId kind, std::uint32_t thing) {
        if (sentence.not_counted.size() >= most_items) return;
        NotCounted event = event_at(reading, kind, thing);
        event.why = NotCounted::Why::NoPower;
        const model::FieldId performer = reading.model().kinds[kind].performer;
        event.by = party_words(reading, performer, reading.words().stored(performer, thing));
        std::set<std::string> names;
        for (const model::Empowered::Power& power : powers.powers) {
            names.insert(reading.model().rules[power.rule].name);
        }
        for (const std::string& name : names) event.power += (event.power.empty() ? "" : ", ") + name;
        sentence.not_counted.push_back(std::move(event));
    }

    // Events that are there and do not count, in a list or in a field of their own.
    void add_events_without_power() {
        if (sentence.truth == Truth::True) return;
        if (proof.items.is_valid()) {
            const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
            for (std::uint32_t item = rows.first; item < rows.last; ++item) {
                const model::Empowered* powers = lacking_power(proof.sub_kinds, item);
                const model::KindId kind = reading.program().frames[proof.items].kind;
                if (powers != nullptr) add_without_power(*powers, kind, reading.trace().thing(proof.items, item));
            }
        }
        for (const program::ProofOperand& operand : proof.operands) {
            const model::Empowered* powers = lacking_power(operand.rows, row);
            if (powers == nullptr) continue;
            const model::KindId kind = reading.model().variables[powers->event].kind;
            for (const FactRead& fact : reading.facts(operand, {proof.frame, row})) {
                const bool is_it =
                    reading.model().fields[fact.field].type.kind == kind && fact.value.state == cases::State::Known;
                if (is_it) add_without_power(*powers, kind, static_cast<std::uint32_t>(fact.value.value));
            }
        }
    }

    // Events somebody else did than whom the sentence asks for, or that were meant for somebody else.
    void add_events_of_others() {
        if (sentence.truth != Truth::False || !proof.items.is_valid()) return;
        const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
        for (std::uint32_t item = rows.first; item < rows.last && sentence.not_counted.size() < most_items; ++item) {
            if (lacking_power(proof.sub_kinds, item) != nullptr) continue;
            auto event = deed_of_others(reading, proof.deed, {proof.items, item});
            if (event) sentence.not_counted.push_back(std::move(*event));
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
        part.words = reading.words().sentence(proof.condition);
        part.where = reading.words().place(condition().where);
        part.truth = reading.truth(leg.holds, row);
        part.holds = part.truth;
        Who party;
        if (index < done.by.actors.size()) party.names = {reading.words().name(done.by.actors[index])};
        part.thing = party.names.empty() ? std::string() : party.names[0];
        part.responsible = party;
        add_actions(part, asked_of_part(std::move(party)), {});
        sentence.parts.push_back(std::move(part));
    }

    void add_items() {
        if (!proof.items.is_valid() || !proof.body.is_valid()) return;
        const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
        const model::KindId kind = reading.program().frames[proof.items].kind;
        for (std::uint32_t item = rows.first; item < rows.last && sentence.parts.size() < most_items; ++item) {
            if (reading.counts(proof, item) == Truth::False) continue;
            Sentence part = to_sentence(reading, proof.body, item, asked_of_part(asked.responsible));
            part.thing = reading.words().thing(kind, reading.trace().thing(proof.items, item));
            sentence.parts.push_back(std::move(part));
        }
    }

    // Of `heeft een ... waarvoor ...` why each thing that was looked at does not count; of `heeft geen` those that do.
    void add_looked_at() {
        const auto* has = std::get_if<model::HasCount>(&condition().kind);
        const bool is_asked = has != nullptr || std::holds_alternative<model::HasDone>(condition().kind);
        if (!is_asked || narrowing().empty() || !proof.items.is_valid() || asked.depth >= most_depth) return;
        const bool is_limit = has != nullptr && (has->none || has->quantifier == model::Quantifier::AtMost);
        const Truth telling = is_limit ? Truth::True : Truth::False;
        const evaluation::Trace::Rows rows = reading.trace().items(proof.items, row);
        for (std::uint32_t item = rows.first; item < rows.last && sentence.items.size() < most_items; ++item) {
            if (reading.counts(proof, item) != telling) continue;
            if (lacking_power(proof.sub_kinds, item) != nullptr) continue;
            Sentence told = to_sentence(reading, deciding(item), item, {{}, nullptr, false, asked.depth + 1});
            const model::KindId kind = reading.program().frames[proof.items].kind;
            told.thing = reading.words().thing(kind, reading.trace().thing(proof.items, item));
            sentence.items.push_back(std::move(told));
        }
    }

    // What the sentence asks of each thing. That an event needs a power is not asked by it.
    [[nodiscard]] std::vector<program::ProofId> narrowing() const {
        std::vector<program::ProofId> asked_for;
        for (const program::ProofId id : proof.sub_kinds) {
            const model::Condition& of = reading.model().conditions[reading.program().proofs[id].condition];
            if (!std::holds_alternative<model::Empowered>(of.kind)) asked_for.push_back(id);
        }
        if (proof.filter.is_valid()) asked_for.push_back(proof.filter);
        return asked_for;
    }

    // The first of what is asked of the item that it fails; otherwise the last.
    [[nodiscard]] program::ProofId deciding(std::uint32_t item) const {
        const std::vector<program::ProofId> narrowing = this->narrowing();
        const auto fails = [&](program::ProofId id) {
            return reading.truth(reading.program().proofs[id].truth, item) == Truth::False;
        };
        const auto found = std::find_if(narrowing.begin(), narrowing.end(), fails);
        return found != narrowing.end() ? *found : narrowing.back();
    }

    // Of a sentence that the language adds by itself, how it is put together is nobody's concern.
    [[nodiscard]] bool is_told_as_one() const {
        const auto* legs = std::get_if<model::Legs>(&condition().kind);
        return legs != nullptr && legs->quantifier != model::Quantifier::All && !condition().implied.empty();
    }

    void add_parts() {
        if (asked.depth >= most_depth || is_told_as_one()) return;
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
        action.is_today = action.before && action.before == reading.reference_date();
        to.actions.push_back(with_dates(std::move(action), to, bounds));
    }

    // A date that is late can be made earlier while its day has not come; otherwise only the act can move.
    [[nodiscard]] Action with_dates(Action action, const Sentence& of, const ActBounds& bounds) const {
        const std::optional<Date> today = reading.reference_date();
        if (of.coverage && of.coverage->arrange_before) {
            const Date before = *of.coverage->arrange_before;
            const bool is_ahead = action.before && today && *today <= *action.before;
            const bool is_first = is_ahead ? before < *action.before : action.before || action.act.empty();
            if (is_first) action.before = before;
        }
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
        const bool is_too_late = until != nullptr && today && *until < *today;
        if (is_too_late && std::holds_alternative<KnownNone>(of.comparison->found) && bounds.if_today) {
            action.what = Action::What::ArrangeAndMove;
            action.move_to = bounds.if_today;
            return action;
        }
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
    const Joining joining = joining_of(builder.condition());
    sentence.joined = builder.is_told_as_one() ? Joined::NoParts : joining.joined;
    sentence.count = joining.count;
    sentence.words = reading.words().sentence(proof.condition);
    sentence.where = reading.words().place(builder.condition().where);
    sentence.truth = reading.truth(proof.truth, row);
    sentence.holds = sentence.truth;
    sentence.comparison = to_comparison(reading, proof, row);
    sentence.coverage = to_coverage(reading, proof, row);
    sentence.numbers = numbers_behind(reading, proof, row, asked.version_date);
    builder.add_facts();
    builder.add_facts_of_periods();
    builder.add_parts();
    builder.add_looked_at();
    builder.add_later_events();
    builder.add_events_without_power();
    Asked alone = asked;
    const auto* done = std::get_if<model::HasDone>(&builder.condition().kind);
    if (done != nullptr) builder.add_events_of_others();
    if (done != nullptr && done->by.actors.size() == 1) alone.responsible = reading.words().who(done->by);
    const ActBounds bounds = asked.act != nullptr ? to_act_bounds(reading, id, row, *asked.act) : ActBounds{};
    builder.add_actions(sentence, alone, bounds);
    sentence.responsible = std::move(alone.responsible);
    return std::move(builder.sentence);
}

namespace {

ShieldDays to_shield_days(const Reading& reading, const program::Proof& proof, std::uint32_t row) {
    using State = ShieldDays::State;
    ShieldDays days;
    const auto day = [&](program::Register which) { return known_date(reading.value(which, row)); };
    days.judged_on = day(proof.shield->judged_on);
    // What is still to come is judged by today.
    if (days.judged_on && reading.reference_date())
        days.judged_on = std::min(*days.judged_on, *reading.reference_date());
    days.since = day(proof.shield->begun);
    days.ended = day(proof.shield->ended);
    const Truth truth = reading.truth(proof.truth, row);
    if (truth == Truth::True) days.state = State::Stands;
    if (truth == Truth::False) days.state = days.ended ? State::Ended : State::NotBegun;
    return days;
}

ExemptionSeen to_exemption(const Reading& reading, const program::ExceptionProof& proof, std::uint32_t row) {
    const model::Exemption& declared = reading.model().exemptions[proof.exemption];
    const model::RuleSource& source = declared.version.source;
    const model::Document& document = reading.model().documents[declared.document];
    ExemptionSeen seen;
    seen.name = declared.name;
    seen.article = source.article.empty() && !source.headings.empty() ? source.headings.back() : source.article;
    seen.document = document.name;
    seen.is_main_document = declared.document.index() == 0;
    seen.version_since = declared.version.validity.first;
    seen.in_force = reading.truth(proof.in_force, row);
    seen.where = reading.words().place(declared.version.where);
    return seen;
}

}  // namespace

Exception to_exception(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row, int depth) {
    Exception told;
    const program::Proof& proof = reading.program().proofs[exception.condition];
    if (proof.shield) told.shield = to_shield_days(reading, proof, row);
    told.condition = to_sentence(reading, proof.shield ? proof.legs.front().condition : exception.condition, row, {});
    if (proof.shield) told.condition.truth = told.condition.holds = reading.truth(proof.truth, row);
    if (exception.exemption.is_valid()) told.exemption = to_exemption(reading, exception, row);
    if (exception.clause) told.clause = to_clause(reading, exception, row);
    told.holds = reading.truth(exception.holds, row);
    if (depth >= most_depth) return told;
    for (const program::ExceptionProof& inner : exception.exceptions) {
        told.exceptions.push_back(to_exception(reading, inner, row, depth + 1));
    }
    return told;
}

}  // namespace toets::explanation
