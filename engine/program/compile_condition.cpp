// Conditions about one value, and list heads. Each fills its proof: the operands in the order of the sentence.
#include "base/match.h"
#include "program/compiler.h"

namespace toets::program {

namespace {

constexpr std::int64_t mask_bits = 62;

}  // namespace

Compiler::Proved Compiler::condition(model::ConditionId id, const Scope& scope) {
    if (is_given_up() || !id.is_valid()) return {{}, builder_.truth(1)};
    Proof proof{.condition = id, .frame = scope.frame};
    proof.truth = builder_.lift(truth_of(model_.conditions[id], proof, scope), scope.frame);
    const Register truth = proof.truth;
    return {add_proof(std::move(proof)), truth};
}

ProofId Compiler::add_proof(Proof proof) {
    if (is_given_up_ || is_assuming_) return {};
    return program_.proofs.add(std::move(proof));
}

Register Compiler::truth_of(const model::Condition& condition, Proof& proof, const Scope& scope) {
    return match(
        condition.kind, [&](const model::IsOneOf& is) { return is_one_of(is, proof, scope); },
        [&](const model::Compared& compared) { return comparison(compared, proof, scope); },
        [&](const model::Between& between) { return this->between(between, proof, scope); },
        [&](const model::Aged& aged) { return this->aged(aged, proof, scope); },
        [&](const model::YesNoHolds& holds) { return yes_no(holds, proof, scope); },
        [&](const model::PropertyHolds& holds) { return property_holds(holds, proof, scope); },
        [&](const model::BelongsTo& belongs) { return belongs_to(belongs, proof, scope); },
        [&](const model::IsParty& is) { return is_party(is, proof, scope); },
        [&](const model::Present& present) { return this->present(present, proof, scope); },
        [&](const model::HasCount& has) { return has_count(has, proof, scope); },
        [&](const model::HasDone& done) { return has_done(done, proof, scope); },
        [&](const model::ContainsAny& contains) { return contains_any(contains, proof, scope); },
        [&](const model::ContainsAll& contains) { return contains_all(contains, proof, scope); },
        [&](const model::DateIs& date) { return date_is(date, proof, scope); },
        [&](const model::DateBetween& date) { return date_between(date, proof, scope); },
        [&](const model::RunsOn& runs) { return runs_on(runs, proof, scope); },
        [&](const model::RunsFromTo& runs) { return runs_from_to(runs, proof, scope); },
        [&](const model::RunsFor& runs) { return runs_for(runs, proof, scope); },
        [&](const model::Legs& legs) { return this->legs(legs, proof, scope); },
        [&](const model::ForEach& each) { return for_each(each, proof, scope); },
        [&](const model::Empowered& it) { return empowered(it, proof, scope); },
        [&](const model::Shield& shield) { return this->shield(shield, proof, scope); },
        [&](const model::Always&) { return builder_.truth(2); },
        [&](const model::NotYetCondition&) { return builder_.truth(1); },
        [&](const model::InvalidCondition&) { return builder_.truth(1); });
}

ProofOperand Compiler::to_proof(const Operand& operand, model::ExpressionId id, const Scope& scope) {
    ProofOperand shown{.expression = id,
                       .low = builder_.lift(operand.low, scope.frame),
                       .high = builder_.lift(operand.high, scope.frame),
                       .facts = operand.facts,
                       .items = operand.items,
                       .filter = operand.filter,
                       .sub_kinds = operand.sub_kinds,
                       .parents = operand.parents,
                       .complete = operand.complete,
                       .completeness = operand.completeness,
                       .rows = operand.rows,
                       .standstills = operand.standstills,
                       .first_day = operand.first_day};
    if (id.is_valid()) {
        const int scale = model::scale(model_.expressions[id].type.base);
        const Operand whole = scaled(operand, scale);
        shown.low = builder_.lift(whole.low, scope.frame);
        shown.high = builder_.lift(whole.high, scope.frame);
        if (whole.scale > scale) shown.scale = whole.scale;
    }
    return shown;
}

void Compiler::show(Proof& proof, model::ExpressionId id, const Operand& operand, const Scope& scope) {
    proof.operands.push_back(to_proof(operand, id, scope));
    if (!operand.items.is_valid() || proof.items.is_valid()) return;
    proof.items = operand.items;
    proof.filter = operand.filter;
    proof.sub_kinds = operand.sub_kinds;
    proof.parents = operand.parents;
    proof.complete = operand.complete;
    proof.completeness = operand.completeness;
}

Operand Compiler::shown(Proof& proof, model::ExpressionId id, const Scope& scope) {
    Operand operand = expression(id, scope);
    show(proof, id, operand, scope);
    return operand;
}

// C33, C34. A closed choice is one look at a mask, whatever the number of values.
Register Compiler::is_one_of(const model::IsOneOf& is, Proof& proof, const Scope& scope) {
    const Operand subject = known_as(shown(proof, is.subject, scope), is.subject, scope);
    const bool is_choice = model_.expressions[is.subject].type.base == model::Base::Choice;
    std::int64_t mask = 0;
    Register others = builder_.truth(0);
    for (const model::ExpressionId id : is.values) {
        const Operand value = known_as(shown(proof, id, scope), id, scope);
        const auto* constant = std::get_if<model::Constant>(&model_.expressions[id].kind);
        if (is_choice && constant != nullptr && constant->value >= 0 && constant->value < mask_bits) {
            mask |= std::int64_t{1} << constant->value;
        } else {
            others = builder_.disjunction(others, compared(subject, Comparison::Equal, value, what_is(is.subject)));
        }
    }
    if (mask != 0) {
        others = builder_.disjunction(others, builder_.unary(Operation::InMask, Shape::Truth, subject.low, mask));
    }
    return is.negated ? builder_.negation(others) : others;
}

Register Compiler::comparison(const model::Compared& compared, Proof& proof, const Scope& scope) {
    const Operand left = shown(proof, compared.left, scope);
    const Operand right = shown(proof, compared.right, scope);
    const Register truth = this->compared(left, compared.comparison, right, what_is(compared.left), compared.left);
    // What is not there is not at least anything; whether it is at most something is not for us to say.
    const bool is_lower_bound =
        compared.comparison == Comparison::AtLeast || compared.comparison == Comparison::MoreThan;
    return is_lower_bound ? when_there(truth, compared.left, scope) : truth;
}

Register Compiler::between(const model::Between& between, Proof& proof, const Scope& scope) {
    const Operand subject = shown(proof, between.subject, scope);
    const Operand first = shown(proof, between.first, scope);
    const Operand last = shown(proof, between.last, scope);
    const Compares what = what_is(between.subject);
    const Register truth = builder_.conjunction(compared(subject, Comparison::AtLeast, first, what, between.subject),
                                                compared(subject, Comparison::AtMost, last, what, between.subject));
    return when_there(truth, between.subject, scope);
}

// C37: reached on the birthday itself. What 29 February becomes is C9; where nobody said so and it matters: unknown.
Register Compiler::aged(const model::Aged& aged, Proof& proof, const Scope& scope) {
    const Operand birth = settled(shown(proof, aged.birth_date, scope));
    const Operand date = shown(proof, aged.date, scope);
    Operand age = settled(shown(proof, aged.age, scope));
    if (!age.constant) age.low = builder_.unary(Operation::Demand, Shape::Value, age.low);
    const auto is_reached = [&](bool is_first_of_march) {
        const Register day = builder_.binary(Operation::Birthday, Shape::Value, birth.low, age.low,
                                             static_cast<std::uint8_t>(is_first_of_march ? 1 : 0));
        return compared({.low = day, .high = day}, aged.younger ? Comparison::MoreThan : Comparison::AtMost, date);
    };
    if (model_.leap_day_is_first_of_march) return is_reached(*model_.leap_day_is_first_of_march);
    return builder_.binary_truth(Operation::Agree, is_reached(false), is_reached(true));
}

Register Compiler::yes_no(const model::YesNoHolds& holds, Proof& proof, const Scope& scope) {
    const Operand value = shown(proof, holds.value, scope);
    const Register truth = builder_.unary(Operation::Holds, Shape::Truth, value.low);
    return holds.negated ? builder_.negation(truth) : truth;
}

Register Compiler::property_holds(const model::PropertyHolds& holds, Proof& proof, const Scope& scope) {
    const Operand self = shown(proof, holds.self, scope);
    const Proved proved = property(holds.definition, self.low, scope);
    proof.legs.push_back({proved.proof, builder_.lift(proved.truth, scope.frame), {}});
    return holds.negated ? builder_.negation(proved.truth) : proved.truth;
}

// Nothing belongs to a kind when it is not there.
Register Compiler::belongs_to(const model::BelongsTo& belongs, Proof& proof, const Scope& scope) {
    const Operand thing = shown(proof, belongs.thing, scope);
    const Proved proved = sub_kind(belongs.sub_kind, thing.low, scope);
    const Register is_there = builder_.unary(Operation::Present, Shape::Truth, thing.low);
    const Register truth = builder_.conjunction(is_there, proved.truth);
    proof.legs.push_back({proved.proof, builder_.lift(truth, scope.frame), {}});
    return belongs.negated ? builder_.negation(truth) : truth;
}

Register Compiler::contains_any(const model::ContainsAny& contains, Proof& proof, const Scope& scope) {
    const Operand set = shown(proof, contains.set, scope);
    std::int64_t mask = 0;
    Register truth = builder_.truth(0);
    for (const model::ExpressionId id : contains.values) {
        const Operand value = shown(proof, id, scope);
        const auto* constant = std::get_if<model::Constant>(&model_.expressions[id].kind);
        const bool is_set = model_.expressions[id].type.base == model::Base::ChoiceSet;
        if (constant != nullptr && constant->value >= 0 && constant->value < mask_bits) {
            mask |= is_set ? constant->value : std::int64_t{1} << constant->value;
        } else {
            truth = builder_.disjunction(truth, builder_.binary(Operation::SetHas, Shape::Truth, set.low, value.low));
        }
    }
    if (mask != 0) {
        truth = builder_.disjunction(truth, builder_.unary(Operation::SetHasAny, Shape::Truth, set.low, mask));
    }
    truth = builder_.binary_truth(Operation::RaiseWhenOpen, truth, set_complete(contains.set, set, proof, scope));
    return contains.negated ? builder_.negation(truth) : truth;
}

Register Compiler::contains_all(const model::ContainsAll& contains, Proof& proof, const Scope& scope) {
    const Operand set = shown(proof, contains.set, scope);
    const Operand other = shown(proof, contains.other, scope);
    Register truth = builder_.binary(Operation::SetHasAll, Shape::Truth, set.low, other.low);
    truth = builder_.binary_truth(Operation::RaiseWhenOpen, truth, set_complete(contains.set, set, proof, scope));
    return builder_.binary_truth(Operation::CapWhenOpen, truth, set_complete(contains.other, other, proof, scope));
}

// A list of choices has its completeness from its field; one known to be empty is complete.
Register Compiler::set_complete(model::ExpressionId set, const Operand& operand, Proof& proof, const Scope& scope) {
    const auto* use = std::get_if<model::FieldOf>(&model_.expressions[set].kind);
    if (use == nullptr || operand.facts.empty()) return builder_.truth(2);
    const FactUse& fact = operand.facts.back();
    const Proved declared = declared_complete(model_.fields[use->field], fact.thing, scope);
    const Register is_none = builder_.negation(builder_.unary(Operation::Present, Shape::Truth, operand.low));
    const Register complete = builder_.disjunction(is_none, declared.truth);
    proof.complete = builder_.lift(complete, scope.frame);
    proof.completeness = declared.proof;
    return complete;
}

// C46. Every leg stands, also when the answer is already clear (pattern A1).
Register Compiler::legs(const model::Legs& legs, Proof& proof, const Scope& scope) {
    std::vector<Register> truths;
    for (const model::Leg& leg : legs.legs) {
        const Proved proved = condition(leg.condition, scope);
        LegProof leg_proof{proved.proof, {}, exceptions(leg.exceptions, scope)};
        leg_proof.holds = builder_.lift(builder_.disjunction(proved.truth, any_of(leg_proof.exceptions)), scope.frame);
        truths.push_back(leg_proof.holds);
        proof.legs.push_back(std::move(leg_proof));
    }
    return counted_truths(truths, legs.quantifier, legs.count);
}

Register Compiler::counted_truths(std::span<const Register> truths, model::Quantifier quantifier, std::int64_t count) {
    Register all = builder_.truth(2);
    Register any = builder_.truth(0);
    for (const Register truth : truths) {
        if (quantifier == model::Quantifier::All) all = builder_.conjunction(all, truth);
        if (quantifier == model::Quantifier::None || count == 1) any = builder_.disjunction(any, truth);
    }
    if (quantifier == model::Quantifier::All) return all;
    if (quantifier == model::Quantifier::None) return builder_.negation(any);
    if (quantifier == model::Quantifier::AtLeast && count == 1) return any;
    FrameId frame;
    for (const Register truth : truths) frame = builder_.deeper(frame, builder_.frame_of(truth));
    std::vector<std::int64_t> table;
    for (const Register truth : truths) table.push_back(builder_.lift(truth, frame).value);
    const auto bound = [&](Bound which) {
        return builder_.emit_table({.operation = Operation::CountTruths, .detail = static_cast<std::uint8_t>(which)},
                                   Shape::Value, frame, table);
    };
    const Operand number{.low = bound(Bound::Certain), .high = bound(Bound::Possible), .is_never_negative = true};
    return quantified(quantifier, number, constant(count, 0));
}

// C48: an exception holds when its condition does and none of its own exceptions (pattern I5).
std::vector<ExceptionProof> Compiler::exceptions(const std::vector<model::Exception>& exceptions, const Scope& scope) {
    std::vector<ExceptionProof> proofs;
    for (const model::Exception& exception : exceptions) {
        const Proved proved = condition(exception.condition, scope);
        ExceptionProof proof{proved.proof, {}, this->exceptions(exception.exceptions, scope), exception.where};
        const Register holds = builder_.conjunction(proved.truth, builder_.negation(any_of(proof.exceptions)));
        proof.holds = builder_.lift(holds, scope.frame);
        proofs.push_back(std::move(proof));
    }
    return proofs;
}

Register Compiler::any_of(const std::vector<ExceptionProof>& exceptions) {
    Register any = builder_.truth(0);
    for (const ExceptionProof& exception : exceptions) any = builder_.disjunction(any, exception.holds);
    return any;
}

}  // namespace toets::program
