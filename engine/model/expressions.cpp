#include "model/expressions.h"

#include "base/match.h"
#include "model/vocabulary.h"
#include "model/walk.h"

namespace toets::model {

namespace {

std::string readings_text(const std::vector<Reading>& readings) {
    std::string text;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (i > 0) text += "; ";
        text += "(" + std::to_string(i + 1) + ") " + readings[i].words;
    }
    return text;
}

bool is_variable(const Model& model, const Reading& reading) {
    return std::holds_alternative<VariableUse>(model.expressions[reading.expression].kind);
}

}  // namespace

void check_working_days(const Context& context, const Scope& scope, ExpressionId date) {
    if (!lacks_working_days(context.model, date)) return;
    const bool has_terms = scope.document.is_valid() && !context.model.documents[scope.document].terms.empty();
    const std::string terms = has_terms ? context.model.documents[scope.document].terms : "-";
    context.report(Code::WorkingDaysWithoutCalendar, context.model.expressions[date].where, {word("terms", terms)});
}

void report_several(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end,
                    const std::vector<Reading>& fitting) {
    std::string words;
    for (std::size_t i = begin; i < end; ++i) words += (i > begin ? " " : "") + reader.words()[i].text;
    if (std::all_of(fitting.begin(), fitting.end(),
                    [&](const Reading& it) { return is_variable(context.model, it); })) {
        context.report(Code::TwoOfAKind, reader.where(begin, end), {word("name", words)});
        return;
    }
    context.report(Code::AmbiguousPhrase, reader.where(begin, end),
                   {word("name", words), word("readings", readings_text(fitting))});
}

Wanted want_anything() {
    return {[](const Reading& it) { return !it.is_many(); }, term("expected", "een waarde", "a value")};
}
Wanted want_one_value() {
    return {[](const Reading& it) { return !it.is_many() && it.type.base != Base::Things; },
            term("expected", "één waarde", "one value")};
}
Wanted want_date() {
    return {
        [](const Reading& it) { return !it.is_many() && (it.type.base == Base::Date || it.type.base == Base::Thing); },
        term("expected", "een datum of een gebeurtenis", "a date or an event")};
}
Wanted want_number() {
    return {[](const Reading& it) { return !it.is_many() && is_numeric(it.type.base); },
            term("expected", "een getal, aantal of bedrag", "a number, count or amount")};
}
Wanted want_duration() {
    return {[](const Reading& it) { return !it.is_many() && it.type.base == Base::Duration; },
            term("expected", "een duur, zoals 14 dagen", "a length of time, such as 14 days")};
}
Wanted want_list() {
    return {[](const Reading& it) { return it.type.base == Base::Things && !it.is_many(); },
            term("expected", "een lijst van dingen", "a list of things")};
}
Wanted want_same(const Type& type, const Model& model) {
    return {[type](const Reading& it) { return !it.is_many() && comparable(type, it.type); },
            type_argument("expected", type, model)};
}

bool comparable(const Type& left, const Type& right) {
    const auto plain = [](Base base) { return base == Base::Count || base == Base::Number; };
    if (plain(left.base) && plain(right.base)) return true;
    if (left.base != right.base) return false;
    if (left.base == Base::Thing) return left.kind == right.kind;
    return true;
}

ExpressionId invalid_expression(Context& context, Span where) { return context.add(InvalidExpression{}, {}, where); }

Reading coerce(Context& context, Reading reading, const Type& expected) {
    if (expected.base == Base::Date) {
        if (const auto date = as_date(context, reading)) return *date;
        return reading;
    }
    const Expression expression = context.model.expressions[reading.expression];
    const auto* constant = std::get_if<Constant>(&expression.kind);
    if (constant != nullptr && reading.type.base == Base::Count && expected.base == Base::Number) {
        std::int64_t scaled = 0;
        if (!__builtin_mul_overflow(constant->value, std::int64_t{1000000}, &scaled)) {
            reading.type = simple_type(Base::Number);
            reading.expression = context.add(Constant{scaled}, reading.type, expression.where);
        }
    }
    return reading;
}

std::optional<Reading> choose(Context& context, PhraseReader& reader, std::size_t begin, std::size_t end,
                              const Wanted& wanted) {
    const std::vector<Reading> readings = reader.values(begin, end);
    std::vector<Reading> fitting;
    for (const Reading& reading : readings) {
        if (wanted.fits(reading)) fitting.push_back(reading);
    }
    if (fitting.size() == 1) {
        check_working_days(context, reader.scope(), fitting.front().expression);
        return fitting.front();
    }
    if (fitting.size() > 1) {
        report_several(context, reader, begin, end, fitting);
    } else if (readings.empty()) {
        reader.report_unknown(begin, end);
    } else if (readings.front().is_many()) {
        context.report(Code::ListWhereOneValue, reader.where(begin, end), {wanted.description});
    } else {
        context.report(Code::WrongKindOfValue, reader.where(begin, end),
                       {wanted.description, type_argument("found", readings.front().type, context.model)});
    }
    return std::nullopt;
}

std::optional<Reading> read_phrase(Context& context, const Scope& scope, const syntax::Phrase& phrase,
                                   const Wanted& wanted) {
    PhraseReader reader(context, scope, phrase);
    return choose(context, reader, 0, reader.size(), wanted);
}

namespace {

ArithmeticOperator to_model(syntax::ArithmeticOperator operation) {
    switch (operation) {
        case syntax::ArithmeticOperator::Add: return ArithmeticOperator::Add;
        case syntax::ArithmeticOperator::Subtract: return ArithmeticOperator::Subtract;
        case syntax::ArithmeticOperator::Multiply: return ArithmeticOperator::Multiply;
        case syntax::ArithmeticOperator::Divide: return ArithmeticOperator::Divide;
    }
    return ArithmeticOperator::Add;
}

bool is_adding(ArithmeticOperator operation) {
    return operation == ArithmeticOperator::Add || operation == ArithmeticOperator::Subtract;
}

bool is_plain(Base base) { return base == Base::Count || base == Base::Number || base == Base::Percentage; }

std::optional<Type> result_type(ArithmeticOperator operation, const Type& left, const Type& right) {
    if (is_adding(operation)) {
        if (!comparable(left, right)) return std::nullopt;
        return left.base == Base::Count && right.base == Base::Number ? right : left;
    }
    if (is_plain(right.base)) {
        return left.base == Base::Count && right.base != Base::Count ? simple_type(Base::Number) : left;
    }
    if (operation == ArithmeticOperator::Multiply && is_plain(left.base)) return right;
    if (operation == ArithmeticOperator::Divide && comparable(left, right)) return simple_type(Base::Number);
    return std::nullopt;
}

Argument operation_argument(ArithmeticOperator operation) {
    switch (operation) {
        case ArithmeticOperator::Add: return word("operation", "vermeerderd met");
        case ArithmeticOperator::Subtract: return word("operation", "verminderd met");
        case ArithmeticOperator::Multiply: return word("operation", "vermenigvuldigd met");
        case ArithmeticOperator::Divide: break;
    }
    return word("operation", "gedeeld door");
}

// What can be calculated with after a value of this type.
Argument operand_argument(const Context& context, ArithmeticOperator operation, const Type& left) {
    Argument same = type_argument("expected", left, context.model);
    if (is_adding(operation)) return same;
    if (operation == ArithmeticOperator::Multiply) return term("expected", "een getal", "a number");
    return term("expected", "een getal of " + same.nl, "a number or " + same.en);
}

std::optional<Reading> read_arithmetic(Context& context, const Scope& scope, const syntax::Expression& expression) {
    auto result = read_phrase(context, scope, expression.first, want_number());
    if (!result) return std::nullopt;
    for (const syntax::Operation& step : expression.rest) {
        auto operand = read_phrase(context, scope, step.operand, want_number());
        if (!operand) return std::nullopt;
        const ArithmeticOperator operation = to_model(step.operation);
        if (is_adding(operation)) operand = coerce(context, *operand, result->type);
        const auto type = result_type(operation, result->type, operand->type);
        if (!type) {
            context.report(Code::CannotCalculate, step.operand.where,
                           {type_argument("left", result->type, context.model), operation_argument(operation),
                            operand_argument(context, operation, result->type),
                            type_argument("found", operand->type, context.model)});
            return std::nullopt;
        }
        result->type = *type;
        result->expression =
            context.add(Arithmetic{operation, result->expression, operand->expression}, *type, expression.where);
    }
    return result;
}

ExpressionId read_limit(Context& context, const Scope& scope, const std::optional<syntax::Phrase>& phrase,
                        const Type& type) {
    if (!phrase) return {};
    const auto reading = read_phrase(context, scope, *phrase, want_same(type, context.model));
    return reading ? coerce(context, *reading, type).expression : ExpressionId{};
}

void add_rounding(Context& context, const Scope& scope, const syntax::Expression& expression, const Reading& reading) {
    auto* percentage = std::get_if<PercentageOf>(&context.model.expressions.at(reading.expression).kind);
    const bool asks = expression.rounding || expression.minimum || expression.maximum;
    if (percentage == nullptr) {
        if (asks) context.report(Code::RoundingWithoutPercentage, expression.where);
        return;
    }
    if (expression.rounding == syntax::Rounding::LargestRemainder)
        context.report(Code::LargestRemainderOfOne, expression.where);
    // When the words themselves say that it is a count, reading the sentence has reported this already.
    const std::string key = key_of(expression.first);
    const bool is_told = key.find("% van aantal ") != std::string::npos;
    if (!expression.rounding && reading.type.base == Base::Count && !is_told)
        context.report(Code::PercentageWithoutRounding, expression.where);
    const Rounding rounding = expression.rounding ? model::to_model(*expression.rounding) : Rounding::None;
    const ExpressionId minimum = read_limit(context, scope, expression.minimum, reading.type);
    const ExpressionId maximum = read_limit(context, scope, expression.maximum, reading.type);
    auto& again = std::get<PercentageOf>(context.model.expressions.at(reading.expression).kind);
    again.rounding = rounding;
    again.minimum = minimum;
    again.maximum = maximum;
}

}  // namespace

Rounding to_model(syntax::Rounding rounding) {
    switch (rounding) {
        case syntax::Rounding::Up: return Rounding::Up;
        case syntax::Rounding::Down: return Rounding::Down;
        case syntax::Rounding::HalfUp: return Rounding::HalfUp;
        case syntax::Rounding::LargestRemainder: return Rounding::None;
    }
    return Rounding::None;
}

std::optional<Reading> read_expression(Context& context, const Scope& scope, const syntax::Expression& expression,
                                       const Wanted& wanted) {
    if (expression.rest.empty()) {
        const auto reading = read_phrase(context, scope, expression.first, wanted);
        if (reading) add_rounding(context, scope, expression, *reading);
        return reading;
    }
    if (expression.rounding || expression.minimum || expression.maximum) {
        context.report(Code::RoundingWithoutPercentage, expression.where);
    }
    const auto reading = read_arithmetic(context, scope, expression);
    if (reading && !wanted.fits(*reading)) {
        context.report(Code::WrongKindOfValue, expression.where,
                       {wanted.description, type_argument("found", reading->type, context.model)});
        return std::nullopt;
    }
    return reading;
}

ExpressionId read_date(Context& context, const Scope& scope, const syntax::Expression& expression) {
    const auto reading = read_expression(context, scope, expression, want_date());
    if (!reading) return invalid_expression(context, expression.where);
    const auto date = as_date(context, *reading);
    if (!date) {
        context.report(Code::NoDateHere, expression.where, {type_argument("found", reading->type, context.model)});
        return invalid_expression(context, expression.where);
    }
    return date->expression;
}

}  // namespace toets::model
