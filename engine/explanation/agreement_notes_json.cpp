// The same for another program.
#include <nlohmann/json.hpp>

#include "explanation/codes.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

using Json = nlohmann::ordered_json;

std::string_view code_of(ForceNote::What what) {
    using What = ForceNote::What;
    switch (what) {
        case What::ConsentMissing: return "consent_missing";
        case What::ConsentUndated: return "consent_undated";
        case What::ConsentLate: return "consent_late";
        case What::Renewed: return "renewed";
        case What::RenewalOpen: return "renewal_open";
        case What::Ends: return "ends";
        case What::NoticeLate: return "notice_late";
        case What::NoticeUndated: return "notice_undated";
    }
    return "";
}

Json to_json(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }
Json place(const Place& where) { return {{"file", where.file}, {"line", where.line}, {"column", where.column}}; }

Json to_json(const DeadlockSeen& deadlock) {
    Json waits = Json::array();
    for (const DeadlockSeen::Wait& wait : deadlock.waits) {
        waits.push_back({{"kind", to_code(wait.kind)},
                         {"rule", wait.rule},
                         {"article", wait.article},
                         {"document", wait.document},
                         {"where", place(wait.where)},
                         {"act", wait.act},
                         {"only_after", wait.first},
                         {"always", wait.is_always}});
    }
    return {{"waits", waits}, {"possible_on_one_day", deadlock.is_possible_at_once}};
}

}  // namespace

std::string to_agreement_json_text(const Answer& answer) {
    Json json = Json::object();
    for (const ForceNote& note : answer.force) {
        json["force"].push_back({{"what", code_of(note.what)},
                                 {"name", note.name},
                                 {"parties", note.parties},
                                 {"date", to_json(note.date)},
                                 {"last_day", to_json(note.last)},
                                 {"where", place(note.where)}});
    }
    for (const SuccessionNote& note : answer.successions) {
        json["successions"].push_back({{"party", note.party},
                                       {"successor", note.successor},
                                       {"from", to_iso(note.from)},
                                       {"where", place(note.where)}});
    }
    return json.dump();
}

std::string to_deadlocks_json_text(const Finding& finding) {
    Json json = Json::array();
    for (const DeadlockSeen& deadlock : finding.deadlocks) json.push_back(to_json(deadlock));
    return json.dump();
}

}  // namespace toets::explanation
