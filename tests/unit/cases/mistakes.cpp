// What is wrong in a case, with its line and column; limits; bytes that are no case at all.
#include <gtest/gtest.h>

#include <random>

#include "world.h"

namespace toets::test {
namespace {

std::string first_of_yaml(const std::string& text) {
    World world;
    world.yaml(text);
    const auto found = world.mistakes();
    return found.empty() ? "" : found.front();
}
std::string first_of_json(const std::string& text) {
    World world;
    world.json(text);
    const auto found = world.mistakes();
    return found.empty() ? "" : found.front();
}

TEST(Mistake, UnknownKeysGetTheNearestName) {
    World world;
    world.yaml("cliënt:\n  inkommen: 5\n  xyz: 3\n");
    EXPECT_EQ(world.mistakes(), (std::vector<std::string>{"C003 2:3", "C003 3:3"}));
    EXPECT_NE(world.messages().find("De cliënt kent geen gegeven `inkommen`."), std::string::npos);
    EXPECT_NE(world.messages().find("bedoelde u `inkomen`?"), std::string::npos) << world.messages();
}

TEST(Mistake, TheSameFactTwiceUnderAnyName) {
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen: 5\n  Inkomen: 6\n"), "C004 3:3");
    EXPECT_EQ(first_of_yaml("toewijzing:\n  woning:\n    kale huur: 5\n    huurprijs: 6\n"), "C004 4:5");
    EXPECT_EQ(first_of_yaml("cliënt: { schuld: geen, schulden: geen }\n"), "C004 1:25");
    EXPECT_EQ(first_of_yaml("cliënt: { inkomen: { bron: a, bron: b, waarde: 2 } }\n"), "C004 1:31");
    EXPECT_EQ(first_of_json(R"({"cliënt": {"inkomen": 5, "inkomen": 5}})"), "C004 1:27");
}

TEST(Mistake, ACaseHasOneRoot) {
    EXPECT_EQ(first_of_yaml("zaak: 1\n"), "C005 1:1");
    EXPECT_EQ(first_of_yaml("cliënt: {}\ntoewijzing: {}\n"), "C006 2:1");
    EXPECT_EQ(first_of_yaml("klant: {}\n"), "C003 1:1");
    EXPECT_EQ(first_of_yaml(""), "C028 1:1");
    EXPECT_EQ(first_of_yaml("# niets\n"), "C028 1:1");
    EXPECT_EQ(first_of_yaml("- cliënt: {}\n"), "C008 1:1");
    EXPECT_EQ(first_of_yaml("cliënt\n"), "C008 1:1");
    EXPECT_EQ(first_of_yaml("cliënt: [{}]\n"), "C008 1:9");
    EXPECT_EQ(first_of_yaml("cliënt:\n"), "C007 1:1");
}

TEST(Mistake, NothingIsNotAFact) {
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen:\n  saldo: 3\n"), "C007 2:3");
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen: ~\n"), "C007 2:3");
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen: null\n"), "C007 2:3");
    EXPECT_EQ(first_of_yaml("cliënt:\n  schulden: [~]\n"), "C008 2:14");
    EXPECT_EQ(first_of_json(R"({"cliënt": {"inkomen": null}})"), "C007 1:24");
    EXPECT_EQ(first_of_yaml("cliënt: {inkomen: {waarde: }}\n"), "C007 1:20");
}

TEST(Mistake, WrongForms) {
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen: [1, 2]\n"), "C008 2:12");
    EXPECT_EQ(first_of_yaml("cliënt:\n  begeleidingsovereenkomst: ja\n"), "C008 2:29");
    EXPECT_EQ(first_of_yaml("cliënt:\n  begeleidingsovereenkomst: [{}]\n"), "C008 2:29");
    EXPECT_EQ(first_of_yaml("cliënt:\n  schulden: veel\n"), "C008 2:13");
    EXPECT_EQ(first_of_yaml("cliënt:\n  aanmelding: morgen\n"), "C009 2:15");
    EXPECT_EQ(first_of_yaml("cliënt:\n  ? [a]\n  : 1\n"), "C029 2:5");
    EXPECT_EQ(first_of_yaml("peildatum: [1]\ncliënt: {}\n"), "C008 1:12");
    EXPECT_EQ(first_of_yaml("cliënt: {naam: [1]}\n"), "C008 1:16");
    EXPECT_EQ(first_of_yaml("cliënt: {inkomen: {bron: [], waarde: 1}}\n"), "C008 1:26");
    EXPECT_EQ(first_of_yaml("cliënt: {inkomen: {soort: loon}}\n"), "C026 1:20");
    EXPECT_EQ(first_of_yaml("cliënt: {inkomen: {bron: x}}\n"), "C027 1:19");
}

TEST(Mistake, WhatFollowsFromThePlaceIsNotWritten) {
    EXPECT_EQ(first_of_yaml("cliënt:\n  toewijzing: {}\n"), "C017 2:3");
    EXPECT_EQ(first_of_yaml("cliënt:\n  schulden: [{cliënt: {}}]\n"), "C017 2:15");
}

TEST(Mistake, YamlThatCannotBeRead) {
    EXPECT_EQ(first_of_yaml("cliënt:\n  inkomen: 5\n saldo: 3\n").substr(0, 6), "C046 3");
    EXPECT_EQ(first_of_yaml("cliënt: {inkomen: 5\n").substr(0, 4), "C001");
    EXPECT_EQ(first_of_yaml("cliënt:\n\tinkomen: 5\n").substr(0, 4), "C001");
    EXPECT_EQ(first_of_yaml("cliënt: \"x\n"), "C001 1:9");
    EXPECT_EQ(first_of_yaml("cliënt: 'x''\n"), "C001 1:9");
    EXPECT_EQ(first_of_yaml("cliënt: {opmerking: \"x\\\"}\n"), "C001 1:21");
    EXPECT_EQ(first_of_yaml("a: b: c\n"), "C001 1:5");
    EXPECT_EQ(first_of_yaml("cliënt: &a {}\n").substr(0, 4), "C020");
    EXPECT_EQ(first_of_yaml("cliënt: *a\n").substr(0, 4), "C020");
    EXPECT_EQ(first_of_yaml("cliënt: !!str x\n").substr(0, 4), "C021");
    EXPECT_EQ(first_of_yaml("cliënt: {opmerking: \"a\x04\"}\n"), "C025 1:23");
    EXPECT_EQ(first_of_yaml("cliënt: {}\rtoewijzing: {}\n"), "C025 1:11");
    EXPECT_EQ(first_of_yaml("cli\xebnt: {}\n"), "I003 1:4");
    EXPECT_EQ(first_of_yaml(std::string("a: b\0c\n", 7)), "I003 1:5");
}

TEST(Mistake, JsonThatCannotBeRead) {
    EXPECT_EQ(first_of_json(""), "C028 1:1");
    EXPECT_EQ(first_of_json("[]"), "C028 1:1");
    EXPECT_EQ(first_of_json("{}"), "C028 1:1");
    EXPECT_EQ(first_of_json("{\"cliënt\": {}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"inkomen\" 5}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"inkomen\": 05}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"inkomen\": tru}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"opmerking\": \"a}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"opmerking\": \"a\nb\"}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"opmerking\": \"\\q\"}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {}} x").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("[{\"cliënt\": {}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("[{\"cliënt\": {}},]").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("[{\"cliënt\": {}}] x").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"inkomen\": 5,}}").substr(0, 4), "C002");
    EXPECT_EQ(first_of_json("42"), "C008 1:1");
    EXPECT_EQ(first_of_json("{\"cli\xebnt\": {}}"), "I003 1:6");
}

TEST(Mistake, NoWordOfAnyLibrary) {
    World world;
    world.yaml("a: [1, {b\n");
    world.json("{\"a\" 1");
    const std::string text = world.messages();
    for (const char* word : {"end of", "token", "yaml-cpp", "TAPE", "simdjson", "illegal"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << text;
    }
}

TEST(Mistake, EveryCodeHasItsOwnSentence) {
    World world;
    world.yaml(
        "cliënt:\n  inkomen: {bron: x}\n  geboortedatum: 2026-02-30\n  herkomst: elders\n  termijn: 5\n"
        "  factor: 0,12345678\n  saldo: 99999999999999999999\n  inkomen: -1\n");
    EXPECT_EQ(world.messages().find('{' + std::string("name")), std::string::npos) << world.messages();
    EXPECT_EQ(world.messages().find("{value}"), std::string::npos) << world.messages();
}

std::string nested(std::size_t levels, const std::string& open, const std::string& close) {
    std::string text = "{\"cliënt\": ";
    for (std::size_t level = 0; level < levels; ++level) text += open;
    for (std::size_t level = 0; level < levels; ++level) text += close;
    return text + "}";
}

TEST(Limit, DepthIsBounded) {
    EXPECT_EQ(first_of_yaml(nested(40, "[", "]")).substr(0, 4), "C022");
    EXPECT_EQ(first_of_json(nested(40, "[", "]")).substr(0, 4), "C022");
    EXPECT_EQ(first_of_yaml(nested(100'000, "[", "]")).substr(0, 4), "C022");
    EXPECT_EQ(first_of_json(nested(100'000, "[", "]")).substr(0, 4), "C022");
    EXPECT_EQ(first_of_json(nested(100'000, "{\"a\":", "}")).substr(0, 4), "C022");
    EXPECT_EQ(first_of_yaml(std::string(100'000, '[')).substr(0, 4), "C022");
}

TEST(Limit, TheNumberOfFactsIsBounded) {
    std::string items = "{}";
    for (int index = 0; index < 100'000; ++index) items += ",{}";
    EXPECT_EQ(first_of_yaml("cliënt: {schulden: [" + items + "]}").substr(0, 4), "C023");
    EXPECT_EQ(first_of_json("{\"cliënt\": {\"schulden\": [" + items + "]}}").substr(0, 4), "C023");
}

TEST(Limit, TheSizeOfAFileIsBounded) {
    EXPECT_EQ(first_of_yaml(std::string((8 << 20) + 1, ' ')), "I002");
    EXPECT_EQ(first_of_json(std::string((64 << 20) + 1, ' ')), "I002");
}

TEST(Limit, ManyMistakesAreCounted) {
    std::string text = "cliënt:\n";
    for (int index = 0; index < 40'000; ++index) text += fmt::format("  onzin{}: 1\n", index);
    World world;
    world.yaml(text);
    EXPECT_EQ(world.diagnostics.error_count(), 40'000U);
    EXPECT_LE(world.diagnostics.all().size(), Diagnostics::limit + 1);
}

// Pieces of cases put together at random: whatever comes of it, reading ends, and a refused case leaves nothing.
TEST(Bytes, NothingCrashesTheReaders) {
    const std::vector<std::string> pieces = {"cliënt",     ":",
                                             " ",          "\n",
                                             "  ",         "- ",
                                             "{",          "}",
                                             "[",          "]",
                                             ",",          "\"",
                                             "'",          "geen",
                                             "onbekend",   "inkomen",
                                             "640,00",     "schulden",
                                             "aanmelding", "2026-02-01",
                                             "toewijzing", "huurovereenkomst",
                                             "huurder",    "&a",
                                             "*a",         "!!x",
                                             "|",          ">",
                                             "#",          "---",
                                             "...",        "%YAML 1.2",
                                             "?",          "\\",
                                             "\\u0000",    "é",
                                             "\xff",       "null",
                                             "true",       "1e9",
                                             "waarde",     "bron",
                                             "bekend op",  "\t",
                                             "\r\n",       "@",
                                             "`",          "naam",
                                             "zaak",       "peildatum",
                                             "<<",         "~",
                                             "\x01",       "12345678901234567890"};
    std::mt19937 random(42);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::uniform_int_distribution<int> length(0, 40);
    for (int round = 0; round < 4'000; ++round) {
        std::string text;
        for (int index = length(random); index > 0; --index) text += pieces[piece(random)];
        World world;
        const auto yaml = world.yaml(text);
        EXPECT_EQ(world.diagnostics.has_errors(), yaml.cases.empty()) << text;
        world.diagnostics = {};
        const auto json = world.json(text);
        EXPECT_EQ(world.diagnostics.has_errors(), json.cases.empty()) << text;
    }
}

// A good case with a few bytes changed.
TEST(Bytes, DamagedCasesAreReadOrRefused) {
    const std::string good =
        "{\"zaak\": \"a\", \"cliënt\": {\"inkomen\": 640.50, \"aanmelding\": \"2026-02-01\", \"schulden\": "
        "[{\"openstaande bedrag\": 5, \"schuldeiser\": \"Eneco\"}, {}], \"opmerking\": \"x\\ny\"}}";
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> place(0, good.size() - 1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 4'000; ++round) {
        std::string text = good;
        for (int change = round % 3; change >= 0; --change) text[place(random)] = static_cast<char>(byte(random));
        World world;
        const auto json = world.json(text);
        EXPECT_EQ(world.diagnostics.has_errors(), json.cases.empty()) << text;
        world.diagnostics = {};
        const auto yaml = world.yaml(text);
        EXPECT_EQ(world.diagnostics.has_errors(), yaml.cases.empty()) << text;
    }
}

}  // namespace
}  // namespace toets::test
