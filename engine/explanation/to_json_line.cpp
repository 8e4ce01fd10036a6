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

}  // namespace

std::string to_json_line(const Answer& answer) {
    Json rules = Json::array();
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
        for (const Missing& each : finding.missing) {
            const Json what = each.what;
            if (std::find(missing.begin(), missing.end(), what) == missing.end()) missing.push_back(what);
        }
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
    if (answer.outlook) {
        const bool is_possible = answer.outlook->possible.has_value();
        json["earliest"] = is_possible ? Json(to_iso(answer.outlook->possible->first)) : Json(nullptr);
        json["needs_more"] = answer.outlook->needs_more;
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::explanation
