#include <array>
#include <nlohmann/json.hpp>

#include "data_need/data_need.h"
#include "explanation/codes.h"

namespace toets::data_need {

namespace {

using Json = nlohmann::ordered_json;

std::string_view to_code(Told told) {
    switch (told) {
        case Told::Reasons: return "reasons";
        case Told::Outcome: return "outcome";
        case Told::Verdict: return "verdict";
    }
    return {};
}

Json to_json(const Reader& reader) {
    constexpr std::array codes{"check", "agenda", "monitor"};
    Json json{{"role", reader.role}, {"purpose", nullptr}};
    if (reader.purpose) json["purpose"] = codes[static_cast<std::size_t>(*reader.purpose)];
    return json;
}

Json to_json(const Fact& fact) {
    Json seen_by = Json::array();
    for (const Reader& reader : fact.seen_by) seen_by.push_back(to_json(reader));
    return Json{{"fact", fact.name},
                {"of", fact.thing},
                {"class", explanation::to_code(fact.privacy)},
                {"supplied_by", fact.supplied_by},
                {"judged_by", fact.judged_by},
                {"seen_by", std::move(seen_by)}};
}

Json to_json(const Question& question) {
    Json facts = Json::array();
    Json roles = Json::array();
    for (const Fact& fact : question.facts) facts.push_back(to_json(fact));
    for (const RoleTold& each : question.roles) {
        Json role = to_json(each.reader);
        role["told"] = to_code(each.told);
        roles.push_back(std::move(role));
    }
    const std::string_view kind = question.rule    ? explanation::to_code(*question.rule)
                                  : question.tally ? explanation::to_code(*question.tally)
                                                   : std::string_view("division");
    return Json{{"kind", kind},
                {"name", question.name},
                {"document", question.document},
                {"article", question.article},
                {"facts", std::move(facts)},
                {"roles", std::move(roles)}};
}

}  // namespace

std::string to_json(const DataNeed& need) {
    Json json{{"agreement", need.agreement}, {"says_who_sees", need.says_who_sees}};
    for (const auto* key : {"consents", "questions", "unused"}) json[key] = Json::array();
    for (const ConsentAsked& consent : need.consents) {
        json["consents"].push_back(Json{{"class", explanation::to_code(consent.privacy)}, {"of", consent.giver}});
    }
    for (const Question& question : need.questions) json["questions"].push_back(to_json(question));
    for (const Fact& fact : need.unused) json["unused"].push_back(to_json(fact));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toets::data_need
