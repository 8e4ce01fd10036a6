// How the things of a case hang together: lists, events by their date, references, ways back, the readiness check.
#include <gtest/gtest.h>

#include "cases/apply_facts.h"
#include "cases/to_text.h"
#include "world.h"

namespace toets::test {
namespace {

// The case of each thing of a kind.
std::vector<std::uint32_t> cases_of(const cases::Caseload& caseload, model::KindId kind) {
    const cases::Table& table = caseload.tables[kind.index()];
    return {table.case_of.begin() + cases::first_row, table.case_of.begin() + table.rows};
}

TEST(Structure, AnAllocationKnowsItsPartsAndTheyKnowIt) {
    World world;
    const auto caseload = world.yaml(
        "zaak: 2026-014\npeildatum: 1 maart 2026\ntoewijzing:\n  gemeente: Noorderhof\n  sleuteloverdracht: "
        "2026-03-20\n"
        "  woning: { complex: De Wilgen, kale huur: 640,00 }\n  cliënt:\n    herkomst: beschermd wonen\n"
        "    begeleidingsovereenkomst: { omvang: 2,5, ondertekendatum: 2026-03-10 }\n    schulden: geen\n");
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    EXPECT_EQ(caseload.cases[0].label, "2026-014");
    EXPECT_EQ(caseload.cases[0].reference_date, to_date({2026, 3, 1}));
    EXPECT_EQ(caseload.cases[0].root, world.allocation);
    EXPECT_FALSE(caseload.cases[0].is_readiness_check);
    EXPECT_EQ(look.value(world.rent, look.link(world.allocation_dwelling, look.root())), 64000);
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.value(world.hours, look.link(world.client_support, client_row)), 250);
    EXPECT_EQ(look.link(world.allocation_of_client, client_row), look.root());
    EXPECT_EQ(look.state(world.allocation_of_client, client_row), State::Known);
}

TEST(Structure, ASubjectNobodyToldUsAboutGetsARowOfItsOwn) {
    World world;
    const auto caseload = world.yaml("cliënt:\n  inkomen: 5\n");
    const Look look{caseload};
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.state(world.client_registration, client_row), State::Unknown);
    const std::uint32_t row = look.link(world.client_registration, client_row);
    ASSERT_GE(row, cases::first_row);
    EXPECT_EQ(look.link(world.registration_client, row), client_row);
    EXPECT_EQ(look.state(world.b.model.kinds[world.registration].date, row), State::Unknown);
    EXPECT_EQ(look.link(world.client_support, client_row), cases::unknown_row);
}

TEST(Structure, AClientAloneIsAReadinessCheck) {
    World world;
    const auto caseload = world.yaml("de cliënt:\n  aanmelding: 2026-02-01\n");
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    EXPECT_TRUE(caseload.cases[0].is_readiness_check);
    EXPECT_EQ(caseload.cases[0].root, world.allocation);
    EXPECT_EQ(look.state(world.b.model.kinds[world.allocation].date, look.root()), State::Unknown);
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.link(world.allocation_of_client, client_row), look.root());
}

TEST(Structure, AnEventMayBeItsBareDate) {
    World world;
    const auto caseload = world.yaml(
        "cliënten:\n  aanmelding: 1 februari 2026\n  aflossing: 2026-01-01\n  plan:\n"
        "    ondertekeningen: [2026-01-02, {datum: 2026-01-03}]\n");
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    const model::FieldId date = world.b.model.kinds[world.registration].date;
    EXPECT_EQ(look.value(date, look.link(world.client_registration, client_row)), to_date({2026, 2, 1})->days);
    EXPECT_EQ(look.count(world.client_repayments, client_row), 1U);
    const std::uint32_t plan_row = look.link(world.client_plan, client_row);
    ASSERT_EQ(look.count(world.signings, plan_row), 2U);
    const model::FieldId signed_date = world.b.model.kinds[world.signing].date;
    EXPECT_EQ(look.value(signed_date, look.item(world.signings, plan_row, 1)), to_date({2026, 1, 3})->days);
}

TEST(Structure, ListsHoldTheirItemsInOrderAndItemsKnowTheirOwner) {
    World world;
    const auto caseload =
        world.yaml("cliënt:\n  schulden:\n    - { openstaand_bedrag: 1 }\n    - het openstaande bedrag: 2\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C003 3:9"}));
    World right;
    const auto read =
        right.yaml("cliënt:\n  schulden:\n    - { openstaande_bedrag: 1 }\n    - het openstaande-bedrag: 2\n");
    ASSERT_EQ(right.messages(), "");
    const Look look{read};
    const std::uint32_t client_row = look.link(right.allocation_client, look.root());
    ASSERT_EQ(look.count(right.client_debts, client_row), 2U);
    EXPECT_EQ(look.value(right.amount, look.item(right.client_debts, client_row, 1)), 200);
    const model::FieldId owner = right.b.model.kinds[right.debt].owner;
    EXPECT_EQ(look.link(owner, look.item(right.client_debts, client_row, 0)), client_row);
}

TEST(Structure, AThingMayBeNamedInsteadOfWrittenAgain) {
    World world;
    const auto caseload = world.yaml(
        "toewijzing:\n  huurovereenkomst: { huurder: de cliënt }\n  cliënt: { naam: M. de Boer, inkomen: 5 }\n");
    ASSERT_EQ(world.messages(), "");
    const Look look{caseload};
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.link(world.tenant, look.link(world.allocation_lease, look.root())), client_row);
    EXPECT_EQ(caseload.labels.at({world.client, client_row}), "M. de Boer");
}

TEST(Structure, AReferenceMustMeanOneThing) {
    World world;
    world.yaml("toewijzing:\n  huurovereenkomst: { huurder: cliënt }\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C018 2:32"}));
    World other;
    other.yaml("huurovereenkomst: { huurder: woning }\n");
    EXPECT_EQ(other.mistakes(), (std::vector<std::string>{"C008 1:30"}));
}

TEST(Structure, TwoCandidatesAreOneTooMany) {
    World world;
    const model::FieldId second = world.b.field(world.allocation, "de partner", ModelBuilder::thing(world.client));
    world.b.model.fields.at(second).where = {};
    world.yaml(
        "toewijzing:\n  cliënt: { inkomen: 1 }\n  partner: { inkomen: 2 }\n"
        "  huurovereenkomst: { huurder: cliënt }\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C019 4:32"}));
}

TEST(Structure, SeveralDocumentsAreSeveralCases) {
    World world;
    world.options.label = "zaak";
    const auto caseload = world.yaml("cliënt: { inkomen: 1 }\n---\ntoewijzing: 2026-03-01\n");
    ASSERT_EQ(world.messages(), "");
    ASSERT_EQ(caseload.cases.size(), 2U);
    EXPECT_EQ(caseload.cases[0].label, "zaak");
    EXPECT_EQ(caseload.cases[1].label, "zaak (2)");
    EXPECT_EQ(cases_of(caseload, world.allocation), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Structure, OneWrongCaseLeavesTheCaseloadAsItWas) {
    World world;
    cases::Caseload caseload = world.yaml("cliënt: { inkomen: 1, naam: A, schulden: [{openstaande bedrag: 2}] }\n");
    const std::string before = to_text(caseload);
    const auto rows = caseload.tables[world.client.index()].rows;
    const auto places = caseload.provenance.size();
    const bool is_read =
        from_yaml(world.sources.add("b.yaml", "cliënt: { inkomen: 3, naam: B }\n---\ncliënt: { x: 1 }\n"),
                  world.options, caseload, world.diagnostics);
    EXPECT_FALSE(is_read);
    EXPECT_EQ(to_text(caseload), before);
    EXPECT_EQ(caseload.tables[world.client.index()].rows, rows);
    EXPECT_EQ(caseload.provenance.size(), places);
    EXPECT_EQ(caseload.labels.size(), 1U);
}

const char* const full_case =
    "zaak: \"014: een\"\npeildatum: 2026-03-01\ntoewijzing:\n  datum: 2026-03-01\n  uitvoerder: de corporatie\n"
    "  gemeente: Noorderhof\n  corporatie: De Sleutel\n  cliënt:\n    naam: M. de Boer\n    herkomst: beschermd wonen\n"
    "    geboortedatum: 1980-02-29\n    inkomen: 1.234,56\n    saneringsplan: nee\n    aantal kinderen: 2\n"
    "    factor: 0,125\n    aandeel: 12,5%\n    verblijfsduur: 18\n    termijn: 14 dagen\n"
    "    opmerking: \"zegt \\\"ja\\\": ééns\"\n    mentor: J. Smit\n    redenen: [hennep, overlast]\n    saldo: -3\n"
    "    aanmelding: geen\n    begeleidingsovereenkomst: {}\n    schulden:\n      - schuldeiser: Eneco\n"
    "        openstaande bedrag: 10,5\n      - {}\n    plan: { ondertekeningen: [2026-01-02] }\n"
    "  huurovereenkomst: { huurder: cliënt, begindatum: 2026-04-01, einddatum: geen }\n";

TEST(Structure, TheTextOfACaseloadReadsBackAsTheSame) {
    World world;
    const std::string text = to_text(world.yaml(full_case));
    ASSERT_EQ(world.messages(), "");
    EXPECT_EQ(to_text(world.yaml(text)), text);
    ASSERT_EQ(world.messages(), "") << text;
    EXPECT_NE(text.find("    inkomen: 1.234,56\n"), std::string::npos) << text;
    const std::string readiness = to_text(world.yaml("cliënt: { inkomen: 5 }\n"));
    EXPECT_EQ(to_text(world.yaml(readiness)), readiness);
}

model::ExampleFact fact(std::vector<model::FieldId> path, model::ExampleFact::What what, Base base = Base::Text,
                        std::int64_t value = 0) {
    model::ExampleFact made;
    made.path = std::move(path);
    made.what = what;
    made.type.base = base;
    made.value = value;
    return made;
}
using What = model::ExampleFact::What;

TEST(ApplyFacts, OverwritesAndMakesThingsKnown) {
    World world;
    cases::Caseload caseload = world.yaml("cliënt: { inkomen: 5 }\n");
    const Look look{caseload};
    const auto path = [&](model::FieldId last) {
        return std::vector<model::FieldId>{world.allocation_client, world.client_support, last};
    };
    EXPECT_TRUE(cases::apply_facts(
        {fact(path(world.hours), What::Value, Base::HoursPerWeek, 300),
         fact({world.client_registration}, What::Value, Base::Date, 20000), fact({world.income}, What::Absent)},
        caseload, 0));
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.value(world.hours, look.link(world.client_support, client_row)), 300);
    EXPECT_EQ(look.state(world.income, client_row), State::Absent);
    EXPECT_EQ(look.state(world.client_registration, client_row), State::Known);
    const std::uint32_t row = look.link(world.client_registration, client_row);
    EXPECT_EQ(look.value(world.b.model.kinds[world.registration].date, row), 20000);
    EXPECT_EQ(look.link(world.registration_client, row), client_row);
}

TEST(ApplyFacts, WhatIsTakenAwayLeavesTheCase) {
    World world;
    cases::Caseload caseload = world.yaml(full_case);
    const Look look{caseload};
    EXPECT_TRUE(cases::apply_facts({fact({world.allocation_client, world.client_debts}, What::Absent),
                                    fact({world.allocation_lease}, What::Unknown)},
                                   caseload, 0));
    const std::uint32_t client_row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.state(world.client_debts, client_row), State::Absent);
    EXPECT_EQ(cases_of(caseload, world.debt), (std::vector<std::uint32_t>{cases::no_case, cases::no_case}));
    EXPECT_EQ(caseload.tables[world.lease.index()].case_of[2], cases::no_case);
    EXPECT_EQ(caseload.tables[world.client.index()].case_of[client_row], 0U);
    EXPECT_EQ(look.state(world.allocation_lease, look.root()), State::Unknown);
}

TEST(ApplyFacts, APathThroughAListLeadsNowhere) {
    World world;
    cases::Caseload caseload = world.yaml("cliënt: { inkomen: 5 }\n");
    EXPECT_FALSE(cases::apply_facts({fact({world.client_debts, world.amount}, What::Absent)}, caseload, 0));
    EXPECT_FALSE(cases::apply_facts({fact({}, What::Absent)}, caseload, 0));
}

}  // namespace
}  // namespace toets::test
