#include "cases/copies.h"

#include <algorithm>

namespace toets::cases {

Copies::Copies(const Caseload& caseload, std::uint32_t case_index)
    : caseload_(caseload), case_index_(case_index), rows_(caseload.tables.size()) {
    for (std::size_t kind = 0; kind < caseload.tables.size(); ++kind) {
        const Table& table = caseload.tables[kind];
        for (std::uint32_t row = first_row; row < table.rows; ++row) {
            if (table.case_of[row] == case_index) rows_[kind].push_back(row);
        }
        size_ += rows_[kind].size();
    }
}

std::uint32_t Copies::row_in(std::size_t copy, model::KindId kind, std::uint32_t row) const {
    const std::vector<std::uint32_t>& rows = rows_[kind.index()];
    if (row < first_row) return row;
    const auto found = std::lower_bound(rows.begin(), rows.end(), row);
    if (found == rows.end() || *found != row) return unknown_row;
    return static_cast<std::uint32_t>(first_row + copy * rows.size() + static_cast<std::size_t>(found - rows.begin()));
}

void Copies::write(std::size_t count, Caseload& to) const {
    to.clear();
    for (std::size_t copy = 0; copy < count; ++copy) {
        CaseInfo info;
        info.root = caseload_.cases[case_index_].root;
        info.root_row = row_in(copy, info.root, caseload_.cases[case_index_].root_row);
        info.given = caseload_.cases[case_index_].given;
        if (info.given.is_valid()) info.given_row = row_in(copy, info.given, caseload_.cases[case_index_].given_row);
        to.cases.push_back(std::move(info));
    }
    write_words(count, to);
    for (std::size_t kind = 0; kind < rows_.size(); ++kind) {
        const model::KindId id = to.model->kinds.id_at(kind);
        for (std::uint32_t copy = 0; copy < count; ++copy) {
            for (std::size_t row = 0; row < rows_[kind].size(); ++row) to.add_row(id, copy);
        }
    }
    for (std::size_t index = 0; index < to.model->fields.size(); ++index) {
        const model::FieldId field = to.model->fields.id_at(index);
        const bool is_list = to.model->fields[field].type.base == model::Base::Things;
        if (is_list) {
            write_list(field, count, to);
        } else {
            write_column(field, count, to);
        }
    }
}

// Which rules a decision names, and who signed it, is read from its words (C67).
void Copies::write_words(std::size_t count, Caseload& to) const {
    const model::KindId decision = to.model->decisions.kind;
    if (!decision.is_valid() || rows_[decision.index()].empty()) return;
    to.symbols = caseload_.symbols;
    to.labels.clear();
    for (const auto& [thing, name] : caseload_.labels) {
        if (caseload_.tables[thing.first.index()].case_of[thing.second] != case_index_) continue;
        for (std::size_t copy = 0; copy < count; ++copy)
            to.labels[{thing.first, row_in(copy, thing.first, thing.second)}] = name;
    }
}

void Copies::write_column(model::FieldId field, std::size_t count, Caseload& to) const {
    const model::Field& declared = to.model->fields[field];
    const bool is_thing = declared.type.base == model::Base::Thing;
    const Column& from = caseload_.columns[field.index()];
    Column& column = to.columns[field.index()];
    std::size_t target = first_row;
    for (std::size_t copy = 0; copy < count; ++copy) {
        for (const std::uint32_t row : rows_[declared.kind.index()]) {
            const std::int64_t value = from.values[row];
            column.values[target] =
                is_thing ? row_in(copy, declared.type.kind, static_cast<std::uint32_t>(value)) : value;
            column.states[target] = from.states[row];
            ++target;
        }
    }
}

void Copies::write_list(model::FieldId field, std::size_t count, Caseload& to) const {
    const model::Field& declared = to.model->fields[field];
    const ListColumn& from = caseload_.lists[field.index()];
    ListColumn& list = to.lists[field.index()];
    std::size_t target = first_row;
    for (std::size_t copy = 0; copy < count; ++copy) {
        for (const std::uint32_t row : rows_[declared.kind.index()]) {
            list.begin[target] = static_cast<std::uint32_t>(list.items.size());
            list.count[target] = from.count[row];
            list.states[target] = from.states[row];
            for (std::uint32_t item = 0; item < from.count[row]; ++item) {
                list.items.push_back(row_in(copy, declared.type.kind, from.items[from.begin[row] + item]));
            }
            ++target;
        }
    }
}

}  // namespace toets::cases
