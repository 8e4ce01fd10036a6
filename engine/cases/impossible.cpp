#include "cases/impossible.h"

#include "base/text.h"

namespace toets::cases {

namespace {

constexpr std::string_view birth_date = "geboortedatum";

std::optional<Date> date_at(const Caseload& caseload, model::FieldId field, std::uint32_t row) {
    const Column& column = caseload.columns[field.index()];
    if (column.states[row] != State::Known) return std::nullopt;
    return Date{static_cast<std::int32_t>(column.values[row])};
}

struct Reporter {
    const Caseload& caseload;
    const CaseInfo& info;
    Diagnostics* diagnostics;
    bool has_found = false;

    void report(Code code, cases::FactPlace fact, Date found, Date limit) {
        has_found = true;
        if (diagnostics == nullptr) return;
        const auto provenance = caseload.provenance.find(fact);
        const Span where = provenance == caseload.provenance.end() ? info.where : provenance->second.where;
        diagnostics->report(code, where,
                            {word("name", caseload.model->fields[fact.field].name.text), date_word("date", found),
                             date_word("limit", limit)});
    }
    static Argument date_word(std::string name, Date date) {
        return term(std::move(name), to_words(date, Language::Dutch), to_words(date, Language::English));
    }
};

// The day of the act, for a thing that the case's own event leads to: its client, and not whoever is in a list.
std::optional<Date> act_of(const Caseload& caseload, const CaseInfo& info, model::KindId kind, std::uint32_t row) {
    const model::Kind& root = caseload.model->kinds[info.root];
    if (!root.date.is_valid()) return std::nullopt;
    for (const model::FieldId id : root.fields) {
        const model::Field& field = caseload.model->fields[id];
        if (field.type.base != model::Base::Thing || field.type.kind != kind) continue;
        const Column& column = caseload.columns[id.index()];
        const bool leads_here = column.states[info.root_row] == State::Known && column.values[info.root_row] == row;
        if (leads_here) return date_at(caseload, root.date, info.root_row);
    }
    return std::nullopt;
}

}  // namespace

ImpossibleFacts::ImpossibleFacts(const model::Model& model) {
    for (std::size_t index = 0; index < model.kinds.size(); ++index) {
        const model::KindId id = model.kinds.id_at(index);
        const model::Kind& kind = model.kinds[id];
        if (kind.category == model::KindCategory::Period) periods_.push_back({id, kind.first_day, kind.last_day});
        for (const model::FieldId field : kind.fields) {
            const bool is_birth =
                model.fields[field].type.base == model::Base::Date && fold(model.fields[field].name.text) == birth_date;
            if (is_birth) births_.push_back({id, field});
        }
    }
}

bool ImpossibleFacts::find(const Caseload& caseload, const Checkpoint& before, const CaseInfo& info,
                           std::optional<Date> reference_date, Diagnostics* diagnostics) const {
    Reporter reporter{caseload, info, diagnostics};
    for (const Period& period : periods_) {
        for (std::uint32_t row = before.rows(period.kind); row < caseload.tables[period.kind.index()].rows; ++row) {
            const auto first = date_at(caseload, period.first, row);
            const auto last = date_at(caseload, period.last, row);
            if (first && last && *last < *first) {
                reporter.report(Code::EndsBeforeItBegins, {period.last, row}, *last, *first);
            }
        }
    }
    for (const Birth& birth : births_) {
        for (std::uint32_t row = before.rows(birth.kind); row < caseload.tables[birth.kind.index()].rows; ++row) {
            const auto born = date_at(caseload, birth.date, row);
            if (!born) continue;
            const auto act = act_of(caseload, info, birth.kind, row);
            if (reference_date && *reference_date < *born) {
                reporter.report(Code::BornAfterReferenceDate, {birth.date, row}, *born, *reference_date);
            } else if (act && *act < *born) {
                reporter.report(Code::BornAfterAct, {birth.date, row}, *born, *act);
            }
        }
    }
    return reporter.has_found;
}

}  // namespace toets::cases
