// Powers (C62): an event to which one is declared counts only as a use of it, wherever it is asked for.
#include <array>

#include "model/shields.h"
#include "program/compiler.h"

namespace toets::program {

// Nothing is asked of an event to which no power is declared.
Compiler::Proved Compiler::counts_at_all(model::KindId id, Register event, const Scope& scope) {
    const model::Kind& kind = model_.kinds[id];
    if (!kind.counts_when.is_valid()) return {{}, builder_.truth(2)};
    Scope today = scope;
    today.today = {};
    today.judged_on = {};
    Scope own = definition_scope(event, kind.decided, today);
    own.date = reference_date(own.frame);
    own.last_event = {};
    const Key key = key_of((std::uint64_t{3} << 32U) | id.value, event, own);
    const auto found = truths_.find(key);
    if (found != truths_.end()) return found->second;
    if (is_given_up()) return {{}, builder_.truth(1)};
    const Proved proved = condition(kind.counts_when, own);
    truths_.emplace(key, proved);
    return proved;
}

// A power may be about some of the events only (a kind with a filter); the others count as they are.
Register Compiler::empowered(const model::Empowered& condition, Proof& proof, const Scope& scope) {
    const Register event = scope.thing(condition.event);
    Register is_meant = builder_.truth(0);
    Register is_used = builder_.truth(0);
    for (const model::Empowered::Power& power : condition.powers) {
        const model::TimedAct& act = *model_.rules[power.rule].versions[power.version].power;
        const model::SubKindId only = model_.expressions[act.asked.events].type.only;
        const Proved is_one = only.is_valid() ? sub_kind(only, event, scope) : Proved{{}, builder_.truth(2)};
        if (is_one.proof.is_valid()) proof.legs.push_back({is_one.proof, builder_.lift(is_one.truth, scope.frame), {}});
        is_meant = builder_.disjunction(is_meant, is_one.truth);
        is_used = builder_.disjunction(is_used, builder_.conjunction(is_one.truth, is_use(power, event, proof, scope)));
    }
    return builder_.disjunction(builder_.negation(is_meant), is_used);
}

Register Compiler::is_use(const model::Empowered::Power& power, Register event, Proof& proof, const Scope& scope) {
    const model::Rule& rule = model_.rules[power.rule];
    const model::RuleVersion& version = rule.versions[power.version];
    const model::TimedAct& act = *version.power;
    const Operand subject = expression(power.subject, scope);
    Scope at = scope;
    at.things.emplace_back(version.subject, subject.low);
    const model::KindId kind = model_.expressions[act.asked.events].type.kind;
    Operand date = field_of(event, model_.kinds[kind].date, {}, at);
    if (model::have_shield(model_, version)) at.judged_on = builder_.lift(date.low, at.frame);
    Register truth = has_power(rule, version, proof, at);

    const DeedTruths deeds = this->deeds({act.who, act.asked.towards, act.asked.together_with, kind}, event, at);
    Register by = builder_.truth(0);
    for (const std::vector<Register>& group : deeds.groups) {
        for (const Register deed : group) by = builder_.disjunction(by, deed);
    }
    TimedActProof window;
    const Register in_time = in_any_window(act, window, date, at);
    add_facts(date.facts, deeds.facts);
    show(proof, {}, date, at);
    if (!window.triggers) {
        for (const auto& bound : {window.earliest, window.latest}) {
            if (bound) proof.operands.push_back(*bound);
        }
    }
    truth = builder_.conjunction(truth, builder_.conjunction(by, in_time));
    return version.not_yet.empty() ? truth : builder_.conjunction(truth, builder_.truth(1));
}

// The power exists for this thing: in force, about it, and neither `alleen als` nor `tenzij` takes it away.
Register Compiler::has_power(const model::Rule& rule, const model::RuleVersion& version, Proof& proof, Scope& scope) {
    RuleVersionProof found;
    Register truth = in_force(rule, version, found, scope);
    std::vector<Proved> asked;
    const model::SubKindId only = model_.variables[version.subject].only;
    if (only.is_valid()) asked.push_back(sub_kind(only, scope.thing(version.subject), scope));
    if (version.in_place.is_valid()) asked.push_back(condition(version.in_place, scope));
    if (version.only_if.is_valid()) asked.push_back(condition(version.only_if, scope));
    truth = builder_.conjunction(truth, builder_.negation(is_replaced(version, scope)));
    for (const Proved& each : asked) {
        truth = builder_.conjunction(truth, each.truth);
        if (each.proof.is_valid()) proof.legs.push_back({each.proof, builder_.lift(each.truth, scope.frame), {}});
    }
    const std::vector<ExceptionProof> unless = grounds(version, scope);
    for (const ExceptionProof& each : unless) {
        if (each.condition.is_valid()) proof.legs.push_back({each.condition, each.holds, each.exceptions});
    }
    return builder_.conjunction(truth, builder_.negation(any_of(unless)));
}

// A power is never breached: it was used, or it was not.
Register Compiler::judged_power(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                                const Scope& scope) {
    const Register no = builder_.truth(0);
    const Register yes = builder_.truth(2);
    if (!version.power) {
        return judge(Operation::JudgeObligation, std::array{applies, builder_.truth(1), no, no}, scope.frame);
    }
    const Acts acts = recorded_acts(*version.power, scope);
    TimedActProof found = timed_act(*version.power, acts);
    const Entered& entered = acts.entered;
    const Proved counts_anyhow = counts_at_all(acts.events.kind, entered.items.thing, entered.scope);
    found.valid = builder_.lift(counts_anyhow.truth, entered.items.frame);
    if (!version.power->triggers.is_valid()) {
        TimedActProof own;
        in_window(*version.power, own, now(scope), scope);
        found.own_earliest = std::move(own.earliest);
        found.own_latest = std::move(own.latest);
    }
    Register counts = builder_.conjunction(found.meant, compared(acts.date, Comparison::AtMost, now(scope)));
    const std::optional<Register> excepted = excepted_acts(version, acts, found, scope);
    if (excepted) counts = builder_.conjunction(counts, builder_.negation(*excepted));
    const Register used = any_event(entered, counts, scope);
    proof.power = std::move(found);
    proof.required = builder_.lift(used, scope.frame);
    counts = builder_.conjunction(applies, used);
    if (!excepted) counts = builder_.conjunction(counts, builder_.negation(proof.excepted));
    if (!version.not_yet.empty()) counts = builder_.conjunction(applies, builder_.truth(1));
    return judge(Operation::JudgeObligation, std::array{counts, yes, no, no}, scope.frame);
}

}  // namespace toets::program
