// What a contingent says about other years and other parties: carrying over, successors, swaps and turns.
#include <gtest/gtest.h>

#include <string>

#include "model/from_syntax.h"
#include "syntax/from_text.h"

namespace toets::model {
namespace {

struct ReadTally {
    Sources sources;
    Diagnostics diagnostics;
    Model model;

    explicit ReadTally(const std::string& text) {
        const SourceText& source = sources.add("proef.toets", text);
        const syntax::Document document = syntax::from_text(source, false, diagnostics);
        model = from_syntax({{&document, &source}}, sources, diagnostics);
    }
    // The codes of the errors, in order; not of the warnings.
    [[nodiscard]] std::string errors() const {
        std::string codes;
        for (const Diagnostic& it : diagnostics.sorted()) {
            if (severity(it.code) != Severity::Error) continue;
            codes += (codes.empty() ? "" : " ") + std::string(to_code_text(it.code));
        }
        return codes;
    }
    [[nodiscard]] bool warns(Code code) const {
        const auto& all = diagnostics.all();
        return std::any_of(all.begin(), all.end(), [code](const Diagnostic& it) { return it.code == code; });
    }
    [[nodiscard]] const Tally& tally() const { return model.tallies[TallyId{0}]; }
};

std::string agreement(const std::string& header = "") {
    return "convenant proef\n"
           "  niveau regio\n"
           "  partij de corporatie: Woonwaard, De Sleutel, Thuisgoed\n"
           "  partij de gemeente: Noorderhof, Zuiderveen\n"
           "  rol de stuurgroep\n" +
           header + R"(  termijnen volgens de kalender zonder verschuiving

begrip de wijk

gebeurtenis de toewijzing (meervoud: toewijzingen)
  de gemeente: gemeente
  de corporatie: corporatie
  de wijk: wijk

gebeurtenis de ruil
  de gever: corporatie
  de ontvanger: corporatie
  de gemeente: gemeente
  het aantal woningen: aantal
  de huur: bedrag

gebeurtenis de instemming van een ruil (meervoud: instemmingen, volledig)

definitie: een ruil is klein als: het aantal woningen van de ruil is ten hoogste 3

)";
}

std::string contingent(const std::string& lines) {
    return R"(contingent woningen
  per gemeente, per corporatie en per kalenderjaar
  telt toewijzingen
  telmoment is de datum van de toewijzing
  | gemeente   | corporatie | kalenderjaar | aantal        |
  | Noorderhof | Woonwaard  | 2026         | ten minste 12 |
)" + lines;
}

const std::string shortfall = "  een tekort gaat mee naar het volgende kalenderjaar";
const std::string expiry = "  wat meegaat, vervalt na 2 jaar, het oudste eerst\n";
const std::string closing = "  het kalenderjaar sluit op 1 maart van het volgende kalenderjaar\n";
const std::string swap = "  bij elke ruil gaat het aantal woningen over van de gever naar de ontvanger\n";
const std::string turn = "  de volgende toewijzing is voor de corporatie met de grootste resterende opgave\n";

std::string errors_of(const std::string& lines) { return ReadTally(agreement() + contingent(lines)).errors(); }

TEST(CarryOver, AllGoesAlongUnlessItSaysOtherwise) {
    const ReadTally read(agreement() + contingent(shortfall + "\n" + expiry + closing));
    EXPECT_EQ(read.errors(), "");
    ASSERT_TRUE(read.tally().shortfall);
    EXPECT_EQ(read.tally().shortfall->part, 100'000'000);
    EXPECT_FALSE(read.tally().shortfall->cap);
    EXPECT_FALSE(read.tally().shortfall->rounding);
    EXPECT_FALSE(read.tally().surplus);
    EXPECT_EQ(read.tally().lapses_after_years, 2);
    EXPECT_TRUE(read.tally().is_oldest_first);
    EXPECT_EQ(read.tally().closes, (calendar::DayOfYear{3, 1}));
}

TEST(CarryOver, PartCapAndRoundingAreKept) {
    const ReadTally read(agreement() +
                         contingent("  een overschot gaat mee naar het volgende kalenderjaar, voor 12,5%, ten hoogste "
                                    "20% van de hele opgave, rekenkundig afgerond\n"
                                    "  wat meegaat, vervalt na 36 maanden, het nieuwste eerst\n" +
                                    closing));
    EXPECT_EQ(read.errors(), "");
    ASSERT_TRUE(read.tally().surplus);
    EXPECT_EQ(read.tally().surplus->part, 12'500'000);
    EXPECT_EQ(read.tally().surplus->cap, 20'000'000);
    EXPECT_TRUE(read.tally().surplus->is_cap_of_whole);
    EXPECT_EQ(read.tally().surplus->rounding, Rounding::HalfUp);
    EXPECT_EQ(read.tally().lapses_after_years, 3);
    EXPECT_FALSE(read.tally().is_oldest_first);
}

TEST(CarryOver, AYearMayCloseWhereNothingIsCarriedOver) {
    const ReadTally read(agreement() + contingent(closing));
    EXPECT_EQ(read.errors(), "");
    EXPECT_TRUE(read.tally().closes);
    EXPECT_TRUE(read.tally().not_yet.empty());
}

TEST(CarryOver, APercentageNeedsARoundingAndARoundingAPercentage) {
    EXPECT_EQ(errors_of(shortfall + ", voor 50%\n" + expiry + closing), "T023");
    EXPECT_EQ(errors_of(shortfall + ", naar boven afgerond\n" + expiry + closing), "T024");
    EXPECT_EQ(errors_of(shortfall + ", voor 50%, afgerond volgens de grootste rest\n" + expiry + closing), "T025");
}

TEST(CarryOver, APercentageIsMoreThanNothingAndNoMoreThanAll) {
    for (const char* wrong : {"0%", "100,5%", "5", "de helft van het tekort"}) {
        const std::string codes =
            errors_of(shortfall + ", voor " + wrong + ", naar boven afgerond\n" + expiry + closing);
        EXPECT_NE(codes, "") << wrong;
    }
    EXPECT_EQ(errors_of(shortfall + ", voor 100%, naar boven afgerond\n" + expiry + closing), "");
}

TEST(CarryOver, ItLapsesAfterWholeYears) {
    for (const char* wrong : {"0 jaar", "11 jaar", "18 maanden", "2 weken"}) {
        const std::string line = std::string("  wat meegaat, vervalt na ") + wrong + ", het oudste eerst\n";
        EXPECT_EQ(errors_of(shortfall + "\n" + line + closing), "R165") << wrong;
    }
}

TEST(CarryOver, AYearClosesOnADayOfEachYear) {
    for (const char* wrong : {"29 februari", "31 april", "het einde"}) {
        const std::string line =
            std::string("  het kalenderjaar sluit op ") + wrong + " van het volgende kalenderjaar\n";
        EXPECT_EQ(errors_of(shortfall + "\n" + expiry + line), "R166") << wrong;
    }
}

TEST(Succession, SeveralPartiesMayGoOneAfterTheOther) {
    const ReadTally read(
        agreement("  De Sleutel is rechtsopvolger van Woonwaard vanaf 1 januari 2027\n"
                  "  Thuisgoed is rechtsopvolger van De Sleutel vanaf 1 juli 2028\n"));
    EXPECT_EQ(read.errors(), "");
    ASSERT_EQ(read.model.successions.size(), 2U);
    const Succession& first = read.model.successions.front();
    EXPECT_EQ(read.model.parties[first.party].name.text, "Woonwaard");
    EXPECT_EQ(read.model.parties[first.successor].name.text, "De Sleutel");
    EXPECT_EQ(first.from, *date_from_iso("2027-01-01"));
}

TEST(Succession, TheSameLineTwiceSaysNothingNew) {
    const std::string line = "  De Sleutel is rechtsopvolger van Woonwaard vanaf 1 januari 2027\n";
    const ReadTally read(agreement(line + line));
    EXPECT_EQ(read.errors(), "");
    EXPECT_EQ(read.model.successions.size(), 1U);
}

TEST(Succession, AChainThatComesBackIsACircle) {
    const ReadTally read(
        agreement("  De Sleutel is rechtsopvolger van Woonwaard vanaf 1 januari 2027\n"
                  "  Thuisgoed is rechtsopvolger van De Sleutel vanaf 1 juli 2028\n"
                  "  Woonwaard is rechtsopvolger van Thuisgoed vanaf 1 juli 2029\n"));
    EXPECT_EQ(read.errors(), "R172");
}

TEST(Swap, ItsPartiesAreOneDimensionAndItsFieldsTheOthers) {
    const ReadTally read(agreement() + contingent(swap + "    mits: de ruil is klein\n"));
    EXPECT_EQ(read.errors(), "");
    EXPECT_FALSE(read.warns(Code::NeverUsed));
    ASSERT_TRUE(read.tally().swap);
    const Swap& found = *read.tally().swap;
    EXPECT_EQ(read.model.variables[found.event].name, "ruil");
    EXPECT_EQ(found.dimension, 1U);
    ASSERT_EQ(found.keys.size(), 3U);
    EXPECT_TRUE(found.keys[0].is_valid());
    EXPECT_FALSE(found.keys[1].is_valid());
    EXPECT_FALSE(found.keys[2].is_valid());
    EXPECT_TRUE(found.provided.is_valid());
}

TEST(Swap, AWholeNumberMayBeWrittenOut) {
    const ReadTally read(agreement() + contingent("  bij elke ruil gaan 2 over van de gever naar de ontvanger\n"));
    EXPECT_EQ(read.errors(), "");
    EXPECT_TRUE(read.tally().swap);
}

TEST(Swap, ItIsOnlyBetweenTwoThatAreCountedBy) {
    EXPECT_EQ(errors_of("  bij elke ruil gaat het aantal woningen over van de gever naar de gemeente\n"), "R175");
    EXPECT_EQ(errors_of("  bij elke ruil gaat de huur over van de gever naar de ontvanger\n"), "R174");
    EXPECT_EQ(errors_of("  bij elke wijk gaat 1 over van de gever naar de ontvanger\n"), "R173");
}

TEST(Turn, ATieIsBrokenInOneOfThreeWays) {
    const ReadTally lot(agreement() + contingent(turn + "  bij gelijke stand: door loting\n"));
    EXPECT_EQ(lot.errors(), "");
    ASSERT_TRUE(lot.tally().turn);
    EXPECT_EQ(lot.tally().turn->dimension, 1U);
    EXPECT_EQ(lot.tally().turn->tie, Turn::Tie::Lot);
    const ReadTally decision(agreement() + contingent(turn + "  bij gelijke stand: besluit van de stuurgroep\n"));
    EXPECT_EQ(decision.errors(), "");
    ASSERT_TRUE(decision.tally().turn);
    EXPECT_EQ(decision.tally().turn->tie, Turn::Tie::Decision);
    EXPECT_EQ(decision.tally().turn->decided_by, "de stuurgroep");
}

TEST(Turn, SomebodyWhoIsNotKnownCannotDecide) {
    EXPECT_NE(errors_of(turn + "  bij gelijke stand: besluit van de koning\n"), "");
    EXPECT_EQ(errors_of(turn + "  bij gelijke stand: de oudste\n"), "S058");
}

}  // namespace
}  // namespace toets::model
