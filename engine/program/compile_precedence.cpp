// Rules beside each other (C66, C81): one departs from another and takes its place, where it applies and may; or two of
// the same rank demand what cannot be met together.
#include "program/compiler.h"

namespace toets::program {

// Another rule, for the thing that belongs to this one's: whether it applies is left in `decides`.
RivalProof Compiler::rival(model::VersionOfRule other, model::ExpressionId subject, const Scope& scope, Scope& theirs) {
    const model::Rule& rule = model_.rules[other.rule];
    const model::RuleVersion& version = rule.versions[other.version];
    theirs = scope;
    theirs.date = reference_date(scope.frame);
    const Register thing = subject.is_valid() ? expression(subject, scope).low : scope.things.back().second;
    theirs.things.emplace_back(version.subject, thing);
    if (version.around.is_valid())
        theirs.things.emplace_back(version.around, expression(version.around_path, theirs).low);
    RivalProof proof{.other = other};
    Register truth =
        in_force(rule.versions.size() == 1 ? OneOf::Only : OneOf::Several, version, proof.version_date, theirs);
    proof.in_force = builder_.lift(truth, scope.frame);
    truth = builder_.conjunction(truth, is_about(version, proof, theirs));
    if (version.only_if.is_valid()) {
        const Proved only_if = condition(version.only_if, theirs);
        proof.only_if = only_if.proof;
        truth = builder_.conjunction(truth, only_if.truth);
    }
    proof.decides = builder_.lift(truth, scope.frame);
    return proof;
}

// Whether `others` is at least as favourable as `own`, of the rule that is departed from.
Register Compiler::favours(const model::Precedence& precedence, RivalProof& proof, const Scope& scope,
                           const Scope& theirs) {
    const Operand own = expression(precedence.own, scope);
    const Operand others = expression(precedence.others, theirs);
    proof.own = to_proof(own, precedence.own, scope);
    proof.others = to_proof(others, precedence.others, theirs);
    const bool wants_less =
        precedence.favourable == model::Favourable::Shorter || precedence.favourable == model::Favourable::Lower;
    const Comparison comparison = wants_less ? Comparison::AtMost : Comparison::AtLeast;
    return builder_.lift(compared(others, comparison, own, what_is(precedence.own), precedence.others), scope.frame);
}

// True where another rule takes the place of this one; unknown where that cannot be said.
Register Compiler::gives_way(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope) {
    Register replaced = builder_.truth(0);
    for (const model::Precedence& by : version.replaced_by) {
        Scope theirs;
        RivalProof rival = this->rival(by.other, by.subject, scope, theirs);
        if (by.must_favour && !by.own.is_valid()) {
            proof.undecided.push_back(std::move(rival));
            continue;
        }
        if (by.must_favour) {
            rival.favours = favours(by, rival, scope, theirs);
            rival.decides = builder_.lift(builder_.conjunction(rival.decides, rival.favours), scope.frame);
        }
        replaced = builder_.disjunction(replaced, rival.decides);
        proof.replaced_by.push_back(std::move(rival));
    }
    for (const model::Precedence& from : version.departs) {
        Scope theirs;
        RivalProof rival = this->rival(from.other, from.subject, scope, theirs);
        if (!from.own.is_valid()) {
            proof.undecided.push_back(std::move(rival));
            continue;
        }
        // The other is the one that is departed from.
        model::Precedence turned = from;
        std::swap(turned.own, turned.others);
        rival.favours = favours(turned, rival, theirs, scope);
        std::swap(rival.own, rival.others);
        rival.decides = builder_.conjunction(rival.decides, builder_.negation(rival.favours));
        rival.decides = builder_.lift(rival.decides, scope.frame);
        replaced = builder_.disjunction(replaced, rival.decides);
        proof.outdone_by.push_back(std::move(rival));
    }
    return replaced;
}

// True where a rule of the same rank applies too, nothing sets it aside, and its demand excludes this one's. Those of a
// higher rank are left in the proof.
Register Compiler::contradicted(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope) {
    Register any = builder_.truth(0);
    for (const model::Contradiction& each : version.contradictions) {
        Scope theirs;
        RivalProof rival = this->rival(each.other, {}, scope, theirs);
        const model::RuleVersion& other = model_.rules[each.other.rule].versions[each.other.version];
        Register truth = builder_.conjunction(rival.decides, builder_.negation(any_of(grounds(other, theirs))));
        truth = builder_.conjunction(truth, builder_.negation(is_replaced(other, theirs)));
        if (each.own.is_valid()) {
            const Operand own = expression(each.own, scope);
            const Operand others = expression(each.others, theirs);
            rival.own = to_proof(own, each.own, scope);
            rival.others = to_proof(others, each.others, theirs);
            truth = builder_.conjunction(truth, compared(own, each.when, others, what_is(each.own), each.own));
        }
        rival.decides = builder_.lift(truth, scope.frame);
        if (each.gives_way) {
            proof.overruled_by.push_back(std::move(rival));
            continue;
        }
        any = builder_.disjunction(any, rival.decides);
        proof.contradicted.push_back(std::move(rival));
    }
    return any;
}

Register Compiler::is_replaced(const model::RuleVersion& version, const Scope& scope) {
    RuleVersionProof ignored;
    return gives_way(version, ignored, scope);
}

Register Compiler::beside_others(const model::RuleVersion& version, RuleVersionProof& proof, Register outcome,
                                 const Scope& scope) {
    const bool is_alone = version.replaced_by.empty() && version.departs.empty() && version.contradictions.empty();
    if (is_alone || is_given_up()) return outcome;
    Register replaced = gives_way(version, proof, scope);
    Register clashes = contradicted(version, proof, scope);
    for (const RivalProof& rival : proof.overruled_by) replaced = builder_.disjunction(replaced, rival.decides);
    // Which of the two counts cannot be said: strijdig where both apply, and unknown as long as that is.
    for (const RivalProof& rival : proof.undecided) {
        replaced = builder_.disjunction(replaced, builder_.conjunction(rival.decides, builder_.truth(1)));
        clashes = builder_.disjunction(clashes, rival.decides);
    }
    // A rule of which nobody knows whether it applies demands nothing for certain.
    const Register demands = builder_.conjunction(proof.applies, builder_.negation(proof.excepted));
    clashes = builder_.conjunction(clashes, demands);
    const auto stand_back = [&](Register own) {
        return builder_.emit({.operation = Operation::StandBack,
                              .left = own,
                              .right = builder_.lift(replaced, scope.frame),
                              .third = builder_.lift(clashes, scope.frame)},
                             Shape::Value, scope.frame);
    };
    proof.alone = outcome;
    if (proof.blocking.is_valid()) proof.blocking = stand_back(proof.blocking);
    return stand_back(outcome);
}

}  // namespace toets::program
