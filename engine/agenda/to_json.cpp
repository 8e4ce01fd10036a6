// The agenda for another program, as docs/agenda.schema.json has it.
#include <nlohmann/json.hpp>

#include "agenda/agenda.h"
#include "explanation/codes.h"

namespace toets::agenda {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

Json to_json(const Entry& entry) {
    return Json{{"date", to_json(entry.date)},
                {"not_before", to_json(entry.not_before)},
                {"party", entry.party},
                {"or", entry.or_else},
                {"action", to_code(entry.what)},
                {"what", entry.words},
                {"case", entry.label},
                {"kind", entry.rule.empty() ? Json(nullptr) : Json(explanation::to_code(entry.kind))},
                {"rule", entry.rule},
                {"document", entry.document},
                {"article", entry.article},
                {"outcome_code", explanation::to_code(entry.outcome)},
                {"state", to_code(entry.state)},
                {"days_late", entry.days_late()},
                {"reference_date", to_iso(entry.judged_on)}};
}

}  // namespace

std::string to_json(const Agenda& agenda) {
    Json entries = Json::array();
    for (const Entry& entry : agenda.entries) entries.push_back(to_json(entry));
    Json json{
        {"from", to_json(agenda.from)}, {"until", to_iso(agenda.until)}, {"known_as_of", to_json(agenda.known_on)},
        {"cases", agenda.cases},        {"entries", std::move(entries)}, {"refused", agenda.refused}};
    if (!agenda.role.empty()) json["seen_by"] = agenda.role;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::agenda
