// Each kind of value, right and wrong, as it stands behind a key of a client.
#include <gtest/gtest.h>

#include "world.h"

namespace toets::test {
namespace {

// The value of one fact of a client written as `key: text`; empty when that is a mistake.
struct OneFact : World {
    std::optional<std::int64_t> read(model::FieldId field, const std::string& text) {
        const std::string key = b.model.fields[field].name.text;
        const cases::Caseload caseload = yaml("cliënt:\n  " + key + ": " + text + "\n");
        if (diagnostics.has_errors()) return std::nullopt;
        const Look look{caseload};
        const std::uint32_t client_row = look.link(allocation_client, look.root());
        EXPECT_EQ(look.state(field, client_row), State::Known) << text;
        return look.value(field, client_row);
    }
};

std::optional<std::int64_t> value(model::FieldId World::*field, const std::string& text) {
    OneFact world;
    return world.read(world.*field, text);
}

std::string mistake(model::FieldId World::*field, const std::string& text) {
    OneFact world;
    world.read(world.*field, text);
    const auto found = world.mistakes();
    return found.size() == 1 ? found.front().substr(0, 4) : fmt::format("{} mistakes", found.size());
}

TEST(Value, YesAndNoAreTwoWords) {
    EXPECT_EQ(value(&World::restructuring, "ja"), 1);
    EXPECT_EQ(value(&World::restructuring, "Nee"), 0);
    EXPECT_EQ(value(&World::restructuring, "true"), 1);
    EXPECT_EQ(value(&World::restructuring, "false"), 0);
    EXPECT_EQ(mistake(&World::restructuring, "misschien"), "C009");
    EXPECT_EQ(mistake(&World::restructuring, "yes"), "C009");
    EXPECT_EQ(mistake(&World::restructuring, "1"), "C009");
    EXPECT_EQ(mistake(&World::restructuring, "[ja]"), "C008");
}

TEST(Value, ChoicesAreFoundWhateverTheirSpelling) {
    EXPECT_EQ(value(&World::origin, "beschermd wonen"), 1);
    EXPECT_EQ(value(&World::origin, "Beschermd_Wonen"), 1);
    EXPECT_EQ(value(&World::origin, "\"maatschappelijke-opvang\""), 0);
    EXPECT_EQ(mistake(&World::origin, "beschermd wonnen"), "C011");
    EXPECT_EQ(mistake(&World::origin, "{ waarde: nergens }"), "C011");
}

TEST(Value, ChoiceSetsAreMasks) {
    EXPECT_EQ(value(&World::reasons, "[overlast, hennep]"), 6);
    EXPECT_EQ(value(&World::reasons, "overlast"), 2);
    EXPECT_EQ(mistake(&World::reasons, "[overlast, lawaai]"), "C011");
    EXPECT_EQ(mistake(&World::reasons, "[[overlast]]"), "C008");
}

TEST(Value, DatesHaveThreeNotations) {
    const std::int64_t first_of_march = to_date({2026, 3, 1})->days;
    EXPECT_EQ(value(&World::born, "2026-03-01"), first_of_march);
    EXPECT_EQ(value(&World::born, "1 maart 2026"), first_of_march);
    EXPECT_EQ(value(&World::born, "1 Maart 2026"), first_of_march);
    EXPECT_EQ(value(&World::born, "01-03-2026"), first_of_march);
    EXPECT_EQ(value(&World::born, "1-3-2026"), first_of_march);
}

TEST(Value, ADateThatDoesNotExistIsTold) {
    EXPECT_EQ(mistake(&World::born, "2026-02-29"), "C010");
    EXPECT_EQ(mistake(&World::born, "31 april 2026"), "C010");
    EXPECT_EQ(mistake(&World::born, "31-04-2026"), "C010");
    EXPECT_EQ(mistake(&World::born, "1899-12-31"), "C010");
    EXPECT_EQ(mistake(&World::born, "2200-01-01"), "C010");
    EXPECT_EQ(mistake(&World::born, "1-3-26"), "C009");
    EXPECT_EQ(mistake(&World::born, "2026/03/01"), "C009");
    EXPECT_EQ(mistake(&World::born, "2026-03-01T00:00:00Z"), "C009");
    EXPECT_EQ(mistake(&World::born, "morgen"), "C009");
    EXPECT_EQ(mistake(&World::born, "20260301"), "C009");
}

TEST(Value, AmountsAreExactCents) {
    EXPECT_EQ(value(&World::income, "640,00"), 64000);
    EXPECT_EQ(value(&World::income, "€ 640,00"), 64000);
    EXPECT_EQ(value(&World::income, "€640"), 64000);
    EXPECT_EQ(value(&World::income, "1.500,00"), 150000);
    EXPECT_EQ(value(&World::income, "1.500"), 150000);
    EXPECT_EQ(value(&World::income, "640.5"), 64050);
    EXPECT_EQ(value(&World::income, "640.50"), 64050);
    EXPECT_EQ(value(&World::income, "0,1"), 10);
    EXPECT_EQ(value(&World::income, "90071992547409,93"), 9007199254740993);
}

TEST(Value, WrongAmountsAreTold) {
    EXPECT_EQ(mistake(&World::income, "640,005"), "C040");
    EXPECT_EQ(mistake(&World::income, "640.0050"), "C014");
    EXPECT_EQ(mistake(&World::income, "-5"), "C015");
    EXPECT_EQ(mistake(&World::income, "veel"), "C009");
    EXPECT_EQ(mistake(&World::income, "1e3"), "C009");
    EXPECT_EQ(mistake(&World::income, "1,500.00"), "C009");
    EXPECT_EQ(mistake(&World::income, "99999999999999999999"), "C013");
    EXPECT_EQ(mistake(&World::income, "922337203685477580,70"), "C013");
    EXPECT_EQ(mistake(&World::income, "\"\""), "C009");
    EXPECT_EQ(value(&World::balance, "-12,50"), -1250);
    EXPECT_EQ(value(&World::balance, "-€ 12,50"), -1250);
    EXPECT_EQ(value(&World::balance, "€ -12,50"), -1250);
}

TEST(Value, CountsAreWhole) {
    EXPECT_EQ(value(&World::children, "3"), 3);
    EXPECT_EQ(value(&World::children, "1.500"), 1500);
    EXPECT_EQ(mistake(&World::children, "2,5"), "C014");
    EXPECT_EQ(mistake(&World::children, "drie"), "C009");
    EXPECT_EQ(mistake(&World::children, "ja"), "C009");
}

TEST(Value, NumbersAndPercentagesAreMillionths) {
    EXPECT_EQ(value(&World::factor, "2,5"), 2'500'000);
    EXPECT_EQ(value(&World::factor, "0.25"), 250'000);
    EXPECT_EQ(value(&World::share, "10%"), 10'000'000);
    EXPECT_EQ(value(&World::share, "10"), 10'000'000);
    EXPECT_EQ(value(&World::share, "12,5 %"), 12'500'000);
    EXPECT_EQ(mistake(&World::factor, "0,1234567"), "C014");
    EXPECT_EQ(mistake(&World::factor, "10%"), "C009");
}

TEST(Value, DurationsNeedAUnitUnlessTheFieldHasOne) {
    EXPECT_EQ(value(&World::term, "14 dagen"), to_column_value({14, Duration::Unit::Days}));
    EXPECT_EQ(value(&World::term, "8 weken"), to_column_value({56, Duration::Unit::Days}));
    EXPECT_EQ(value(&World::term, "2 jaar"), to_column_value({24, Duration::Unit::Months}));
    EXPECT_EQ(value(&World::stay, "18"), to_column_value({18, Duration::Unit::Months}));
    EXPECT_EQ(mistake(&World::term, "14"), "C016");
    EXPECT_EQ(mistake(&World::term, "lang"), "C009");
    EXPECT_EQ(mistake(&World::stay, "-1"), "C015");
    EXPECT_EQ(mistake(&World::stay, "3000000000"), "C013");
    EXPECT_EQ(mistake(&World::stay, "1,5"), "C009");
}

TEST(Value, TextIsWhatWasWritten) {
    World world;
    const auto caseload = world.yaml("cliënt:\n  opmerking: \"Belt Graag  terug\"\n  mentor: J. Smit\n");
    const Look look{caseload};
    const std::uint32_t row = look.link(world.allocation_client, look.root());
    EXPECT_EQ(look.text(world.remark, row), "Belt Graag  terug");
    EXPECT_EQ(look.text(world.mentor, row), "J. Smit");
}

TEST(Value, NamesAreTheSameWhateverTheirCase) {
    World world;
    const auto caseload = world.yaml(
        "cliënt:\n  schulden:\n    - schuldeiser: Eneco\n    - schuldeiser: ENECO\n    - schuldeiser: Vattenfall\n");
    const auto& creditors = caseload.columns[world.creditor.index()].values;
    ASSERT_EQ(caseload.tables[world.debt.index()].rows, 5U);
    EXPECT_EQ(creditors[2], creditors[3]);
    EXPECT_NE(creditors[2], creditors[4]);
}

TEST(Value, PartiesAreMembersOfTheirRole) {
    World world;
    const auto caseload =
        world.yaml("toewijzing:\n  gemeente: noorderhof\n  corporatie: Sleutel\n  uitvoerder: de corporatie\n");
    EXPECT_EQ(world.messages(), "");
    const Look look{caseload};
    EXPECT_EQ(look.text(world.allocation_municipality, look.root()), "Noorderhof");
    EXPECT_EQ(look.value(world.allocation_corporation, look.root()), 3);
    const model::FieldId performer = world.b.model.kinds[world.allocation].performer;
    EXPECT_EQ(look.value(performer, look.root()), caseload.symbols.role_symbol(world.corporation));
}

TEST(Value, AStrangerIsNoParty) {
    World world;
    world.yaml("toewijzing:\n  corporatie: Woonward\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C012 2:15"}));
    EXPECT_NE(world.messages().find("bedoelde u `Woonwaard`?"), std::string::npos) << world.messages();
}

TEST(Value, APerformerMayBeAKindOfThing) {
    World world;
    const auto caseload = world.yaml("cliënt:\n  aanmelding: { datum: 2026-02-01, uitvoerder: De Cliënt }\n");
    const model::FieldId performer = world.b.model.kinds[world.registration].performer;
    const Look look{caseload};
    EXPECT_EQ(look.value(performer, 2), caseload.symbols.kind_symbol(world.client));
}

TEST(Value, LongValuesAreCutInMessages) {
    World world;
    world.yaml("cliënt:\n  inkomen: " + std::string(60, 'x') + "\n");
    ASSERT_EQ(world.diagnostics.all().size(), 1U);
    for (const Argument& argument : world.diagnostics.all()[0].arguments) {
        if (argument.name != "value") continue;
        EXPECT_EQ(argument.nl, std::string(40, 'x') + "…");
    }
}

}  // namespace
}  // namespace toets::test
