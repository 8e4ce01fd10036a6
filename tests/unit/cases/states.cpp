// Known, absent and unknown; facts with their source; what was not known yet.
#include <gtest/gtest.h>

#include "world.h"

namespace toets::test {
namespace {

struct ClientCase : World {
    cases::Caseload caseload{b.model};
    Look look{caseload};
    std::uint32_t row = 0;

    void read(const std::string& lines) {
        caseload = yaml("cliënt:\n" + lines);
        ASSERT_EQ(messages(), "");
        row = look.link(allocation_client, look.root());
    }
};

TEST(State, LeftOutIsUnknownAndGeenIsAbsent) {
    ClientCase c;
    c.read("  inkomen: geen\n  saneringsplan: onbekend\n");
    EXPECT_EQ(c.look.state(c.income, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.restructuring, c.row), State::Unknown);
    EXPECT_EQ(c.look.state(c.born, c.row), State::Unknown);
    EXPECT_EQ(c.look.value(c.income, c.row), 0);
}

TEST(State, WhatIsClosedOrCompleteIsAbsentWhenLeftOut) {
    ClientCase c;
    c.read("  inkomen: geen\n");
    EXPECT_EQ(c.look.state(c.ban, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.reasons, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.client_repayments, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.client_debts, c.row), State::Unknown);
    c.read("  huisverbod: onbekend\n  aflossingen: onbekend\n");
    EXPECT_EQ(c.look.state(c.ban, c.row), State::Unknown);
    EXPECT_EQ(c.look.state(c.client_repayments, c.row), State::Unknown);
}

TEST(State, AnEmptyListIsKnownToBeNone) {
    ClientCase c;
    c.read("  schulden: []\n  aanmelding: geen\n  redenen: []\n");
    EXPECT_EQ(c.look.state(c.client_debts, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.client_registration, c.row), State::Absent);
    EXPECT_EQ(c.look.link(c.client_registration, c.row), cases::absent_row);
    EXPECT_EQ(c.look.state(c.reasons, c.row), State::Absent);
}

TEST(State, QuotedKeywordsAreTextWhereTextFits) {
    ClientCase c;
    c.read("  opmerking: \"geen\"\n  mentor: geen\n  inkomen: \"geen\"\n");
    EXPECT_EQ(c.look.state(c.remark, c.row), State::Known);
    EXPECT_EQ(c.look.state(c.mentor, c.row), State::Absent);
    EXPECT_EQ(c.look.state(c.income, c.row), State::Absent);
}

TEST(State, RowsOfNobodyAndNothingAnswerEveryQuestion) {
    World world;
    const cases::Caseload caseload(world.b.model);
    const Look look{caseload};
    EXPECT_EQ(look.state(world.income, cases::unknown_row), State::Unknown);
    EXPECT_EQ(look.state(world.income, cases::absent_row), State::Absent);
    EXPECT_EQ(look.link(world.client_plan, cases::unknown_row), cases::unknown_row);
    EXPECT_EQ(look.link(world.client_plan, cases::absent_row), cases::absent_row);
    EXPECT_EQ(look.state(world.client_debts, cases::absent_row), State::Absent);
}

TEST(State, AFactMayHaveItsSource) {
    ClientCase c;
    c.read("  inkomen: { waarde: 1.200, bron: loonstrook, bekend op: 2026-02-01 }\n");
    EXPECT_EQ(c.look.value(c.income, c.row), 120000);
    const cases::Provenance& place = c.caseload.provenance.at({c.income, c.row});
    EXPECT_EQ(place.source, "loonstrook");
    EXPECT_EQ(place.known_since, to_date({2026, 2, 1}));
    EXPECT_EQ(c.sources[place.where.source].text(place.where), "1.200");
}

TEST(State, ASourceOnAThingHoldsForAllItsFacts) {
    ClientCase c;
    c.read("  begeleidingsovereenkomst: { bron: dossier, omvang: 2 }\n");
    const std::uint32_t support_row = c.look.link(c.client_support, c.row);
    EXPECT_EQ(c.caseload.provenance.at({c.hours, support_row}).source, "dossier");
    EXPECT_EQ(c.look.value(c.hours, support_row), 200);
}

TEST(State, WhatBecameKnownLaterIsUnknown) {
    ClientCase c;
    c.options.known_on = to_date({2026, 1, 31});
    c.read(
        "  inkomen: { waarde: 1.200, bekend op: 2026-02-01 }\n"
        "  saneringsplan: { waarde: ja, bekend op: 2026-01-31 }\n"
        "  begeleidingsovereenkomst: { omvang: 2, bekend op: 2026-03-01 }\n"
        "  schulden:\n    - { openstaande bedrag: 5, bekend op: 2026-03-01 }\n    - { openstaande bedrag: 7 }\n"
        "  aflossingen:\n    - { vervaldatum: 2026-01-01, bekend op: 2026-03-01 }\n");
    EXPECT_EQ(c.look.state(c.income, c.row), State::Unknown);
    EXPECT_EQ(c.look.state(c.restructuring, c.row), State::Known);
    EXPECT_EQ(c.look.state(c.client_support, c.row), State::Unknown);
    EXPECT_EQ(c.look.link(c.client_support, c.row), cases::unknown_row);
    EXPECT_EQ(c.look.count(c.client_debts, c.row), 1U);
    EXPECT_EQ(c.look.value(c.amount, c.look.item(c.client_debts, c.row, 0)), 700);
    EXPECT_EQ(c.look.state(c.client_repayments, c.row), State::Absent);
    EXPECT_EQ(c.caseload.tables[c.support.index()].rows, cases::first_row);
}

TEST(State, AMistakeInAHiddenFactIsStillAMistake) {
    World world;
    world.options.known_on = to_date({2026, 1, 31});
    world.yaml("cliënt:\n  inkomen: { waarde: veel, bekend op: 2026-02-01 }\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C009 2:22"}));
}

}  // namespace
}  // namespace toets::test
