#include "dossier/to_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace toets::dossier {

namespace {

using Json = nlohmann::json;

Json to_json(const Section& section) {
    Json json{{"part", to_code(section.part)},
              {"number", section.number},
              {"classes", to_words(section.classes)},
              {"hash", section.hash}};
    if (section.is_removed()) return json;
    json["content"] = Json::parse(section.content);
    if (!section.salt.empty()) json["salt"] = section.salt;
    return json;
}

}  // namespace

std::string to_text(const Dossier& dossier) {
    Json sections = Json::array();
    for (const Section& section : dossier.sections) sections.push_back(to_json(section));
    const Json json{{"form", current_form}, {"fingerprint", dossier.fingerprint}, {"sections", std::move(sections)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<std::size_t> first_different_line(std::string_view left, std::string_view right) {
    if (left == right) return std::nullopt;
    const std::size_t shorter = std::min(left.size(), right.size());
    const auto* end = left.begin() + static_cast<std::ptrdiff_t>(shorter);
    const auto* differs = std::mismatch(left.begin(), end, right.begin()).first;
    return static_cast<std::size_t>(std::count(left.begin(), differs, '\n')) + 1;
}

}  // namespace toets::dossier
