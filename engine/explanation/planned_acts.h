// The acts that are still to come and that rules of the case guard, and what moves along when one of them moves.
#pragma once

#include "explanation/reading.h"
#include "forecast/forecast.h"

namespace toets::explanation {

// A rule that counts for the verdict, for one thing of the case.
struct Judged {
    const program::RuleProgram* rule = nullptr;
    std::uint32_t row = 0;
    std::size_t finding = 0;  // its place among the findings
    Outcome outcome = Outcome::Unknown;
    std::optional<cases::FactPlace> act;  // the date of the act it guards, when that is still to come
};
struct PlannedAct {
    std::string words;
    cases::FactPlace fact;
    std::optional<Date> date;  // empty: nobody planned it yet
};
// One way in which the plan may move with the days.
struct Scenario {
    std::optional<std::size_t>
        act;  // the planned act that is on the day itself; without: only the reference date moves
    std::vector<forecast::Moving> moving;
    std::vector<cases::FactPlace> shown;  // what moves beside the act itself
    Date first;                           // of the days that may be chosen
    std::optional<Date> last;
};

struct Plan {
    std::vector<Judged> judged;
    std::vector<PlannedAct> acts;
};

Plan to_plan(const Reading& reading, const std::vector<Finding>& findings);
// Each act that something stands in the way of moves alone (the first few); then all that is planned moves together.
std::vector<Scenario> to_scenarios(const Reading& reading, const Plan& plan);

}  // namespace toets::explanation
