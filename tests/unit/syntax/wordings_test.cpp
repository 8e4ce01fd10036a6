// Every wording people use that the language says in another way has its own answer (taal.md B5, B7, B9, B10, B12).
#include <gtest/gtest.h>

#include "reading.h"

namespace toets::syntax {
namespace {

struct Wrong {
    const char* sentence;
    Code code;
    const char* suggestion;  // part of the message
};

ReadText read_sentence(const std::string& sentence) {
    return ReadText("streefnorm proef\n  bij elke toewijzing\n  streeft naar: " + sentence + "\n");
}

class WrongSentence : public testing::TestWithParam<Wrong> {};

TEST_P(WrongSentence, GetsTheRightWording) {
    const ReadText read = read_sentence(GetParam().sentence);
    ASSERT_EQ(read.diagnostics.all().size(), 1U) << read.messages();
    const Diagnostic& diagnostic = read.diagnostics.all().front();
    EXPECT_EQ(to_code_text(diagnostic.code), to_code_text(GetParam().code)) << read.messages();
    EXPECT_NE(message(diagnostic, Language::Dutch).find(GetParam().suggestion), std::string::npos) << read.messages();
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, WrongSentence,
    testing::Values(Wrong{"de huur is minimaal € 5,00", Code::OtherWording, "`ten minste`"},
                    Wrong{"de huur is maximaal € 5,00", Code::OtherWording, "`ten hoogste`"},
                    Wrong{"de huur is hoger dan € 5,00", Code::OtherWording, "`meer dan`"},
                    Wrong{"de huur is lager dan € 5,00", Code::OtherWording, "`minder dan`"},
                    Wrong{"de huur is groter dan € 5,00", Code::OtherWording, "`meer dan`"},
                    Wrong{"de huur is kleiner dan € 5,00", Code::OtherWording, "`minder dan`"},
                    Wrong{"de huur is niet meer dan € 5,00", Code::OtherWording, "`ten hoogste`"},
                    Wrong{"het aantal is vanaf 3", Code::OtherWording, "`ten minste`"},
                    Wrong{"het aantal is tot 5", Code::OtherWording, "`minder dan`"},
                    Wrong{"de cliënt is jonger dan 21 jaar", Code::OtherWording, "is op <datum> jonger dan"},
                    Wrong{"de cliënt heeft minimaal 2 kaarten", Code::OtherWording, "`ten minste`"},
                    Wrong{"de cliënt heeft niet een plan", Code::OtherWording, "`geen`"},
                    Wrong{"de duur is ten minste een half jaar", Code::FractionInWords, "6 maanden"},
                    Wrong{"het aantal is de helft van het totaal", Code::FractionInWords, "50% van"},
                    Wrong{"de duur is ten minste drie maanden", Code::NumberInWords, "3 maanden"},
                    Wrong{"de omvang is 2.5 uur per week", Code::NumberNotation, "2.5"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, WrongSentence,
    testing::Values(
        Wrong{"de aanmelding ligt op zijn vroegst 3 dagen na de toewijzing", Code::OtherWording, "`niet eerder dan`"},
        Wrong{"de aanmelding ligt niet later dan 3 dagen na de toewijzing", Code::OtherWording, "`uiterlijk`"},
        Wrong{"de aanmelding ligt ten minste 14 dagen vóór de toewijzing", Code::TimeBeforeWording,
              "`uiterlijk 14 dagen vóór`"},
        Wrong{"de aanmelding ligt ten minste 14 dagen na de toewijzing", Code::TimeBeforeWording,
              "`niet eerder dan 14 dagen na`"},
        Wrong{"de aanmelding is langer geleden dan 14 dagen", Code::OtherWording, "ligt vóór"},
        Wrong{"de aanmelding is recenter dan 14 dagen", Code::OtherWording, "niet eerder dan"},
        Wrong{"de aanmelding ligt tussen 1 maart 2026 en 1 mei 2026", Code::OtherWording, "tot en met"},
        Wrong{"de begeleiding loopt van de aanmelding tot en met de toewijzing", Code::OtherWording,
              "`ten minste van`"},
        Wrong{"de aanmelding ligt uiterlijk 2026-03-01", Code::DateNotation, "2026-03-01"}));

INSTANTIATE_TEST_SUITE_P(Absence, WrongSentence,
                         testing::Values(Wrong{"een plan van de cliënt ontbreekt", Code::OtherWording, "`heeft geen`"},
                                         Wrong{"er is geen plan", Code::OtherWording, "`heeft geen`"},
                                         Wrong{"de cliënt woont zonder begeleiding", Code::OtherWording,
                                               "`heeft geen`"}));

INSTANTIATE_TEST_SUITE_P(
    References, WrongSentence,
    testing::Values(Wrong{"de cliënt heeft zijn begeleiding", Code::Possessive, "… begeleiding van de cliënt"},
                    Wrong{"de cliënt heeft haar begeleiding", Code::Pronoun, "`haar`"},
                    Wrong{"die heeft een plan", Code::Pronoun, "`die`"},
                    Wrong{"de datum van deze ligt vóór de toewijzing", Code::Pronoun, "`deze`"},
                    Wrong{"de datum daarvan ligt vóór de toewijzing", Code::Pronoun, "`daarvan`"}));

INSTANTIATE_TEST_SUITE_P(Order, WrongSentence,
                         testing::Values(Wrong{"de cliënt een plan heeft", Code::VerbLast, "`heeft`"},
                                         Wrong{"de cliënt heeft een plan en de woning is vrij", Code::ConditionsJoined,
                                               "al het volgende geldt:"},
                                         Wrong{"de cliënt heeft een plan of de woning is vrij", Code::ConditionsJoined,
                                               "ten minste één van het volgende"},
                                         Wrong{"de herkomst is niet opvang of wonen", Code::NotWithOr, "is niet"},
                                         Wrong{"de herkomst is niet opvang, wonen of overig", Code::NotWithOr,
                                               "is niet"},
                                         Wrong{"het plan heeft een ondertekening door de cliënt, de corporatie",
                                               Code::CommaBetweenParties, "`en`"},
                                         Wrong{"het plan heeft een bijlage waarvoor de datum vóór de toewijzing ligt",
                                               Code::OpenerWithoutColon, "`waarvoor geldt:"}));

struct WrongClause {
    const char* clause;
    Code code;
    const char* words;
};

class WrongRule : public testing::TestWithParam<WrongClause> {};

TEST_P(WrongRule, GetsTheRightWording) {
    const std::string clause = GetParam().clause;
    const ReadText read("voorwaarde proef\n  bij elke toewijzing\n  vereist: de cliënt heeft een plan\n  " + clause +
                        "\n");
    ASSERT_EQ(read.diagnostics.all().size(), 1U) << read.messages();
    const Diagnostic& diagnostic = read.diagnostics.all().front();
    EXPECT_EQ(to_code_text(diagnostic.code), to_code_text(GetParam().code)) << read.messages();
    EXPECT_EQ(read.source.position(diagnostic.where.begin).line, 4U) << read.messages();
    EXPECT_NE(message(diagnostic, Language::Dutch).find(GetParam().words), std::string::npos) << read.messages();
}

INSTANTIATE_TEST_SUITE_P(
    Clauses, WrongRule,
    testing::Values(WrongClause{"tenzij het traject van de cliënt Housing First is", Code::OpenerWithoutColon,
                                "tenzij:"},
                    WrongClause{"alleen als de cliënt een plan heeft", Code::OpenerWithoutColon, "alleen als:"},
                    WrongClause{"tenzij: het traject van de cliënt Housing First is", Code::VerbLast, "`is`"},
                    WrongClause{"als: de cliënt heeft een plan", Code::OtherWording, "`alleen als:`"},
                    WrongClause{"dan moet: de cliënt heeft een plan", Code::OtherWording, "`vereist:`"},
                    WrongClause{"de woning moet voldoen aan: de eisen", Code::OtherWording, "`vereist:`"},
                    WrongClause{"bij iedere aanmelding", Code::OtherWording, "`bij elke`"},
                    WrongClause{"de corporatie zorgt voor een aanbod, binnen 3 dagen na de aanmelding",
                                Code::ClauseUnderWrongHeader, "zorgt voor"},
                    WrongClause{"de gemeente: gemeente", Code::UnknownClause, "de gemeente: gemeente"},
                    WrongClause{"gunstiger is: beter", Code::ClosedChoice, "korter"},
                    WrongClause{"te regelen door", Code::NameMissing, "te regelen door"},
                    WrongClause{"volgens lid twee", Code::ClosedChoice, "nummer van een lid"}));

struct WrongTerm {
    const char* term;
    Code code;
};

class WrongDuty : public testing::TestWithParam<WrongTerm> {};

TEST_P(WrongDuty, IsExplained) {
    const ReadText read("verplichting proef\n  bij elke aanmelding\n  de corporatie zorgt voor een aanbod" +
                        std::string(GetParam().term) + "\n");
    ASSERT_EQ(read.diagnostics.all().size(), 1U) << read.messages();
    EXPECT_EQ(to_code_text(read.diagnostics.all().front().code), to_code_text(GetParam().code)) << read.messages();
}

INSTANTIATE_TEST_SUITE_P(Terms, WrongDuty,
                         testing::Values(WrongTerm{"", Code::TermMissing},
                                         WrongTerm{" binnen 3 dagen na de aanmelding", Code::TermMissing},
                                         WrongTerm{", op zijn vroegst 3 dagen na de aanmelding", Code::OtherWording},
                                         WrongTerm{", niet later dan 3 dagen na de aanmelding", Code::OtherWording},
                                         WrongTerm{", ten minste 14 dagen vóór de toewijzing", Code::TimeBeforeWording},
                                         WrongTerm{", jaarlijks vóór 1 juli", Code::OtherWording},
                                         WrongTerm{", elk jaar vóór 1 juli", Code::OtherWording}));

TEST(Headers, OfAccessAreReadAndPrinted) {
    const std::string text =
        "inzage\n  de corporatie ziet: wonen, zorg en financieel\n  de gemeente ziet van zorg alleen de uitkomst\n"
        "  de stuurgroep en het wijkteam zien: niets\n  zorg alleen met toestemming van de cliënt\n"
        "  veiligheid wordt getoond als \"niet mogelijk\"\n  aantallen onder 5 worden niet getoond\n";
    const ReadText read(text);
    EXPECT_TRUE(read.places().empty()) << read.messages();
    EXPECT_EQ(read.printed(), text);
    const ReadText half("inzage\n  de gemeente ziet van zorg de uitkomst\n");
    EXPECT_EQ(half.places(), std::vector<std::string>{"S058 2"}) << half.messages();
    const ReadText other("inzage\n  aantallen onder 5 worden getoond\n");
    EXPECT_EQ(other.places(), std::vector<std::string>{"S058 2"}) << other.messages();
}

TEST(Bullets, FromAWordProcessorAreAccepted) {
    const std::string head = "streefnorm proef\n  bij elke toewijzing\n  streeft ernaar dat al het volgende geldt:\n";
    const ReadText read(head + "    • de cliënt heeft een plan\n    2. de cliënt heeft een inkomen\n");
    EXPECT_TRUE(read.diagnostics.all().empty()) << read.messages();
    EXPECT_EQ(read.printed(), head + "    - de cliënt heeft een plan\n    - de cliënt heeft een inkomen\n");
}

}  // namespace
}  // namespace toets::syntax
