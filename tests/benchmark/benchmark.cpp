// Measures the engine beside the yardstick on the same cases in the same run, and prints the ratios.
//   benchmark FOLDER [--benchmark_…]      FOLDER as run.sh makes it
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "generated_agreement.h"
#include "measured_cases.h"
#include "ratios.h"

namespace {

using toets::evaluation::Evaluation;
using toets::evaluation::Evaluator;

const std::string werklast = SOURCE_ROOT "/tests/conformance/werklast.toets";
constexpr std::size_t long_agreement = 1'000;  // lines
constexpr std::size_t traced_cases = 1'000;
constexpr std::size_t many_cases = 100'000;
constexpr std::size_t very_many_cases = 1'000'000;

// Everything that is read once and measured many times.
struct Material {
    explicit Material(const std::filesystem::path& of) : folder(of), agreement(werklast) {}

    [[nodiscard]] std::string path_of(std::size_t cases) const {
        return (folder / fmt::format("cases-{}.jsonl", std::max(cases, many_cases))).string();
    }
    const toets::cases::Caseload& caseload(std::size_t cases) {
        auto& known = caseloads[cases];
        if (!known) {
            known = std::make_unique<toets::cases::Caseload>(
                measuring::caseload_of(agreement, measuring::first_lines(path_of(cases), cases)));
        }
        return *known;
    }
    const yardstick::Cases& structs(std::size_t cases) {
        auto& known = structures[cases];
        if (!known) {
            known = std::make_unique<yardstick::Cases>(
                measuring::structs_of(measuring::first_lines(path_of(cases), cases)));
        }
        return *known;
    }

    std::filesystem::path folder;
    workload::Agreement agreement;
    std::map<std::size_t, std::unique_ptr<toets::cases::Caseload>> caseloads;
    std::map<std::size_t, std::unique_ptr<yardstick::Cases>> structures;
};

void count_cases(benchmark::State& state, std::size_t cases) { state.counters["cases"] = static_cast<double>(cases); }

// -------------------------------------------------------------------------------------------------- evaluation only

void evaluate_by_engine(benchmark::State& state, Material& material, std::size_t cases) {
    const toets::cases::Caseload& caseload = material.caseload(cases);
    Evaluator evaluator(material.agreement.program());
    Evaluation evaluation;
    for (auto round : state) {
        evaluator.run(caseload, workload::Agreement::evaluation_options(), evaluation);
        benchmark::DoNotOptimize(evaluation.outcomes.data());
    }
    count_cases(state, caseload.cases.size());
}

void evaluate_by_yardstick(benchmark::State& state, Material& material, std::size_t cases) {
    const yardstick::Cases& structs = material.structs(cases);
    std::string letters(structs.cases.size() * yardstick::rules, ' ');
    for (auto round : state) {
        yardstick::judge(structs, letters.data());
        benchmark::DoNotOptimize(letters.data());
        benchmark::ClobberMemory();
    }
    count_cases(state, structs.cases.size());
}

// ------------------------------------------------------------------------------------- from JSON Lines to verdicts

void read_and_judge_by_engine(benchmark::State& state, Material& material, std::size_t cases) {
    std::string lines;
    for (auto round : state) {
        std::ifstream file(material.path_of(cases), std::ios::binary);
        lines.clear();
        workload::append_lines(material.agreement, file, lines);
    }
    count_cases(state, lines.size() / (workload::rules + 1));
}

void read_and_judge_by_yardstick(benchmark::State& state, Material& material, std::size_t cases) {
    std::string lines;
    for (auto round : state) {
        lines.clear();
        if (!yardstick::append_lines(material.path_of(cases), lines)) state.SkipWithError("cannot be read");
    }
    count_cases(state, lines.size() / (yardstick::rules + 1));
}

// ------------------------------------------------------------------------------------------ explanation and compiling

void evaluate_with_trace(benchmark::State& state, Material& material, bool keeps_trace) {
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

void explain_as_json(benchmark::State& state, Material& material) {
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

void compile_long_agreement(benchmark::State& state, Material& material) {
    std::ifstream file(werklast, std::ios::binary);
    const std::string path = (material.folder / "lang.toets").string();
    std::ofstream(path, std::ios::binary)
        << measuring::agreement_of(long_agreement, {std::istreambuf_iterator<char>(file), {}});
    for (auto round : state) {
        if (!toets::pipeline::compile({path}).program) state.SkipWithError("does not compile");
    }
}

void register_all(Material& material) {
    std::vector<std::size_t> sizes{1, 1'000, many_cases};
    if (std::filesystem::exists(material.path_of(very_many_cases))) sizes.push_back(very_many_cases);
    const auto measure = [&](const std::string& name, auto function, auto argument) {
        benchmark::RegisterBenchmark(name.c_str(), [&material, function, argument](benchmark::State& state) {
            function(state, material, argument);
        });
    };
    for (const std::size_t cases : sizes) {
        measure(fmt::format("evaluation/engine/{}", cases), evaluate_by_engine, cases);
        measure(fmt::format("evaluation/yardstick/{}", cases), evaluate_by_yardstick, cases);
    }
    for (const std::size_t cases : sizes) {
        if (cases < many_cases) continue;
        measure(fmt::format("JSON Lines to verdicts/engine/{}", cases), read_and_judge_by_engine, cases);
        measure(fmt::format("JSON Lines to verdicts/yardstick/{}", cases), read_and_judge_by_yardstick, cases);
    }
    measure("evaluation without trace", evaluate_with_trace, false);
    measure("evaluation with trace", evaluate_with_trace, true);
    benchmark::RegisterBenchmark("evaluation, trace and reasons as JSON",
                                 [&material](benchmark::State& state) { explain_as_json(state, material); });
    benchmark::RegisterBenchmark("compiling 1,000 lines",
                                 [&material](benchmark::State& state) { compile_long_agreement(state, material); });
}

}  // namespace

int main(int argument_count, char** arguments) {
    benchmark::Initialize(&argument_count, arguments);
    if (argument_count != 2) {
        fmt::print(stderr, "usage: benchmark FOLDER [--benchmark_…]\n");
        return 2;
    }
    try {
        Material material(arguments[1]);
        register_all(material);
        measuring::Ratios ratios;
        benchmark::RunSpecifiedBenchmarks(&ratios);
        ratios.print_table();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
