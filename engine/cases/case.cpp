#include "cases/case.h"

namespace toets::cases {

namespace {

bool is_list(const model::Field& field) { return field.type.base == model::Base::Things; }

bool is_absent_when_left_out(const model::Field& field) {
    return field.closed || field.completeness == model::Completeness::Complete;
}

std::int64_t absent_value(const model::Field& field) {
    return field.type.base == model::Base::Thing ? std::int64_t{absent_row} : 0;
}

// The rows "nobody told us" and "no such thing".
void begin_column(Column& column, const model::Field& field) {
    column.values = {0, absent_value(field)};
    column.states = {State::Unknown, State::Absent};
}
void begin_list(ListColumn& list) {
    list.begin = {0, 0};
    list.count = {0, 0};
    list.states = {State::Unknown, State::Absent};
    list.items.clear();
}

}  // namespace

Caseload::Caseload(const model::Model& the_model)
    : model(&the_model),
      keys(the_model),
      tables(the_model.kinds.size()),
      columns(the_model.fields.size()),
      lists(the_model.fields.size()),
      symbols(the_model),
      blanks_(the_model.kinds.size()) {
    for (std::size_t index = 0; index < the_model.fields.size(); ++index) {
        const model::FieldId id = the_model.fields.id_at(index);
        const model::Field& field = the_model.fields[id];
        const bool is_absent = is_absent_when_left_out(field);
        blanks_[field.kind.index()].push_back(
            {id, is_list(field), is_absent ? State::Absent : State::Unknown, is_absent ? absent_value(field) : 0});
    }
    clear();
}

void Caseload::clear() {
    for (Table& table : tables) {
        table.rows = first_row;
        table.case_of.assign(first_row, 0);
    }
    for (std::size_t index = 0; index < columns.size(); ++index) {
        const model::Field& field = model->fields[model->fields.id_at(index)];
        if (is_list(field)) {
            begin_list(lists[index]);
        } else {
            begin_column(columns[index], field);
        }
    }
    cases.clear();
    symbols.clear();
    provenance.clear();
    labels.clear();
}

std::uint32_t Caseload::add_row(model::KindId kind, std::uint32_t case_index) {
    Table& table = tables[kind.index()];
    table.case_of.push_back(case_index);
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.is_list) {
            ListColumn& list = lists[blank.field.index()];
            list.begin.push_back(0);
            list.count.push_back(0);
            list.states.push_back(blank.state);
        } else {
            Column& column = columns[blank.field.index()];
            column.values.push_back(blank.value);
            column.states.push_back(blank.state);
        }
    }
    return table.rows++;
}

std::uint32_t Caseload::add_unknown_row(model::KindId kind, std::uint32_t case_index) {
    const std::uint32_t row = add_row(kind, case_index);
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.is_list) {
            lists[blank.field.index()].states[row] = State::Unknown;
        } else {
            columns[blank.field.index()].values[row] = 0;
            columns[blank.field.index()].states[row] = State::Unknown;
        }
    }
    return row;
}

void Caseload::make_known(model::KindId kind, std::uint32_t row) {
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.state != State::Absent) continue;
        if (blank.is_list) {
            lists[blank.field.index()].states[row] = State::Absent;
        } else if (columns[blank.field.index()].values[row] < std::int64_t{first_row}) {
            columns[blank.field.index()].values[row] = blank.value;
            columns[blank.field.index()].states[row] = State::Absent;
        }
    }
}

}  // namespace toets::cases
