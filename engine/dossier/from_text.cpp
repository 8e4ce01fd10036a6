#include <algorithm>
#include <nlohmann/json.hpp>

#include "dossier/digest.h"
#include "dossier/to_text.h"

namespace toets::dossier {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 400;  // answers nest as deep as definitions do
constexpr std::size_t most_sections = 100'000;
constexpr std::size_t longest_form = 40;  // of what a message repeats

tl::unexpected<Diagnostic> no_dossier(const std::string& path, const std::string& nl, const std::string& en) {
    return failure(Code::NotADossier, {}, {word("path", path), term("reason", nl, en)});
}

// Does the text stop before its outermost brace is closed? Then it was cut off.
tl::unexpected<Diagnostic> unreadable(std::string_view text, std::size_t byte, const std::string& path) {
    const std::size_t last = std::min(text.find_last_not_of(" \t\r\n") + 1, text.size());
    if (text.empty() || last == 0) return no_dossier(path, "het bestand is leeg", "the file is empty");
    const auto* end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, last));
    const std::string line = std::to_string(std::count(text.begin(), end, '\n') + 1);
    if (byte > last) {
        return no_dossier(path, "het houdt op voor het af is (regel " + line + ")",
                          "it stops before it is finished (line " + line + ")");
    }
    return no_dossier(path, "op regel " + line + " staat iets dat geen JSON is",
                      "line " + line + " holds something that is no JSON");
}

std::optional<Part> part_from_code(const std::string& code) {
    for (std::size_t index = 0; index < part_count; ++index) {
        if (to_code(static_cast<Part>(index)) == code) return static_cast<Part>(index);
    }
    return std::nullopt;
}

// Empty for what is no section. Throws what nlohmann throws when something is of another type.
std::optional<Section> to_section(const Json& json) {
    Section section;
    const std::optional<Part> part = part_from_code(json.at("part").get<std::string>());
    if (!part) return std::nullopt;
    section.part = *part;
    section.number = json.at("number").get<std::uint32_t>();
    for (const Json& word : json.at("classes")) {
        const auto privacy = class_from_word(word.get<std::string>());
        if (!privacy) return std::nullopt;
        section.classes.add(*privacy);
    }
    section.hash = json.at("hash").get<std::string>();
    if (!is_digest(section.hash)) return std::nullopt;
    if (!json.contains("content")) return section;
    if (!json.at("content").is_object()) return std::nullopt;
    section.content = json.at("content").dump();
    if (json.contains("salt")) section.salt = json.at("salt").get<std::string>();
    return section;
}

bool is_before(const Section& left, const Section& right) {
    return std::pair(left.part, left.number) < std::pair(right.part, right.number);
}

Result<Dossier> to_dossier(const Json& json, const std::string& path) {
    Dossier dossier;
    dossier.fingerprint = json.at("fingerprint").get<std::string>();
    const Json& sections = json.at("sections");
    bool is_right = sections.is_array() && sections.size() <= most_sections && is_digest(dossier.fingerprint);
    for (std::size_t index = 0; is_right && index < sections.size(); ++index) {
        std::optional<Section> section = to_section(sections[index]);
        const bool is_next = section && (dossier.sections.empty() || is_before(dossier.sections.back(), *section));
        if (!is_next) {
            const std::string number = std::to_string(index + 1);
            return no_dossier(path, "deel " + number + " is geen deel van een dossier, of staat niet op zijn plaats",
                              "section " + number + " is no section of a dossier, or is not in its place");
        }
        dossier.sections.push_back(std::move(*section));
    }
    for (const Part part : {Part::Program, Part::Question, Part::Summary}) {
        const Section* found = find(dossier, part);
        is_right = is_right && found != nullptr && !found->is_removed();
    }
    if (!is_right) return no_dossier(path, "er ontbreekt een vast onderdeel", "a fixed part of it is missing");
    return dossier;
}

}  // namespace

Result<Dossier> from_text(std::string_view text, const std::string& path) {
    bool is_too_deep = false;
    const auto watch = [&is_too_deep](int depth, Json::parse_event_t, const Json&) {
        is_too_deep = is_too_deep || depth > deepest;
        return depth <= deepest;
    };
    try {
        const Json json = Json::parse(text, watch);
        if (is_too_deep) {
            return no_dossier(path, "het zit te diep in elkaar", "it is nested too deep");
        }
        if (!json.is_object() || !json.contains("form") || !json["form"].is_string()) {
            return no_dossier(path, "het zegt niet dat het een dossier is", "it does not say that it is a dossier");
        }
        const std::string form = json["form"].get<std::string>();
        if (form != current_form) {
            return failure(Code::UnknownDossierForm, {},
                           {word("path", path), word("found", form.substr(0, longest_form)),
                            word("known", std::string(current_form))});
        }
        return to_dossier(json, path);
    } catch (const Json::parse_error& error) {
        return unreadable(text, error.byte, path);
    } catch (const Json::exception&) {
        return no_dossier(path, "er ontbreekt een vast onderdeel", "a fixed part of it is missing");
    }
}

}  // namespace toets::dossier
