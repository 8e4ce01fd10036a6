// Strijdig (charter section 4): an agreement that promises one row of a table and has two that fit and differ demands
// things that cannot both be. The version is made twice more, once for the first of such rows and once for the last:
// where nothing else is unknown both have an outcome, and only the contradiction keeps the rule from having one.
#include <algorithm>

#include "model/overlap.h"
#include "model/walk.h"
#include "program/compiler.h"

namespace toets::program {

// Rows that exclude each other by what is written in them need no second look.
bool Compiler::rests_on_exact_table(const model::RuleVersion& version) const {
    model::Walk walk(model_);
    walk.rule_version(version);
    walk.exempted_by(version);
    return std::any_of(walk.tables.begin(), walk.tables.end(), [this](model::TableId id) {
        const model::DecisionTable& table = model_.tables[id];
        return table.hit_rule == model::HitRule::ExactlyOne && model::may_fit_together(model_, table);
    });
}

// The outcome of the version once more, without proofs and with definitions of its own.
Register Compiler::tried(const model::Rule& rule, const model::RuleVersion& version, const Scope& scope) {
    const Apart apart(*this);
    RuleVersionProof ignored;
    Scope again = scope;
    ignored.in_force = builder_.lift(in_force(rule, version, ignored, again), scope.frame);
    return judged(rule, version, ignored, again);
}

Register Compiler::conflict_admitted(const model::Rule& rule, const model::RuleVersion& version, Register outcome,
                                     const Scope& scope) {
    builder_.set_trying(true);
    settles_conflicts_ = 0;
    const Register first = tried(rule, version, scope);
    settles_conflicts_ = 1;
    const Register last = tried(rule, version, scope);
    settles_conflicts_.reset();
    builder_.set_trying(false);
    return builder_.emit({.operation = Operation::AdmitConflict, .left = outcome, .right = first, .third = last},
                         Shape::Value, scope.frame);
}

}  // namespace toets::program
