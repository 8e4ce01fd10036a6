// A register in CSV: the words of its mapping, and the same cases as in JSON Lines.
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "cases/from_csv.h"
#include "cases/to_text.h"
#include "world.h"

namespace toets::test {
namespace {

struct Register : World {
    std::vector<std::size_t> batches;
    std::vector<std::string> labels;
    std::string all;  // what was read

    static constexpr const char* simple =
        "zaak: toewijzing\nkenmerk: Nr\nkolommen:\n  Huur: de kale huur van de woning\n"
        "  Kinderen: het aantal kinderen van de cliënt\n";

    std::optional<cases::RegisterMapping> mapping(const std::string& text) {
        return cases::register_mapping_from_yaml(sources.add("koppeling.yaml", text), b.model, diagnostics);
    }
    cases::LinesSummary read(const std::string& mapping_text, const std::string& text, std::size_t batch_size = 100) {
        const auto mapped = mapping(mapping_text);
        if (!mapped) return {};
        std::istringstream stream(text);
        cases::Caseload caseload(b.model);
        return from_csv(stream, "export.csv", *mapped, options, batch_size, caseload, diagnostics,
                        [&](const cases::Caseload& batch) { keep(batch); });
    }
    cases::LinesSummary read_lines(const std::string& text) {
        std::istringstream stream(text);
        cases::Caseload caseload(b.model);
        return from_json_lines(stream, "a.jsonl", options, 100, caseload, diagnostics,
                               [&](const cases::Caseload& batch) { keep(batch); });
    }
    void keep(const cases::Caseload& batch) {
        batches.push_back(batch.cases.size());
        for (const auto& info : batch.cases) labels.push_back(info.label);
        all += to_text(batch);
    }
};

void expect_same(const std::string& mapping, const std::string& csv, const std::string& lines) {
    Register from_register;
    from_register.read(mapping, csv);
    Register from_lines;
    from_lines.read_lines(lines);
    EXPECT_EQ(from_register.all, from_lines.all);
    EXPECT_EQ(from_register.messages() + from_lines.messages(), "");
}

TEST(Register, GivesWhatJsonLinesGive) {
    expect_same(
        "zaak: toewijzing\nkenmerk: Nr\npeildatum: Dag\nkolommen:\n"
        "  Corp: { gegeven: de corporatie, vertaling: { WW: Woonwaard } }\n"
        "  Huur: de huurprijs van de woning van de toewijzing\n  Client: de naam van de cliënt\n"
        "  Plan: { gegeven: saneringsplan van de cliënt, vertaling: { J: ja, N: nee } }\n"
        "  Omvang: { gegeven: de omvang van de begeleidingsovereenkomst van de cliënt, leeg: geen }\n"
        "  Huisverbod: { gegeven: het huisverbod van de cliënt }\n",
        "Nr;Dag;Corp;Huur;Client;Plan;Omvang;Huisverbod\n"
        "a;1-3-2026;ww;1.234,56;C-1;J;2,5;\nb;;De Sleutel;;;n;;ja\nc;;;;;;;\n",
        R"({"zaak":"a","peildatum":"2026-03-01","toewijzing":{"corporatie":"Woonwaard","woning":{"kale huur":1234.56},)"
        R"("cliënt":{"naam":"C-1","saneringsplan":true,"begeleidingsovereenkomst":{"omvang":2.5},"huisverbod":"onbekend"}}})"
        "\n"
        R"({"zaak":"b","toewijzing":{"corporatie":"De Sleutel","woning":"onbekend",)"
        R"("cliënt":{"saneringsplan":false,"begeleidingsovereenkomst":"onbekend","huisverbod":true}}})"
        "\n"
        R"({"zaak":"c","toewijzing":{"corporatie":"onbekend","woning":"onbekend","cliënt":"onbekend"}})");
}

TEST(Register, NumberedThingsMakeAList) {
    expect_same(
        "zaak: toewijzing\nkenmerk: Nr\nkolommen:\n  S2: het openstaande bedrag van schuld 2 van de cliënt\n"
        "  E1: de schuldeiser van schuld 1 van de cliënt\n  S1: het openstaande bedrag van schuld 1 van de cliënt\n"
        "  A1: { gegeven: aflossing 1 van de cliënt, leeg: geen }\n  Kinderen: het aantal kinderen van de cliënt\n"
        "vast:\n  de schuldeiser van schuld 2 van de cliënt: Eneco\n",
        "Nr;S1;E1;S2;A1;Kinderen\na;10,00;Nuon;20,00;2026-01-02;1\nb;;Nuon;;;1\nc;;;;;2\n",
        R"({"zaak":"a","toewijzing":{"cliënt":{"schulden":[{"openstaande bedrag":10,"schuldeiser":"Nuon"},)"
        R"({"openstaande bedrag":20,"schuldeiser":"Eneco"}],"aflossingen":["2026-01-02"],"aantal kinderen":1}}})"
        "\n"
        R"({"zaak":"b","toewijzing":{"cliënt":{"schulden":[{"openstaande bedrag":"onbekend","schuldeiser":"Nuon"}],)"
        R"("aflossingen":"geen","aantal kinderen":1}}})"
        "\n"
        R"({"zaak":"c","toewijzing":{"cliënt":{"schulden":"onbekend","aflossingen":"geen","aantal kinderen":2}}})");
}

TEST(Register, WhatIsTheSameInEveryRowMakesAThingOnlyWhenItIsKnown) {
    expect_same(
        "zaak: toewijzing\nkenmerk: Nr\nkolommen:\n  Kinderen: het aantal kinderen van de cliënt\nvast:\n"
        "  de omvang van de begeleidingsovereenkomst van de cliënt: onbekend\n  de schulden van de cliënt: geen\n"
        "  het saldo van de cliënt: -5\n  de huurder van de huurovereenkomst: cliënt\n"
        "  de vervaldatum van aflossing 1 van de cliënt: geen\n  het complex van de woning: geen\n",
        "Nr;Kinderen\na;1\nb;\n",
        R"({"zaak":"a","toewijzing":{"cliënt":{"aantal kinderen":1,"begeleidingsovereenkomst":"onbekend",)"
        R"("schulden":"geen","saldo":"-5","aflossingen":"onbekend"},"huurovereenkomst":{"huurder":"cliënt"}}})"
        "\n"
        R"({"zaak":"b","toewijzing":{"cliënt":"onbekend","huurovereenkomst":{"huurder":"onbekend"}}})");
}

TEST(Register, RowsGoByTheBatchAndEmptyLinesAreNoRows) {
    Register rows;
    const auto summary =
        rows.read(Register::simple, "\xef\xbb\xbfNr;Huur;Kinderen\r\na;1;1\r\n\r\nb;2;2\r\nc;3;3\r\nd;x;3\r\ne;3;3", 3);
    EXPECT_EQ(summary.cases, 4U);
    EXPECT_EQ(summary.refused, 1U);
    EXPECT_EQ(rows.batches, (std::vector<std::size_t>{3, 1}));
    EXPECT_EQ(rows.labels, (std::vector<std::string>{"a", "b", "c", "e"}));
    EXPECT_NE(rows.messages().find("in export.csv, regel 6, kolom `Huur`"), std::string::npos) << rows.messages();
}

TEST(Register, AColumnWithoutANameMustBeNamedToo) {
    const std::string text = "Nr;Huur;Kinderen;\na;1;1;\n";
    Register rows;
    rows.read(Register::simple, text);
    EXPECT_EQ(rows.mistakes(), std::vector<std::string>{"C086"});
    EXPECT_NE(rows.messages().find("een kolom zonder naam"), std::string::npos) << rows.messages();
    Register skipped;
    EXPECT_EQ(skipped.read(std::string(Register::simple) + "overslaan: [\"\"]\n", text).cases, 1U);
    EXPECT_EQ(skipped.messages(), "");
}

TEST(Register, ARowWithoutALabelIsCalledByItsLine) {
    Register rows;
    rows.read("zaak: toewijzing\nkolommen: { Huur: de kale huur van de woning, Nr: de naam van de woning }\n",
              "Nr;Huur\n\"a\nb\";1\nb;2\n");
    EXPECT_EQ(rows.labels, (std::vector<std::string>{"2", "4"}));
}

TEST(Register, LimitsHoldAndTheRestGoesOn) {
    Register rows;
    const std::string long_cell = "b;\"" + std::string(1'500'000, 'x') + "\n\";1\n";
    const std::string many_cells = std::string(1'200'000, ';') + "\n";
    const std::string cells = std::string(500'000, ';') + "\n";
    const auto summary =
        rows.read(Register::simple, "Nr;Huur;Kinderen\na;1;1\n" + long_cell + many_cells + cells + "c;2;2\n");
    EXPECT_EQ(summary.cases, 2U);
    EXPECT_EQ(summary.refused, 3U);
    EXPECT_EQ(rows.mistakes(), (std::vector<std::string>{"C099", "C099", "C098"}));
    EXPECT_NE(rows.messages().find("regels 3 tot en met 4"), std::string::npos) << rows.messages();
}

TEST(Register, AHeaderHasALimit) {
    Register rows;
    std::string header = "Nr";
    for (int index = 0; index < 1'000; ++index) header += ";Kolom " + std::to_string(index);
    rows.read(Register::simple, header + "\na\n");
    Register many;
    many.read(Register::simple, "Nr" + std::string(1'000'000, ';') + "\na\n");
    Register long_header;
    long_header.read(Register::simple, "Nr;" + std::string(5'000'000, 'x') + "\na\n");
    EXPECT_EQ(rows.mistakes(), std::vector<std::string>{"C100"});
    EXPECT_EQ(many.mistakes(), std::vector<std::string>{"C100"});
    EXPECT_EQ(long_header.mistakes(), std::vector<std::string>{"C099"});
}

TEST(Register, NothingOfOneRowIsInAMessageAboutAnother) {
    Register rows;
    rows.read(Register::simple, "Nr;Huur;Kinderen\ngeheim1;10,00;1\nb;\"geheim2\";1\nc;5;x\n\"d;1;1\ngeheim3;1;1\n");
    const std::string messages = rows.messages();
    EXPECT_EQ(messages.find("geheim1"), std::string::npos);
    EXPECT_NE(messages.find("geheim2"), std::string::npos);
    EXPECT_EQ(messages.find("geheim3"), std::string::npos);
    Register headless;
    headless.read(Register::simple, "geheim;10;1\nb;5;1\n");
    EXPECT_EQ(headless.mistakes(), std::vector<std::string>{"C088"});
    EXPECT_EQ(headless.messages().find("geheim"), std::string::npos);
}

TEST(Register, FilesWithoutRowsSaySo) {
    for (const char* text : {"", "\xef\xbb\xbf", "Nr;Huur;Kinderen\n", "Nr;Huur;Kinderen\r\n\r\n"}) {
        Register rows;
        rows.read(Register::simple, text);
        EXPECT_EQ(rows.mistakes(), std::vector<std::string>{"C028"}) << text;
    }
}

TEST(Register, AnyBytesGiveMessagesAndNoCrash) {
    const std::string alphabet = std::string("\"\"\n\n\r;;;ab19,.-/ \xc3\xa9\xff\x80") + '\0';
    std::mt19937 random(20260302);  // NOLINT(bugprone-random-generator-seed): the same texts each time
    for (int round = 0; round < 500; ++round) {
        std::string text = "Nr;Huur;Kinderen\n";
        const std::size_t size = random() % 200;
        for (std::size_t index = 0; index < size; ++index) text += alphabet[random() % alphabet.size()];
        Register rows;
        const auto summary = rows.read(Register::simple, text, 2);
        EXPECT_EQ(summary.refused > 0 || summary.cases == 0, rows.diagnostics.has_errors()) << text;
    }
}

TEST(RegisterMapping, EveryMistakeHasItsPlace) {
    Register rows;
    rows.mapping(
        "zaak: toewijzing\nkenmerken: Nr\ntekenset: latin1\ndatumvorm: maand-dag-jaar\nkolommen:\n"
        "  A: de kale huur van de woning\n  B: de kale hur van de woning\n  C: de huurprijs van de woning\n"
        "  D: { gegeven: het aantal kinderen van de cliënt, leg: geen }\n  E: [1]\n  a: het inkomen van de cliënt\n"
        "  F: { gegeven: de herkomst van de cliënt, vertaling: { BW: beschermd wone, MO: overig, mo: overig } }\n"
        "  G: het bedrag van het inkomen van de cliënt\n  H: de toewijzing van de cliënt\n"
        "  I: { gegeven: de naam van de cliënt, leeg: geen }\noverslaan: [B, Z, z]\n"
        "vast:\n  de corporatie: Woonward\n");
    EXPECT_EQ(rows.mistakes(),
              (std::vector<std::string>{"C003 2:1", "C011 3:11", "C011 4:12", "C003 7:6", "C004 8:6", "C003 9:52",
                                        "C008 10:6", "C004 11:3", "C011 12:61", "C004 12:89", "C003 13:6", "C017 14:6",
                                        "C011 15:46", "C004 16:13", "C004 16:19", "C012 18:18"}))
        << rows.messages();
}

TEST(RegisterMapping, IsOneGroupOfFacts) {
    for (const char* text : {"", "- a\n", "zaak: toewijzing\nkolommen: {A: de corporatie}\n---\nzaak: toewijzing\n"}) {
        Register rows;
        EXPECT_FALSE(rows.mapping(text)) << text;
        EXPECT_EQ(rows.mistakes().at(0).substr(0, 4), "C008") << rows.messages();
    }
}

}  // namespace
}  // namespace toets::test
