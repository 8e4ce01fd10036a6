// The answer to read: text for a terminal, one self-contained page of HTML, JSON as docs/antwoord.schema.json has it,
// and one line of JSON a case for caseloads.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "explanation/explanation.h"

namespace toets::explanation {

struct View {
    Language language = Language::Dutch;
    bool all = false;  // also the full reasons of what holds or does not apply
};

std::string to_text(const Answer& answer, const View& view);
// `refused`: the files and cases that got no answer because something is wrong with them.
using Refused = std::vector<std::string>;
std::string to_text(const Refused& refused, const View& view);  // empty when there are none
std::string to_html(const std::vector<Answer>& answers, const View& view, const Refused& refused = {});
// Both languages where words are ours.
std::string to_json(const std::vector<Answer>& answers, const Refused& refused = {});
std::string to_json_line(const Answer& answer);  // ends in a line end

// "met wat op 1 maart 2026 bekend was": which question was asked, when it was not in hindsight.
std::string to_words_as_known(Date known_on, Language language);
// "toegestaan" | "allowed"
std::string to_words(Verdict verdict, Language language);
std::string to_words(Outcome outcome, Language language);
std::string to_words(const Value& value, Language language);

}  // namespace toets::explanation
