#include "explanation/reading.h"

#include <algorithm>

namespace toets::explanation {

using program::ProofOperand;
using program::Register;
using program::Shape;

Reading::Reading(const Evaluated& evaluated, std::uint32_t case_index)
    : evaluated_(evaluated), case_index_(case_index), words_(evaluated, case_index) {}

std::optional<Date> Reading::reference_date() const {
    const auto& dates = evaluated_.evaluation.reference_dates;
    return case_index_ < dates.size() ? dates[case_index_] : std::nullopt;
}

Truth Reading::truth(Register which, std::uint32_t row) const {
    return which.is_valid() ? trace().truth(which, row) : Truth::True;
}

evaluation::Value Reading::read(Register which, std::uint32_t row) const {
    switch (program().shapes[which.index()]) {
        case Shape::Truth: {
            const Truth truth = trace().truth(which, row);
            if (truth == Truth::Unknown) return {};
            return {cases::State::Known, truth == Truth::True ? 1 : 0};
        }
        case Shape::List: return {trace().list_state(which, row), 0};
        case Shape::Value: break;
    }
    return trace().value(which, row);
}

evaluation::Value Reading::value(Register which, std::uint32_t row) const {
    return which.is_valid() ? read(which, row) : evaluation::Value{};
}

std::optional<Date> Reading::date(const ProofOperand& operand, std::uint32_t row) const {
    return known_date(value(operand.low, row));
}

std::vector<std::uint32_t> Reading::rows_in(At at, program::FrameId target) const {
    if (!target.is_valid()) return {at.row};
    for (At outward = at; outward.frame.is_valid();) {
        if (outward.frame == target) return {outward.row};
        const program::FrameId outer = program().frames[outward.frame].outer;
        if (!outer.is_valid()) break;
        outward = {outer, trace().outer_row(outward.frame, outward.row)};
    }
    const program::FrameId outer = program().frames[target].outer;
    if (!outer.is_valid()) return {};
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t outer_row : rows_in(at, outer)) {
        const evaluation::Trace::Rows items = trace().items(target, outer_row);
        for (std::uint32_t row = items.first; row < items.last; ++row) rows.push_back(row);
    }
    return rows;
}

std::optional<FactRead> Reading::read(const program::FactUse& use, std::uint32_t row) const {
    const std::uint32_t thing = use.thing.is_valid() ? static_cast<std::uint32_t>(trace().value(use.thing, row).value)
                                                     : trace().thing(use.frame, row);
    if (thing < cases::first_row) return {};
    evaluation::Value value = this->value(use.value, row);
    const model::Field& field = model().fields[use.field];
    if (field.type.base == model::Base::Things && value.state == cases::State::Known) {
        value.value = caseload().lists[use.field.index()].count[thing];
    }
    return FactRead{use.field, thing, value};
}

std::vector<FactRead> Reading::facts(const ProofOperand& operand, At at) const {
    std::vector<FactRead> facts;
    for (const program::FactUse& use : operand.facts) {
        for (const std::uint32_t row : rows_in(at, use.frame)) {
            if (const std::optional<FactRead> fact = read(use, row)) facts.push_back(*fact);
        }
    }
    return facts;
}

const ProofOperand* Reading::operand(const program::Proof& proof, model::ExpressionId which) const {
    const auto found = std::find_if(proof.operands.begin(), proof.operands.end(),
                                    [which](const ProofOperand& each) { return each.expression == which; });
    return found == proof.operands.end() ? nullptr : &*found;
}

namespace {

// A division is kept as two numbers and compared exactly; it has no value of its own to show.
bool has_plain_value(const model::Model& model, model::ExpressionId id) {
    const model::Expression& expression = model.expressions[id];
    if (const auto* arithmetic = std::get_if<model::Arithmetic>(&expression.kind)) {
        return arithmetic->operation != model::ArithmeticOperator::Divide;
    }
    const auto* derived = std::get_if<model::DerivedValue>(&expression.kind);
    if (derived == nullptr) return true;
    const auto& versions = model.definitions[derived->definition].versions;
    return std::all_of(versions.begin(), versions.end(), [&](const model::DefinitionVersion& version) {
        return !version.value.is_valid() || has_plain_value(model, version.value);
    });
}

// A product is compared with more decimals than its type shows. Empty when it cannot be shown without rounding.
std::optional<evaluation::Value> in_decimals_of_type(evaluation::Value value, model::Base base,
                                                     std::optional<int> scale) {
    if (!scale || value.state != cases::State::Known) return value;
    for (int more = *scale - model::scale(base); more > 0; --more) {
        if (value.value % 10 != 0) return std::nullopt;
        value.value /= 10;
    }
    return value;
}

}  // namespace

Value Reading::found(const program::Proof& proof, model::ExpressionId which, std::uint32_t row) const {
    if (!which.is_valid()) return NotKnown{};
    const model::Expression& expression = model().expressions[which];
    if (const ProofOperand* found = operand(proof, which)) {
        if (!has_plain_value(model(), which)) return NotKnown{};
        const evaluation::Value low = value(found->low, row);
        const bool is_known = low.state != cases::State::Unknown || !found->high.is_valid();
        const auto plain =
            in_decimals_of_type(is_known ? low : value(found->high, row), expression.type.base, found->scale);
        const bool is_year = std::holds_alternative<model::YearOf>(expression.kind);
        if (is_year && plain && plain->state == cases::State::Known) return Words{std::to_string(plain->value)};
        return plain ? words_.value(expression.type, *plain) : NotKnown{};
    }
    const auto* constant = std::get_if<model::Constant>(&expression.kind);
    if (constant == nullptr) return NotKnown{};
    return words_.value(expression.type, {cases::State::Known, constant->value});
}

Truth Reading::counts(const program::Proof& proof, std::uint32_t item) const { return truth(proof.counts, item); }

bool Reading::is_lower_bound(const ProofOperand& operand, std::uint32_t row) const {
    if (!operand.high.is_valid() || operand.high == operand.low) return false;
    const evaluation::Value low = value(operand.low, row);
    const evaluation::Value high = value(operand.high, row);
    return low.state == cases::State::Known && (high.state != cases::State::Known || high.value != low.value);
}

Act Reading::act(const program::RuleVersionProof& version, At subject) const {
    const model::KindId kind = program().frames[subject.frame].kind;
    Act act{words_.thing(kind, subject.row), {}, {}};
    if (!version.act) return act;
    const ProofOperand& operand = *version.act;
    act.date = date(operand, subject.row);
    for (const FactRead& fact : facts(operand, subject)) {
        if (model().fields[fact.field].type.base != model::Base::Date) continue;
        act.fact = cases::FactPlace{fact.field, fact.row};
    }
    if (!act.fact) return act;
    const model::Field& field = model().fields[act.fact->field];
    if (!field.built_in) act.words = words_.field(act.fact->field, act.fact->row);
    return act;
}

std::optional<Date> known_date(evaluation::Value value) {
    if (value.state != cases::State::Known) return {};
    return Date{static_cast<std::int32_t>(value.value)};
}

std::optional<Date> known_date(const model::Model& model, const FactRead& fact) {
    const bool is_date = model.fields[fact.field].type.base == model::Base::Date;
    return is_date ? known_date(fact.value) : std::nullopt;
}

}  // namespace toets::explanation
