#include "dossier/from_answer.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "dossier/rule_classes.h"
#include "explanation/codes.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::dossier {

namespace {

using Json = nlohmann::json;

// What stays of an answer when the facts behind it are gone.
constexpr std::array<const char*, 11> summary_keys = {
    "label",           "root",    "reference_date", "question",      "known_as_of", "left_out", "learned_later",
    "readiness_check", "verdict", "verdict_code",   "nothing_judged"};
constexpr std::array<const char*, 11> outcome_keys = {"kind",     "rule",       "outcome", "outcome_code",
                                                      "blocking", "document",   "article", "version_since",
                                                      "in_force", "unverified", "where"};
constexpr std::array<const char*, 8> position_keys = {"kind",    "name",     "outcome",  "outcome_code",
                                                      "article", "document", "blocking", "where"};

// A column tells how long the facts before it on a line are, and a folder where somebody keeps files.
void simplify_places(Json& json) {
    if (json.is_object() && json.contains("file") && json.contains("column")) {
        json.erase("column");
        json["file"] = explanation::file_name(json["file"].get<std::string>());
    }
    for (Json& part : json) {
        if (part.is_structured()) simplify_places(part);
    }
}

template <std::size_t Count>
Json take(Json& json, const std::array<const char*, Count>& keys) {
    Json taken = Json::object();
    for (const char* key : keys) {
        if (!json.contains(key)) continue;
        taken[key] = std::move(json[key]);
        json.erase(key);
    }
    return taken;
}

// Every text of the case that belongs to a class: where it stands in an answer as it was written, it tells that fact.
class Tellers {
public:
    explicit Tellers(const std::vector<FactRow>& rows) {
        for (const FactRow& row : rows) {
            if (row.text.size() >= shortest && !row.classes.is_empty()) classes_[row.text].add(row.classes);
        }
    }
    // Also of the facts that say their own class.
    void add_classes_in(const Json& json, Classes& classes) const {
        if (json.is_string()) {
            const auto found = classes_.find(json.get_ref<const std::string&>());
            if (found != classes_.end()) classes.add(found->second);
        }
        if (json.is_object() && json.contains("fact") && json.contains("class")) {
            for (const auto privacy : every_class) {
                if (json["class"] == explanation::to_code(privacy)) classes.add(privacy);
            }
        }
        if (!json.is_structured()) return;
        for (const Json& part : json) add_classes_in(part, classes);
    }

private:
    static constexpr std::array every_class = {model::PrivacyClass::Housing, model::PrivacyClass::Financial,
                                               model::PrivacyClass::Care, model::PrivacyClass::Safety};
    static constexpr std::size_t shortest = 3;  // shorter texts are numbers and the like
    std::map<std::string, Classes> classes_;
};

std::vector<std::size_t> in_order_of_agreement(const explanation::Answer& answer) {
    std::vector<std::size_t> order(answer.findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&answer](std::size_t left, std::size_t right) {
        const explanation::Finding& a = answer.findings[left];
        const explanation::Finding& b = answer.findings[right];
        return std::pair(a.id.index(), a.row) < std::pair(b.id.index(), b.row);
    });
    return order;
}

// A position has no number of its own; its name and what it counts for stay the same, whatever the outcome.
std::vector<std::size_t> in_order_of_name(const explanation::Answer& answer) {
    const auto name_of = [&answer](std::size_t index) {
        const explanation::TallyPosition& position = answer.positions[index];
        std::vector<std::string> name{position.name};
        for (const explanation::TallyPosition::Part& part : position.key) name.push_back(part.value);
        return name;
    };
    std::vector<std::size_t> order(answer.positions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return name_of(left) < name_of(right); });
    return order;
}

class AnswerWriter {
public:
    AnswerWriter(const Inputs& inputs, const program::Program& program, const explanation::Answer& answer)
        : program_(program), answer_(answer), tellers_(inputs.facts), inputs_(inputs) {}

    Dossier write() {
        dossier_.sections = to_sections(inputs_);
        Json json = Json::parse(explanation::to_json({answer_}))["answers"][0];
        simplify_places(json);
        Json findings = std::move(json["findings"]);
        Json positions = std::move(json["positions"]);
        json.erase("findings");
        json.erase("positions");
        const Json summary = take(json, summary_keys);
        Classes all = classes_of(program_);
        for (const FactRow& row : inputs_.facts) all.add(row.classes);
        tellers_.add_classes_in(json, all);
        dossier_.sections.push_back(section(Part::Summary, 0, {}, summary));
        dossier_.sections.push_back(section(Part::Details, 0, all, json));
        for (const std::size_t index : in_order_of_agreement(answer_)) {
            const Json outcome = take(findings[index], outcome_keys);
            add(outcome, findings[index], classes_of_finding(answer_.findings[index], findings[index]));
        }
        for (const std::size_t index : in_order_of_name(answer_)) {
            const Json outcome = take(positions[index], position_keys);
            add(outcome, positions[index], all);
        }
        std::move(outcomes_.begin(), outcomes_.end(), std::back_inserter(dossier_.sections));
        std::move(proofs_.begin(), proofs_.end(), std::back_inserter(dossier_.sections));
        return std::move(dossier_);
    }

private:
    void add(const Json& outcome, const Json& proof, Classes classes) {
        const auto number = static_cast<std::uint32_t>(outcomes_.size() + 1);
        outcomes_.push_back(section(Part::Finding, number, {}, outcome));
        proofs_.push_back(section(Part::Proof, number, classes, proof));
    }

    static Section section(Part part, std::uint32_t number, Classes classes, const Json& content) {
        return {part, number, classes, content.dump(-1, ' ', false, Json::error_handler_t::replace), {}, {}};
    }

    Classes classes_of_finding(const explanation::Finding& finding, const Json& proof) {
        const auto [found, is_new] = of_rules_.try_emplace(finding.id.index());
        if (is_new) found->second = classes_of(program_, program_.rules[finding.id.index()]);
        Classes classes = found->second;
        tellers_.add_classes_in(proof, classes);
        return classes;
    }

    const program::Program& program_;
    const explanation::Answer& answer_;
    Tellers tellers_;
    const Inputs& inputs_;
    std::map<std::size_t, Classes> of_rules_;
    std::vector<Section> outcomes_;
    std::vector<Section> proofs_;
    Dossier dossier_;
};

}  // namespace

Dossier from_answer(const Inputs& inputs, const program::Program& program, const explanation::Answer& answer) {
    return AnswerWriter(inputs, program, answer).write();
}

}  // namespace toets::dossier
