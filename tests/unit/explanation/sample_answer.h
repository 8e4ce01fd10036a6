// The answer of the charter's sample: an agreement signed too late and an income that is not known.
#pragma once

#include "explanation/explanation.h"

namespace toets::explanation {

inline Date day(int year, int month, int day_of_month) { return *to_date({year, month, day_of_month}); }

inline Finding missing_guidance() {
    Action action;
    action.what = Action::What::Arrange;
    action.who = {{"Herstelhuis"}, false};
    action.act = "de sleuteloverdracht";
    action.until = day(2026, 3, 6);
    action.move_to = day(2026, 3, 24);
    Sentence signing;
    signing.words =
        "de ondertekendatum van de begeleidingsovereenkomst van de cliënt ligt uiterlijk 14 dagen vóór de "
        "sleuteloverdracht";
    signing.truth = Truth::False;
    signing.holds = Truth::False;
    signing.comparison = Comparison{"de ondertekendatum van de begeleidingsovereenkomst van de cliënt",
                                    day(2026, 3, 10),
                                    false,
                                    Relation::NotAfter,
                                    {day(2026, 3, 6)},
                                    Shift{{14, Duration::Unit::Days}, true, day(2026, 3, 20)}};
    signing.facts = {{"de ondertekendatum van de begeleidingsovereenkomst van de cliënt", day(2026, 3, 10),
                      Place{"zaken/de-boer.yaml", 12, 9}, "dossier", day(2026, 2, 1), model::PrivacyClass::Care}};
    signing.actions = {action};
    Sentence both;
    both.words = "al het volgende geldt";
    both.truth = Truth::False;
    both.holds = Truth::False;
    both.joined = Joined::All;
    both.parts = {signing};
    Finding finding;
    finding.rule = "begeleiding geregeld";
    finding.outcome = Outcome::Missing;
    finding.is_blocking = true;
    finding.article = "artikel 3 lid 1";
    finding.document = "uitstroom Noorderhof";
    finding.version_since = day(2026, 1, 1);
    finding.where = {"rulesets/noorderhof/overeenkomst.md", 214, 1};
    finding.subject = "de toewijzing";
    finding.sentences = {both};
    return finding;
}

inline Finding unknown_income() {
    Finding finding;
    finding.rule = "huur past bij inkomen";
    finding.outcome = Outcome::Unknown;
    finding.is_blocking = true;
    finding.document = "passend toewijzen";
    finding.is_main_document = false;
    finding.version_since = day(2025, 1, 1);
    finding.subject = "de toewijzing";
    finding.missing = {
        {Missing::Why::Fact, "het inkomen van het lid", {{"de gemeente", "de cliënt"}, true}, {}, false}};
    return finding;
}

inline Finding plain_finding(std::string rule, Outcome outcome) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.outcome = outcome;
    finding.is_blocking = true;
    finding.article = "artikel 4 lid 2";
    finding.subject = "de toewijzing";
    return finding;
}

inline Answer sample_answer() {
    Answer answer;
    answer.label = "2026-014";
    answer.root = "toewijzing";
    answer.things = {"De Wilgen 12"};
    answer.reference_date = day(2026, 3, 1);
    answer.verdict = Verdict::NotAllowed;
    answer.findings = {missing_guidance(), unknown_income(), plain_finding("overige schulden", Outcome::Satisfied),
                       plain_finding("geen kwetsbare wijk", Outcome::Satisfied)};
    Outlook outlook;
    outlook.act = "de sleuteloverdracht";
    outlook.looked_until = day(2031, 3, 1);
    outlook.possible = Outlook::Possible{day(2026, 3, 24), {}, {}};
    outlook.needs_more = true;
    outlook.in_the_way = {1};
    answer.outlook = outlook;
    answer.without_subject = {{"terugkeerverzoek", {{model::RuleKind::Obligation, "plek na terugval"}}}};
    answer.not_evaluated = {{"procedure", "overlast", "artikel 8 lid 2", {}}};
    return answer;
}

}  // namespace toets::explanation
