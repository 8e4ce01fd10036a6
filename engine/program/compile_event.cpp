// Conditions about dates, periods and who did what (C39, C42, C43).
#include "program/compiler.h"

namespace toets::program {

namespace {

model::Comparison comparison_of(model::DateRelation relation) {
    switch (relation) {
        case model::DateRelation::NotAfter: return model::Comparison::AtMost;
        case model::DateRelation::Before: return model::Comparison::LessThan;
        case model::DateRelation::On: return model::Comparison::Equal;
        case model::DateRelation::NotBefore: return model::Comparison::AtLeast;
        case model::DateRelation::After: return model::Comparison::MoreThan;
    }
    return model::Comparison::Equal;
}

}  // namespace

Register Compiler::date_is(const model::DateIs& date, Proof& proof, const Scope& scope) {
    const Operand subject = shown(proof, date.subject, scope);
    const Operand bound = shown(proof, date.bound, scope);
    return compared(subject, comparison_of(date.relation), bound);
}

Register Compiler::date_between(const model::DateBetween& date, Proof& proof, const Scope& scope) {
    const Operand subject = shown(proof, date.subject, scope);
    const Operand first = shown(proof, date.first, scope);
    const Operand last = shown(proof, date.last, scope);
    return builder_.conjunction(compared(subject, Comparison::AtLeast, first),
                                compared(subject, Comparison::AtMost, last));
}

// A period without an end still runs.
Register Compiler::runs_within(Register thing, model::KindId kind, const Operand& date, Facts& facts,
                               const Scope& scope) {
    const model::Kind& period = model_.kinds[kind];
    const Operand first = field_of(thing, period.first_day, facts, scope);
    const Operand last = field_of(thing, period.last_day, first.facts, scope);
    facts = last.facts;
    const Register is_open = builder_.negation(builder_.unary(Operation::Present, Shape::Truth, last.low));
    return builder_.conjunction(compared(first, Comparison::AtMost, date),
                                builder_.disjunction(is_open, compared(last, Comparison::AtLeast, date)));
}

// C43: one of the periods is enough.
Register Compiler::runs_on(const model::RunsOn& runs, Proof& proof, const Scope& scope) {
    const model::Type& type = model_.expressions[runs.periods].type;
    if (type.base == model::Base::Thing) {
        Operand period = expression(runs.periods, scope);
        const Operand date = expression(runs.date, scope);
        const Register truth = runs_within(period.low, type.kind, date, period.facts, scope);
        show(proof, runs.periods, period, scope);
        show(proof, runs.date, date, scope);
        return truth;
    }
    const ListOperand periods = list(runs.periods, scope);
    const Entered entered = enter(periods, {}, {}, scope);
    const Operand date = expression(runs.date, scope);
    Operand number = item_count(entered, scope);
    number.facts = periods.facts;
    const Register runs_now = runs_within(entered.items.thing, periods.kind, date, number.facts, entered.scope);
    show(proof, runs.periods, number, scope);
    show(proof, runs.date, date, scope);
    show_items(proof, periods, entered);
    const Register each = builder_.conjunction(entered.items.filter, runs_now);
    const Register any = builder_.emit({.operation = Operation::AnyItem,
                                        .left = builder_.lift(each, entered.items.frame),
                                        .items = entered.items.frame},
                                       Shape::Truth, scope.frame);
    return builder_.binary_truth(Operation::RaiseWhenOpen, any, entered.complete);
}

// C39: for each party an event of its own, or (joined by `of`) one by any of them.
Register Compiler::has_done(const model::HasDone& done, Proof& proof, const Scope& scope) {
    const ListOperand things = list(done.things, scope);
    Entered entered = enter(things, done.item, done.filter, scope);
    proof.event_date = leave_out_later(entered, things.kind, scope);
    proof.last_event = last_event_in(scope);
    Operand number = item_count(entered, scope);
    number.facts = things.facts;
    const DeedTruths deeds =
        this->deeds({done.by, done.towards, done.together_with, things.kind}, entered.items.thing, entered.scope);
    add_facts(number.facts, deeds.facts);
    show(proof, done.things, number, scope);
    show_items(proof, things, entered);
    proof.deed = lifted(deeds.asked, entered.items.frame);
    std::vector<Register> legs;
    for (const std::vector<Register>& group : deeds.groups) {
        Register holds = builder_.truth(2);
        for (const Register deed : group) {
            const Register each = builder_.conjunction(entered.items.filter, deed);
            const Register any = builder_.emit({.operation = Operation::AnyItem,
                                                .left = builder_.lift(each, entered.items.frame),
                                                .items = entered.items.frame},
                                               Shape::Truth, scope.frame);
            holds = builder_.conjunction(holds, builder_.binary_truth(Operation::RaiseWhenOpen, any, entered.complete));
        }
        Proof body{.condition = proof.condition, .frame = entered.items.frame};
        body.truth = builder_.lift(group.front(), entered.items.frame);
        body.operands.push_back(to_proof(deeds.performer, {}, entered.scope));
        Proof leg{.condition = proof.condition, .frame = scope.frame, .truth = builder_.lift(holds, scope.frame)};
        show(leg, done.things, number, scope);
        show_items(leg, things, entered);
        leg.body = add_proof(std::move(body));
        if (deeds.groups.size() == 1) proof.body = leg.body;
        legs.push_back(leg.truth);
        proof.legs.push_back({add_proof(std::move(leg)), legs.back(), {}});
    }
    return deeds.any ? counted_truths(legs, model::Quantifier::AtLeast, 1)
                     : counted_truths(legs, model::Quantifier::All, 0);
}

Compiler::Acts Compiler::acts(const model::Actors& who, const model::EventsAsked& asked, ListOperand events,
                              const Scope& scope) {
    Entered entered = enter(events, asked.event, {}, scope);
    const Deed deed{who, asked.towards, asked.together_with, events.kind};
    DeedTruths truths = deeds(deed, entered.items.thing, entered.scope);
    Operand date = field_of(entered.items.thing, model_.kinds[events.kind].date, {}, entered.scope);
    return {std::move(events), std::move(entered), std::move(truths), std::move(date)};
}

// A power and a ban look at what was done, whether it counts or not.
Compiler::Acts Compiler::recorded_acts(const model::TimedAct& act, const Scope& scope) {
    ListOperand events = list(act.asked.events, scope);
    events.as_recorded = true;
    return acts(act.who, act.asked, std::move(events), scope);
}

Compiler::AskedDeeds Compiler::asked_deeds(const DeedTruths& deeds, const Entered& entered) {
    const FrameId items = entered.items.frame;
    AskedDeeds asked{builder_.truth(0), {}};
    for (const std::vector<Register>& group : deeds.groups) {
        for (const Register deed : group) {
            const Register counts = builder_.lift(builder_.conjunction(entered.items.filter, deed), items);
            asked.any = builder_.disjunction(asked.any, counts);
            if (!deeds.any) asked.each.push_back(counts);
        }
    }
    asked.any = builder_.lift(asked.any, items);
    if (deeds.any) asked.each.push_back(asked.any);
    return asked;
}

Compiler::DeedTruths Compiler::deeds(const Deed& deed, Register event, const Scope& scope) {
    const model::Kind& kind = model_.kinds[deed.kind];
    DeedTruths result{.performer = {.low = event, .high = event}, .any = deed.by.any};
    if (kind.performer.is_valid()) result.performer = field_of(event, kind.performer, {}, scope);
    const auto by = actor_truths(deed.by, kind.performer, event, result.facts, scope);
    const auto towards = actor_truths(deed.towards, kind.towards, event, result.facts, scope);
    const auto together = actor_truths(deed.together_with, kind.together_with, event, result.facts, scope);
    const auto any_of = [&](const std::vector<Register>& truths) {
        Register any = builder_.truth(0);
        for (const Register truth : truths) any = builder_.disjunction(any, truth);
        return any;
    };
    result.asked = {any_of(by), any_of(towards), any_of(together)};
    for (const Register who : by) {
        std::vector<Register> group;
        for (const Register whom : towards) {
            for (const Register with : together) {
                group.push_back(builder_.conjunction(builder_.conjunction(who, whom), with));
            }
        }
        result.groups.push_back(std::move(group));
    }
    return result;
}

DeedProof Compiler::lifted(const DeedProof& deed, FrameId items) {
    return {builder_.lift(deed.by, items), builder_.lift(deed.towards, items),
            builder_.lift(deed.together_with, items)};
}

// One truth per event that is asked for: per actor, or for all of them together when one suffices. Of the
// performers each keeps its own, because each is a finding of its own.
std::vector<Register> Compiler::actor_truths(const model::Actors& actors, model::FieldId field, Register event,
                                             Facts& facts, const Scope& scope) {
    if (actors.actors.empty() || !field.is_valid()) return {builder_.truth(2)};
    const Operand performer = field_of(event, field, {}, scope);
    add_facts(facts, performer.facts);
    std::vector<Register> truths;
    const Register day = day_of(field, event, facts, scope);
    for (const model::Actor& actor : actors.actors) truths.push_back(is_actor(actor, performer, day, facts, scope));
    const bool is_performer =
        model_.fields[field].kind.is_valid() && model_.kinds[model_.fields[field].kind].performer == field;
    if (!actors.any || is_performer) return truths;
    Register any = builder_.truth(0);
    for (const Register truth : truths) any = builder_.disjunction(any, truth);
    return {any};
}

// Of the event, when it matters to who somebody is.
Register Compiler::day_of(model::FieldId field, Register event, Facts& facts, const Scope& scope) {
    const model::KindId kind = model_.fields[field].kind;
    const bool is_event = kind.is_valid() && model_.kinds[kind].date.is_valid();
    if (model_.successions.empty() || !is_event) return party_day(scope);
    const Operand date = field_of(event, model_.kinds[kind].date, {}, scope);
    add_facts(facts, date.facts);
    return date.low;
}

// The organisation or person itself, or its role as such ("door: de corporatie").
Register Compiler::is_actor(const model::Actor& actor, const Operand& performer, Register day, Facts& facts,
                            const Scope& scope) {
    Register truth = matches_holder(actor, performer.low, day, facts, scope);
    const auto is_symbol = [&](std::size_t symbol) {
        return builder_.compare(performer.low, Comparison::Equal, builder_.constant(static_cast<std::int64_t>(symbol)));
    };
    if (actor.role.is_valid()) {
        truth = builder_.disjunction(truth, is_symbol(model_.parties.size() + actor.role.index()));
    }
    const model::KindId kind =
        actor.kind.is_valid() || !actor.holder.is_valid() ? actor.kind : model_.expressions[actor.holder].type.kind;
    if (kind.is_valid()) {
        truth = builder_.disjunction(truth, is_symbol(model_.parties.size() + model_.roles.size() + kind.index()));
    }
    return truth;
}

// Without a holder in the case every member of the role will do.
Register Compiler::matches_holder(const model::Actor& actor, Register performer, Register day, Facts& facts,
                                  const Scope& scope) {
    if (actor.holder.is_valid()) {
        const Operand holder = expression(actor.holder, scope);
        add_facts(facts, holder.facts);
        const model::Type& type = model_.expressions[actor.holder].type;
        if (type.base == model::Base::Organisation) return acts_for(performer, holder.low, day);
        if (type.base != model::Base::Thing) return builder_.compare(performer, Comparison::Equal, holder.low);
        const model::FieldId name = model_.kinds[type.kind].party_name;
        if (!name.is_valid()) return builder_.truth(0);
        const Operand party = field_of(holder.low, name, holder.facts, scope);
        add_facts(facts, party.facts);
        return acts_for(performer, party.low, day);
    }
    Register truth = builder_.truth(0);
    if (!actor.role.is_valid()) return truth;
    for (const model::PartyId party : model_.roles[actor.role].members) {
        const Register member = builder_.constant(party.value);
        truth = builder_.disjunction(truth, builder_.compare(performer, Comparison::Equal, member));
    }
    if (!model_.successions.empty()) truth = builder_.conjunction(truth, is_itself(performer, day));
    return truth;
}

}  // namespace toets::program
