// The answer in one language, still without a layout: what text and HTML both show, in the order in which they show it.
#pragma once

#include <string>
#include <vector>

#include "explanation/explanation.h"
#include "explanation/phrases.h"
#include "explanation/to_text.h"

namespace toets::explanation {

struct Line {
    // Detail: more about the reason above it.
    enum class Kind { Reason, Detail, Need, Action, Basis };
    Kind kind = Kind::Reason;
    std::size_t depth = 0;
    std::string text;
    friend bool operator==(const Line&, const Line&) = default;
};
struct Entry {  // one finding
    Outcome outcome = Outcome::Unknown;
    std::string outcome_words;
    std::string rule;       // "begeleiding geregeld", "streefnorm terug naar de gemeente van herkomst"
    std::string reference;  // "artikel 3 lid 1, versie 1-1-2026"
    std::vector<Line> lines;
    std::string figure;  // SVG for a page; often empty
};
struct Listing {  // findings and rules that need no more than their name
    std::string heading;
    std::vector<std::string> names;
};
struct Report {
    std::vector<std::string> title;  // "Toewijzing 2026-014", "De Wilgen 12", "peildatum 1 maart 2026"
    Verdict verdict = Verdict::CannotBeSaid;
    std::string verdict_words;
    std::vector<std::string> counts;  // "1 voorwaarde ontbreekt", "1 gegeven onbekend"
    std::vector<Entry> entries;
    std::vector<std::string> outlook;  // "Vroegst mogelijke sleuteloverdracht: 24 maart 2026"; often empty
    std::vector<Listing> listings;
};

Report to_report(const Answer& answer, const View& view);

// "begeleiding geregeld (artikel 3 lid 1)"
std::string name_in_listing(const Finding& finding, Language language);

// The parts of it, each in a file of its own.
// Of a power or ban: what was done.
std::vector<Line> act_lines(const Finding& finding, const View& view);
std::string power_words(const UsedPower& power, Language language);
std::vector<std::string> to_outlook_lines(const Answer& answer, Language language);  // outlook_lines.cpp
std::vector<Line> to_lines(const Finding& finding, const View& view);                // finding_lines.cpp
std::vector<Line> to_lines(const Sentence& sentence, const View& view);              // sentence_lines.cpp
std::vector<Line> to_lines(const TallyPosition& position, const View& view);         // position_lines.cpp
std::string part_words(const TallyPosition::Part& part, Language language);          // "gemeente Noorderhof"
std::string key_words(const TallyPosition& position, Language language);             // "gemeente Noorderhof, 2026"
std::string agreed_words(const TallyPosition& position, Language language);
// C78: not_shown_lines.cpp
Entry to_entry(const NotShown& rule, const SeenBy& seen_by, const View& view);
std::string together_words(const SeenBy& seen_by, Language language);  // often empty
std::string to_text(const Entry& entry);                               // as in the text of an answer
std::string to_html(const Entry& entry);                               // as in the page of an answer
// A whole page around `body`, which is HTML already; `style` follows the style of every page.
std::string to_page(std::string_view title, std::string_view body, std::string_view style, Language language,
                    Phrase footer = Phrase::DocumentOf);
std::string to_json_text(const TallyPosition& position);
std::string to_agreement_json_text(const TallyPosition& position);           // agreement_json.cpp
// agreement_notes.cpp, agreement_notes_json.cpp: about the agreement itself
std::string to_words(const ForceNote& note, Language language);
std::string to_words(const SuccessionNote& note, std::optional<Date> reference_date, Language language);
std::vector<Line> to_lines(const DeadlockSeen& deadlock, const View& view);
std::string to_agreement_json_text(const Answer& answer);  // an object, often an empty one
std::string to_deadlocks_json_text(const Finding& finding);
std::vector<Line> to_rival_lines(const Finding& finding, const View& view);  // rival_lines.cpp
// Of an exception that frees: since when, and its own exceptions that did not take that back.
std::vector<Line> to_ground_lines(const Exception& exception, const View& view);  // exception_lines.cpp
// Of a sentence that holds: its parts that do, each with what was found.
std::vector<Line> to_held_lines(const Sentence& sentence, const View& view);
// What was covered and what was not, and the periods looked at.
std::vector<std::string> to_lines(const Coverage& coverage, Language language);  // coverage_lines.cpp
// A procedure day by day; and as a picture, empty for other rules.
std::vector<Line> to_lines(const Timeline& timeline, const View& view);  // timeline_lines.cpp
std::string to_words(const Moment& moment, const Timeline& timeline, const View& view);
std::string to_figure(const Finding& finding, const View& view);  // timeline_figure.cpp
// Exceptions that do not hold: those set aside by one of their own, and, in the words of `helping`, the others.
std::vector<Line> to_lines(const std::vector<Exception>& exceptions, std::optional<Phrase> helping, const View& view);
std::string to_words(model::RuleKind kind, Language language);  // voorwaarde | condition
std::string to_words(model::TallyKind kind, Language language);
std::string to_words(const Action& action, Language language);
// `asking` frames what somebody must supply: NeedsFact or FactNotKnown.
std::string to_words(const Missing& missing, Phrase asking, Language language);
// What keeps a finding from holding: the facts to ask for, or the facts that it fails on; each once, in words.
std::vector<std::string> facts_in_the_way(const Finding& finding, Language language);
std::string class_words(model::PrivacyClass privacy, Language language);  // "gegevens over zorg"
std::string no_consent_words(const Missing& missing, Language language);
std::string question_words(const Missing& missing, Language language);  // "of de cliënt jong is", "het inkomen"
// "uitzondering Housing First (artikel 3 lid 4)"
std::string to_words(const ExemptionSeen& exemption, Language language);
std::string to_words(const NotCounted& event, Language language);
std::string to_words(const UsedNumber& number, Language language);
std::string length_words(const Shift& shift, Language language);
// "4 weken na 30 maart 2026; maandag 27 april is Koningsdag, dus dinsdag 28 april 2026 (Atw art. 1)".
std::string to_words(const Shift& shift, Language language);
std::string to_words(const Who& who, Language language);
std::string to_short_date(Date date, Language language);  // 1-3-2026 | 2026-03-01
std::string file_name(std::string_view path);             // without its folders
// "2 zaken zijn niet getoetst, want ...: a.yaml, b.yaml"
std::string refused_words(const std::vector<std::string>& refused, Language language);
// Lines as wide as a terminal; `first` stands before the first, `rest` before the others.
std::string wrapped(std::string_view text, const std::string& first, const std::string& rest);
std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace toets::explanation
