// Hardship (C67): a decision recorded in the case is a ground like an exemption, when it names the rule and meets what
// its clause asks. And mandate (C7): what a deputy does on the days of its mandate, the role has done.
#include <algorithm>

#include "program/compiler.h"

namespace toets::program {

ExceptionProof Compiler::relief(const model::RelievedBy& by, const Scope& scope) {
    const Proved proved = condition(by.condition, scope);
    ExceptionProof proof{proved.proof, builder_.lift(proved.truth, scope.frame), {}};
    proof.where = model_.rules[by.clause.rule].versions[by.clause.version].where;
    proof.clause = by.clause;
    return proof;
}

Register Compiler::names_rules(const model::NamesRules& names, Proof& proof, const Scope& scope) {
    const Operand text = shown(proof, names.text, scope);
    return builder_.unary(Operation::NamesRules, Shape::Truth, text.low, proof.condition.value);
}

// An act of which nobody knows the day is still to come; and without a last day nothing lapses.
Register Compiler::in_time(const model::InTime& in_time, Proof& proof, const Scope& scope) {
    const Operand date = shown(proof, in_time.date, scope);
    Operand act = settled(shown(proof, in_time.act, scope));
    act.low = builder_.binary(Operation::OrElse, Shape::Value, act.low, settled(date).low);
    act.high = act.low;
    if (!in_time.from_act) return compared(date, Comparison::AtMost, act);
    const Register is_there = builder_.unary(Operation::Present, Shape::Truth, settled(date).low);
    return builder_.disjunction(builder_.negation(is_there), compared(date, Comparison::AtLeast, act));
}

Register Compiler::is_outsider(const model::IsOutsider& outsider, Proof& proof, const Scope& scope) {
    const Operand person = shown(proof, outsider.person, scope);
    const Operand thing = expression(outsider.thing, scope);
    const std::int64_t kind = model_.expressions[outsider.thing].type.kind.value;
    const FrameId frame = builder_.deeper(builder_.frame_of(person.low), builder_.frame_of(thing.low));
    return builder_.emit({.operation = Operation::IsOutsider,
                          .left = builder_.lift(person.low, frame),
                          .right = builder_.lift(thing.low, frame),
                          .constant = kind},
                         Shape::Truth, frame);
}

// Deputies may have deputies; a circle is an error in the agreement, so this ends.
Register Compiler::stands_in(model::RoleId role, const Operand& performer, Register date, Facts& facts,
                             const Scope& scope) {
    Register any = builder_.truth(0);
    for (const model::Deputy& deputy : model_.roles[role].deputies) {
        model::Actor actor;
        actor.role = deputy.role;
        Register truth = is_actor(actor, performer, date, facts, scope);
        truth = builder_.disjunction(truth, stands_in(deputy.role, performer, date, facts, scope));
        const model::Validity days{deputy.from, deputy.until};
        if (deputy.from || deputy.until) truth = builder_.conjunction(truth, within(days, date));
        any = builder_.disjunction(any, truth);
    }
    return any;
}

}  // namespace toets::program
