// JSON: the same case as in YAML gives the same columns, by the short way and by the long way, in a file and in lines.
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "cases/to_text.h"
#include "world.h"

namespace toets::test {
namespace {

// What was read, with nothing lost: the text, and the ways back that the text does not show.
std::string everything(const World& world, const cases::Caseload& caseload) {
    std::string all = to_text(caseload);
    for (std::size_t index = 0; index < caseload.columns.size(); ++index) {
        const model::Field& field = world.b.model.fields[world.b.model.fields.id_at(index)];
        if (field.type.base != Base::Thing) continue;
        for (std::size_t row = 0; row < caseload.tables[field.kind.index()].rows; ++row) {
            all += fmt::format("{} {} {} ", index, caseload.columns[index].values[row],
                               static_cast<int>(caseload.columns[index].states[row]));
        }
    }
    return all;
}

std::string short_way(const std::string& text) {
    World world;
    world.options.keep_provenance = false;
    const auto caseload = world.json(text);
    return everything(world, caseload) + world.messages();
}
std::string long_way(const std::string& text) {
    World world;
    const auto caseload = world.json(text);
    return everything(world, caseload) + world.messages();
}
std::string as_yaml(const std::string& text) {
    World world;
    const auto caseload = world.yaml(text);
    return everything(world, caseload) + world.messages();
}

TEST(Json, GivesWhatYamlGives) {
    const std::string json =
        R"({"zaak": "014", "peildatum": "2026-03-01", "toewijzing": {"datum": "2026-03-01", "gemeente": "Noorderhof",
            "corporatie": "Woonwaard", "cliënt": {"herkomst": "beschermd_wonen", "inkomen": 1234.5,
            "saneringsplan": false, "aantal_kinderen": 2, "verblijfsduur": 18, "factor": 2.5, "opmerking": "a\nb",
            "mentor": "J. Smit", "schulden": [{"openstaande_bedrag": 10, "schuldeiser": "Eneco"}, {}],
            "aflossingen": [], "begeleidingsovereenkomst": {"omvang": 1.5}}}})";
    const std::string yaml =
        "zaak: \"014\"\npeildatum: 1 maart 2026\ntoewijzing:\n  datum: 2026-03-01\n  gemeente: Noorderhof\n"
        "  corporatie: Woonwaard\n  cliënt:\n    herkomst: beschermd wonen\n    inkomen: 1.234,50\n    saneringsplan: "
        "nee\n"
        "    aantal kinderen: 2\n    verblijfsduur: 18 maanden\n    factor: 2,5\n    opmerking: \"a\\nb\"\n"
        "    mentor: J. Smit\n    schulden: [{openstaande bedrag: 10, schuldeiser: Eneco}, {}]\n    aflossingen: []\n"
        "    begeleidingsovereenkomst: {omvang: 1,5}\n";
    EXPECT_EQ(short_way(json), as_yaml(yaml));
    EXPECT_EQ(long_way(json), as_yaml(yaml));
}

TEST(Json, ShortAndLongWayAgree) {
    for (const std::string fact : {R"("inkomen": "640,00")",
                                   R"("inkomen": 640.505)",
                                   R"("inkomen": -1)",
                                   R"("inkomen": "geen")",
                                   R"("inkomen": 640, "inkomen": 641)",
                                   R"("inkomen": {"waarde": 3, "bron": "x"})",
                                   R"("inkomen": 1e3)",
                                   R"("inkomen": 99999999999999999999)",
                                   R"("saldo": -3)",
                                   R"("saldo": -0)",
                                   R"("herkomst": "Onbekend")",
                                   R"("herkomst": "overig")",
                                   R"("herkomst": "elders")",
                                   R"("herkomst": "\u006fverig")",
                                   R"("redenen": "hennep")",
                                   R"("redenen": ["hennep", "overlast"])",
                                   R"("aanmelding": "2026-02-01")",
                                   R"("aanmelding": {"datum": "2026-02-01"})",
                                   R"("aanmelding": "geen")",
                                   R"("huisverbod": "onbekend")",
                                   R"("huisverbod": "geen")",
                                   R"("saldo": "onbekend")",
                                   R"("redenen": "geen")",
                                   R"("redenen": ["geen"])",
                                   R"("schulden": "geen")",
                                   R"("schulden": "onbekend")",
                                   R"("mentor": "geen")",
                                   R"("plan": "geen")",
                                   R"("toewijzing": "geen")",
                                   R"("zaak": "geen")",
                                   R"("inkomen": "geen", "inkomen": "geen")",
                                   R"("opmerking": 17)",
                                   R"("opmerking": true)",
                                   R"("opmerking": 1.5)",
                                   R"("opmerking": " Geen ")",
                                   R"("opmerking": "g\u00e9\u00e9n")",
                                   R"("opmerking": "")",
                                   R"("mentor": "")",
                                   R"("mentor": "de cliënt")",
                                   R"("werkgever": 5)",
                                   R"("geboortedatum": "1 maart 2026")",
                                   R"("geboortedatum": "2026-02-29")",
                                   R"("geboortedatum": 20260229)",
                                   R"("termijn": 14)",
                                   R"("termijn": "14 dagen")",
                                   R"("schuld": {})",
                                   R"("schuld": [{}], "schulden": [])",
                                   R"("toewijzing": {})",
                                   R"("naam": "A")",
                                   R"("bron": "A")",
                                   R"("geboortedatum": null)",
                                   R"("schulden": [null])",
                                   R"("zaak": "x")",
                                   R"("onzin": 1)",
                                   R"("plan": "plan")",
                                   R"("aantal kinderen": 007)",
                                   R"("aantal kinderen": 7.0)",
                                   R"("factor": .5)",
                                   R"("factor": 5.)",
                                   R"("plan": {"ondertekeningen": [{"uitvoerder": "de corporatie"}]})"}) {
        const std::string text = R"({"cliënt": {)" + fact + "}}";
        EXPECT_EQ(short_way(text), long_way(text)) << fact;
    }
}

TEST(Json, DamagedCasesAreReadTheSameBothWays) {
    const std::string good =
        R"({"zaak": "a", "cliënt": {"inkomen": 640.50, "aanmelding": {"datum": "2026-02-01"}, "schulden": )"
        R"([{"openstaande bedrag": 5, "schuldeiser": "Eneco"}, {}], "opmerking": "x\ny", "saneringsplan": true}})";
    std::mt19937 random(11);
    std::uniform_int_distribution<std::size_t> place(0, good.size() - 1);
    const std::string bytes = "\"{}[]:, 0123456789-.eatx\\\n\t\r\x01";
    std::uniform_int_distribution<std::size_t> byte(0, bytes.size() - 1);
    std::size_t read = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::string text = good;
        for (int change = round % 2; change >= 0; --change) text[place(random)] = bytes[byte(random)];
        const std::string both = short_way(text);
        EXPECT_EQ(both, long_way(text)) << text;
        if (both.find("fout") == std::string::npos) ++read;
    }
    EXPECT_GT(read, 100U);
}

TEST(Json, AnArrayHoldsCases) {
    World world;
    world.options.keep_provenance = false;
    world.options.label = "lijst";
    const auto caseload = world.json(R"(  [ {"cliënt": {"opmerking": "]},{[\"\\"}}, {"zaak": 7, "cliënt": {}} ] )");
    ASSERT_EQ(world.messages(), "");
    ASSERT_EQ(caseload.cases.size(), 2U);
    EXPECT_EQ(caseload.cases[0].label, "lijst");
    EXPECT_EQ(caseload.cases[1].label, "7");
}

TEST(Json, AMistakeInAnArrayHasItsPlace) {
    World world;
    world.json("[{\"cliënt\": {}},\n {\"cliënt\": {\"inkomen\": \"x\"}}]");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C009 2:25"}));
}

TEST(Json, TheRootMayBeTheWholeObject) {
    World world;
    world.options.root_kind = world.client;
    world.options.keep_provenance = false;
    const auto caseload =
        world.json(R"([{"inkomen": 5}, {"zaak": "b", "inkomen": 6}, {"cliënt": {"inkomen": 7}}, {"naam": "N"}])");
    ASSERT_EQ(world.messages(), "");
    EXPECT_EQ(caseload.cases.size(), 4U);
    EXPECT_EQ(caseload.cases[1].label, "b");
    EXPECT_EQ(caseload.columns[world.income.index()].values[4], 700);
    EXPECT_EQ(caseload.labels.size(), 1U);
}

struct Lines : World {
    std::vector<std::size_t> batches;
    std::vector<std::string> labels;

    cases::LinesSummary read(const std::string& text, std::size_t batch_size) {
        std::istringstream stream(text);
        cases::Caseload caseload(b.model);
        return from_json_lines(stream, "a.jsonl", options, batch_size, caseload, diagnostics,
                               [&](const cases::Caseload& batch) {
                                   batches.push_back(batch.cases.size());
                                   for (const auto& info : batch.cases) labels.push_back(info.label);
                               });
    }
};

TEST(JsonLines, AreReadInBatches) {
    Lines lines;
    std::string text = "\xef\xbb\xbf";
    for (int index = 0; index < 5; ++index) text += "{\"cliënt\": {\"inkomen\": 5}}\r\n\n";
    text += "{\"cliënt\": {}}";
    const auto summary = lines.read(text, 4);
    ASSERT_EQ(lines.messages(), "");
    EXPECT_EQ(summary.cases, 6U);
    EXPECT_EQ(lines.batches, (std::vector<std::size_t>{4, 2}));
    EXPECT_EQ(lines.labels, (std::vector<std::string>{"1", "3", "5", "7", "9", "11"}));
}

TEST(JsonLines, ABadLineIsToldAndLeftOut) {
    Lines lines;
    const auto summary = lines.read(
        "{\"cliënt\": {}}\n{\"cliënt\": {\"inkommen\": 5}}\n{\"cliënt\"\n{\"cli\xebnt\": {}}\n"
        "{\"cliënt\": {\"saldo\": 1}}\n",
        100);
    EXPECT_EQ(summary.cases, 2U);
    EXPECT_EQ(summary.refused, 3U);
    EXPECT_EQ(lines.mistakes(), (std::vector<std::string>{"C003", "C002", "C030"}));
    EXPECT_NE(lines.messages().find("in a.jsonl, regel 2, kolom 13"), std::string::npos) << lines.messages();
    EXPECT_EQ(lines.batches, (std::vector<std::size_t>{2}));
}

TEST(JsonLines, ALineHasALimitAndTheRestGoesOn) {
    Lines lines;
    const std::string line = "{\"cliënt\": {\"opmerking\": \"" + std::string(700'000, 'x') + "\"}}\n";
    const std::string too_long = std::string(5'000'000, ' ') + "\n";
    const auto summary = lines.read(line + too_long + line + line + too_long, 100);
    EXPECT_EQ(summary.cases, 3U);
    EXPECT_EQ(summary.refused, 2U);
    EXPECT_EQ(lines.mistakes(), (std::vector<std::string>{"C024", "C024"}));
    EXPECT_NE(lines.messages().find("regel 5"), std::string::npos) << lines.messages();
}

TEST(JsonLines, SymbolsAndRowsStartAnewInEachBatch) {
    Lines lines;
    std::string text;
    for (int index = 0; index < 1'000; ++index) {
        text += fmt::format("{{\"cliënt\": {{\"opmerking\": \"tekst {}\", \"mentor\": \"Mentor {}\"}}}}\n", index,
                            index % 7);
    }
    std::istringstream stream(text);
    cases::Caseload caseload(lines.b.model);
    std::size_t most = 0;
    from_json_lines(stream, "a", lines.options, 10, caseload, lines.diagnostics, [&](const cases::Caseload& batch) {
        most = std::max(most, batch.symbols.size());
        EXPECT_EQ(batch.tables[lines.client.index()].rows, 12U);
    });
    EXPECT_LT(most, 50U);
}

}  // namespace
}  // namespace toets::test
