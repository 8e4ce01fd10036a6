// Definitions (C20-C22) and decision tables (C23), worked out where they are used. The same definition of the same
// thing at the same date is made once, so a program grows with the agreement and not with its use of definitions.
#include <array>

#include "program/compiler.h"

namespace toets::program {

namespace {

constexpr int deepest = 200;  // definitions within definitions

bool is_unlimited(const model::Validity& validity) {
    return !validity.first && !validity.last && !validity.is_never && !validity.is_doubtful && !validity.sure_last;
}

}  // namespace

class Compiler::Depth {
public:
    explicit Depth(int& depth) : depth_(depth) { ++depth_; }
    ~Depth() { --depth_; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    int& depth_;
};

bool Compiler::is_too_deep(Span where) {
    if (depth_ < deepest) return false;
    if (!is_given_up_) diagnostics_.report(Code::DefinitionsTooDeep, where, {word("limit", std::to_string(deepest))});
    is_given_up_ = true;
    return true;
}

// A definition sees its own thing only.
Scope Compiler::definition_scope(Register self, model::VariableId variable, const Scope& scope) const {
    const FrameId own = builder_.frame_of(self);
    Scope inside{own.is_valid() ? own : scope.frame,
                 {{variable, self}},
                 scope.date,
                 scope.last_event,
                 scope.today,
                 scope.judged_on,
                 scope.party_day};
    for (const Register day : {scope.today, scope.judged_on}) {
        if (day.is_valid()) inside.frame = builder_.deeper(inside.frame, builder_.frame_of(day));
    }
    return inside;
}

Compiler::Key Compiler::key_of(std::uint64_t name, Register self, const Scope& scope) const {
    const FrameId frame = definition_scope(self, {}, scope).frame;
    return {name, self, scope.date, scope.last_event, scope.today, scope.judged_on, scope.party_day, frame, generation_};
}

Operand Compiler::derived(const model::DerivedValue& use, const Scope& scope) {
    const model::Definition& definition = model_.definitions[use.definition];
    const Operand self = expression(use.self, scope);
    const Key key = key_of(use.definition.value, self.low, scope);
    auto found = values_.find(key);
    if (found == values_.end()) {
        if (is_too_deep(definition.name.where)) return unknown_value();
        const Depth depth(depth_);
        Operand value = definition.is_property
                            ? property_value(use.definition, self.low, scope)
                            : definition_value(definition, definition_scope(self.low, definition.self, scope));
        found = values_.emplace(key, std::move(value)).first;
    }
    Operand result = found->second;
    result.facts = self.facts;
    add_facts(result.facts, found->second.facts);
    return result;
}

// A property (C21) where a value is needed, as in a column of a table: yes or no.
Operand Compiler::property_value(model::DefinitionId id, Register self, const Scope& scope) {
    const Proved proved = property(id, self, scope);
    const std::array<std::pair<Register, Register>, 2> answers{
        {{proved.truth, builder_.constant(1)}, {builder_.negation(proved.truth), builder_.constant(0)}}};
    const Register value = select(answers, Operation::Select, 0);
    return {.low = value, .high = value, .is_never_negative = true, .rows = {proved.proof}};
}

Operand Compiler::definition_value(const model::Definition& definition, const Scope& scope) {
    const auto& versions = definition.versions;
    if (versions.size() == 1 && is_unlimited(versions.front().validity)) {
        return expression(versions.front().value, scope);
    }
    std::vector<std::pair<Register, Register>> lows;
    std::vector<std::pair<Register, Register>> highs;
    Operand result{.scale = model::scale(definition.type.base), .is_never_negative = true};
    for (const model::DefinitionVersion& version : versions) {
        Operand value = without_divisor(expression(version.value, scope), version.value);
        result.scale = std::max(result.scale, value.scale);
    }
    for (const model::DefinitionVersion& version : versions) {
        const Operand value = scaled(expression(version.value, scope), result.scale);
        const Register in_force = within(version.validity, scope.date);
        lows.emplace_back(in_force, value.low);
        highs.emplace_back(in_force, value.high);
        result.is_never_negative = result.is_never_negative && value.is_never_negative;
        add_facts(result.facts, value.facts);
    }
    result.low = select(lows, Operation::Select, 0);
    result.high = select(highs, Operation::Select, 0);
    return result;
}

Compiler::Proved Compiler::property(model::DefinitionId id, Register self, const Scope& scope) {
    const model::Definition& definition = model_.definitions[id];
    const Key key = key_of(id.value, self, scope);
    const auto found = truths_.find(key);
    if (found != truths_.end()) return found->second;
    if (is_given_up_ || is_too_deep(definition.name.where)) return {{}, builder_.truth(1)};
    const Depth depth(depth_);
    const Proved proved = definition_condition(definition, definition_scope(self, definition.self, scope));
    truths_.emplace(key, proved);
    return proved;
}

Compiler::Proved Compiler::definition_condition(const model::Definition& definition, const Scope& scope) {
    const auto& versions = definition.versions;
    if (versions.size() == 1 && is_unlimited(versions.front().validity)) {
        return condition(versions.front().condition, scope);
    }
    std::vector<std::pair<Register, Register>> choices;
    ProofId last;
    for (const model::DefinitionVersion& version : versions) {
        const Proved proved = condition(version.condition, scope);
        choices.emplace_back(within(version.validity, scope.date), proved.truth);
        last = proved.proof;
    }
    return {last, select(choices, Operation::SelectTruth, 0)};
}

Compiler::Proved Compiler::sub_kind(model::SubKindId id, Register thing, const Scope& scope) {
    const model::SubKind& sub_kind = model_.sub_kinds[id];
    const Key key = key_of((std::uint64_t{2} << 32U) | id.value, thing, scope);
    const auto found = truths_.find(key);
    if (found != truths_.end()) return found->second;
    if (is_given_up_ || is_too_deep(sub_kind.where)) return {{}, builder_.truth(1)};
    const Depth depth(depth_);
    const Proved proved = condition(sub_kind.filter, definition_scope(thing, sub_kind.self, scope));
    truths_.emplace(key, proved);
    return proved;
}

Register Compiler::within(const model::Validity& validity, Register date) {
    Register result = builder_.truth(validity.is_never ? 0 : validity.is_doubtful ? 1 : 2);
    if (validity.first) {
        const Register first = builder_.constant(validity.first->days);
        result = builder_.conjunction(result, builder_.compare(date, Comparison::AtLeast, first));
    }
    if (validity.last) {
        const Register last = builder_.constant(validity.last->days);
        result = builder_.conjunction(result, builder_.compare(date, Comparison::AtMost, last));
    }
    if (validity.sure_last) {
        const Register is_sure = builder_.compare(date, Comparison::AtMost, last_sure_day(validity, date));
        result = builder_.conjunction(result, builder_.disjunction(is_sure, builder_.truth(1)));
    }
    return result;
}

// C84: the later the reference date, the more renewals are certain.
Register Compiler::last_sure_day(const model::Validity& validity, Register date) {
    const FrameId frame = builder_.frame_of(date);
    if (validity.renewals.empty() || !frame.is_valid()) return builder_.constant(validity.sure_last->days);
    std::vector<std::int64_t> table{no_date, civil::lowest_day, validity.sure_last->days};
    for (const model::Renewal& renewal : validity.renewals) {
        table.push_back(renewal.settled.days);
        table.push_back(renewal.last.days);
    }
    const Register today = reference_date(frame);
    return builder_.emit_table({.operation = Operation::LookUpParameter, .left = today}, Shape::Value,
                               builder_.frame_of(today), std::move(table));
}

Register Compiler::select(std::span<const std::pair<Register, Register>> choices, Operation operation,
                          std::uint8_t none) {
    FrameId frame;
    for (const auto& [truth, value] : choices) {
        frame = builder_.deeper(frame, builder_.deeper(builder_.frame_of(truth), builder_.frame_of(value)));
    }
    std::vector<std::int64_t> table;
    for (const auto& [truth, value] : choices) {
        table.push_back(builder_.lift(truth, frame).value);
        table.push_back(builder_.lift(value, frame).value);
    }
    const Shape shape = operation == Operation::SelectTruth ? Shape::Truth : Shape::Value;
    return builder_.emit_table({.operation = operation, .detail = none}, shape, frame, std::move(table));
}

Operand Compiler::table_value(const model::TableValue& use, model::ExpressionId where, const Scope& scope) {
    const model::DecisionTable& table = model_.tables[use.table];
    const Operand self = expression(use.self, scope);
    const std::uint64_t name = (std::uint64_t{1} << 32U) | use.table.value | (std::uint64_t{use.result} << 34U);
    const Key key = key_of(name, self.low, scope);
    auto found = values_.find(key);
    if (found == values_.end()) {
        if (is_too_deep(table.where)) return unknown_value();
        const Depth depth(depth_);
        Operand value = table_result(table, use.result, where, definition_scope(self.low, table.self, scope));
        found = values_.emplace(key, std::move(value)).first;
    }
    Operand result = found->second;
    result.facts = self.facts;
    add_facts(result.facts, found->second.facts);
    return result;
}

Operand Compiler::table_result(const model::DecisionTable& table, std::size_t result, model::ExpressionId where,
                               const Scope& scope) {
    Operand answer{.scale = model::scale(table.result_types[result].base), .is_never_negative = true};
    const std::vector<Register> hit = hits(table, scope, answer.rows);
    for (const ProofId cell : answer.rows) {
        if (!cell.is_valid()) continue;
        for (const ProofOperand& operand : program_.proofs[cell].operands) add_facts(answer.facts, operand.facts);
    }
    std::vector<Operand> values;
    for (const model::TableRow& row : table.rows) {
        const model::ExpressionId id = row.results[result];
        values.push_back(settled(without_divisor(expression(id, scope), id)));
        answer.scale = std::max(answer.scale, values.back().scale);
        answer.is_never_negative = answer.is_never_negative && values.back().is_never_negative;
        add_facts(answer.facts, values.back().facts);
    }
    FrameId frame = scope.frame;
    std::vector<std::int64_t> operands;
    for (std::size_t row = 0; row < hit.size(); ++row) {
        operands.push_back(builder_.lift(hit[row], frame).value);
        operands.push_back(builder_.lift(scaled(values[row], answer.scale).low, frame).value);
    }
    Instruction look_up{
        .operation = Operation::LookUpTable, .detail = static_cast<std::uint8_t>(table.hit_rule), .where = where};
    if (settles_conflicts_ && table.hit_rule == model::HitRule::ExactlyOne) {
        look_up.operation = Operation::LookUpConflicting;
        look_up.detail = *settles_conflicts_;
    }
    answer.low = builder_.emit_table(look_up, Shape::Value, frame, std::move(operands));
    answer.high = answer.low;
    for (std::size_t row = 0; row < hit.size(); ++row) {
        const bool is_unverified = table.rows[row].unverified || table.source.unverified;
        if (is_unverified) note_unverified(answer.low, hit[row], table.rows[row].where);
    }
    return answer;
}

void Compiler::note_unverified(Register value, Register used, Span where) {
    const auto is_same = [&](const UnverifiedUse& other) { return other.value == value && other.used == used; };
    if (is_assuming_ || std::any_of(unverified_.begin(), unverified_.end(), is_same)) return;
    unverified_.push_back({value, used, where});
}

// Whether each row fits. A row with a later date replaces the earlier ones that fit as well, from that date on.
std::vector<Register> Compiler::hits(const model::DecisionTable& table, const Scope& scope,
                                     std::vector<ProofId>& proofs) {
    std::vector<Register> fits;
    for (const model::TableRow& row : table.rows) {
        Register fit = within({row.from, {}}, scope.date);
        fit = builder_.conjunction(fit, within(table.validity, scope.date));
        for (const model::ConditionId cell : row.cells) {
            const Proved proved = condition(cell, scope);
            proofs.push_back(proved.proof);
            fit = builder_.conjunction(fit, proved.truth);
        }
        fits.push_back(fit);
    }
    std::vector<Register> result = fits;
    for (std::size_t row = 0; row < fits.size(); ++row) {
        for (std::size_t other = 0; other < fits.size(); ++other) {
            const bool is_later =
                table.rows[other].from && (!table.rows[row].from || *table.rows[row].from < *table.rows[other].from);
            if (is_later) result[row] = builder_.conjunction(result[row], builder_.negation(fits[other]));
        }
    }
    return result;
}

}  // namespace toets::program
