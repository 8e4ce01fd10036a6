#include "model/definitions.h"

#include "base/match.h"
#include "model/conditions.h"
#include "model/validity.h"
#include "model/vocabulary.h"

namespace toets::model {

namespace {

// `… is de som van … waarvoor …`: the filter belongs to the sum or count that ends the sentence.
void add_filter(Context& context, const Place& place, const syntax::ValueDefinition& header, const Scope& scope,
                ExpressionId value) {
    Expression& expression = context.model.expressions.at(value);
    VariableId item;
    if (const auto* sum = std::get_if<SumOf>(&expression.kind)) item = sum->item;
    if (const auto* count = std::get_if<CountOf>(&expression.kind)) item = count->item;
    if (!item.is_valid()) {
        context.report(Code::FilterNeedsSum, header.value.where);
        return;
    }
    const ConditionId filter = read_condition(context, scope.with(item), *place.tree, *header.filter);
    Expression& again = context.model.expressions.at(value);
    if (auto* sum = std::get_if<SumOf>(&again.kind)) sum->filter = filter;
    if (auto* count = std::get_if<CountOf>(&again.kind)) count->filter = filter;
}

void report_exceptions_of_value(Context& context, const Place& place) {
    for (const syntax::Clause& clause : place.header->clauses) {
        if (std::holds_alternative<syntax::UnlessClause>(clause.kind))
            context.report(Code::ValueHasException, clause.where);
    }
}

// What must hold of the thing: the sentence, and none of the exceptions beside it.
ConditionId read_defining(Context& context, const Scope& scope, const Place& place, syntax::ConditionId sentence) {
    const ConditionId condition = read_condition(context, scope, *place.tree, sentence);
    std::vector<Exception> exceptions;
    for (const syntax::Clause& clause : place.header->clauses) {
        const auto* unless = std::get_if<syntax::UnlessClause>(&clause.kind);
        if (unless != nullptr) exceptions.push_back(read_exception(context, scope, *place.tree, unless->exception));
    }
    return but_for(context, condition, exceptions);
}

void read_value_version(Context& context, DefinitionId id, const Place& place, const syntax::ValueDefinition& header) {
    Scope scope{{context.model.definitions[id].self}, place.document};
    DefinitionVersion version;
    version.validity = validity_of(context, place);
    version.where = place.header->heading;
    report_exceptions_of_value(context, place);
    auto reading = read_expression(context, scope, header.value, want_anything());
    Type type;
    if (reading) {
        type = reading->type;
        version.value = reading->expression;
        if (header.filter) add_filter(context, place, header, scope, version.value);
    } else {
        version.value = invalid_expression(context, header.value.where);
    }
    Definition& definition = context.model.definitions.at(id);
    const bool first = definition.versions.empty();
    if (!first && reading && !comparable(definition.type, type)) {
        context.report(Code::VersionsOfTwoKinds, place.header->heading, {word("name", definition.name.text)});
    }
    if (first) definition.type = type;
    definition.versions.push_back(version);
}

void read_property_version(Context& context, DefinitionId id, const Place& place,
                           const syntax::PropertyDefinition& header) {
    Scope scope{{context.model.definitions[id].self}, place.document};
    DefinitionVersion version;
    version.validity = validity_of(context, place);
    version.where = place.header->heading;
    version.condition = read_defining(context, scope, place, header.condition);
    context.model.definitions.at(id).versions.push_back(version);
}

void read_definition(Context& context, DefinitionId id) {
    context.definition_progress[id] = Progress::Running;
    for (const Place& place : context.definition_places[id]) {
        if (const auto* value = std::get_if<syntax::ValueDefinition>(&place.header->kind))
            read_value_version(context, id, place, *value);
        if (const auto* property = std::get_if<syntax::PropertyDefinition>(&place.header->kind)) {
            read_property_version(context, id, place, *property);
        }
    }
    context.definition_progress[id] = Progress::Done;
}

void report_circle(Context& context, const Name& name) {
    context.report(Code::Circle, name.where,
                   {word("name", name.text), word("circle", name.text + " → … → " + name.text)});
}

// ---------------------------------------------------------------------------------------------------------- tables

ConditionId read_cell(Context& context, const Scope& scope, const syntax::Cell& cell, ExpressionId input) {
    const Expression subject = context.model.expressions[input];
    const auto invalid = [&] { return context.add(InvalidCondition{}, cell.where); };
    const auto bound = [&](const syntax::Expression& expression) -> std::optional<ExpressionId> {
        const auto reading = read_expression(context, scope, expression, want_same(subject.type, context.model));
        if (!reading) return std::nullopt;
        return coerce(context, *reading, subject.type).expression;
    };
    if (std::holds_alternative<InvalidExpression>(subject.kind)) return invalid();
    return match(
        cell.kind, [&](const syntax::AnyCell&) { return context.add(Always{}, cell.where); },
        [&](const syntax::ValuesCell& values) {
            auto list = read_values(context, scope, values.values, subject.type, "of");
            if (list.empty()) return invalid();
            if (subject.type.base == Base::ChoiceSet)
                return context.add(ContainsAny{input, std::move(list), false}, cell.where);
            return context.add(IsOneOf{input, std::move(list), false}, cell.where);
        },
        [&](const syntax::ComparedCell& compared) {
            const auto right = bound(compared.bound);
            static constexpr Comparison comparisons[] = {Comparison::AtLeast, Comparison::AtMost, Comparison::MoreThan,
                                                         Comparison::LessThan};
            return right ? context.add(
                               Compared{input, comparisons[static_cast<std::size_t>(compared.comparison)], *right},
                               cell.where)
                         : invalid();
        },
        [&](const syntax::BetweenCell& between) {
            const auto first = bound(between.first);
            const auto last = bound(between.last);
            return first && last ? context.add(Between{input, *first, *last}, cell.where) : invalid();
        },
        [&](const syntax::SourceCell&) { return invalid(); }, [&](const syntax::BoundCell&) { return invalid(); },
        [&](const syntax::DateCell& date) {
            return context.add(
                DateIs{input, DateRelation::On, context.add(Constant{date.date.days}, subject.type, cell.where)},
                cell.where);
        },
        [&](const syntax::EmptyCell&) {
            context.report(Code::EmptyCell, cell.where);
            return invalid();
        });
}

// The one declared list that holds all values of a result column.
ChoiceListId list_with(const Context& context, const std::vector<std::string>& keys) {
    ChoiceListId found;
    for (std::size_t i = 0; i < context.model.choice_lists.size(); ++i) {
        const auto id = context.model.choice_lists.id_at(i);
        const auto& values = context.model.choice_lists[id].values;
        const bool all = std::all_of(keys.begin(), keys.end(), [&](const std::string& key) {
            return std::any_of(values.begin(), values.end(),
                               [&](const Name& value) { return key_of(value.text) == key; });
        });
        if (!all) continue;
        if (found.is_valid()) return {};
        found = id;
    }
    return found;
}

const syntax::Expression* result_expression(const syntax::Cell& cell) {
    const auto* values = std::get_if<syntax::ValuesCell>(&cell.kind);
    return values != nullptr && values->values.size() == 1 ? &values->values.front() : nullptr;
}

// The choice list of a column none of whose cells can be read as a value.
ChoiceListId choices_of_column(Context& context, const Scope& scope, const syntax::TableClause& clause,
                               std::size_t column) {
    std::vector<std::string> keys;
    for (const syntax::TableRow& row : clause.rows) {
        const auto* expression = column < row.cells.size() ? result_expression(row.cells[column]) : nullptr;
        if (expression == nullptr || !expression->rest.empty()) return {};
        PhraseReader reader(context, scope, expression->first);
        if (!reader.values().empty()) return {};
        keys.push_back(key_of(expression->first));
    }
    return keys.empty() ? ChoiceListId{} : list_with(context, keys);
}

struct ResultColumn {
    std::size_t column;
    std::size_t result;
    ChoiceListId choices;
};

void read_result(Context& context, const Scope& scope, TableId id, const ResultColumn& column, const syntax::Cell& cell,
                 TableRow& row) {
    const auto* expression = result_expression(cell);
    ExpressionId value;
    Type type;
    if (column.choices.is_valid() && expression != nullptr) {
        type.base = Base::Choice;
        type.choices = column.choices;
        const auto values = read_values(context, scope, {*expression}, type, "of");
        value = values.size() == 1 ? values.front() : invalid_expression(context, cell.where);
    } else if (expression == nullptr) {
        context.report(Code::ResultNeedsOneValue, cell.where);
        value = invalid_expression(context, cell.where);
    } else {
        auto reading = read_expression(context, scope, *expression, want_one_value());
        if (reading && as_date(context, *reading)) reading = as_date(context, *reading);
        value = reading ? reading->expression : invalid_expression(context, cell.where);
        type = reading ? reading->type : Type{};
    }
    DecisionTable& table = context.model.tables.at(id);
    const bool invalid = std::holds_alternative<InvalidExpression>(context.model.expressions[value].kind);
    if (table.result_types.size() <= column.result) {
        table.result_types.push_back(type);
    } else if (!invalid && !comparable(table.result_types[column.result], type)) {
        context.report(
            Code::ResultsOfTwoKinds, cell.where,
            {type_argument("expected", table.result_types[column.result], context.model),
             type_argument("found", type, context.model), notation_argument(table.result_types[column.result])});
    }
    row.results.push_back(value);
}

void read_row(Context& context, const Scope& scope, TableId id, const syntax::TableClause& clause,
              const syntax::TableRow& cells, const std::vector<ResultColumn>& results) {
    TableRow row;
    row.where = cells.where;
    std::size_t input = 0;
    std::size_t result = 0;
    bool has_source = false;
    for (std::size_t i = 0; i < clause.columns.size() && i < cells.cells.size(); ++i) {
        const syntax::Cell& cell = cells.cells[i];
        switch (clause.columns[i].kind) {
            case syntax::Column::Kind::Input:
                row.cells.push_back(read_cell(context, scope, cell, context.model.tables[id].inputs[input++]));
                break;
            case syntax::Column::Kind::Result: read_result(context, scope, id, results[result++], cell, row); break;
            case syntax::Column::Kind::Source:
                if (const auto* source = std::get_if<syntax::SourceCell>(&cell.kind)) {
                    has_source = true;
                    row.source = source->source.text.value_or("");
                    row.unverified = source->source.unverified;
                }
                break;
            case syntax::Column::Kind::From:
                if (const auto* date = std::get_if<syntax::DateCell>(&cell.kind)) row.from = date->date;
                break;
            case syntax::Column::Kind::Key: break;  // no column of a decision table
        }
    }
    if (!has_source) row.unverified = context.model.tables[id].source.unverified;
    context.model.tables.at(id).rows.push_back(std::move(row));
}

HitRule to_model(syntax::HitRule rule) {
    switch (rule) {
        case syntax::HitRule::ExactlyOne: return HitRule::ExactlyOne;
        case syntax::HitRule::First: return HitRule::First;
        case syntax::HitRule::Highest: return HitRule::Highest;
        case syntax::HitRule::Lowest: return HitRule::Lowest;
        case syntax::HitRule::Last: return HitRule::Last;
        case syntax::HitRule::Sum: return HitRule::Sum;
    }
    return HitRule::ExactlyOne;
}

void read_rows(Context& context, const Place& place, TableId id, const syntax::TableClause& clause) {
    const Scope scope{{context.model.tables[id].self}, place.document};
    std::vector<ResultColumn> results;
    for (std::size_t i = 0; i < clause.columns.size(); ++i) {
        const syntax::Column& column = clause.columns[i];
        if (column.kind == syntax::Column::Kind::Input) {
            auto reading = read_phrase(context, scope, column.path, want_anything());
            if (reading && as_date(context, *reading)) reading = as_date(context, *reading);
            const ExpressionId input = reading ? reading->expression : invalid_expression(context, column.where);
            context.model.tables.at(id).inputs.push_back(input);
        } else if (column.kind == syntax::Column::Kind::Result) {
            results.push_back({i, results.size(), choices_of_column(context, scope, clause, i)});
        }
    }
    for (const syntax::TableRow& row : clause.rows) read_row(context, scope, id, clause, row, results);
}

// A length of time written out in a column of results.
struct WrittenLength {
    Duration::Unit unit;  // weeks are days; months and working days have no fixed number of them
    Span where;
};

std::vector<WrittenLength> lengths_in(const Model& model, const DecisionTable& table, std::size_t result) {
    std::vector<WrittenLength> lengths;
    for (const TableRow& row : table.rows) {
        if (result >= row.results.size()) continue;
        const Expression& expression = model.expressions[row.results[result]];
        const auto* constant = std::get_if<Constant>(&expression.kind);
        if (constant == nullptr || expression.type.base != Base::Duration) continue;
        lengths.push_back({duration_from_column_value(constant->value).unit, expression.where});
    }
    return lengths;
}

Argument unit_argument(std::string name, Duration::Unit unit) {
    switch (unit) {
        case Duration::Unit::Days: return term(std::move(name), "dagen of weken", "days or weeks");
        case Duration::Unit::Months: return term(std::move(name), "maanden of jaren", "months or years");
        case Duration::Unit::WorkingDays: return term(std::move(name), "werkdagen", "working days");
    }
    return word(std::move(name), {});
}

// The highest of 30 days and 1 month cannot be told.
void check_units(const Context& context, const DecisionTable& table, std::size_t result) {
    const std::vector<WrittenLength> lengths = lengths_in(context.model, table, result);
    for (const WrittenLength& length : lengths) {
        if (length.unit == lengths.front().unit) continue;
        context.report(Code::LengthsOfTwoUnits, length.where,
                       {unit_argument("found", length.unit), unit_argument("expected", lengths.front().unit),
                        word("rule", table.hit_rule == HitRule::Highest ? "de hoogste" : "de laagste")});
    }
}

void read_table(Context& context, TableId id) {
    context.table_progress[id] = Progress::Running;
    const Place place = context.table_places[id];
    context.model.tables.at(id).validity = validity_of(context, place);
    for (const syntax::Clause& clause : place.header->clauses) {
        if (const auto* rule = std::get_if<syntax::HitRuleClause>(&clause.kind))
            context.model.tables.at(id).hit_rule = to_model(rule->rule);
        if (const auto* rows = std::get_if<syntax::TableClause>(&clause.kind)) read_rows(context, place, id, *rows);
    }
    DecisionTable& table = context.model.tables.at(id);
    table.result_types.resize(table.result_names.size());
    const bool ordered =
        table.hit_rule == HitRule::Highest || table.hit_rule == HitRule::Lowest || table.hit_rule == HitRule::Sum;
    for (std::size_t i = 0; ordered && i < table.result_types.size(); ++i) {
        const Base base = table.result_types[i].base;
        const bool fits =
            is_numeric(base) || (table.hit_rule != HitRule::Sum && (base == Base::Date || base == Base::Duration));
        if (!fits)
            context.report(Code::HitRuleNeedsNumbers, table.where,
                           {type_argument("found", table.result_types[i], context.model)});
        if (fits) check_units(context, table, i);
    }
    context.table_progress[id] = Progress::Done;
}

}  // namespace

bool is_being_read(const Context& context, const Member& member) {
    if (member.what == Member::What::Derived && !context.model.definitions[member.definition].is_property) {
        const auto progress = context.definition_progress.find(member.definition);
        return progress != context.definition_progress.end() && progress->second == Progress::Running;
    }
    if (member.what == Member::What::TableResult) {
        const auto progress = context.table_progress.find(member.table);
        return progress != context.table_progress.end() && progress->second == Progress::Running;
    }
    return false;
}

Type type_of_definition(Context& context, DefinitionId definition) {
    Type yes_no;
    yes_no.base = Base::YesNo;
    if (context.model.definitions[definition].is_property) return yes_no;
    const Progress progress = context.definition_progress[definition];
    if (progress == Progress::Running) report_circle(context, context.model.definitions[definition].name);
    if (progress == Progress::NotStarted) read_definition(context, definition);
    return context.model.definitions[definition].type;
}

Type type_of_result(Context& context, TableId table, std::size_t result) {
    const Progress progress = context.table_progress[table];
    if (progress == Progress::Running) report_circle(context, context.model.tables[table].name);
    if (progress == Progress::NotStarted) read_table(context, table);
    const auto& types = context.model.tables[table].result_types;
    return result < types.size() ? types[result] : Type{};
}

void read_definitions(Context& context) {
    for (std::size_t i = 0; i < context.model.sub_kinds.size(); ++i) {
        const SubKindId id = context.model.sub_kinds.id_at(i);
        const auto place = context.sub_kind_places.find(id);
        if (place == context.sub_kind_places.end()) continue;
        const Scope scope{{context.model.sub_kinds[id].self}, place->second.document};
        const auto& header = std::get<syntax::SubKindDefinition>(place->second.header->kind);
        const ConditionId filter = read_defining(context, scope, place->second, header.filter);
        context.model.sub_kinds.at(id).filter = filter;
    }
    for (std::size_t i = 0; i < context.model.definitions.size(); ++i) {
        const DefinitionId id = context.model.definitions.id_at(i);
        if (context.definition_progress[id] == Progress::NotStarted) read_definition(context, id);
    }
    for (std::size_t i = 0; i < context.model.tables.size(); ++i) {
        const TableId id = context.model.tables.id_at(i);
        if (context.table_progress[id] == Progress::NotStarted) read_table(context, id);
    }
    for (const auto& [field, place] : context.completeness_places) {
        const Scope scope{{context.model.fields[field].complete_self}, place.document};
        const auto& header = std::get<syntax::CompletenessDefinition>(place.header->kind);
        const ConditionId condition = read_defining(context, scope, place, header.condition);
        context.model.fields.at(field).complete_when = condition;
    }
}

}  // namespace toets::model
