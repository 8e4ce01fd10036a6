// The two sets of rules that are measured, and their cases in memory twice: in the engine's columns and in the
// yardstick's structs.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "terms_yardstick.h"
#include "workload.h"
#include "yardstick.h"

namespace measuring {

constexpr std::size_t many_cases = 100'000;
constexpr std::size_t very_many_cases = 1'000'000;

// Twelve rules about facts.
struct FactRules {
    using Structs = yardstick::Cases;
    static constexpr const char* prefix = "";  // before the name of a measurement
    static constexpr const char* agreement = "werklast.toets";
    static constexpr const char* cases = "cases";  // the file is cases-100000.jsonl
    static constexpr std::size_t rules = workload::rules;
    static bool read_lines(std::string_view text, Structs& structs) { return yardstick::read_lines(text, structs); }
    static void judge(const Structs& structs, char* out) { yardstick::judge(structs, out); }
    static bool append_lines(const std::string& path, std::string& lines) {
        return yardstick::append_lines(path, lines);
    }
};

// Ten rules about time.
struct TermRules {
    using Structs = yardstick::terms::Cases;
    static constexpr const char* prefix = "terms: ";
    static constexpr const char* agreement = "termijnlast.toets";
    static constexpr const char* cases = "term-cases";
    static constexpr std::size_t rules = workload::term_rules;
    static bool read_lines(std::string_view text, Structs& structs) {
        return yardstick::terms::read_lines(text, structs);
    }
    static void judge(const Structs& structs, char* out) { yardstick::terms::judge(structs, out); }
    static bool append_lines(const std::string& path, std::string& lines) {
        return yardstick::terms::append_lines(path, lines);
    }
};

// The text of the first `count` cases of a file of JSON Lines; fewer when it has no more. Behind it simdjson's padding
// may be read.
std::string first_lines(const std::string& path, std::size_t count);

// All cases as one caseload. Throws std::runtime_error when one cannot be read.
toets::cases::Caseload caseload_of(const workload::Agreement& agreement, const std::string& lines);

// Everything about one set of rules that is read once and measured many times.
template <class Rules>
class Material {
public:
    Material(const std::filesystem::path& folder, const std::filesystem::path& agreements)
        : agreement((agreements / Rules::agreement).string(), Rules::rules), folder_(folder) {}

    [[nodiscard]] std::string path_of(std::size_t cases) const {
        const std::string name = std::string(Rules::cases) + "-" + std::to_string(std::max(cases, many_cases));
        return (folder_ / (name + ".jsonl")).string();
    }
    const toets::cases::Caseload& caseload(std::size_t cases) {
        auto& known = caseloads_[cases];
        if (!known)
            known =
                std::make_unique<toets::cases::Caseload>(caseload_of(agreement, first_lines(path_of(cases), cases)));
        return *known;
    }
    const typename Rules::Structs& structs(std::size_t cases) {
        auto& known = structures_[cases];
        if (!known) {
            known = std::make_unique<typename Rules::Structs>();
            const bool is_read = Rules::read_lines(first_lines(path_of(cases), cases), *known);
            if (!is_read) throw std::runtime_error("the yardstick cannot read a case");
        }
        return *known;
    }

    const workload::Agreement agreement;

private:
    std::filesystem::path folder_;
    std::map<std::size_t, std::unique_ptr<toets::cases::Caseload>> caseloads_;
    std::map<std::size_t, std::unique_ptr<typename Rules::Structs>> structures_;
};

}  // namespace measuring
