// When periods must cover a stretch of days (C44), a part that lies ahead can still be arranged and a gap behind us
// can not. To tell them apart the requirement is made twice more (docs/decisions/0021): up to now, and with everything
// but its periods left open.
#include <set>

#include "model/walk.h"
#include "program/compiler.h"

namespace toets::program {

bool Compiler::asks_for_cover(model::ConditionId id) const {
    model::Walk walk(model_);
    walk.condition(id);
    return std::any_of(walk.conditions().begin(), walk.conditions().end(), [&](model::ConditionId each) {
        return std::holds_alternative<model::RunsFromTo>(model_.conditions[each].kind);
    });
}

// Too late: a gap behind us alone makes it fail, or the act is past and not only days that are still to come are bare.
Register Compiler::past_mending(const model::RuleVersion& version, RuleVersionProof& proof, Register past,
                                const Scope& scope) {
    if (is_given_up() || !asks_for_cover(version.requirement)) return past;
    const Register up_to_now = requirement_in(View::UpToNow, version.requirement, scope);
    const Register of_periods = requirement_in(View::PeriodsOnly, version.requirement, scope);
    proof.is_beyond_mending = builder_.lift(builder_.negation(of_periods), scope.frame);
    const Register failed_by_now = builder_.conjunction(past, builder_.negation(up_to_now));
    return builder_.disjunction(failed_by_now, proof.is_beyond_mending);
}

// No proofs: what an answer says of the requirement is said of the requirement itself.
Register Compiler::requirement_in(View view, model::ConditionId id, const Scope& scope) {
    const Apart apart(*this);
    return viewed(view, id, scope);
}

// Every other sentence stays as it is, or is left open.
Register Compiler::viewed(View view, model::ConditionId id, const Scope& scope) {
    if (is_given_up() || !id.is_valid()) return builder_.truth(1);
    const model::Condition& condition = model_.conditions[id];
    if (const auto* runs = std::get_if<model::RunsFromTo>(&condition.kind)) return cover_viewed(view, *runs, scope);
    if (const auto* legs = std::get_if<model::Legs>(&condition.kind)) return legs_viewed(view, *legs, scope);
    if (const auto* each = std::get_if<model::ForEach>(&condition.kind)) return each_viewed(view, *each, scope);
    const auto* has = std::get_if<model::HasCount>(&condition.kind);
    if (has != nullptr && !has->distinct_by.is_valid()) return count_viewed(view, *has, scope);
    if (const auto* holds = std::get_if<model::PropertyHolds>(&condition.kind)) {
        const Register self = expression(holds->self, scope).low;
        const Register truth = definition_viewed(view, holds->definition, self, scope);
        return holds->negated ? builder_.negation(truth) : truth;
    }
    return view == View::PeriodsOnly ? builder_.truth(1) : this->condition(id, scope).truth;
}

// Nothing that could still move decides this date: every date it is counted from has come.
Register Compiler::stands_firm(const Operand& date, Register now, const Scope& scope) {
    std::vector<Register> reached{date.low, date.high};
    std::set<Register> dates;
    for (std::size_t next = 0; next < reached.size(); ++next) {
        const Instruction& made = program_.instructions[reached[next].index()];
        if (made.operation == Operation::ReferenceDate || made.items.is_valid()) return builder_.truth(1);
        if (made.operation == Operation::LookUpParameter) continue;
        const bool is_date =
            made.operation == Operation::LoadField &&
            model_.fields[model::FieldId{static_cast<std::uint32_t>(made.constant)}].type.base == model::Base::Date;
        if (is_date) dates.insert(made.result);
        for (const Register operand : operands_of(program_, made)) {
            if (std::find(reached.begin(), reached.end(), operand) == reached.end()) reached.push_back(operand);
        }
    }
    Register firm = builder_.truth(2);
    for (const Register each : dates) {
        firm = builder_.conjunction(firm, builder_.compare(each, Comparison::AtMost, now));
    }
    return builder_.lift(firm, scope.frame);
}

// What may still be covered may also remain bare, so of the periods only "never" is certain; and not even that when
// the stretch can still begin later, or has no beginning or end to speak of.
Register Compiler::cover_viewed(View view, const model::RunsFromTo& runs, const Scope& scope) {
    const Periods periods = this->periods(runs.periods, scope);
    const Operand from = expression(runs.first, scope);
    const Operand until = expression(runs.last, scope);
    const Operand tolerated = runs.tolerated.is_valid() ? settled(expression(runs.tolerated, scope)) : constant(0, 0);
    const Register now = reference_date(scope.frame);
    const Register up_to_now =
        over_periods({.operation = Operation::Covers}, periods, from, until, {tolerated.low, now}, scope);
    if (view == View::UpToNow) return up_to_now;
    const Register has_ends = builder_.conjunction(builder_.unary(Operation::Present, Shape::Truth, from.low),
                                                   builder_.unary(Operation::Present, Shape::Truth, until.low));
    const Register is_firm = builder_.conjunction(has_ends, stands_firm(from, now, scope));
    return builder_.conjunction(builder_.disjunction(up_to_now, builder_.negation(is_firm)), builder_.truth(1));
}

Register Compiler::legs_viewed(View view, const model::Legs& legs, const Scope& scope) {
    std::vector<Register> truths;
    for (const model::Leg& leg : legs.legs) {
        Register truth = viewed(view, leg.condition, scope);
        const bool is_left_open = view == View::PeriodsOnly && !leg.exceptions.empty();
        const Register excepted = is_left_open ? builder_.truth(1) : any_of(exceptions(leg.exceptions, scope));
        truths.push_back(builder_.lift(builder_.disjunction(truth, excepted), scope.frame));
    }
    return counted_truths(truths, legs.quantifier, legs.count);
}

// What is in the list now stays in it.
Register Compiler::each_viewed(View view, const model::ForEach& each, const Scope& scope) {
    const Entered entered = enter(list(each.things, scope), each.item, each.filter, scope);
    const Register body = viewed(view, each.body, entered.scope);
    const Register holds = builder_.disjunction(builder_.negation(entered.items.filter), body);
    const Register all = builder_.emit({.operation = Operation::AllItems,
                                        .left = builder_.lift(holds, entered.items.frame),
                                        .items = entered.items.frame},
                                       Shape::Truth, scope.frame);
    return builder_.binary_truth(Operation::CapWhenOpen, all, entered.complete);
}

Register Compiler::count_viewed(View view, const model::HasCount& has, const Scope& scope) {
    if (view == View::PeriodsOnly) return builder_.truth(1);  // another thing may still come
    Entered entered = enter(list(has.things, scope), has.item, {}, scope);
    if (has.filter.is_valid()) {
        const Register passes = viewed(view, has.filter, entered.scope);
        entered.items.filter = builder_.conjunction(entered.items.filter, passes);
    }
    const Operand count = has.count.is_valid() ? expression(has.count, scope) : constant(has.none ? 0 : 1, 0);
    return quantified(has.quantifier, item_count(entered, scope), count);
}

Register Compiler::definition_viewed(View view, model::DefinitionId id, Register self, const Scope& scope) {
    const model::Definition& definition = model_.definitions[id];
    const Key key = key_of(id.value, self, scope);
    if (const auto found = viewed_.find(key); found != viewed_.end()) return found->second;
    const Scope inside = definition_scope(self, definition.self, scope);
    std::vector<std::pair<Register, Register>> choices;
    for (const model::DefinitionVersion& version : definition.versions) {
        choices.emplace_back(within(version.validity, scope.date), viewed(view, version.condition, inside));
    }
    const bool is_always = choices.size() == 1 && builder_.known_truth(choices.front().first) == 2;
    const Register truth = is_always ? choices.front().second : select(choices, Operation::SelectTruth, 0);
    viewed_.emplace(key, truth);
    return truth;
}

}  // namespace toets::program
