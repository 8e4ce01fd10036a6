// One line of JSON a case, for caseloads.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "explanation/codes.h"
#include "explanation/failures.h"
#include "explanation/to_text.h"

namespace toets::explanation {

namespace {

using Json = nlohmann::ordered_json;

Json to_date(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

// Of what is counted beside a register.
Json to_json_of_line(const TallyPosition& position) {
    Json key = Json::array();
    for (const TallyPosition::Part& part : position.key) {
        key.push_back(Json{{"dimension", part.dimension}, {"value", nullptr}});
        if (!part.value.empty()) key.back()["value"] = part.value;
    }
    const bool has_room = position.after && position.after->room;
    return Json{{"kind", to_code(position.kind)},
                {"name", position.name},
                {"key", std::move(key)},
                {"outcome", to_words(position.outcome, Language::Dutch)},
                {"outcome_code", to_code(position.outcome)},
                {"blocking", position.is_blocking},
                {"room", has_room ? Json(*position.after->room) : Json(nullptr)}};
}

// Each once.
void add_missing_words(const std::vector<Missing>& from, Json& missing) {
    for (const Missing& each : from) {
        if (each.why == Missing::Why::NotSeen) continue;
        const Json what = each.what;
        if (std::find(missing.begin(), missing.end(), what) == missing.end()) missing.push_back(what);
    }
}

}  // namespace

std::string to_json_line(const Answer& answer) {
    Json rules = Json::array();
    Json positions = Json::array();
    Json missing = Json::array();
    Json failed = Json::array();
    for (const FailedCalculation& each : answer.failed) {
        const Json code = to_code_text(code_of(each.what));
        if (std::find(failed.begin(), failed.end(), code) == failed.end()) failed.push_back(code);
    }
    for (const Finding& finding : answer.findings) {
        rules.push_back(Json{{"rule", finding.rule},
                             {"subject", finding.subject},
                             {"outcome", to_words(finding.outcome, Language::Dutch)},
                             {"outcome_code", to_code(finding.outcome)}});
        add_missing_words(finding.missing, missing);
    }
    for (const TallyPosition& position : answer.positions) {
        positions.push_back(to_json_of_line(position));
        add_missing_words(position.missing, missing);
    }
    Json json{{"label", answer.label},
              {"reference_date", to_date(answer.reference_date)},
              {"question", to_question_code(answer)},
              {"known_as_of", to_date(answer.known_on)},
              {"verdict", to_words(answer.verdict, Language::Dutch)},
              {"verdict_code", to_code(answer.verdict)},
              {"outcomes", std::move(rules)},
              {"missing", std::move(missing)},
              {"failed_calculations", std::move(failed)}};
    // Only beside a register is anything counted.
    const bool has_register = !answer.positions.empty() || !answer.counts_not_in.empty();
    if (has_register) json["positions"] = std::move(positions);
    if (answer.outlook) {
        const bool is_possible = answer.outlook->possible.has_value();
        json["earliest"] = is_possible ? Json(to_iso(answer.outlook->possible->first)) : Json(nullptr);
        json["needs_more"] = answer.outlook->needs_more;
    }
    if (answer.seen_by) {
        Json not_shown = Json::array();
        for (const NotShown& rule : answer.seen_by->not_shown) {
            not_shown.push_back(Json{{"rule", rule.name}, {"state", to_code(rule.state)}});
        }
        json["seen_by"] = answer.seen_by->role;
        json["together"] = to_code(answer.seen_by->together);
        json["not_shown"] = std::move(not_shown);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::explanation
