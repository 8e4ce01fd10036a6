// Exemptions (C64): a ground like a `tenzij`, declared at an article of its own. The rule is judged all the same, once
// with them and once as if there were none.
#include <algorithm>

#include "program/compiler.h"

namespace toets::program {

std::vector<ExceptionProof> Compiler::grounds(const model::RuleVersion& version, const Scope& scope) {
    std::vector<ExceptionProof> proofs = exceptions(version.exceptions, scope);
    if (ignores_exemptions_) return proofs;
    for (const model::ExemptedBy& by : version.exempted_by) proofs.push_back(exemption(by, scope));
    for (const model::RelievedBy& by : version.relieved_by) proofs.push_back(relief(by, scope));
    return proofs;
}

// In force on its own date, about this thing, where its `alleen als` holds and nothing takes it away in turn.
ExceptionProof Compiler::exemption(const model::ExemptedBy& by, const Scope& scope) {
    const model::RuleVersion& version = model_.exemptions[by.exemption].version;
    const auto is_same = [&](const model::Exemption& other) {
        return other.name == model_.exemptions[by.exemption].name;
    };
    const auto versions = std::count_if(model_.exemptions.begin(), model_.exemptions.end(), is_same);
    Scope own = scope;
    own.date = reference_date(scope.frame);
    own.things.emplace_back(version.subject, expression(by.subject, scope).low);
    ExceptionProof proof{.where = version.where, .exemption = by.exemption};
    Register truth = in_force(versions == 1 ? OneOf::Only : OneOf::Several, version, proof.version_date, own);
    proof.in_force = builder_.lift(truth, scope.frame);
    truth = builder_.conjunction(truth, is_about(version, proof, own));
    const Proved proved = condition(version.only_if, own);
    proof.condition = proved.proof;
    truth = builder_.conjunction(truth, proved.truth);
    proof.exceptions = grounds(version, own);
    truth = builder_.conjunction(truth, builder_.negation(any_of(proof.exceptions)));
    proof.holds = builder_.lift(truth, scope.frame);
    return proof;
}

Register Compiler::without_exemptions(const model::Rule& rule, const model::RuleVersion& version, const Scope& scope) {
    builder_.set_trying(true);
    ignores_exemptions_ = true;
    const Register outcome = tried(rule, version, scope);
    ignores_exemptions_ = false;
    builder_.set_trying(false);
    return outcome;
}

}  // namespace toets::program
