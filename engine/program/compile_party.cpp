// Parties over time: who takes the place of whom (C8), and who takes part when (C6).
#include <algorithm>

#include "model/seats.h"
#include "program/compiler.h"

namespace toets::program {

bool Compiler::changes(const model::Type& type) const {
    return type.base == model::Base::Organisation && !model_.successions.empty();
}

bool Compiler::has_members_for_a_time() const {
    return std::any_of(model_.parties.begin(), model_.parties.end(),
                       [](const model::Party& party) { return party.joined || party.left; });
}

// The day on which a sentence asks who somebody is: that of the act, or else the reference date.
Register Compiler::party_day(const Scope& scope) {
    return scope.party_day.is_valid() ? scope.party_day : reference_date(scope.frame);
}

// Who has the place of an organisation on that day: itself or its successor.
Register Compiler::in_place_of(Register organisation, Register day) {
    for (const model::Succession& each : model::in_order(model_.successions)) {
        const Register is_party =
            builder_.compare(organisation, Comparison::Equal, builder_.constant(each.party.value));
        const Register is_over = builder_.compare(day, Comparison::AtLeast, builder_.constant(each.from.days));
        const Register passes = builder_.conjunction(is_party, is_over);
        const std::pair<Register, Register> choices[] = {
            {passes, builder_.constant(each.successor.value)},
            {builder_.negation(passes), organisation},
        };
        organisation = select(choices, Operation::Select, 0);
    }
    return organisation;
}

Operand Compiler::known_as(Operand operand, model::ExpressionId id, const Scope& scope) {
    if (changes(model_.expressions[id].type)) operand.low = operand.high = in_place_of(operand.low, party_day(scope));
    return operand;
}

// Whether what one did on that day is done for the other: by itself, by who has its place by then, or, before that
// day, by one whose place it took later.
Register Compiler::acts_for(Register performer, Register holder, Register day) {
    const Register is_same = builder_.compare(performer, Comparison::Equal, holder);
    if (model_.successions.empty()) return is_same;
    Register truth = builder_.compare(performer, Comparison::Equal, in_place_of(holder, day));
    for (const model::Succession& each : model_.successions) {
        for (const model::PartyId before : model::predecessors_of(model_, each.successor)) {
            const auto is = [this](Register which, model::PartyId party) {
                return builder_.compare(which, Comparison::Equal, builder_.constant(party.value));
            };
            truth = builder_.disjunction(truth, builder_.conjunction(is(performer, before), is(holder, each.successor)));
        }
    }
    return builder_.conjunction(truth, is_itself(performer, day));
}

// It has not been succeeded yet.
Register Compiler::is_itself(Register organisation, Register day) {
    Register truth = builder_.truth(2);
    for (const model::Succession& each : model_.successions) {
        const Register is_party =
            builder_.compare(organisation, Comparison::Equal, builder_.constant(each.party.value));
        const Register is_over = builder_.compare(day, Comparison::AtLeast, builder_.constant(each.from.days));
        truth = builder_.conjunction(truth, builder_.negation(builder_.conjunction(is_party, is_over)));
    }
    return truth;
}

// The first symbols of a caseload are the parties, in the order of the model (cases::Symbols).
Register Compiler::is_party(const model::IsParty& is, Proof& proof, const Scope& scope) {
    const Operand organisation = known_as(shown(proof, is.organisation, scope), is.organisation, scope);
    const Register parties = builder_.constant(static_cast<std::int64_t>(model_.parties.size()));
    Register truth = builder_.compare(organisation.low, Comparison::LessThan, parties);
    for (std::size_t index = 0; index < model_.parties.size(); ++index) {
        const model::Party& party = model_.parties[model_.parties.id_at(index)];
        if (!party.joined && !party.left) continue;
        const Register is_this =
            builder_.compare(organisation.low, Comparison::Equal, builder_.constant(static_cast<std::int64_t>(index)));
        const Register takes_part = within({party.joined, party.left}, party_day(scope));
        truth = builder_.conjunction(
            truth, builder_.negation(builder_.conjunction(is_this, builder_.negation(takes_part))));
    }
    return is.negated ? builder_.negation(truth) : truth;
}

}  // namespace toets::program
