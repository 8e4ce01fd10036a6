// Names, kinds and versions: what one small agreement after another means, or which message it gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diagnostics/to_text.h"
#include "model/from_syntax.h"
#include "model/to_text.h"
#include "syntax/from_text.h"

namespace toets::model {
namespace {

const std::string vocabulary = R"(convenant proef
  niveau regio
  bron "fictief"
  geldig vanaf 1 januari 2026
  partij de gemeente: Noorderhof, Zuiderveen
  partij de zorgaanbieder: Opvang, Wonen, "Zorg en Wonen"
  termijnen volgens de kalender zonder verschuiving

gebeurtenis de toewijzing (wonen)
  de cliënt: cliënt
  de gemeente: gemeente
  de zorgaanbieder: zorgaanbieder
  de sleuteloverdracht: datum

begrip de cliënt (wonen)
  de geboortedatum: datum
  de herkomst: opvang, beschermd wonen of overig
  de gemeente van herkomst: gemeente
  het inkomen: bedrag
  het aantal kinderen: aantal
  de kamers: aantal
  dakloos: ja of nee
  een eigen oplossing: ja of nee

begrip de schuld van een cliënt (meervoud: schulden, volledig)
  het openstaande bedrag: bedrag

)";

struct Compiled {
    Sources sources;
    Diagnostics diagnostics;
    std::string text;
    Model model;
};

Compiled compile(const std::string& text) {
    Compiled result;
    const SourceText& source = result.sources.add("proef.toets", text);
    const syntax::Document document = syntax::from_text(source, false, result.diagnostics);
    result.model = from_syntax({{&document, &source}}, result.sources, result.diagnostics);
    result.text = to_text(result.model, result.sources);
    return result;
}

// The error codes of a rule whose requirement is `sentence`, in order.
std::string codes(const std::string& sentence) {
    const Compiled compiled = compile(vocabulary + "voorwaarde proef\n  bij elke toewijzing\n  vereist: " + sentence +
                                      "\n  te regelen door de zorgaanbieder\n");
    std::string result;
    for (const Diagnostic& it : compiled.diagnostics.sorted()) {
        if (severity(it.code) == Severity::Error)
            result += (result.empty() ? "" : " ") + std::string(to_code_text(it.code));
    }
    return result;
}

// What the requirement became.
std::string meaning(const std::string& sentence) {
    const Compiled compiled = compile(vocabulary + "voorwaarde proef\n  bij elke toewijzing\n  vereist: " + sentence +
                                      "\n  te regelen door de zorgaanbieder\n");
    const std::string start = "    vereist:\n      ";
    const std::size_t begin = compiled.text.find(start);
    if (begin == std::string::npos) return to_text(compiled.diagnostics, compiled.sources, Language::Dutch);
    const std::size_t end = compiled.text.find("\n    te regelen", begin);
    return compiled.text.substr(begin + start.size(), end - begin - start.size());
}

TEST(Names, APathIsNavigatedFromRightToLeft) {
    EXPECT_EQ(meaning("de herkomst van de cliënt is opvang of beschermd wonen"),
              "toewijzing.cliënt.herkomst is opvang | beschermd wonen");
}

TEST(Names, ALinkWordInsideADeclaredNameBelongsToTheName) {
    EXPECT_EQ(meaning("de gemeente is de gemeente van herkomst van de cliënt"),
              "toewijzing.gemeente is toewijzing.cliënt.gemeente van herkomst");
}

TEST(Names, CaseAccentsAndArticlesDoNotMatter) {
    EXPECT_EQ(meaning("De Herkomst van client is OPVANG"), "toewijzing.cliënt.herkomst is opvang");
}

TEST(Names, AnUnknownNameGetsTheNearestOne) {
    const Compiled compiled = compile(
        vocabulary + "voorwaarde proef\n  bij elke toewijzing\n  vereist: de herkomt van de cliënt is opvang\n");
    const std::string text = to_text(compiled.diagnostics, compiled.sources, Language::Dutch);
    EXPECT_NE(text.find("N002"), std::string::npos) << text;
    EXPECT_NE(text.find("`herkomst`?"), std::string::npos) << text;
}

TEST(Names, AQuotedNameIsOneName) {
    EXPECT_EQ(meaning("de zorgaanbieder is \"Zorg en Wonen\""), "toewijzing.zorgaanbieder is Zorg en Wonen");
}

TEST(Kinds, AnAmountIsNotComparedWithANumber) {
    EXPECT_EQ(codes("het inkomen van de cliënt is ten minste 500"), "T003");
}

TEST(Kinds, AChoiceMustBeInItsList) { EXPECT_EQ(codes("de herkomst van de cliënt is gevangenis"), "N006"); }

TEST(Kinds, ADateIsComparedWithLies) { EXPECT_EQ(codes("de sleuteloverdracht is 1 maart 2026"), "T005"); }

TEST(Kinds, IsAndHasFollowTheArticleOfTheDeclaration) {
    EXPECT_EQ(codes("de cliënt heeft geen dakloos"), "T012");
    EXPECT_EQ(codes("de cliënt is niet eigen oplossing"), "T011");
    EXPECT_EQ(meaning("de cliënt is niet dakloos"), "niet: toewijzing.cliënt.dakloos");
    EXPECT_EQ(meaning("de cliënt heeft geen eigen oplossing"), "niet: toewijzing.cliënt.eigen oplossing");
}

TEST(Kinds, AListIsNotOneValue) {
    EXPECT_EQ(codes("het openstaande bedrag van de schulden van de cliënt is € 0,00"), "T007");
    EXPECT_EQ(meaning("de som van het openstaande bedrag van de schulden van de cliënt is ten hoogste € 100,00"),
              "som(toewijzing.cliënt.schuld: schuld.openstaande bedrag) <= € 100,00");
}

TEST(Kinds, APercentageOfACountNeedsItsRounding) {
    EXPECT_EQ(codes("het aantal kinderen van de cliënt is ten hoogste 10% van het aantal schulden van de cliënt"),
              "S054");
    EXPECT_EQ(codes("het aantal kinderen van de cliënt is ten hoogste 10% van de kamers van de cliënt"), "T023");
}

TEST(Kinds, ANameThatStartsWithAantalIsAFieldAndNotACount) {
    EXPECT_EQ(meaning("het aantal kinderen van de cliënt is ten hoogste 2"), "toewijzing.cliënt.aantal kinderen <= 2");
}

TEST(Definitions, ACircleIsShown) {
    const Compiled compiled = compile(vocabulary +
                                      "definitie: een cliënt is gereed als: de cliënt is klaar\n\n"
                                      "definitie: een cliënt is klaar als: de cliënt is gereed\n");
    const std::string text = to_text(compiled.diagnostics, compiled.sources, Language::Dutch);
    EXPECT_NE(text.find("gereed → klaar → gereed"), std::string::npos) << text;
}

TEST(Versions, OverlapIsAnErrorAndAGapAWarning) {
    const std::string rule = "voorwaarde proef\n  geldig van 1 januari 2026 tot en met ";
    const std::string rest =
        "\n  de sleuteloverdracht bepaalt de versie\n  bij elke toewijzing\n  vereist: de cliënt is dakloos\n  te "
        "regelen door de gemeente\n\n";
    const auto has = [&](const std::string& last, const char* first, Code code) {
        const std::string second = std::string("voorwaarde proef\n  geldig vanaf ") + first;
        const Compiled compiled = compile(vocabulary + rule + last + rest + second + rest);
        const auto& all = compiled.diagnostics.all();
        return std::any_of(all.begin(), all.end(), [&](const Diagnostic& it) { return it.code == code; });
    };
    EXPECT_TRUE(has("30 juni 2026", "30 juni 2026", Code::VersionsOverlap));
    EXPECT_FALSE(has("30 juni 2026", "1 juli 2026", Code::VersionsOverlap));
    EXPECT_FALSE(has("30 juni 2026", "1 juli 2026", Code::VersionsGap));
    EXPECT_TRUE(has("30 juni 2026", "2 juli 2026", Code::VersionsGap));
}

TEST(Versions, AParameterThatChangesNeedsADate) {
    const Compiled compiled =
        compile(vocabulary +
                "parameter de grens: bedrag\n  € 100,00 vanaf 1 januari 2026, bron \"fictief\"\n"
                "  € 110,00 vanaf 1 januari 2027, bron \"fictief\"\n\n"
                "voorwaarde proef\n  bij elke toewijzing\n  vereist: het inkomen van de cliënt is ten minste de grens\n"
                "  te regelen door de gemeente\n");
    const auto& all = compiled.diagnostics.all();
    EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                            [](const Diagnostic& it) { return it.code == Code::ParameterDateMissing; }));
}

}  // namespace
}  // namespace toets::model
