// The monitor for another program, as docs/monitor.schema.json has it.
#include <nlohmann/json.hpp>

#include "explanation/codes.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

namespace {

using Json = nlohmann::ordered_json;

Json optional_date(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }
Json optional_number(const std::optional<std::int64_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json to_json(const std::optional<portfolio::Period>& period) {
    if (!period) return nullptr;
    return Json{{"first", to_iso(period->first)}, {"last", to_iso(period->last)}};
}

Json to_json(const Figure& figure) {
    if (figure.is_exact()) return figure.value;
    return figure.shown == Figure::Shown::Few ? "few" : "withheld";
}

Json to_json(const Figures& figures) {
    return Json{
        {"done", to_json(figures.done)}, {"planned", to_json(figures.planned)}, {"perhaps", to_json(figures.perhaps)}};
}

Json to_json(const Quarter& quarter, bool is_share) {
    return Json{{"number", quarter.number},
                {"first", to_iso(quarter.period.first)},
                {"last", to_iso(quarter.period.last)},
                {"counted", to_json(quarter.counted)},
                {"of", is_share ? to_json(quarter.of) : Json(nullptr)}};
}

Json to_json(const std::optional<Pace>& pace) {
    if (!pace) return nullptr;
    return Json{{"passed_days", pace->passed_days}, {"days", pace->days},
                {"at_end", pace->at_end},           {"due_now", optional_number(pace->due_now)},
                {"behind", pace->is_behind},        {"to_plan", optional_number(pace->to_plan)}};
}

Json to_json(const Row& row) {
    const explanation::TallyPosition& position = row.position;
    Json told = Json::parse(explanation::to_json_text(position));
    Json json;
    for (const char* key : {"key", "period", "outcome", "outcome_code", "blocking", "agreed", "threshold"}) {
        json[key] = std::move(told[key]);
    }
    if (!row.is_outcome_shown) json["outcome"] = json["outcome_code"] = nullptr;
    json["counted"] = to_json(row.counted);
    json["of"] = position.is_share ? to_json(row.of) : Json(nullptr);
    json["room"] = optional_number(position.after->room);
    json["short_of"] = optional_number(position.after->short_of);
    json["pace"] = to_json(row.pace);
    json["quarters"] = Json::array();
    for (const Quarter& quarter : row.quarters) json["quarters"].push_back(to_json(quarter, position.is_share));
    json["without_figures"] = row.without_figures;
    json["used_by"] = std::move(told["used_by"]);
    return json;
}

Json to_json(const TallyTable& tally) {
    Json rows = Json::array();
    for (const Row& row : tally.rows) rows.push_back(to_json(row));
    return Json{{"kind", explanation::to_code(tally.kind)},
                {"name", tally.name},
                {"article", tally.article},
                {"rows", std::move(rows)}};
}

Json to_json(const SilentParty& silent) {
    return Json{{"role", silent.role},
                {"party", silent.party},
                {"period", to_json(silent.period)},
                {"tallies", silent.tallies}};
}

Json to_json(const RuleUse& rule) {
    Json cases = Json::object();
    for (std::size_t outcome = 0; outcome < rule.cases.size(); ++outcome) {
        cases[std::string(explanation::to_code(static_cast<program::Outcome>(outcome)))] = to_json(rule.cases[outcome]);
    }
    return Json{{"kind", explanation::to_code(rule.kind)},
                {"rule", rule.name},
                {"article", rule.article},
                {"cases", std::move(cases)}};
}

std::string_view to_code(Attention::What what) {
    switch (what) {
        case Attention::What::Violated: return "violated";
        case Attention::What::NoFigures: return "no_figures";
        case Attention::What::Behind: return "behind";
        case Attention::What::Unknown: return "unknown";
        case Attention::What::NearLimit: return "near_limit";
        case Attention::What::Undivided: return "undivided";
        case Attention::What::RuleViolated: return "rule_violated";
    }
    return "";
}

// Places in the lists of the same document.
Json to_json(const Attention& attention) {
    Json json{{"what", to_code(attention.what)},
              {"tally", nullptr},
              {"row", nullptr},
              {"silent", nullptr},
              {"rule", nullptr},
              {"division", nullptr}};
    if (attention.what == Attention::What::NoFigures) {
        json["silent"] = attention.tally;
    } else if (attention.what == Attention::What::RuleViolated) {
        json["rule"] = attention.tally;
    } else if (attention.what == Attention::What::Undivided) {
        json["division"] = attention.tally;
    } else {
        json["tally"] = attention.tally;
        json["row"] = attention.row;
    }
    return json;
}

template <class Item>
Json to_array(const std::vector<Item>& items) {
    Json array = Json::array();
    for (const Item& item : items) array.push_back(to_json(item));
    return array;
}

}  // namespace

std::string to_json(const Monitor& monitor) {
    Json json{{"agreement", monitor.agreement},
              {"reference_date", to_iso(monitor.reference_date)},
              {"known_as_of", optional_date(monitor.known_on)},
              {"period", to_json(monitor.period)},
              {"fewest_shown", monitor.fewest_shown > 0 ? Json(monitor.fewest_shown) : Json(nullptr)},
              {"cases", to_json(monitor.cases)},
              {"refused", to_json(monitor.refused)},
              {"twice", to_json(monitor.twice)},
              {"attention", to_array(monitor.attention)},
              {"tallies", to_array(monitor.tallies)},
              {"silent", to_array(monitor.silent)},
              {"rules", to_array(monitor.rules)}};
    if (!monitor.role.empty()) {
        json["seen_by"] = monitor.role;
        json["not_shown"] = monitor.not_shown;
        for (const TallyTable& tally : monitor.tallies) {
            if (!tally.is_shown) json["not_shown"].push_back(tally.name);
        }
    }
    json["divisions"] = Json::parse(apportionments_json(monitor.apportionments));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::monitor
