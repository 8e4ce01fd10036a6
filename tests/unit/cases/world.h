// A small agreement for the tests of reading cases: an allocation of a dwelling to a client with debts.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/from_json.h"
#include "cases/from_yaml.h"
#include "diagnostics/to_text.h"
#include "model_builder.h"

namespace toets::test {

using cases::State;

struct World {
    ModelBuilder b;
    model::RoleId municipality = b.party("de gemeente", {"Noorderhof", "Zuiderveen"});
    model::RoleId corporation = b.party("de corporatie", {"Woonwaard", "De Sleutel"});
    model::RoleId board = b.party("de stuurgroep", {});

    model::KindId allocation = b.event("de toewijzing", "toewijzingen");
    model::KindId client = b.kind("de cliënt", "cliënten");
    model::KindId dwelling = b.kind("de woning");
    model::KindId registration = b.event("de aanmelding");
    model::KindId support = b.kind("de begeleidingsovereenkomst");
    model::KindId lease = b.period("de huurovereenkomst");
    model::KindId debt = b.kind("de schuld", "schulden");
    model::KindId repayment = b.event("de aflossing", "aflossingen");
    model::KindId plan = b.kind("het plan");
    model::KindId signing = b.event("de ondertekening", "ondertekeningen");

    model::FieldId allocation_municipality = b.field(allocation, "de gemeente", ModelBuilder::role(municipality));
    model::FieldId allocation_corporation = b.field(allocation, "de corporatie", ModelBuilder::role(corporation));
    model::FieldId allocation_client = b.field(allocation, "de cliënt", ModelBuilder::thing(client));
    model::FieldId allocation_dwelling = b.field(allocation, "de woning", ModelBuilder::thing(dwelling));
    model::FieldId allocation_lease = b.field(allocation, "de huurovereenkomst", ModelBuilder::thing(lease));
    model::FieldId handover = b.field(allocation, "de sleuteloverdracht", ModelBuilder::type(Base::Date));

    model::FieldId origin =
        b.field(client, "de herkomst", b.choice({"maatschappelijke opvang", "beschermd wonen", "overig"}));
    model::FieldId born = b.field(client, "de geboortedatum", ModelBuilder::type(Base::Date));
    model::FieldId income = b.field(client, "het inkomen", ModelBuilder::type(Base::Amount));
    model::FieldId restructuring = b.field(client, "een saneringsplan", ModelBuilder::type(Base::YesNo));
    model::FieldId children = b.field(client, "het aantal kinderen", ModelBuilder::type(Base::Count));
    model::FieldId factor = b.field(client, "de factor", ModelBuilder::type(Base::Number));
    model::FieldId share = b.field(client, "het aandeel", ModelBuilder::type(Base::Percentage));
    model::FieldId stay = b.field(client, "de verblijfsduur", ModelBuilder::type(Base::Duration));
    model::FieldId term = b.field(client, "de termijn", ModelBuilder::type(Base::Duration));
    model::FieldId remark = b.field(client, "de opmerking", ModelBuilder::type(Base::Text));
    model::FieldId mentor = b.field(client, "de mentor", ModelBuilder::type(Base::Person));
    model::FieldId employer = b.field(client, "de werkgever", ModelBuilder::type(Base::Organisation));
    model::FieldId reasons =
        b.field(client, "de redenen", b.choice({"huurachterstand", "overlast", "hennep"}, Base::ChoiceSet));
    model::FieldId balance = b.field(client, "het saldo", ModelBuilder::type(Base::Amount));
    model::FieldId ban = b.field(client, "het huisverbod", ModelBuilder::type(Base::YesNo));
    model::FieldId client_registration = b.field(client, "de aanmelding", ModelBuilder::thing(registration));
    model::FieldId client_support = b.field(client, "de begeleidingsovereenkomst", ModelBuilder::thing(support));
    model::FieldId client_plan = b.field(client, "het plan", ModelBuilder::thing(plan));
    model::FieldId client_debts = b.owned(client, debt, model::Completeness::Conditional);
    model::FieldId client_repayments = b.owned(client, repayment, model::Completeness::Complete);

    model::FieldId rent = b.field(dwelling, "de kale huur", ModelBuilder::type(Base::Amount), {"huurprijs"});
    model::FieldId complex = b.field(dwelling, "het complex", ModelBuilder::type(Base::Text));
    model::FieldId signed_on = b.field(support, "de ondertekendatum", ModelBuilder::type(Base::Date));
    model::FieldId hours = b.field(support, "de omvang", ModelBuilder::type(Base::HoursPerWeek));
    model::FieldId tenant = b.field(lease, "de huurder", ModelBuilder::thing(client));
    model::FieldId amount = b.field(debt, "het openstaande bedrag", ModelBuilder::type(Base::Amount));
    model::FieldId creditor = b.field(debt, "de schuldeiser", ModelBuilder::type(Base::Organisation));
    model::FieldId due = b.field(repayment, "de vervaldatum", ModelBuilder::type(Base::Date));
    model::FieldId signings = b.field(plan, "de ondertekeningen", ModelBuilder::things(signing));
    model::FieldId registration_client = b.inverse(client_registration);
    model::FieldId allocation_of_client = b.inverse(allocation_client);

    Sources sources;
    Diagnostics diagnostics;
    cases::ReadOptions options;

    World() {
        b.subject(allocation);
        b.subject(registration);
        b.at(reasons).completeness = model::Completeness::Complete;
        b.at(signings).completeness = model::Completeness::Incomplete;
        b.at(balance).may_be_negative = true;
        b.at(ban).closed = true;
        b.at(stay).bare_number_unit = Duration::Unit::Months;
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    cases::Caseload yaml(const std::string& text) {
        cases::Caseload caseload(b.model);
        from_yaml(sources.add("zaak.yaml", text), options, caseload, diagnostics);
        return caseload;
    }
    cases::Caseload json(const std::string& text) {
        cases::Caseload caseload(b.model);
        from_json(sources.add("zaak.json", text), options, caseload, diagnostics);
        return caseload;
    }
    // "C003 2:5" of each mistake, in the order of the text.
    [[nodiscard]] std::vector<std::string> mistakes() const {
        std::vector<std::string> found;
        for (const Diagnostic& each : diagnostics.sorted()) {
            std::string place;
            if (each.where.is_valid()) {
                const Position position = sources[each.where.source].position(each.where.begin);
                place = fmt::format(" {}:{}", position.line, position.column);
            }
            found.push_back(std::string(to_code_text(each.code)) + place);
        }
        return found;
    }
    [[nodiscard]] std::string messages() const { return to_text(diagnostics, sources, Language::Dutch); }
};

// Looking into a caseload: the state and value of one fact.
struct Look {
    const cases::Caseload& caseload;

    [[nodiscard]] State state(model::FieldId field, std::uint32_t row) const {
        const auto& list = caseload.lists[field.index()];
        return list.states.empty() ? caseload.columns[field.index()].states.at(row) : list.states.at(row);
    }
    [[nodiscard]] std::int64_t value(model::FieldId field, std::uint32_t row) const {
        return caseload.columns[field.index()].values.at(row);
    }
    [[nodiscard]] std::uint32_t link(model::FieldId field, std::uint32_t row) const {
        return static_cast<std::uint32_t>(value(field, row));
    }
    [[nodiscard]] std::uint32_t count(model::FieldId field, std::uint32_t row) const {
        return caseload.lists[field.index()].count.at(row);
    }
    [[nodiscard]] std::uint32_t item(model::FieldId field, std::uint32_t row, std::uint32_t index) const {
        const auto& list = caseload.lists[field.index()];
        return list.items.at(list.begin.at(row) + index);
    }
    [[nodiscard]] std::string text(model::FieldId field, std::uint32_t row) const {
        return caseload.symbols.text(static_cast<std::uint32_t>(value(field, row)));
    }
    [[nodiscard]] std::uint32_t root() const { return caseload.cases.at(0).root_row; }
};

}  // namespace toets::test
