#include "cases/checkpoint.h"

namespace toets::cases {

namespace {

void truncate(Caseload& caseload, model::KindId kind, std::uint32_t rows) {
    if (caseload.tables[kind.index()].rows == rows) return;
    caseload.remove_rows(kind, rows);
    constexpr std::uint32_t last_row = 0xffffffffU;
    caseload.labels.erase(caseload.labels.lower_bound({kind, rows}), caseload.labels.upper_bound({kind, last_row}));
    for (const model::FieldId field : caseload.model->kinds[kind].fields) {
        caseload.provenance.erase(caseload.provenance.lower_bound({field, rows}),
                                  caseload.provenance.upper_bound({field, last_row}));
    }
}

}  // namespace

Checkpoint::Checkpoint(const Caseload& caseload) {
    for (std::size_t index = 0; index < caseload.lists.size(); ++index) {
        if (!caseload.lists[index].states.empty()) items_.emplace_back(caseload.model->fields.id_at(index), 0);
    }
    take(caseload);
}

void Checkpoint::take(const Caseload& caseload) {
    rows_.resize(caseload.tables.size());
    for (std::size_t index = 0; index < rows_.size(); ++index) rows_[index] = caseload.tables[index].rows;
    for (auto& [field, count] : items_) count = caseload.lists[field.index()].items.size();
    cases_ = caseload.cases.size();
}

void Checkpoint::restore(Caseload& caseload) const {
    const model::Model& model = *caseload.model;
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        truncate(caseload, model.kinds.id_at(index), rows_[index]);
    }
    for (const auto& [field, count] : items_) caseload.lists[field.index()].items.resize(count);
    caseload.cases.resize(cases_);
}

}  // namespace toets::cases
