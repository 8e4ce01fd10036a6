// Where an agreed number comes from, for another program: swaps (C88), carrying over (C76), successions (C8) and turns
// (C89).
#include <nlohmann/json.hpp>

#include "explanation/codes.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

using Json = nlohmann::ordered_json;

Json day_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

Json lots_json(const std::vector<portfolio::Lot>& lots) {
    Json json = Json::array();
    for (const portfolio::Lot& lot : lots) json.push_back(Json{{"year", lot.year}, {"count", lot.count}});
    return json;
}

Json lots_json(const portfolio::Lots& lots) {
    return Json{{"shortfall", lots_json(lots.shortfall)}, {"surplus", lots_json(lots.surplus)}};
}

// Of a year that is over.
Json leaving_json(const portfolio::CarriedOver& carried) {
    if (!carried.aftermath) return nullptr;
    return Json{{"goes_along", lots_json(carried.year.goes_along)},
                {"lost", lots_json(carried.year.lost)},
                {"certain", carried.is_leaving_certain},
                {"final", carried.is_closed},
                {"closes", to_iso(carried.closes)},
                {"met_later", carried.aftermath->met},
                {"lost_later", carried.aftermath->lost},
                {"open", carried.aftermath->open}};
}

Json carried_json(const std::optional<portfolio::CarriedOver>& carried) {
    if (!carried) return nullptr;
    return Json{{"own", carried->is_agreed ? Json(carried->year.agreed) : Json(nullptr)},
                {"came_over", lots_json(carried->year.came_over)},
                {"certain", carried->is_certain},
                {"final", carried->is_before_closed},
                {"leaves", leaving_json(*carried)}};
}

Json swap_json(const TallyPosition::Swap& swap) {
    return Json{{"label", swap.label},
                {"date", day_json(swap.date)},
                {"count", swap.count ? Json(*swap.count) : Json(nullptr)},
                {"received", swap.is_received},
                {"with", swap.other},
                {"state", to_code(swap.state)}};
}

Json turn_json(const std::optional<TallyPosition::Turn>& turn) {
    if (!turn) return nullptr;
    return Json{{"names", turn->names}, {"left", turn->left}, {"decided_by", turn->decided_by}};
}

}  // namespace

std::string to_agreement_json_text(const TallyPosition& position) {
    Json json{{"carried_over", carried_json(position.after ? position.after->carried : std::nullopt)}};
    json["swaps"] = Json::array();
    for (const TallyPosition::Swap& swap : position.swaps) json["swaps"].push_back(swap_json(swap));
    json["succeeded"] = Json::array();
    for (const TallyPosition::Succeeded& each : position.succeeded) {
        json["succeeded"].push_back(Json{{"party", each.party}, {"from", to_iso(each.from)}});
    }
    json["turn"] = turn_json(position.turn);
    return json.dump();
}

}  // namespace toets::explanation
