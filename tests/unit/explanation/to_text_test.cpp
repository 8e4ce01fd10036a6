#include "explanation/to_text.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "sample_answer.h"

namespace toets::explanation {
namespace {

TEST(AnswerAsText, ShowsTheVerdictFirstAndThenWhoMustDoWhat) {
    EXPECT_EQ(to_text(sample_answer(), {}), R"(Toewijzing 2026-014 · De Wilgen 12 · peildatum 1 maart 2026
NIET TOEGESTAAN – 1 voorwaarde ontbreekt, 1 gegeven onbekend

ontbreekt   begeleiding geregeld             artikel 3 lid 1, versie 1-1-2026
            de ondertekendatum van de begeleidingsovereenkomst van de
              cliënt: 10 maart 2026; uiterlijk 6 maart 2026 nodig (14 dagen
              vóór 20 maart 2026)
            → Herstelhuis: regel dit uiterlijk 6 maart 2026, of verplaats de
              sleuteloverdracht naar 24 maart 2026 of later
            (op grond van overeenkomst.md regel 214; de-boer.yaml regel 12 (bron
             dossier))

onbekend    huur past bij inkomen            passend toewijzen, versie 1-1-2025
            nodig: het inkomen van het lid → de gemeente of de cliënt

Vroegst mogelijke sleuteloverdracht: 24 maart 2026, als de andere punten
  hierboven op tijd zijn geregeld

Voldaan: overige schulden (artikel 4 lid 2), geen kwetsbare wijk
  (artikel 4 lid 2)
Niet aan de orde: verplichting plek na terugval (geen terugkeerverzoek in de
  zaak)
Nog niet beoordeeld (Toetssteen rekent dit nog niet uit): procedure overlast
  (artikel 8 lid 2)
)");
}

TEST(AnswerAsText, QuotesTheAgreementInAnEnglishFrame) {
    const std::string text = to_text(sample_answer(), {Language::English, false});
    EXPECT_NE(text.find("NOT ALLOWED – 1 condition missing, 1 fact unknown"), std::string::npos) << text;
    EXPECT_NE(text.find("on or before 6 March 2026 needed"), std::string::npos) << text;
    EXPECT_NE(text.find("begeleiding geregeld"), std::string::npos) << text;
}

TEST(AnswerAsText, TellsWhatHoldsInFullWhenAsked) {
    const std::string text = to_text(sample_answer(), {Language::Dutch, true});
    EXPECT_NE(text.find("\nvoldaan     overige schulden"), std::string::npos) << text;
    EXPECT_NE(text.find("(de-boer.yaml regel 12, bron dossier, bekend"), std::string::npos) << text;
}

TEST(AnswerAsText, KeepsLinesWithinEightyColumns) {
    Answer answer = sample_answer();
    answer.findings[0].rule = "een regel met een naam die zo lang is dat zij zelf al bijna niet op een regel past";
    answer.findings[0].article = "artikel 12 lid 3 van een document met een lange naam";
    const std::string text = to_text(answer, {Language::Dutch, true});
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        EXPECT_LE(display_width(text.substr(begin, end - begin)), 80U) << text.substr(begin, end - begin);
        begin = end + 1;
    }
}

TEST(AnswerAsText, LetsNoControlCharacterOfACaseReachTheTerminal) {
    Answer answer = sample_answer();
    answer.label = "a\x1b[31mb\x07";
    EXPECT_EQ(to_text(answer, {}).find('\x1b'), std::string::npos);
}

TEST(AnswerAsText, NamesARepeatedActionOnce) {
    Answer answer = sample_answer();
    Sentence& both = answer.findings[0].sentences[0];
    both.parts.push_back(both.parts[0]);
    const std::string text = to_text(answer, {});
    const std::size_t first = text.find("→ Herstelhuis");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(text.find("→ Herstelhuis", first + 1), std::string::npos) << text;
}

TEST(AnswerAsText, SaysATermInTheUnitItWasAgreedIn) {
    Answer answer = sample_answer();
    answer.findings[0].sentences[0].parts[0].comparison->arithmetic->written = "2 weken";
    EXPECT_NE(to_text(answer, {}).find("2 weken\n              vóór 20 maart 2026"), std::string::npos)
        << to_text(answer, {});
    const std::string english = to_text(answer, {Language::English, false});
    EXPECT_NE(english.find("2 weeks\n              before 20 March 2026"), std::string::npos) << english;
}

TEST(AnswerAsText, ShowsTheRowOfATableThatWasUsed) {
    Answer answer = sample_answer();
    UsedNumber number;
    number.what = "de termijn";
    number.value = Words{"14 dagen"};
    number.row = "beschermd wonen";
    number.where = {"overeenkomst.md", 90, 1};
    number.is_unverified = true;
    answer.findings[0].sentences[0].parts[0].numbers = {number};
    const std::string text = to_text(answer, {});
    EXPECT_NE(text.find("de termijn: 14 dagen, uit de rij `beschermd wonen` (overeenkomst.md"), std::string::npos)
        << text;
}

TEST(AnswerAsText, AsksForAYesOrNoAsAQuestion) {
    Answer answer = sample_answer();
    answer.findings[1].missing[0].what = "de cliënt is jong";
    answer.findings[1].missing[0].question = "of de cliënt jong is";
    EXPECT_NE(to_text(answer, {}).find("nodig: of de cliënt jong is → "), std::string::npos);
    const std::string english = to_text(answer, {Language::English, false});
    EXPECT_NE(english.find("needed: whether de cliënt is jong → "), std::string::npos) << english;
}

TEST(AnswerAsText, SaysOfWhatHoldsBySilenceWhatStayedAway) {
    Answer answer = sample_answer();
    Finding silent = plain_finding("advies", Outcome::Satisfied);
    silent.is_lapsed = true;
    silent.ground = "het wijkadvies";
    answer.findings = {silent};
    const std::string text = to_text(answer, {});
    EXPECT_NE(text.find("advies (artikel 4 lid 2; het wijkadvies bleef binnen de termijn uit)"), std::string::npos)
        << text;
}

TEST(AnswerAsText, SaysTodayWhenTheActIsToday) {
    Answer answer = sample_answer();
    Action& action = answer.findings[0].sentences[0].parts[0].actions[0];
    action.until.reset();
    action.move_to.reset();
    action.before = answer.reference_date;
    action.is_today = true;
    EXPECT_NE(to_text(answer, {}).find("→ Herstelhuis: regel dit vandaag, vóór de sleuteloverdracht"),
              std::string::npos);
}

TEST(ValueInWords, FollowsTheLanguage) {
    EXPECT_EQ(to_words(Value{Amount{150000}}, Language::Dutch), "€ 1.500,00");
    EXPECT_EQ(to_words(Value{YesNo{true}}, Language::English), "yes");
    EXPECT_EQ(to_words(Value{KnownNone{}}, Language::Dutch), "geen");
    EXPECT_EQ(to_words(Value{HoursPerWeek{Decimal{250, 2}}}, Language::Dutch), "2,5 uur per week");
    EXPECT_EQ(to_words(Value{Percentage{Decimal{10000000, 6}}}, Language::Dutch), "10%");
}

}  // namespace
}  // namespace toets::explanation
