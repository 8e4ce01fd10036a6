// The words programs look for in JSON: they never change, whatever the language of the reader.
#pragma once

#include <string_view>

#include "explanation/explanation.h"

namespace toets::explanation {

std::string_view to_code(Verdict verdict);    // "not_allowed"
std::string_view to_code(NothingJudged why);  // "not_in_force"; empty for No
std::string_view to_code(Outcome outcome);    // "missing"
std::string_view to_code(Truth truth);
std::string_view to_code(RivalRule::Why why);  // "true", "false", "unknown"
std::string_view to_code(Relation relation);
std::string_view to_code(Joined joined);
std::string_view to_code(Action::What what);
std::string_view to_code(NotCounted::Why why);
std::string_view to_code(Moment::What what);
std::string_view to_code(UsedPower::NotCounted::Why why);
std::string_view to_code(ShieldDays::State state);
std::string_view to_code(Begins::State state);
std::string_view to_code(Missing::Why why);
std::string_view to_code(model::RuleKind kind);
std::string_view to_code(model::TallyKind kind);
std::string_view to_code(model::Bound bound);
std::string_view to_code(portfolio::SwapOfNumbers::State state);
std::string_view to_code(model::PrivacyClass privacy);
std::string_view to_code(NotShown::State state);
std::string_view to_code(SeenBy::Together together);

std::string_view to_code(calendar::Occurrence::State state);
std::string_view to_code(evaluation::CalculationError::What what);
// "as_known" or "in_hindsight": which of the two questions was asked.
std::string_view to_question_code(const Answer& answer);

}  // namespace toets::explanation
