#include "model/periods.h"

namespace toets::model {

namespace {

// What `loopt` is said of: one period, or a list of them.
std::optional<ExpressionId> periods_of(Context& context, const Scope& scope, const syntax::Expression& subject) {
    const auto periods = read_expression(context, scope, subject, want_anything());
    if (!periods) return std::nullopt;
    const bool is_period =
        periods->type.kind.is_valid() && context.kind(periods->type.kind).category == KindCategory::Period;
    if (is_period) return periods->expression;
    context.report(Code::RunsNeedsPeriod, subject.where, {type_argument("found", periods->type, context.model)});
    return std::nullopt;
}

bool is_in_working_days(const Model& model, ExpressionId id) {
    const auto in_working_days = [](std::int64_t value) {
        return duration_from_column_value(value).unit == Duration::Unit::WorkingDays;
    };
    const Expression& length = model.expressions[id];
    if (const auto* constant = std::get_if<Constant>(&length.kind)) return in_working_days(constant->value);
    const auto* parameter = std::get_if<ParameterValue>(&length.kind);
    if (parameter == nullptr) return false;
    const auto& rows = model.parameters[parameter->parameter].rows;
    return std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& row) { return in_working_days(row.value); });
}

// How long a period or its interruption lasts: days, weeks, months or years. A period runs on free days too.
std::optional<ExpressionId> length_of(Context& context, const Scope& scope, const syntax::Expression& written) {
    const auto length = read_expression(context, scope, written, want_duration());
    if (!length) return std::nullopt;
    if (!is_in_working_days(context.model, length->expression)) return length->expression;
    context.report(Code::PeriodInWorkingDays, written.where);
    return std::nullopt;
}

}  // namespace

ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsOn& runs, Span where) {
    const auto periods = periods_of(context, scope, runs.subject);
    const ExpressionId date = read_date(context, scope, runs.date);
    if (!periods) return context.add(InvalidCondition{}, where);
    return context.add(RunsOn{*periods, date}, where);
}

ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsFromTo& runs, Span where) {
    const auto periods = periods_of(context, scope, runs.subject);
    RunsFromTo result;
    result.first = read_date(context, scope, runs.first);
    result.last = read_date(context, scope, runs.last);
    bool is_read = periods.has_value();
    if (runs.interruption) {
        const auto tolerated = length_of(context, scope, *runs.interruption);
        is_read = is_read && tolerated;
        if (tolerated) result.tolerated = *tolerated;
    }
    if (!is_read) return context.add(InvalidCondition{}, where);
    result.periods = *periods;
    return context.add(result, where);
}

ConditionId read_runs(Context& context, const Scope& scope, const syntax::RunsFor& runs, Span where) {
    const auto periods = periods_of(context, scope, runs.subject);
    const auto length = length_of(context, scope, runs.duration);
    const ExpressionId first = read_date(context, scope, runs.first);
    const ExpressionId last = read_date(context, scope, runs.last);
    if (!periods || !length) return context.add(InvalidCondition{}, where);
    return context.add(RunsFor{*periods, *length, runs.unbroken, first, last}, where);
}

}  // namespace toets::model
