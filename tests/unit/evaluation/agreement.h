// Builds a small model and its caseloads by hand, for tests of what comes after the model.
#pragma once

#include <string>
#include <vector>

#include "cases/case.h"
#include "diagnostics/diagnostic.h"
#include "evaluation/evaluation.h"
#include "model/model.h"
#include "program/from_model.h"

namespace toets::test {

using model::Base;
using model::ConditionId;
using model::ExpressionId;
using model::FieldId;
using model::KindId;
using model::VariableId;

Date day(const char* iso);

class Agreement {
public:
    KindId thing(const std::string& name);
    KindId event(const std::string& name);  // with its built-in fields
    KindId period(const std::string& name);
    FieldId field(KindId kind, const std::string& name, Base base);
    FieldId choice(KindId kind, const std::string& name, int values, Base base = Base::Choice);
    FieldId reference(KindId kind, const std::string& name, KindId to);
    FieldId list(KindId kind, const std::string& name, KindId of,
                 model::Completeness completeness = model::Completeness::Complete);
    VariableId variable(KindId kind, model::SubKindId only = {});

    ExpressionId use(VariableId variable);
    ExpressionId of(ExpressionId thing, FieldId field);
    ExpressionId of_each(ExpressionId things, FieldId field);
    ExpressionId constant(Base base, std::int64_t value);
    ExpressionId amount(std::int64_t cents) { return constant(Base::Amount, cents); }
    ExpressionId count(std::int64_t value) { return constant(Base::Count, value); }
    ExpressionId date(const char* iso) { return constant(Base::Date, day(iso).days); }
    ExpressionId days(int count);
    ExpressionId months(int count);
    ExpressionId expression(model::Expression::Kind kind, Base base);
    ExpressionId typed(model::Expression::Kind kind, model::Type type);
    ExpressionId shifted(ExpressionId duration, ExpressionId date, bool backward = false);

    ConditionId condition(model::Condition::Kind kind);
    ConditionId compared(ExpressionId left, model::Comparison comparison, ExpressionId right);
    ConditionId holds(ExpressionId yes_no);
    ConditionId is(ExpressionId choice, std::vector<int> values);
    ConditionId all(std::vector<ConditionId> legs);
    ConditionId any(std::vector<ConditionId> legs);
    ConditionId none(std::vector<ConditionId> legs);
    ConditionId counted(model::Quantifier quantifier, std::int64_t count, std::vector<ConditionId> legs);

    model::RuleId rule(model::RuleKind kind, std::vector<model::RuleVersion> versions);
    model::RuleId precondition(VariableId subject, ConditionId requirement);

    model::Model model;

private:
    KindId kind(const std::string& name, model::KindCategory category);
};

// The cases of one agreement, and its program.
class Check {
public:
    explicit Check(const Agreement& agreement);
    std::uint32_t add_case(const char* reference_date = nullptr);
    std::uint32_t add(KindId kind);  // to the last case
    void set(FieldId field, std::uint32_t row, std::int64_t value);
    void set(FieldId field, std::uint32_t row, Date date) { set(field, row, std::int64_t{date.days}); }
    void set_absent(FieldId field, std::uint32_t row);
    void set_unknown(FieldId field, std::uint32_t row);
    void set_list(FieldId field, std::uint32_t row, const std::vector<std::uint32_t>& items);
    void set_list_state(FieldId field, std::uint32_t row, cases::State state);
    evaluation::Evaluation& run(bool keep_trace = false);
    program::Outcome outcome(model::RuleId rule, std::uint32_t row);

    const model::Model& model;
    Diagnostics diagnostics;
    program::Program program;
    cases::Caseload cases;
    evaluation::Evaluator evaluator;
    evaluation::Evaluation evaluation;
    std::optional<Date> reference_date;
};

}  // namespace toets::test
