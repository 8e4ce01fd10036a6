#include "portfolio/made_up_rows.h"

namespace toets::portfolio {

std::vector<bool> made_up_rows(const cases::Caseload& caseload, model::KindId kind) {
    const model::Model& model = *caseload.model;
    std::vector<bool> made_up(caseload.tables[kind.index()].rows, false);
    for (std::size_t index = 0; index < model.fields.size(); ++index) {
        const model::FieldId field = model.fields.id_at(index);
        const model::Type& type = model.fields[field].type;
        if (type.base != model::Base::Thing || type.kind != kind) continue;
        const cases::Column& column = caseload.columns[index];
        const std::uint32_t rows = caseload.tables[model.fields[field].kind.index()].rows;
        for (std::uint32_t row = cases::first_row; row < rows; ++row) {
            const bool is_told = column.states[row] != cases::State::Unknown;
            if (!is_told && column.values[row] >= std::int64_t{cases::first_row}) {
                made_up[static_cast<std::size_t>(column.values[row])] = true;
            }
        }
    }
    for (const cases::CaseInfo& each : caseload.cases) {
        if (each.is_readiness_check && each.root == kind) made_up[each.root_row] = true;
    }
    return made_up;
}

}  // namespace toets::portfolio
