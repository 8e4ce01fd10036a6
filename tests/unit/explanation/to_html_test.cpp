#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "explanation/to_text.h"
#include "sample_answer.h"

namespace toets::explanation {
namespace {

TEST(AnswerAsHtml, EscapesEveryWordOfTheCaseAndTheAgreement) {
    Answer answer = sample_answer();
    const std::string attack = "<script>alert(\"1\")</script>&'";
    answer.label = attack;
    answer.things = {attack};
    answer.findings[0].rule = attack;
    answer.findings[0].article = attack;
    answer.findings[0].sentences[0].parts[0].comparison->subject = attack;
    answer.findings[1].missing[0].what = attack;
    answer.not_evaluated[0].name = attack;
    const std::string html = to_html({answer}, {});
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
}

TEST(AnswerAsHtml, IsOneFileInTheLanguageOfItsReader) {
    const std::string dutch = to_html({sample_answer()}, {});
    EXPECT_NE(dutch.find("<html lang=\"nl\">"), std::string::npos);
    EXPECT_EQ(dutch.find("http"), std::string::npos);
    EXPECT_EQ(dutch.find("src="), std::string::npos);
    const std::string english = to_html({sample_answer()}, {Language::English, false});
    EXPECT_NE(english.find("<html lang=\"en\">"), std::string::npos);
}

TEST(AnswerAsJson, GivesDutchTermsWithACodeForPrograms) {
    const auto json = nlohmann::json::parse(to_json({sample_answer()}));
    const auto& answer = json.at("answers").at(0);
    EXPECT_EQ(answer.at("verdict"), "niet toegestaan");
    EXPECT_EQ(answer.at("verdict_code"), "not_allowed");
    const auto& finding = answer.at("findings").at(0);
    EXPECT_EQ(finding.at("outcome"), "ontbreekt");
    EXPECT_EQ(finding.at("outcome_code"), "missing");
    EXPECT_EQ(finding.at("actions").at(0).at("move_to"), "2026-03-24");
    const auto& sentence = finding.at("reasons").at(0).at("parts").at(0);
    EXPECT_EQ(sentence.at("comparison").at("found").at("value"), "2026-03-10");
    EXPECT_EQ(sentence.at("facts").at(0).at("where").at("line"), 12);
    EXPECT_EQ(answer.at("earliest").at("date"), "2026-03-24");
    EXPECT_EQ(answer.at("outlook").at("possible").at("first"), "2026-03-24");
    EXPECT_EQ(answer.at("outlook").at("possible").at("last"), nullptr);
    EXPECT_EQ(answer.at("outlook").at("in_the_way").at(0).at("rule"), answer.at("findings").at(1).at("rule"));
    EXPECT_EQ(answer.at("question"), "in_hindsight");
}

TEST(AnswerAsJson, NeverFailsOnBytesThatAreNoText) {
    Answer answer = sample_answer();
    answer.label = "\xff\xfe";
    EXPECT_TRUE(nlohmann::json::accept(to_json({answer})));
}

TEST(AnswerAsJsonLine, IsOneCompactLine) {
    const std::string line = to_json_line(sample_answer());
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json.at("label"), "2026-014");
    EXPECT_EQ(json.at("missing").at(0), "het inkomen van het lid");
    EXPECT_EQ(json.at("outcomes").size(), 4U);
}

}  // namespace
}  // namespace toets::explanation
