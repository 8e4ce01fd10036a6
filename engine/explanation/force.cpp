#include "explanation/force.h"

#include <algorithm>

namespace toets::explanation {

namespace {

using Told = ForceNote::What;

constexpr Duration near_enough{3, Duration::Unit::Months};

std::vector<std::string> names_of(const model::Model& model, const std::vector<model::PartyId>& parties) {
    std::vector<std::string> names;
    names.reserve(parties.size());
    for (const model::PartyId party : parties) names.push_back(model.parties[party].name.text);
    return names;
}

std::string name_of(const model::Document& document) {
    switch (document.kind) {
        case model::DocumentKind::Covenant: return "convenant " + document.name;
        case model::DocumentKind::PerformanceAgreements: return "prestatieafspraken " + document.name;
        case model::DocumentKind::Ordinance: return "verordening " + document.name;
        case model::DocumentKind::Law: return "wet " + document.name;
        case model::DocumentKind::Concepts: return "begrippen " + document.name;
        case model::DocumentKind::Plain: return document.name;
    }
    return document.name;
}

class ForceWriter {
public:
    ForceWriter(const Reading& reading, Answer& answer) : reading_(reading), model_(reading.model()), answer_(answer) {}

    void write() {
        for (std::size_t index = 0; index < model_.documents.size(); ++index) {
            const model::DocumentId id = model_.documents.id_at(index);
            const model::Document& document = model_.documents[id];
            const auto is_of = [&](const Finding& finding) { return model_.rules[finding.id].document == id; };
            if (document.consent) add_consent(name_of(document), *document.consent, document.validity, is_of);
            if (document.renewal) add_renewal(document, is_of);
        }
        for (std::size_t index = 0; index < model_.rules.size(); ++index) {
            const model::RuleId id = model_.rules.id_at(index);
            for (const model::RuleVersion& version : model_.rules[id].versions) {
                const auto is_of = [&](const Finding& finding) { return finding.id == id; };
                const std::string name = to_words(model_.rules[id].kind, Language::Dutch) + " " + model_.rules[id].name;
                if (version.consent) add_consent(name, *version.consent, version.validity, is_of);
            }
        }
    }

private:
    template <class IsOf>
    [[nodiscard]] bool is_any_out_of_force(const IsOf& is_of) const {
        return std::any_of(answer_.findings.begin(), answer_.findings.end(),
                           [&](const Finding& finding) { return is_of(finding) && !finding.is_in_force; });
    }

    void add(Told what, const std::string& name, std::vector<std::string> parties, std::optional<Date> date,
             std::optional<Date> last, Span where) {
        answer_.force.push_back({what, name, std::move(parties), date, last, reading_.words().place(where)});
    }

    template <class IsOf>
    void add_consent(const std::string& name, const model::ConsentNeeded& needed, const model::Validity& validity,
                     const IsOf& is_of) {
        if (!needed.missing.empty()) {
            add(Told::ConsentMissing, name, names_of(model_, needed.missing), {}, {}, needed.where);
        }
        if (validity.is_doubtful && !needed.undated.empty()) {
            add(Told::ConsentUndated, name, names_of(model_, needed.undated), {}, {}, needed.where);
        }
        if (needed.complete && is_any_out_of_force(is_of)) {
            add(Told::ConsentLate, name, {}, needed.complete, {}, needed.where);
        }
    }

    template <class IsOf>
    void add_renewal(const model::Document& document, const IsOf& is_of) {
        const model::RenewalTerms& terms = *document.renewal;
        const std::optional<Date> today = reading_.reference_date();
        for (const model::NoticeGiven& notice : terms.notices) {
            const std::vector<std::string> by{model_.parties[notice.by].name.text};
            if (!notice.on) add(Told::NoticeUndated, name_of(document), by, {}, terms.first_last, notice.where);
            if (notice.missed) add(Told::NoticeLate, name_of(document), by, notice.on, notice.missed, notice.where);
            if (notice.last && notice.last == document.validity.last) {
                add(Told::Ends, name_of(document), by, notice.on, notice.last, notice.where);
            }
        }
        if (!terms.notices.empty() || !today || !document.validity.sure_last) return;
        const Date last = document.validity.last_sure_day(*today);
        const auto& renewals = document.validity.renewals;
        const auto current = std::find_if(renewals.begin(), renewals.end(),
                                          [last](const model::Renewal& each) { return each.last == last; });
        const bool is_renewed = current != renewals.end();
        const auto term = static_cast<std::size_t>(is_renewed ? current - renewals.begin() + 1 : 0);
        if (is_renewed) add(Told::Renewed, name_of(document), {}, terms.deadlines[term - 1], last, terms.where);
        const std::optional<Date> horizon = shift(*today, near_enough, false);
        const bool is_soon = horizon && terms.deadlines[term] <= *horizon;
        const bool matters = std::any_of(answer_.findings.begin(), answer_.findings.end(), [&](const Finding& finding) {
            return is_of(finding) && finding.is_in_doubt;
        });
        if (is_soon || matters) {
            add(Told::RenewalOpen, name_of(document), {}, terms.deadlines[term], last, terms.where);
        }
    }

    const Reading& reading_;
    const model::Model& model_;
    Answer& answer_;
};

}  // namespace

void add_force(const Reading& reading, Answer& answer) { ForceWriter(reading, answer).write(); }

void add_successions(const Reading& reading, Answer& answer) {
    const model::Model& model = reading.model();
    if (model.successions.empty()) return;
    const cases::Caseload& caseload = reading.caseload();
    std::vector<bool> is_in_case(model.parties.size());
    for (std::size_t index = 0; index < model.fields.size(); ++index) {
        const model::Field& field = model.fields[model.fields.id_at(index)];
        const bool is_stored = field.role == model::FieldRole::Stored && field.type.base == model::Base::Organisation;
        if (!is_stored) continue;
        const cases::Table& table = caseload.tables[field.kind.index()];
        const cases::Column& column = caseload.columns[index];
        for (std::uint32_t row = cases::first_row; row < table.rows && row < column.values.size(); ++row) {
            const bool is_known = column.states[row] == cases::State::Known;
            if (table.case_of[row] != reading.case_index() || !is_known) continue;
            const auto symbol = static_cast<std::size_t>(column.values[row]);
            if (symbol < is_in_case.size()) is_in_case[symbol] = true;
        }
    }
    for (const model::Succession& each : model.successions) {
        if (!is_in_case[each.party.index()]) continue;
        answer.successions.push_back({model.parties[each.party].name.text, model.parties[each.successor].name.text,
                                      each.from, reading.words().place(each.where)});
    }
}

std::vector<std::string> not_consented(const Reading& reading, const model::Rule& rule) {
    const model::Document& document = reading.model().documents[rule.document];
    if (document.consent && document.validity.is_never) return names_of(reading.model(), document.consent->missing);
    std::vector<std::string> names;
    for (const model::RuleVersion& version : rule.versions) {
        if (!version.consent || !version.validity.is_never) continue;
        for (std::string& name : names_of(reading.model(), version.consent->missing)) {
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    }
    return names;
}

}  // namespace toets::explanation
