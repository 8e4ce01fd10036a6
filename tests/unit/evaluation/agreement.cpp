#include "agreement.h"

namespace toets::test {

Date day(const char* iso) { return date_from_iso(iso).value(); }

KindId Agreement::kind(const std::string& name, model::KindCategory category) {
    model::Kind kind;
    kind.name.text = name;
    kind.category = category;
    return model.kinds.add(kind);
}

KindId Agreement::thing(const std::string& name) { return kind(name, model::KindCategory::Thing); }

KindId Agreement::event(const std::string& name) {
    const KindId id = kind(name, model::KindCategory::Event);
    const FieldId date = field(id, "datum", Base::Date);
    const FieldId performer = field(id, "uitvoerder", Base::Organisation);
    const FieldId towards = field(id, "aan", Base::Organisation);
    const FieldId together = field(id, "met", Base::Organisation);
    model::Kind& made = model.kinds.at(id);
    made.date = date;
    made.performer = performer;
    made.towards = towards;
    made.together_with = together;
    return id;
}

KindId Agreement::period(const std::string& name) {
    const KindId id = kind(name, model::KindCategory::Period);
    const FieldId first = field(id, "begindatum", Base::Date);
    const FieldId last = field(id, "einddatum", Base::Date);
    model.kinds.at(id).first_day = first;
    model.kinds.at(id).last_day = last;
    return id;
}

FieldId Agreement::field(KindId kind, const std::string& name, Base base) {
    model::Field field;
    field.kind = kind;
    field.name.text = name;
    field.type.base = base;
    const FieldId id = model.fields.add(field);
    model.kinds.at(kind).fields.push_back(id);
    return id;
}

FieldId Agreement::choice(KindId kind, const std::string& name, int values, Base base) {
    model::ChoiceList list;
    for (int value = 0; value < values; ++value) list.values.push_back({std::to_string(value), "", "", {}, {}});
    const FieldId id = field(kind, name, base);
    model.fields.at(id).type.choices = model.choice_lists.add(list);
    return id;
}

FieldId Agreement::reference(KindId kind, const std::string& name, KindId to) {
    const FieldId id = field(kind, name, Base::Thing);
    model.fields.at(id).type.kind = to;
    return id;
}

FieldId Agreement::list(KindId kind, const std::string& name, KindId of, model::Completeness completeness) {
    const FieldId id = field(kind, name, Base::Things);
    model.fields.at(id).type.kind = of;
    model.fields.at(id).completeness = completeness;
    return id;
}

VariableId Agreement::variable(KindId kind, model::SubKindId only) {
    return model.variables.add({model.kinds[kind].name.text, kind, only});
}

ExpressionId Agreement::typed(model::Expression::Kind kind, model::Type type) {
    return model.expressions.add({std::move(kind), type, {}});
}

ExpressionId Agreement::expression(model::Expression::Kind kind, Base base) {
    model::Type type;
    type.base = base;
    return typed(std::move(kind), type);
}

ExpressionId Agreement::use(VariableId variable) {
    model::Type type;
    type.base = Base::Thing;
    type.kind = model.variables[variable].kind;
    return typed(model::VariableUse{variable}, type);
}

ExpressionId Agreement::of(ExpressionId thing, FieldId field) {
    return typed(model::FieldOf{thing, field}, model.fields[field].type);
}

ExpressionId Agreement::of_each(ExpressionId things, FieldId field) {
    model::Type type;
    type.base = Base::Things;
    type.kind = model.fields[field].type.kind;
    return typed(model::FieldOfEach{things, field}, type);
}

ExpressionId Agreement::constant(Base base, std::int64_t value) { return expression(model::Constant{value}, base); }

ExpressionId Agreement::days(int count) {
    return constant(Base::Duration, to_column_value({count, Duration::Unit::Days}));
}

ExpressionId Agreement::months(int count) {
    return constant(Base::Duration, to_column_value({count, Duration::Unit::Months}));
}

ExpressionId Agreement::shifted(ExpressionId duration, ExpressionId date, bool backward) {
    return expression(model::ShiftedDate{duration, date, backward}, Base::Date);
}

ConditionId Agreement::condition(model::Condition::Kind kind) { return model.conditions.add({std::move(kind), {}}); }

ConditionId Agreement::compared(ExpressionId left, model::Comparison comparison, ExpressionId right) {
    return condition(model::Compared{left, comparison, right});
}

ConditionId Agreement::holds(ExpressionId yes_no) { return condition(model::YesNoHolds{yes_no}); }

ConditionId Agreement::is(ExpressionId choice, std::vector<int> values) {
    model::IsOneOf is{choice, {}, false};
    for (const int value : values) is.values.push_back(typed(model::Constant{value}, model.expressions[choice].type));
    return condition(is);
}

ConditionId Agreement::counted(model::Quantifier quantifier, std::int64_t count, std::vector<ConditionId> legs) {
    model::Legs head{quantifier, count, {}};
    for (const ConditionId leg : legs) head.legs.push_back({leg, {}, {}, {}});
    return condition(head);
}

ConditionId Agreement::all(std::vector<ConditionId> legs) {
    return counted(model::Quantifier::All, 0, std::move(legs));
}
ConditionId Agreement::any(std::vector<ConditionId> legs) {
    return counted(model::Quantifier::AtLeast, 1, std::move(legs));
}
ConditionId Agreement::none(std::vector<ConditionId> legs) {
    return counted(model::Quantifier::None, 0, std::move(legs));
}

model::RuleId Agreement::rule(model::RuleKind kind, std::vector<model::RuleVersion> versions) {
    model::Rule rule;
    rule.kind = kind;
    rule.name = "regel " + std::to_string(model.rules.size());
    rule.versions = std::move(versions);
    return model.rules.add(rule);
}

model::RuleId Agreement::precondition(VariableId subject, ConditionId requirement) {
    model::RuleVersion version;
    version.subject = subject;
    version.requirement = requirement;
    return rule(model::RuleKind::Precondition, {version});
}

Check::Check(const Agreement& agreement)
    : model(agreement.model),
      program(program::from_model(agreement.model, diagnostics)),
      cases(agreement.model),
      evaluator(program) {}

std::uint32_t Check::add_case(const char* date) {
    cases::CaseInfo info;
    if (date != nullptr) info.reference_date = day(date);
    cases.cases.push_back(info);
    return static_cast<std::uint32_t>(cases.cases.size() - 1);
}

std::uint32_t Check::add(KindId kind) {
    if (cases.cases.empty()) add_case();
    return cases.add_row(kind, static_cast<std::uint32_t>(cases.cases.size() - 1));
}

void Check::set(FieldId field, std::uint32_t row, std::int64_t value) {
    cases.columns[field.index()].values[row] = value;
    cases.columns[field.index()].states[row] = cases::State::Known;
}

void Check::set_absent(FieldId field, std::uint32_t row) {
    const bool is_thing = model.fields[field].type.base == Base::Thing;
    cases.columns[field.index()].values[row] = is_thing ? cases::absent_row : 0;
    cases.columns[field.index()].states[row] = cases::State::Absent;
}

void Check::set_unknown(FieldId field, std::uint32_t row) {
    cases.columns[field.index()].values[row] = 0;
    cases.columns[field.index()].states[row] = cases::State::Unknown;
}

void Check::set_list(FieldId field, std::uint32_t row, const std::vector<std::uint32_t>& items) {
    cases::ListColumn& list = cases.lists[field.index()];
    list.begin[row] = static_cast<std::uint32_t>(list.items.size());
    list.count[row] = static_cast<std::uint32_t>(items.size());
    list.states[row] = cases::State::Known;
    list.items.insert(list.items.end(), items.begin(), items.end());
}

void Check::set_list_state(FieldId field, std::uint32_t row, cases::State state) {
    cases.lists[field.index()].count[row] = 0;
    cases.lists[field.index()].states[row] = state;
}

evaluation::Evaluation& Check::run(bool keep_trace) {
    evaluator.run(cases, {reference_date, keep_trace}, evaluation);
    return evaluation;
}

program::Outcome Check::outcome(model::RuleId rule, std::uint32_t row) { return run().outcomes[rule.index()][row]; }

}  // namespace toets::test
