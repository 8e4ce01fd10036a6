// What was left over and handed on, for a program.
#include <nlohmann/json.hpp>

#include "monitor/redistributions.h"

namespace toets::monitor {

namespace {

using LeftoverJson = nlohmann::ordered_json;
using LeftoverState = portfolio::Redistributed::State;
using RequestState = portfolio::Request::State;

std::string_view to_code(LeftoverState state) {
    switch (state) {
        case LeftoverState::NotYet: return "not_yet";
        case LeftoverState::Done: return "done";
        case LeftoverState::Undecided: return "undecided";
        case LeftoverState::Unknown: return "unknown";
    }
    return "";
}

std::string_view to_code(RequestState state) {
    switch (state) {
        case RequestState::Ordered: return "ordered";
        case RequestState::Perhaps: return "unknown";
        case RequestState::TooLate: return "outside_period";
        case RequestState::NoNumber: return "no_number";
    }
    return "";
}

LeftoverJson between_json(const std::optional<portfolio::Between>& number) {
    if (!number) return nullptr;
    return {{"at_least", number->low}, {"at_most", number->high}};
}

LeftoverJson holder_json(const RedistributionTable& table, std::size_t index) {
    const portfolio::Holder& holder = table.outcome.holders[index];
    return {{"party", table.holders[index]},
            {"agreed", between_json(holder.number)},
            {"used", holder.used},
            {"open", holder.open},
            {"perhaps_used", holder.perhaps},
            {"left", between_json(holder.left)},
            {"gives", between_json(holder.gives)}};
}

LeftoverJson request_json(const RedistributionTable& table, std::size_t index) {
    const portfolio::Request& request = table.outcome.requests[index];
    LeftoverJson json{{"party", nullptr},
                      {"case", request.label},
                      {"date", nullptr},
                      {"asks", nullptr},
                      {"state", to_code(request.state)},
                      {"tied", request.is_tied},
                      {"gets", between_json(request.gets)}};
    if (!table.requests[index].empty()) json["party"] = table.requests[index];
    if (request.day) json["date"] = to_iso(*request.day);
    if (request.count) json["asks"] = *request.count;
    return json;
}

LeftoverJson redistribution_json(const RedistributionTable& table) {
    LeftoverJson json{{"name", table.agreed.name},
                      {"article", table.agreed.source.article},
                      {"unverified", table.agreed.source.unverified},
                      {"contingent", table.tally},
                      {"of", table.pool},
                      {"date", to_iso(table.outcome.day)},
                      {"state", to_code(table.outcome.state)},
                      {"hidden", table.is_hidden},
                      {"holders", LeftoverJson::array()},
                      {"requests", LeftoverJson::array()}};
    for (std::size_t i = 0; !table.is_hidden && i < table.holders.size(); ++i) {
        json["holders"].push_back(holder_json(table, i));
    }
    for (std::size_t i = 0; !table.is_hidden && i < table.requests.size(); ++i) {
        json["requests"].push_back(request_json(table, i));
    }
    json["reasons"] = {{"nl", reason_lines(table, Language::Dutch)}, {"en", reason_lines(table, Language::English)}};
    return json;
}

}  // namespace

std::string redistributions_json(const std::vector<RedistributionTable>& tables) {
    LeftoverJson json = LeftoverJson::array();
    for (const RedistributionTable& table : tables) json.push_back(redistribution_json(table));
    return json.dump(-1, ' ', false, LeftoverJson::error_handler_t::replace);
}

}  // namespace toets::monitor
