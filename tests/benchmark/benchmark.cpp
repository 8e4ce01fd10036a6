// Measures the engine beside the yardstick on the same cases in the same run, and prints the ratios.
//   benchmark FOLDER [--benchmark_…]      FOLDER as run.sh makes it
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "generated_agreement.h"
#include "measured_cases.h"
#include "ratios.h"

namespace {

using toets::evaluation::Evaluation;
using toets::evaluation::Evaluator;

using measuring::FactRules;
using measuring::many_cases;
using measuring::Material;
using measuring::TermRules;

const std::filesystem::path agreements = SOURCE_ROOT "/tests/conformance";
constexpr std::size_t long_agreement = 1'000;  // lines
constexpr std::size_t traced_cases = 1'000;

void count_cases(benchmark::State& state, std::size_t cases) { state.counters["cases"] = static_cast<double>(cases); }

// -------------------------------------------------------------------------------------------------- evaluation only

template <class Rules>
void evaluate_by_engine(benchmark::State& state, Material<Rules>& material, std::size_t cases) {
    const toets::cases::Caseload& caseload = material.caseload(cases);
    Evaluator evaluator(material.agreement.program());
    Evaluation evaluation;
    for (auto round : state) {
        evaluator.run(caseload, workload::Agreement::evaluation_options(), evaluation);
        benchmark::DoNotOptimize(evaluation.outcomes.data());
    }
    count_cases(state, caseload.cases.size());
}

template <class Rules>
void evaluate_by_yardstick(benchmark::State& state, Material<Rules>& material, std::size_t cases) {
    const auto& structs = material.structs(cases);
    std::string letters(structs.cases.size() * Rules::rules, ' ');
    for (auto round : state) {
        Rules::judge(structs, letters.data());
        benchmark::DoNotOptimize(letters.data());
        benchmark::ClobberMemory();
    }
    count_cases(state, structs.cases.size());
}

// ------------------------------------------------------------------------------------- from JSON Lines to verdicts

template <class Rules>
void read_and_judge_by_engine(benchmark::State& state, Material<Rules>& material, std::size_t cases) {
    std::string lines;
    for (auto round : state) {
        std::ifstream file(material.path_of(cases), std::ios::binary);
        lines.clear();
        workload::append_lines(material.agreement, file, lines);
    }
    count_cases(state, lines.size() / (Rules::rules + 1));
}

template <class Rules>
void read_and_judge_by_yardstick(benchmark::State& state, Material<Rules>& material, std::size_t cases) {
    std::string lines;
    for (auto round : state) {
        lines.clear();
        if (!Rules::append_lines(material.path_of(cases), lines)) state.SkipWithError("cannot be read");
    }
    count_cases(state, lines.size() / (Rules::rules + 1));
}

// ------------------------------------------------------------------------------------------ explanation and compiling

template <class Rules>
void evaluate_with_trace(benchmark::State& state, Material<Rules>& material, bool keeps_trace) {
    const toets::cases::Caseload& caseload = material.caseload(traced_cases);
    Evaluator evaluator(material.agreement.program());
    Evaluation evaluation;
    auto options = workload::Agreement::evaluation_options();
    options.keep_trace = keeps_trace;
    for (auto round : state) {
        evaluator.run(caseload, options, evaluation);
        benchmark::DoNotOptimize(evaluation.outcomes.data());
    }
    count_cases(state, caseload.cases.size());
}

template <class Rules>
void explain_as_json(benchmark::State& state, Material<Rules>& material) {
    const toets::cases::Caseload& caseload = material.caseload(traced_cases);
    Evaluator evaluator(material.agreement.program());
    Evaluation evaluation;
    auto options = workload::Agreement::evaluation_options();
    options.keep_trace = true;
    for (auto round : state) {
        evaluator.run(caseload, options, evaluation);
        for (std::uint32_t index = 0; index < caseload.cases.size(); ++index) {
            benchmark::DoNotOptimize(toets::explanation::to_json_line(toets::explanation::from_evaluation(
                {material.agreement.program(), caseload, evaluation, material.agreement.sources()}, index)));
        }
    }
    count_cases(state, caseload.cases.size());
}

void compile_long_agreement(benchmark::State& state, const std::filesystem::path& folder) {
    std::ifstream file(agreements / FactRules::agreement, std::ios::binary);
    const std::string path = (folder / "lang.toets").string();
    std::ofstream(path, std::ios::binary)
        << measuring::agreement_of(long_agreement, {std::istreambuf_iterator<char>(file), {}});
    for (auto round : state) {
        if (!toets::pipeline::compile({path}).program) state.SkipWithError("does not compile");
    }
}

template <class Rules>
void register_rules(Material<Rules>& material) {
    std::vector<std::size_t> sizes{1, 1'000, many_cases};
    if (std::filesystem::exists(material.path_of(measuring::very_many_cases)))
        sizes.push_back(measuring::very_many_cases);
    const auto measure = [&](const std::string& name, auto function) {
        benchmark::RegisterBenchmark((Rules::prefix + name).c_str(), function);
    };
    for (const std::size_t cases : sizes) {
        measure(fmt::format("evaluation/engine/{}", cases),
                [&material, cases](benchmark::State& state) { evaluate_by_engine(state, material, cases); });
        measure(fmt::format("evaluation/yardstick/{}", cases),
                [&material, cases](benchmark::State& state) { evaluate_by_yardstick(state, material, cases); });
    }
    for (const std::size_t cases : sizes) {
        if (cases < many_cases) continue;
        measure(fmt::format("JSON Lines to verdicts/engine/{}", cases),
                [&material, cases](benchmark::State& state) { read_and_judge_by_engine(state, material, cases); });
        measure(fmt::format("JSON Lines to verdicts/yardstick/{}", cases),
                [&material, cases](benchmark::State& state) { read_and_judge_by_yardstick(state, material, cases); });
    }
    measure("evaluation without trace",
            [&material](benchmark::State& state) { evaluate_with_trace(state, material, false); });
    measure("evaluation with trace",
            [&material](benchmark::State& state) { evaluate_with_trace(state, material, true); });
    measure("evaluation, trace and reasons as JSON",
            [&material](benchmark::State& state) { explain_as_json(state, material); });
}

}  // namespace

int main(int argument_count, char** arguments) {
    benchmark::Initialize(&argument_count, arguments);
    if (argument_count != 2) {
        fmt::print(stderr, "usage: benchmark FOLDER [--benchmark_…]\n");
        return 2;
    }
    try {
        const std::filesystem::path folder = arguments[1];
        Material<FactRules> facts(folder, agreements);
        Material<TermRules> terms(folder, agreements);
        register_rules(facts);
        register_rules(terms);
        benchmark::RegisterBenchmark("compiling 1,000 lines",
                                     [&folder](benchmark::State& state) { compile_long_agreement(state, folder); });
        measuring::Ratios ratios;
        benchmark::RunSpecifiedBenchmarks(&ratios);
        ratios.print_table();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
