#include "dossier/inputs.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "dossier/digest.h"

namespace toets::dossier {

namespace {

using Json = nlohmann::json;

constexpr std::uint32_t most_lines = 4U << 20U;

std::string canonical(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_lines(std::string_view text) {
    Json lines = Json::array();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string from_lines(const Json& lines) {
    std::string text;
    bool is_first = true;
    for (const Json& line : lines) {
        text += (is_first ? "" : "\n") + line.get<std::string>();
        is_first = false;
    }
    return text;
}

Json to_json(const TextFile& file) {
    return Json{{"name", file.name}, {"sha256", sha256(file.text)}, {"text", to_lines(file.text)}};
}

Json to_json(const HashedFile& file) { return Json{{"name", file.name}, {"sha256", file.hash}, {"bytes", file.bytes}}; }

HashedFile to_hashed_file(const Json& json) {
    return {json.at("name").get<std::string>(), json.at("sha256").get<std::string>(),
            json.at("bytes").get<std::uint64_t>()};
}

Json to_json(const FactRow& row) {
    Json path = Json::array();
    for (const Step& step : row.path) std::visit([&path](const auto& each) { path.push_back(each); }, step);
    Json json{{"number", row.number}, {"line", row.line}, {"path", std::move(path)}, {"form", to_code(row.form)}};
    const bool has_text =
        row.form != cases::Form::Nothing && row.form != cases::Form::List && row.form != cases::Form::Mapping;
    if (has_text) json["text"] = row.text;
    return json;
}

// Throws what nlohmann throws when something is missing or of another type, as all readers here do.
FactRow to_row(const Json& json, Classes classes) {
    FactRow row;
    row.number = json.at("number").get<std::uint32_t>();
    row.line = std::min(json.at("line").get<std::uint32_t>(), most_lines);
    for (const Json& step : json.at("path")) {
        if (step.is_string()) {
            row.path.emplace_back(step.get<std::string>());
        } else {
            row.path.emplace_back(step.get<std::uint32_t>());
        }
    }
    row.form = form_from_code(json.at("form").get<std::string>()).value_or(cases::Form::Nothing);
    if (json.contains("text")) row.text = json.at("text").get<std::string>();
    row.classes = classes;
    return row;
}

Section section(Part part, std::uint32_t number, Classes classes, const Json& content) {
    return {part, number, classes, canonical(content), {}, {}};
}

Json to_question(const Inputs& inputs) {
    return Json{{"reference_date", to_iso(inputs.reference_date)},
                {"known_as_of", inputs.known_on ? Json(to_iso(*inputs.known_on)) : Json(nullptr)},
                {"documents_given", inputs.given},
                {"label", inputs.label},
                {"case_name", inputs.case_name},
                {"case_form", inputs.is_json ? "json" : "yaml"}};
}

Json to_json(const RegisterUsed& beside) {
    Json files = Json::array();
    for (const HashedFile& file : beside.files) files.push_back(to_json(file));
    return Json{{"files", std::move(files)}, {"mapping", beside.mapping ? to_json(*beside.mapping) : Json(nullptr)}};
}

void add_facts(const std::vector<FactRow>& rows, std::vector<Section>& sections) {
    for (std::uint8_t bits = 0; bits <= Classes::all().bits(); ++bits) {
        Json facts = Json::array();
        for (const FactRow& row : rows) {
            if (row.classes.bits() == bits) facts.push_back(to_json(row));
        }
        if (facts.empty()) continue;
        sections.push_back(section(Part::Facts, bits, Classes::from_bits(bits), Json{{"facts", std::move(facts)}}));
    }
}

class InputsReader {
public:
    explicit InputsReader(Inputs& inputs) : inputs_(inputs) {}

    void read(const Section& section) {
        if (section.is_removed()) return;
        const Json json = Json::parse(section.content);
        switch (section.part) {
            case Part::Program: inputs_.version = json.at("version").get<std::string>(); break;
            case Part::Question: read_question(json); break;
            case Part::Document:
                inputs_.documents.push_back({json.at("name").get<std::string>(), from_lines(json.at("text"))});
                break;
            case Part::CaseText: inputs_.text = from_lines(json.at("text")); break;
            case Part::Facts:
                for (const Json& row : json.at("facts")) inputs_.facts.push_back(to_row(row, section.classes));
                break;
            case Part::Register: read_register(json); break;
            case Part::Summary:
            case Part::Details:
            case Part::Finding:
            case Part::Proof: break;
        }
    }
    [[nodiscard]] bool has_question() const { return has_question_; }

private:
    void read_question(const Json& json) {
        const std::optional<Date> date = date_from_iso(json.at("reference_date").get<std::string>());
        has_question_ = date.has_value();
        if (date) inputs_.reference_date = *date;
        if (!json.at("known_as_of").is_null()) {
            inputs_.known_on = date_from_iso(json.at("known_as_of").get<std::string>());
            has_question_ = has_question_ && inputs_.known_on;
        }
        inputs_.given = json.at("documents_given").get<std::size_t>();
        inputs_.label = json.at("label").get<std::string>();
        inputs_.case_name = json.at("case_name").get<std::string>();
        inputs_.is_json = json.at("case_form").get<std::string>() == "json";
    }
    void read_register(const Json& json) {
        RegisterUsed& beside = inputs_.beside.emplace();
        for (const Json& file : json.at("files")) beside.files.push_back(to_hashed_file(file));
        if (!json.at("mapping").is_null()) beside.mapping = to_hashed_file(json.at("mapping"));
    }

    Inputs& inputs_;
    bool has_question_ = false;
};

}  // namespace

std::vector<Section> to_sections(const Inputs& inputs) {
    std::vector<Section> sections;
    sections.push_back(section(Part::Program, 0, {}, Json{{"name", "toets"}, {"version", inputs.version}}));
    sections.push_back(section(Part::Question, 0, {}, to_question(inputs)));
    for (std::size_t index = 0; index < inputs.documents.size(); ++index) {
        const auto number = static_cast<std::uint32_t>(index + 1);
        sections.push_back(section(Part::Document, number, {}, to_json(inputs.documents[index])));
    }
    if (inputs.text) {
        const TextFile file{inputs.case_name, *inputs.text};
        sections.push_back(section(Part::CaseText, 0, Classes::all(), to_json(file)));
    }
    add_facts(inputs.facts, sections);
    if (inputs.beside) sections.push_back(section(Part::Register, 0, {}, to_json(*inputs.beside)));
    return sections;
}

Result<Inputs> to_inputs(const Dossier& dossier, const std::string& path) {
    Inputs inputs;
    InputsReader reader(inputs);
    bool is_right = true;
    try {
        for (const Section& section : dossier.sections) reader.read(section);
    } catch (const Json::exception&) {
        is_right = false;
    }
    if (!is_right || !reader.has_question() || inputs.documents.empty()) {
        return failure(Code::NotADossier, {},
                       {word("path", path), term("reason", "de vraag, de afspraak of de zaak is er niet uit te lezen",
                                                 "the question, the agreement or the case cannot be read from it")});
    }
    std::stable_sort(inputs.facts.begin(), inputs.facts.end(),
                     [](const FactRow& left, const FactRow& right) { return left.number < right.number; });
    return inputs;
}

HashedFile to_hashed(const std::string& name, std::istream& stream) {
    HashedFile file{name, {}, 0};
    file.hash = sha256(stream, file.bytes);
    return file;
}

}  // namespace toets::dossier
