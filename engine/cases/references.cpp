// The part of ThingReader that comes last: what refers by name to a thing elsewhere in the case.
#include <algorithm>

#include "cases/number.h"
#include "cases/thing_reader.h"

namespace toets::cases {

namespace {

bool is_among(const std::vector<PathStep>& steps, const PathStep& wanted) {
    return std::any_of(steps.begin(), steps.end(),
                       [&](const PathStep& step) { return step.kind == wanted.kind && step.row == wanted.row; });
}

}  // namespace

void ThingReader::finish() {
    for (const Reference& reference : references_) settle(reference);
    if (unknown_.size() > most_values) {
        diagnostics_.report(Code::TooManyValues, {}, {word("limit", std::to_string(most_values))});
    }
}

// The things the reference may mean: the nearest one around it, or else all told things of the kind in its case.
std::vector<std::uint32_t> ThingReader::candidates(const Reference& reference, model::KindId kind) const {
    const PathStep& holder = reference.path.back();
    for (std::size_t above = reference.path.size() - 1; above-- > 0;) {
        if (reference.path[above].kind == kind) return {reference.path[above].row};
    }
    std::vector<std::uint32_t> rows;
    const Table& table = caseload_.tables[kind.index()];
    const std::uint32_t case_index = caseload_.tables[holder.kind.index()].case_of[holder.row];
    for (std::uint32_t row = table.rows; row-- > first_row && table.case_of[row] == case_index;) {
        const bool is_holder = holder.kind == kind && holder.row == row;
        if (!is_holder && !is_among(unknown_, {kind, row})) rows.push_back(row);
        if (rows.size() > 1) break;
    }
    return rows;
}

void ThingReader::settle(const Reference& reference) {
    const model::Field& field = caseload_.model->fields[reference.field];
    const auto rows = candidates(reference, field.type.kind);
    const auto hidden = static_cast<std::size_t>(std::count(hidden_.begin(), hidden_.end(), field.type.kind));
    const bool is_around = !rows.empty() && is_among(reference.path, {field.type.kind, rows.front()});
    if (rows.size() == 1 && (is_around || hidden == 0)) {
        set_reference(caseload_, reference.field, reference.row, rows.front());
        return;
    }
    if (rows.empty() && hidden == 1) {  // to a thing nobody knew of yet
        leave_out(reference.field, reference.row);
        return;
    }
    const model::Name& thing = caseload_.model->kinds[field.type.kind].name;
    diagnostics_.report(rows.size() + hidden == 0 ? Code::UnknownReference : Code::AmbiguousReference,
                        reference.written->where,
                        {written(*reference.written), word("name", field.name.text),
                         term("thing", model::with_article(thing), "`" + thing.text + "`")});
}

}  // namespace toets::cases
