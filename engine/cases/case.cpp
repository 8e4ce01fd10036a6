#include "cases/case.h"

#include <algorithm>

namespace toets::cases {

namespace {

constexpr std::uint32_t least_room = 16;

bool is_list(const model::Field& field) { return field.type.base == model::Base::Things; }

bool is_absent_when_left_out(const model::Field& field) {
    return field.closed || field.completeness == model::Completeness::Complete;
}

std::int64_t absent_value(const model::Field& field) {
    return field.type.base == model::Base::Thing ? std::int64_t{absent_row} : 0;
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
    for (std::size_t index = 0; index < tables.size(); ++index) {
        make_room(the_model.kinds.id_at(index), least_room);
        add_sentinels(the_model.kinds.id_at(index));
    }
}

void Caseload::clear() {
    for (std::size_t index = 0; index < tables.size(); ++index) {
        const model::KindId kind = model->kinds.id_at(index);
        blank_rows(kind, first_row, tables[index].rows);
        tables[index].rows = first_row;
    }
    for (ListColumn& list : lists) list.items.clear();
    cases.clear();
    symbols.clear();
    provenance.clear();
    labels.clear();
}

void Caseload::blank_rows(model::KindId kind, std::uint32_t first, std::uint32_t last) {
    std::fill(tables[kind.index()].case_of.begin() + first, tables[kind.index()].case_of.begin() + last, 0);
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.is_list) {
            ListColumn& list = lists[blank.field.index()];
            std::fill(list.begin.begin() + first, list.begin.begin() + last, 0);
            std::fill(list.count.begin() + first, list.count.begin() + last, 0);
            std::fill(list.states.begin() + first, list.states.begin() + last, blank.state);
        } else {
            Column& column = columns[blank.field.index()];
            std::fill(column.values.begin() + first, column.values.begin() + last, blank.value);
            std::fill(column.states.begin() + first, column.states.begin() + last, blank.state);
        }
    }
}

void Caseload::make_room(model::KindId kind, std::uint32_t rows) {
    const std::uint32_t had = room_of(kind);
    tables[kind.index()].case_of.resize(rows);
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.is_list) {
            ListColumn& list = lists[blank.field.index()];
            list.begin.resize(rows);
            list.count.resize(rows);
            list.states.resize(rows);
        } else {
            columns[blank.field.index()].values.resize(rows);
            columns[blank.field.index()].states.resize(rows);
        }
    }
    blank_rows(kind, had, rows);
}

std::uint32_t Caseload::room_of(model::KindId kind) const {
    return static_cast<std::uint32_t>(tables[kind.index()].case_of.size());
}

// The rows "nobody told us" and "no such thing".
void Caseload::add_sentinels(model::KindId kind) {
    for (const Blank& blank : blanks_[kind.index()]) {
        if (blank.is_list) {
            lists[blank.field.index()].states[unknown_row] = State::Unknown;
            lists[blank.field.index()].states[absent_row] = State::Absent;
        } else {
            Column& column = columns[blank.field.index()];
            column.values[unknown_row] = 0;
            column.states[unknown_row] = State::Unknown;
            column.values[absent_row] = absent_value(model->fields[blank.field]);
            column.states[absent_row] = State::Absent;
        }
    }
}

std::uint32_t Caseload::add_row(model::KindId kind, std::uint32_t case_index) {
    Table& table = tables[kind.index()];
    if (table.rows == room_of(kind)) make_room(kind, 2 * table.rows);
    table.case_of[table.rows] = case_index;
    return table.rows++;
}

void Caseload::remove_rows(model::KindId kind, std::uint32_t from) {
    blank_rows(kind, from, tables[kind.index()].rows);
    tables[kind.index()].rows = from;
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
