#include <nlohmann/json.hpp>

#include "explanation/codes.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

namespace {

using Json = nlohmann::ordered_json;

Json optional_date(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

Json to_json(const TallyTable& tally) {
    Json positions = Json::array();
    for (const explanation::TallyPosition& position : tally.positions) {
        positions.push_back(Json::parse(explanation::to_json_text(position)));
    }
    return Json{{"kind", explanation::to_code(tally.kind)},
                {"name", tally.name},
                {"article", tally.article},
                {"positions", std::move(positions)}};
}

Json to_json(const Monitor& monitor, const SilentParty& silent) {
    const TallyTable& tally = monitor.tallies[silent.tally];
    return Json{{"kind", explanation::to_code(tally.kind)},
                {"name", tally.name},
                {"role", silent.role},
                {"party", silent.party}};
}

Json to_json(const RuleUse& rule) {
    Json outcomes = Json::object();
    for (std::size_t outcome = 0; outcome < rule.outcomes.size(); ++outcome) {
        outcomes[std::string(explanation::to_code(static_cast<program::Outcome>(outcome)))] = rule.outcomes[outcome];
    }
    return Json{{"kind", explanation::to_code(rule.kind)},
                {"rule", rule.name},
                {"article", rule.article},
                {"outcomes", std::move(outcomes)}};
}

}  // namespace

std::string to_json(const Monitor& monitor) {
    Json period = nullptr;
    if (monitor.period) {
        period = Json{{"first", to_iso(monitor.period->first)}, {"last", to_iso(monitor.period->last)}};
    }
    Json json{{"agreement", monitor.agreement},
              {"reference_date", to_iso(monitor.reference_date)},
              {"known_as_of", optional_date(monitor.known_on)},
              {"period", std::move(period)},
              {"cases", monitor.cases},
              {"refused", monitor.refused},
              {"twice", monitor.twice},
              {"tallies", Json::array()},
              {"silent", Json::array()},
              {"rules", Json::array()}};
    for (const TallyTable& tally : monitor.tallies) json["tallies"].push_back(to_json(tally));
    for (const SilentParty& silent : monitor.silent) json["silent"].push_back(to_json(monitor, silent));
    for (const RuleUse& rule : monitor.rules) json["rules"].push_back(to_json(rule));
    json["divisions"] = Json::parse(apportionments_json(monitor.apportionments));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::monitor
