// Exact arithmetic on values and intervals, and comparison. Both sides come to one number of decimals while compiling.
#include "program/compiler.h"

namespace toets::program {

namespace {

constexpr int largest_power = 18;
constexpr int scale_of_percentage = 2;  // 10% is 10 * 10^-2

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int step = 0; step < exponent; ++step) power *= 10;
    return power;
}

bool is_upward(model::Comparison comparison) {
    return comparison == model::Comparison::AtLeast || comparison == model::Comparison::MoreThan;
}

}  // namespace

Operand Compiler::settled(const Operand& operand) {
    if (!operand.is_interval()) return operand;
    Operand plain = operand;
    plain.low = builder_.binary(Operation::Settle, Shape::Value, operand.low, operand.high);
    plain.high = plain.low;
    return plain;
}

// A quotient is only exact as long as it is not written down: everything but a comparison refuses it.
Operand Compiler::without_divisor(Operand operand, model::ExpressionId where) {
    if (!operand.divisor.is_valid()) return operand;
    diagnostics_.report(Code::DivisionNotCompared, where.is_valid() ? model_.expressions[where].where : Span{});
    return unknown_value();
}

Operand Compiler::scaled(Operand operand, int scale) {
    const int more = scale - operand.scale;
    if (more <= 0) return operand;
    if (more > largest_power) return unknown_value();
    const std::int64_t factor = power_of_ten(more);
    std::int64_t value = 0;
    if (operand.constant && !__builtin_mul_overflow(*operand.constant, factor, &value)) {
        operand.constant = value;
        operand.low = operand.high = builder_.constant(value);
    } else {
        operand.low = builder_.unary(Operation::ScaleUp, Shape::Value, operand.low, factor);
        operand.high = builder_.unary(Operation::ScaleUp, Shape::Value, operand.high, factor);
        operand.constant.reset();
    }
    operand.scale = scale;
    return operand;
}

// Unknown, and reported for the rows in which both sides are there.
Operand Compiler::too_many_decimals(const Operand& left, const Operand& right, model::ExpressionId where) {
    Operand result{.facts = left.facts};
    add_facts(result.facts, right.facts);
    const Operand one = settled(left);
    const Operand other = settled(right);
    result.low = builder_.binary(Operation::TooManyDecimals, Shape::Value, one.low, other.low, 0, where);
    result.high = result.low;
    return result;
}

Operand Compiler::arithmetic(const model::Arithmetic& sum, model::ExpressionId where, const Scope& scope) {
    Operand left = without_divisor(expression(sum.left, scope), sum.left);
    const Operand right = without_divisor(expression(sum.right, scope), sum.right);
    switch (sum.operation) {
        case model::ArithmeticOperator::Add: return combined(Operation::Add, std::move(left), right, where);
        case model::ArithmeticOperator::Subtract: return combined(Operation::Subtract, std::move(left), right, where);
        case model::ArithmeticOperator::Multiply: return product(left, right, where);
        case model::ArithmeticOperator::Divide: return divided(left, right, where);
    }
    return unknown_value();
}

Operand Compiler::combined(Operation operation, Operand left, Operand right, model::ExpressionId where) {
    const int scale = std::max(left.scale, right.scale);
    left = scaled(std::move(left), scale);
    right = scaled(std::move(right), scale);
    const bool is_sum = operation == Operation::Add;
    Operand result = left;
    result.constant.reset();
    const Register low_of_right = is_sum ? right.low : right.high;
    const Register high_of_right = is_sum ? right.high : right.low;
    result.low = builder_.binary(operation, Shape::Value, left.low, low_of_right, 0, where);
    result.high = builder_.binary(operation, Shape::Value, left.high, high_of_right, 0, where);
    result.is_never_negative = is_sum && left.is_never_negative && right.is_never_negative;
    add_facts(result.facts, right.facts);
    if (!result.items.is_valid()) {
        result.items = right.items;
        result.filter = right.filter;
        result.complete = right.complete;
        result.completeness = right.completeness;
    }
    return result;
}

// An interval keeps its order only when nothing is negative; otherwise it must have come to one value.
Operand Compiler::product(const Operand& left, const Operand& right, model::ExpressionId where) {
    const bool keeps_order = left.is_never_negative && right.is_never_negative;
    const Operand one = keeps_order ? left : settled(left);
    const Operand other = keeps_order ? right : settled(right);
    Operand result = one;
    result.constant.reset();
    result.scale = one.scale + other.scale;
    if (result.scale > largest_power) return too_many_decimals(one, other, where);
    result.low = builder_.binary(Operation::Multiply, Shape::Value, one.low, other.low, 0, where);
    result.high = builder_.binary(Operation::Multiply, Shape::Value, one.high, other.high, 0, where);
    result.is_never_negative = keeps_order;
    add_facts(result.facts, other.facts);
    return result;
}

Operand Compiler::divided(const Operand& left, const Operand& right, model::ExpressionId where) {
    Operand quotient = settled(left);
    const Operand divisor = settled(right);
    quotient.constant.reset();
    quotient.divisor = divisor.low;
    quotient.divided_at = where;
    quotient.divisor_scale = divisor.scale;
    add_facts(quotient.facts, divisor.facts);
    return quotient;
}

// C30: exact, then rounded to the unit of the whole, then kept between minimum and maximum.
Operand Compiler::percentage(const model::PercentageOf& part, model::ExpressionId where, const Scope& scope) {
    Operand share = without_divisor(expression(part.percentage, scope), part.percentage);
    share.scale += scale_of_percentage;
    const Operand whole = without_divisor(expression(part.whole, scope), part.whole);
    Operand result = product(whole, share, where);
    const int scale_of_whole = model::scale(model_.expressions[part.whole].type.base);
    if (part.rounding != model::Rounding::None) result = rounded(std::move(result), scale_of_whole, part.rounding);
    if (part.minimum.is_valid()) {
        result = picked(std::move(result), expression(part.minimum, scope), model::Extreme::Highest);
    }
    if (part.maximum.is_valid()) {
        result = picked(std::move(result), expression(part.maximum, scope), model::Extreme::Lowest);
    }
    return result;
}

Operand Compiler::rounded(Operand operand, int scale, model::Rounding rounding) {
    if (operand.scale <= scale) return operand;
    const std::int64_t divisor = power_of_ten(operand.scale - scale);
    const auto detail = static_cast<std::uint8_t>(rounding);
    operand.low = builder_.unary(Operation::RoundDown, Shape::Value, operand.low, divisor, detail);
    operand.high = builder_.unary(Operation::RoundDown, Shape::Value, operand.high, divisor, detail);
    operand.scale = scale;
    return operand;
}

// The end that the unknown ones could move is open; the other end is the best of the known ones.
Operand Compiler::picked(Operand left, Operand right, model::Extreme extreme) {
    const int scale = std::max(left.scale, right.scale);
    left = scaled(std::move(left), scale);
    right = scaled(std::move(right), scale);
    const bool is_highest = extreme == model::Extreme::Highest;
    const Pick low = is_highest ? Pick::HighestKnown : Pick::Lowest;
    const Pick high = is_highest ? Pick::Highest : Pick::LowestKnown;
    Operand result = left;
    result.constant.reset();
    result.low = builder_.binary(Operation::PickOf, Shape::Value, left.low, right.low, static_cast<std::uint8_t>(low));
    result.high =
        builder_.binary(Operation::PickOf, Shape::Value, left.high, right.high, static_cast<std::uint8_t>(high));
    result.is_never_negative = left.is_never_negative && right.is_never_negative;
    add_facts(result.facts, right.facts);
    return result;
}

Compiler::Compares Compiler::what_is(model::ExpressionId id) const {
    const model::Base base = model_.expressions[id].type.base;
    if (base == model::Base::Duration) return Compares::Durations;
    return model::is_numeric(base) ? Compares::Numbers : Compares::Dates;
}

Register Compiler::when_there(Register truth, model::ExpressionId subject, const Scope& scope) {
    if (what_is(subject) == Compares::Dates) return truth;
    const model::Expression::Kind& kind = model_.expressions[subject].kind;
    model::ExpressionId owner;
    if (const auto* use = std::get_if<model::FieldOf>(&kind)) owner = use->thing;
    if (const auto* use = std::get_if<model::DerivedValue>(&kind)) owner = use->self;
    if (const auto* use = std::get_if<model::TableValue>(&kind)) owner = use->self;
    if (!owner.is_valid()) return truth;
    const Register thing = expression(owner, scope).low;
    if (builder_.is_missing(thing) || !builder_.may_be_absent(thing)) return truth;
    return builder_.conjunction(truth, builder_.unary(Operation::Present, Shape::Truth, thing));
}

// Decided where both ends of the intervals agree (C27). A date that is known not to be there decides, a number does
// not.
Register Compiler::compared(Operand left, Comparison comparison, Operand right, Compares what,
                            model::ExpressionId where) {
    if (left.divisor.is_valid() || right.divisor.is_valid()) return compared_ratios(left, comparison, right);
    const int scale = std::max(left.scale, right.scale);
    left = scaled(std::move(left), scale);
    right = scaled(std::move(right), scale);
    if (what == Compares::Durations) {
        left.low = left.high = builder_.binary(Operation::SameUnit, Shape::Value, left.low, right.low, 0, where);
    }
    const Operation operation = what == Compares::Dates ? Operation::Compare : Operation::CompareNumbers;
    if (!left.is_interval() && !right.is_interval()) {
        return builder_.compare(left.low, comparison, right.low, operation);
    }
    if (comparison == Comparison::Equal) {
        return builder_.conjunction(compared(left, Comparison::AtLeast, right, what),
                                    compared(left, Comparison::AtMost, right, what));
    }
    const bool is_up = is_upward(comparison);
    const Register surely =
        builder_.compare(is_up ? left.low : left.high, comparison, is_up ? right.high : right.low, operation);
    const Register maybe =
        builder_.compare(is_up ? left.high : left.low, comparison, is_up ? right.low : right.high, operation);
    return builder_.binary_truth(Operation::Decide, surely, maybe);
}

Register Compiler::compared_ratios(const Operand& left, Comparison comparison, const Operand& right) {
    const Register one = builder_.constant(1);
    const Operand numerators[] = {settled(left), settled(right)};
    const Register divisors[] = {left.divisor.is_valid() ? left.divisor : one,
                                 right.divisor.is_valid() ? right.divisor : one};
    FrameId frame;
    for (const int side : {0, 1}) {
        frame = builder_.deeper(frame, builder_.frame_of(numerators[side].low));
        frame = builder_.deeper(frame, builder_.frame_of(divisors[side]));
    }
    const auto lifted = [&](Register which) { return std::int64_t{builder_.lift(which, frame).value}; };
    const int left_scale = left.scale + right.divisor_scale;
    const int right_scale = right.scale + left.divisor_scale;
    return builder_.emit_table(
        {.operation = Operation::CompareRatios,
         .detail = static_cast<std::uint8_t>(comparison),
         .where = left.divisor.is_valid() ? left.divided_at : right.divided_at},
        Shape::Truth, frame,
        {lifted(numerators[0].low), lifted(divisors[0]), lifted(numerators[1].low), lifted(divisors[1]),
         std::max(0, right_scale - left_scale), std::max(0, left_scale - right_scale)});
}

}  // namespace toets::program
