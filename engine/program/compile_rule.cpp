// Rules: which version is in force, whether it applies, what it requires and what excuses from it.
#include <array>

#include "base/ensure.h"
#include "program/compiler.h"

namespace toets::program {

Register Scope::thing(model::VariableId variable) const {
    for (auto found = things.rbegin(); found != things.rend(); ++found) {
        if (found->first == variable) return found->second;
    }
    ensure(false);
    return {};
}

Scope Scope::with(model::VariableId variable, Register thing, FrameId inner) const {
    Scope scope = *this;
    scope.frame = inner;
    scope.things.emplace_back(variable, thing);
    return scope;
}

Compiler::Compiler(const model::Model& model, Program& program, Diagnostics& diagnostics)
    : model_(model), program_(program), diagnostics_(diagnostics), builder_(program) {}

FrameId Compiler::table_frame_of(FrameId frame) const {
    while (program_.frames[frame].outer.is_valid()) frame = program_.frames[frame].outer;
    return frame;
}

Register Compiler::reference_date(FrameId frame) {
    return builder_.emit({.operation = Operation::ReferenceDate}, Shape::Value, table_frame_of(frame));
}

RuleProgram Compiler::rule(model::RuleId id) {
    const model::Rule& rule = model_.rules[id];
    RuleProgram result{.rule = id};
    ensure(!rule.versions.empty());
    result.frame = builder_.table_frame(model_.variables[rule.versions.front().subject].kind);
    std::vector<std::pair<Register, Register>> outcomes;
    Register any_in_force;
    std::vector<std::pair<Register, Register>> blocking;
    for (const model::RuleVersion& version : rule.versions) {
        Versioned versioned = this->version(rule, version, result.frame);
        outcomes.emplace_back(versioned.in_force, versioned.outcome);
        if (versioned.proof.blocking.is_valid()) blocking.emplace_back(versioned.in_force, versioned.proof.blocking);
        any_in_force =
            any_in_force.is_valid() ? builder_.disjunction(any_in_force, versioned.in_force) : versioned.in_force;
        result.versions.push_back(std::move(versioned.proof));
    }
    if (builder_.known_truth(any_in_force) != 2) result.in_force = builder_.lift(any_in_force, result.frame);
    result.outcome = outcomes.front().second;
    if (!blocking.empty()) result.blocking = blocking.front().second;
    if (rule.versions.size() == 1) return result;
    std::vector<std::pair<Register, Register>> numbers;
    numbers.reserve(outcomes.size());
    for (const auto& [in_force, outcome] : outcomes) {
        numbers.emplace_back(in_force, builder_.constant(static_cast<std::int64_t>(numbers.size())));
    }
    const auto in_frame = [&](std::vector<std::pair<Register, Register>>& choices) {
        for (auto& [truth, value] : choices) truth = builder_.lift(truth, result.frame);
        const auto none = static_cast<std::uint8_t>(1);
        return select(choices, Operation::Select, none);
    };
    result.outcome = builder_.unary(Operation::FinishOutcome, Shape::Value, in_frame(outcomes));
    if (!blocking.empty()) result.blocking = builder_.unary(Operation::FinishOutcome, Shape::Value, in_frame(blocking));
    result.version = in_frame(numbers);
    return result;
}

// With several versions the outcome is that of each as if it were in force; which one is, is decided afterwards, so
// that versions that agree need no version date.
Compiler::Versioned Compiler::version(const model::Rule& rule, const model::RuleVersion& version, FrameId frame) {
    const Register self = builder_.self(frame);
    Scope scope{frame, {{version.subject, self}}, reference_date(frame)};
    if (version.around.is_valid())
        scope.things.emplace_back(version.around, expression(version.around_path, scope).low);
    const bool guards_act = rule.kind == model::RuleKind::Precondition || rule.kind == model::RuleKind::TargetNorm;
    if (guards_act) scope.last_event = last_event(version, scope);
    const bool is_over_time = !model_.successions.empty() || has_members_for_a_time();
    const std::optional<Operand> act = is_over_time ? act_date(version, scope) : std::nullopt;
    if (act) scope.party_day = builder_.lift(settled(*act).low, frame);
    Versioned result;
    RuleVersionProof& proof = result.proof;
    result.in_force = builder_.lift(in_force(rule, version, proof, scope), frame);
    proof.in_force = result.in_force;
    result.outcome = decided_by_every_value(rule, version, judged(rule, version, proof, scope), scope);
    if (!is_given_up() && rests_on_exact_table(version))
        result.outcome = conflict_admitted(rule, version, result.outcome, scope);
    result.outcome = beside_others(version, proof, result.outcome, scope);
    proof.outcome = result.outcome;
    if (!is_given_up() && !version.exempted_by.empty()) proof.own_outcome = without_exemptions(rule, version, scope);
    return result;
}

// Leaves in `scope` the date that chooses versions and parameter rows (C10).
Register Compiler::in_force(const model::Rule& rule, const model::RuleVersion& version, RuleVersionProof& proof,
                            Scope& scope) {
    return in_force(rule.versions.size() == 1 ? OneOf::Only : OneOf::Several, version, proof.version_date, scope);
}

Register Compiler::in_force(OneOf versions, const model::RuleVersion& version,
                            std::optional<ProofOperand>& version_date, Scope& scope) {
    Register date = scope.date;
    if (version.version_date.is_valid()) {
        const Operand declared = settled(expression(version.version_date, scope));
        version_date = to_proof(declared, version.version_date, scope);
        const Register otherwise = versions == OneOf::Only ? scope.date : builder_.unknown();
        scope.date = builder_.lift(declared.low, scope.frame);
        date = builder_.binary(Operation::OrElse, Shape::Value, scope.date, otherwise);
    }
    if (!builder_.frame_of(scope.date).is_valid()) scope.date = reference_date(scope.frame);
    return within(version.validity, date);
}

Register Compiler::judged(const model::Rule& rule, const model::RuleVersion& version, RuleVersionProof& proof,
                          const Scope& scope) {
    Register applies = is_about(version, proof, scope);
    if (version.only_if.is_valid()) {
        const Proved proved = condition(version.only_if, scope);
        proof.only_if = proved.proof;
        applies = builder_.conjunction(applies, proved.truth);
    }
    if (version.default_of.is_valid()) {
        proof.unmet = builder_.lift(unmet(version), scope.frame);
        applies = builder_.conjunction(applies, proof.unmet);
    }
    proof.applies = builder_.lift(builder_.conjunction(proof.in_force, applies), scope.frame);
    except(version, proof, scope);
    if (rule.versions.size() == 1) applies = proof.applies;
    if (rule.kind == model::RuleKind::Ban) return judged_ban(version, proof, applies, scope);
    if (rule.kind == model::RuleKind::Procedure) return judged_procedure(version, proof, applies, scope);
    if (rule.kind == model::RuleKind::Power) return judged_power(version, proof, applies, scope);
    const bool is_duty = rule.kind == model::RuleKind::Obligation || rule.kind == model::RuleKind::Effort;
    return is_duty ? judged_duty(version, proof, applies, scope) : judged_precondition(version, proof, applies, scope);
}

// C60: the duty of the same header was not met in time. It was compiled before: its rule comes first.
Register Compiler::unmet(const model::RuleVersion& version) {
    const std::vector<model::RuleVersion>& before = model_.rules[version.default_of].versions;
    const auto same = std::find_if(before.begin(), before.end(), [&version](const model::RuleVersion& other) {
        return other.where == version.where;
    });
    ensure(same != before.end());
    const auto index = static_cast<std::size_t>(same - before.begin());
    const Register outcome = program_.rules[version.default_of.index()].versions[index].outcome;
    const auto is = [&](Outcome which) {
        return builder_.compare(outcome, Comparison::Equal, builder_.constant(static_cast<std::int64_t>(which)));
    };
    const Register is_open = builder_.disjunction(is(Outcome::Unknown), is(Outcome::Conflicting));
    const Register is_unmet = builder_.disjunction(is(Outcome::Violated), is(Outcome::Missing));
    return builder_.disjunction(is_unmet, builder_.conjunction(is_open, builder_.truth(1)));
}

Register Compiler::judge(Operation operation, std::span<const Register> truths, FrameId frame) {
    std::vector<std::int64_t> table;
    for (const Register truth : truths) table.push_back(builder_.lift(truth, frame).value);
    return builder_.emit_table({.operation = operation}, Shape::Value, frame, std::move(table));
}

// A version with a construct that is read but not understood yet cannot be decided, unless it does not apply.
Register Compiler::judged_precondition(const model::RuleVersion& version, RuleVersionProof& proof, Register applies,
                                       const Scope& scope) {
    const Proved requirement = condition(version.requirement, scope);
    proof.requirement = requirement.proof;
    proof.required = requirement.truth;
    Register pending = builder_.truth(0);
    if (version.lapse) {
        proof.required = builder_.disjunction(proof.required, lapse(version, proof, scope));
        pending = proof.lapse->pending;
    }
    Register past = act_is_past(version, proof, scope);
    if (!version.not_yet.empty()) {
        const Register no = builder_.truth(0);
        return judge(Operation::JudgePrecondition, std::array{applies, builder_.truth(1), no, no, no}, scope.frame);
    }
    past = past_mending(version, proof, past, scope);
    const std::array truths{applies, proof.required, proof.excepted, pending, past};
    return judge(Operation::JudgePrecondition, truths, scope.frame);
}

// C54 and pattern F9: the event stayed away until the last day. One that came later does not undo that; one that is
// only planned has not come.
Register Compiler::lapse(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope) {
    const model::Lapse& lapse = *version.lapse;
    Operand event = expression(lapse.event, scope);
    const model::KindId kind = model_.expressions[lapse.event].type.kind;
    const Operand date = field_of(event.low, model_.kinds[kind].date, event.facts, scope);
    event.facts = date.facts;
    const Operand last = expression(lapse.last_day, scope);
    const Operand today = now(scope);
    const Register has_come = compared(date, Comparison::AtMost, today);
    const Register in_time = builder_.conjunction(has_come, compared(date, Comparison::AtMost, last));
    const Register term_is_over = compared(today, Comparison::MoreThan, last);
    LapseProof result{to_proof(event, lapse.event, scope),
                      to_proof(expression(lapse.start, scope), lapse.start, scope),
                      to_proof(last, lapse.last_day, scope),
                      {},
                      {}};
    // An act within the term did not wait for it: the end of the term cannot make that good afterwards.
    const Register not_done_yet = builder_.negation(act_is_past(version, proof, scope));
    Register waited = not_done_yet;
    if (const std::optional<Operand> act = act_date(version, scope)) {
        waited = builder_.disjunction(waited, compared(*act, Comparison::MoreThan, last));
    }
    result.lapsed = builder_.conjunction(builder_.conjunction(builder_.negation(in_time), term_is_over), waited);
    result.pending = builder_.conjunction(builder_.conjunction(builder_.negation(has_come), not_done_yet),
                                          compared(today, Comparison::AtMost, last));
    proof.lapse = result;
    return result.lapsed;
}

// Without a named act: an event is the act itself, a period begins with it, a thing has none.
std::optional<Operand> Compiler::act_date(const model::RuleVersion& version, const Scope& scope) {
    if (version.act.is_valid()) return expression(version.act, scope);
    const model::Kind& kind = model_.kinds[model_.variables[version.subject].kind];
    const model::FieldId own = kind.category == model::KindCategory::Event    ? kind.date
                               : kind.category == model::KindCategory::Period ? kind.first_day
                                                                              : model::FieldId{};
    if (!own.is_valid()) return std::nullopt;
    return field_of(scope.thing(version.subject), own, {}, scope);
}

// Patterns 0.2: a condition is judged by what had happened by the act, or by the day on which it could still be cured;
// and whatever is dated after the reference date is only planned.
Register Compiler::last_event(const model::RuleVersion& version, const Scope& scope) {
    const Register today = now(scope).low;
    std::optional<Operand> last = act_date(version, scope);
    if (last && version.curable_until.is_valid()) last = expression(version.curable_until, scope);
    if (!last) return today;
    const auto earlier = static_cast<std::uint8_t>(Pick::LowestKnown);
    return builder_.binary(Operation::PickOf, Shape::Value, today, settled(*last).low, earlier);
}

// Patterns 0.2: too late once the act is behind us, unless it may still be cured.
Register Compiler::act_is_past(const model::RuleVersion& version, RuleVersionProof& proof, const Scope& scope) {
    const std::optional<Operand> act = act_date(version, scope);
    if (!act) return builder_.truth(0);
    proof.act = to_proof(*act, version.act, scope);
    const Operand today = now(scope);
    Register past = compared(*act, Comparison::LessThan, today);
    if (version.curable_until.is_valid()) {
        const Operand until = expression(version.curable_until, scope);
        proof.curable_until = to_proof(until, version.curable_until, scope);
        past = builder_.conjunction(past, builder_.negation(compared(today, Comparison::AtMost, until)));
    }
    return past;
}

}  // namespace toets::program
