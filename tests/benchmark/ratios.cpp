#include "ratios.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace measuring {

namespace {

constexpr const char* engine = "/engine";
constexpr const char* yardstick = "/yardstick";

std::optional<std::string> with_yardstick(const std::string& name) {
    const std::size_t at = name.find(engine);
    if (at == std::string::npos) return std::nullopt;
    return std::string(name).replace(at, std::string(engine).size(), yardstick);
}

}  // namespace

double Ratios::Measured::median() const {
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    return sorted.empty() ? 0 : sorted[sorted.size() / 2];
}

void Ratios::ReportRuns(const std::vector<Run>& runs) {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
        if (run.error_occurred || run.run_type != Run::RT_Iteration) continue;
        const std::string name = run.run_name.function_name;
        names_.emplace(run.family_index, name);
        Measured& measured = measured_[name];
        measured.times.push_back(run.cpu_accumulated_time * 1e9 / static_cast<double>(run.iterations));
        const auto cases = run.counters.find("cases");
        if (cases != run.counters.end()) measured.cases = cases->second.value;
    }
}

void Ratios::print_table() const {
    print_pairs();
    print_others();
}

void Ratios::print_pairs() const {
    fmt::print("\n| what | cases | yardstick, ns a case | engine, ns a case | speed of the engine, yardstick = 1 |\n");
    fmt::print("|---|---:|---:|---:|---:|\n");
    for (const auto& [place, name] : names_) {
        const auto other = with_yardstick(name);
        const auto beside = other ? measured_.find(*other) : measured_.end();
        if (beside == measured_.end()) continue;
        const Measured& own = measured_.at(name);
        const double mine = own.median() / own.cases;
        const double measure = beside->second.median() / beside->second.cases;
        fmt::print("| {} | {:.0f} | {:.1f} | {:.1f} | {:.2f} |\n", name.substr(0, name.find(engine)), own.cases,
                   measure, mine, measure / mine);
    }
}

void Ratios::print_others() const {
    fmt::print("\n| what | cases | ms | µs a case |\n|---|---:|---:|---:|\n");
    for (const auto& [place, name] : names_) {
        const auto other = with_yardstick(name);
        const bool is_in_a_pair = name.find(yardstick) != std::string::npos || (other && measured_.count(*other) > 0);
        if (is_in_a_pair) continue;
        const Measured& own = measured_.at(name);
        fmt::print("| {} | {:.0f} | {:.2f} | {:.2f} |\n", name, own.cases, own.median() / 1e6,
                   own.median() / 1e3 / own.cases);
    }
}

}  // namespace measuring
