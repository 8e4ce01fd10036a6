#include "cases/consent.h"

#include <algorithm>

namespace toets::cases {

namespace {

class ConsentOfGiver {
public:
    ConsentOfGiver(const Caseload& caseload, const model::Consent& consent, Date day)
        : list_(caseload.lists[consent.list.index()]),
          first_(caseload.columns[caseload.model->kinds[consent.kind].first_day.index()]),
          last_(caseload.columns[caseload.model->kinds[consent.kind].last_day.index()]),
          day_(day) {}

    // Nothing when it holds, or when nobody told of consent at all; then what was told may be used.
    [[nodiscard]] std::optional<Withdrawn> withdrawn(std::uint32_t giver) const {
        if (list_.states[giver] == State::Unknown) return std::nullopt;
        Withdrawn gone;
        for (std::uint32_t item = 0; item < list_.count[giver]; ++item) {
            const std::uint32_t row = list_.items[list_.begin[giver] + item];
            if (may_run(row)) return std::nullopt;
            const bool is_over = last_.states[row] == State::Known && last_.values[row] < day_.days;
            if (is_over) gone.since = std::max(gone.since, std::optional(day_after(last_.values[row])));
        }
        return gone;
    }

private:
    [[nodiscard]] bool may_run(std::uint32_t row) const {
        const bool has_begun = first_.states[row] != State::Known || first_.values[row] <= day_.days;
        const bool is_over = last_.states[row] == State::Known && last_.values[row] < day_.days;
        return has_begun && !is_over;
    }
    static Date day_after(std::int64_t day) { return Date{static_cast<std::int32_t>(day + 1)}; }

    const ListColumn& list_;
    const Column& first_;
    const Column& last_;
    Date day_;
};

}  // namespace

Consents::Consents(const model::Model& model) {
    for (const model::Consent& consent : model.access.consents) {
        std::vector<bool> fields;
        for (std::size_t index = 0; index < model.fields.size(); ++index) {
            const model::Field& field = model.fields[model.fields.id_at(index)];
            const bool is_of_consent = field.kind == consent.kind || field.type.kind == consent.kind;
            fields.push_back(field.privacy == consent.privacy && !is_of_consent);
        }
        of_.push_back({&consent, std::move(fields)});
    }
}

void Consents::apply(Caseload& caseload, const Checkpoint& before, std::optional<Date> reference_date) const {
    if (of_.empty() || !reference_date || caseload.cases.empty()) return;
    std::vector<std::optional<Date>> days(caseload.cases.size());
    days.back() = reference_date;
    apply(caseload, rows_since(caseload, before), days);
}

void Consents::apply(Caseload& caseload, PartOfCaseload part, const std::vector<std::optional<Date>>& days) const {
    const std::vector<bool> asked = part.cases;
    for (const Of& of : of_) {
        std::fill(part.cases.begin(), part.cases.end(), false);
        bool is_any = false;
        const std::size_t giver = of.consent->giver.index();
        for (std::uint32_t row = std::max(part.first[giver], first_row); row < part.last[giver]; ++row) {
            const std::uint32_t index = caseload.tables[giver].case_of[row];
            if (index == no_case || !asked[index] || !days[index] || part.cases[index]) continue;
            auto gone = ConsentOfGiver(caseload, *of.consent, *days[index]).withdrawn(row);
            if (!gone) continue;
            gone->privacy = of.consent->privacy;
            gone->giver = of.consent->giver;
            std::vector<Withdrawn>& told = caseload.cases[index].withdrawn;
            const auto is_same = [&](const Withdrawn& each) { return each.privacy == gone->privacy; };
            if (std::none_of(told.begin(), told.end(), is_same)) told.push_back(*gone);
            part.cases[index] = true;
            is_any = true;
        }
        if (is_any) hide(caseload, of.fields, part);
    }
}

}  // namespace toets::cases
