// The answer as one line of JSON: what a list of many cases needs.
#include <nlohmann/json.hpp>

#include <algorithm>

#include "diagnostics/to_text.h"
#include "explanation/codes.h"
#include "explanation/failures.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::explanation {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

// A byte that is no UTF-8 becomes U+FFFD: an answer never fails on somebody's text.
std::string dump(const Json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

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
    return dump(Json{{"label", answer.label},
                     {"reference_date", to_json(answer.reference_date)},
                     {"verdict", to_words(answer.verdict, Language::Dutch)},
                     {"verdict_code", to_code(answer.verdict)},
                     {"outcomes", std::move(rules)},
                     {"missing", std::move(missing)},
                     {"failed_calculations", std::move(failed)}},
                -1);
}

}  // namespace toets::explanation
