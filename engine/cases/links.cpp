#include "cases/links.h"

#include <algorithm>

#include "cases/document.h"

namespace toets::cases {

namespace {

void set_way_back(Caseload& caseload, model::FieldId field, std::uint32_t row, std::uint32_t target) {
    const model::FieldId back = caseload.keys.way_back(field);
    if (!back.is_valid()) return;
    Column& column = caseload.columns[back.index()];
    if (column.states[target] == State::Known) return;
    column.values[target] = row;
    column.states[target] = State::Known;
}

bool is_on(const Path& path, model::KindId kind) {
    return std::any_of(path.begin(), path.end(), [kind](const PathStep& step) { return step.kind == kind; });
}

bool is_told(const Column& column, std::uint32_t row) {
    return column.states[row] != State::Unknown || column.values[row] != std::int64_t{unknown_row};
}

}  // namespace

std::uint32_t add_thing(Caseload& caseload, model::FieldId field, std::uint32_t row) {
    const model::Field& declared = caseload.model->fields[field];
    const std::uint32_t case_index = caseload.tables[declared.kind.index()].case_of[row];
    const std::uint32_t added = caseload.add_row(declared.type.kind, case_index);
    set_way_back(caseload, field, row, added);
    return added;
}

void set_reference(Caseload& caseload, model::FieldId field, std::uint32_t row, std::uint32_t target) {
    caseload.columns[field.index()].values[row] = target;
    caseload.columns[field.index()].states[row] = State::Known;
    set_way_back(caseload, field, row, target);
}

namespace {

// Periods that follow on each other: one without a last day ends on the day before the next begins, and the last runs
// on. While a first day is not known, nor is the order.
void end_where_next_begins(Caseload& caseload, model::KindId kind, std::span<const std::uint32_t> items) {
    const Column& first = caseload.columns[caseload.model->kinds[kind].first_day.index()];
    Column& last = caseload.columns[caseload.model->kinds[kind].last_day.index()];
    std::vector<std::int64_t> begins;
    for (const std::uint32_t row : items) {
        if (first.states[row] == State::Known) begins.push_back(first.values[row]);
    }
    std::sort(begins.begin(), begins.end());
    for (const std::uint32_t row : items) {
        if (last.states[row] != State::Absent) continue;
        if (begins.size() < items.size()) {
            last.states[row] = State::Unknown;
        } else if (const auto next = std::upper_bound(begins.begin(), begins.end(), first.values[row]);
                   next != begins.end()) {
            last.states[row] = State::Known;
            last.values[row] = *next - 1;
        }
    }
}

}  // namespace

void set_items(Caseload& caseload, model::FieldId field, std::uint32_t row, std::span<const std::uint32_t> items) {
    ListColumn& list = caseload.lists[field.index()];
    list.begin[row] = static_cast<std::uint32_t>(list.items.size());
    list.count[row] = static_cast<std::uint32_t>(items.size());
    list.states[row] = items.empty() ? State::Absent : State::Known;
    list.items.insert(list.items.end(), items.begin(), items.end());
    const model::Field& declared = caseload.model->fields[field];
    if (declared.is_consecutive) end_where_next_begins(caseload, declared.type.kind, items);
}

void set_state(Caseload& caseload, model::FieldId field, std::uint32_t row, State state) {
    const model::Base base = caseload.model->fields[field].type.base;
    if (base == model::Base::Things) {
        caseload.lists[field.index()].count[row] = 0;
        caseload.lists[field.index()].states[row] = state;
        return;
    }
    const bool is_no_thing = base == model::Base::Thing && state == State::Absent;
    caseload.columns[field.index()].values[row] = is_no_thing ? std::int64_t{absent_row} : 0;
    caseload.columns[field.index()].states[row] = state;
}

void add_unknown_subjects(Caseload& caseload, Path& path, std::vector<PathStep>& unknown) {
    const PathStep thing = path.back();
    for (const model::FieldId field : caseload.keys.subjects_of(thing.kind)) {
        const model::KindId kind = caseload.model->fields[field].type.kind;
        if (is_told(caseload.columns[field.index()], thing.row) || is_on(path, kind)) continue;
        if (unknown.size() > most_values) return;
        const std::uint32_t case_index = caseload.tables[thing.kind.index()].case_of[thing.row];
        const std::uint32_t row = caseload.add_unknown_row(kind, case_index);
        set_way_back(caseload, field, thing.row, row);
        caseload.columns[field.index()].values[thing.row] = row;
        unknown.push_back({kind, row});
        path.push_back({kind, row});
        add_unknown_subjects(caseload, path, unknown);
        path.pop_back();
    }
}

model::FieldId readiness_field(const model::Model& model, model::KindId kind) {
    if (model.kinds[kind].is_subject) return {};
    model::FieldId found;
    for (const model::Kind& event : model.kinds) {
        if (event.category != model::KindCategory::Event || !event.is_subject) continue;
        for (const model::FieldId id : event.fields) {
            const model::Field& field = model.fields[id];
            const bool leads_here = field.role == model::FieldRole::Stored && field.type.base == model::Base::Thing &&
                                    field.type.kind == kind;
            if (!leads_here) continue;
            if (found.is_valid()) return {};
            found = id;
        }
    }
    return found;
}

}  // namespace toets::cases
