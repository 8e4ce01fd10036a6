// Exceptions that hold from day to day (C83): the condition is looked at on each day (compile_days.cpp), and the shield
// on the one that is judged.
#include "model/shields.h"
#include "program/compiler.h"

namespace toets::program {

FrameId Compiler::frame_of_things(const Scope& scope) const {
    FrameId frame;
    for (const auto& [variable, thing] : scope.things) frame = builder_.deeper(frame, builder_.frame_of(thing));
    return frame.is_valid() ? frame : table_frame_of(scope.frame);
}

// The days are those of the things the condition is about, however many acts are judged by them.
Register Compiler::shield(const model::Shield& shield, Proof& proof, const Scope& scope) {
    Scope home = scope;
    home.frame = frame_of_things(scope);
    home.judged_on = {};
    const EachDay each = each_day(shield.condition, home);
    Register judged = scope.judged_on.is_valid() ? scope.judged_on : scope.last_event;
    if (!judged.is_valid()) judged = now(scope).low;
    judged = builder_.lift(judged, scope.frame);
    const auto day = [&](ShieldDayIs which) {
        return builder_.emit({.operation = Operation::ShieldDay,
                              .detail = static_cast<std::uint8_t>(which),
                              .left = each.truth,
                              .right = judged,
                              .third = each.day,
                              .items = each.frame},
                             Shape::Value, scope.frame);
    };
    home.frame = scope.frame;
    const Register deciding = day(ShieldDayIs::Deciding);
    const Proved shown = condition(shield.condition, on_day(deciding, scope.frame, home));
    proof.legs.push_back({shown.proof, builder_.lift(shown.truth, scope.frame), {}});
    proof.shield = ShieldProof{judged, day(ShieldDayIs::Begun), day(ShieldDayIs::Ended), deciding};
    return builder_.emit({.operation = Operation::ShieldStands,
                          .left = each.truth,
                          .right = judged,
                          .third = each.day,
                          .items = each.frame},
                         Shape::Truth, scope.frame);
}

void Compiler::except(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope) {
    proof.exceptions = grounds(version, scope);
    proof.excepted = any_of(proof.exceptions);
}

// Of each act whether an exception excuses it, when that depends on its day; in the frame of the acts.
std::optional<Register> Compiler::excepted_acts(const model::RuleVersion& version, const Acts& acts,
                                                TimedActProof& proof, const Scope& scope) {
    if (!model::have_shield(model_, version)) return std::nullopt;
    Scope of_act = scope;
    of_act.frame = acts.entered.items.frame;
    of_act.judged_on = builder_.lift(acts.date.low, of_act.frame);
    proof.exceptions = grounds(version, of_act);
    proof.excepted = builder_.lift(any_of(proof.exceptions), of_act.frame);
    return proof.excepted;
}

}  // namespace toets::program
