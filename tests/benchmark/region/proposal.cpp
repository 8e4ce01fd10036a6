// Measures what one proposed case costs beside a register that was read: it must not grow with the register.
//   region_proposal FOLDER... [--benchmark_…]      folders as region.mjs makes them
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <memory>
#include <thread>

#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "pipeline/case_files.h"
#include "pipeline/read_register.h"
#include "portfolio/standings.h"

namespace {

using namespace toets;

constexpr Date reference_date{20'635};  // 1 July 2026

// A register, and the case that is proposed beside it.
class Region {
public:
    explicit Region(const std::filesystem::path& folder)
        : compilation_(pipeline::compile({(folder / "convenant.md").string()})),
          caseload_(*compilation_.model),
          evaluator_(*compilation_.program) {
        const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
        register_.emplace(pipeline::read_register({(folder / "register.jsonl").string()},
                                                  {reference_date, {}, nullptr, {cores, {}}}, compilation_,
                                                  diagnostics_));
        cases::ReadOptions options;
        options.reference_date = reference_date;
        pipeline::read_cases((folder / "voorstel.yaml").string(), options, compilation_.sources, caseload_,
                             diagnostics_);
        evaluator_.run(caseload_, {reference_date, true}, evaluation_);
    }

    [[nodiscard]] std::size_t cases() const { return register_->ledger.cases(); }

    // What it does to each number it touches.
    void measure_effects(benchmark::State& state) {
        portfolio::Proposals proposals(register_->ledger);
        for (auto round : state) {
            proposals.set(caseload_, evaluation_);
            benchmark::DoNotOptimize(portfolio::to_effects(proposals.look(0)));
        }
        state.counters["register"] = static_cast<double>(cases());
    }
    // The whole answer, from the rules to the text that names the cases that use the room.
    void measure_answer(benchmark::State& state) {
        portfolio::Proposals proposals(register_->ledger);
        for (auto round : state) {
            evaluator_.run(caseload_, {reference_date, true}, evaluation_);
            proposals.set(caseload_, evaluation_);
            const portfolio::Look look = proposals.look(0);
            const explanation::Answer answer = explanation::from_evaluation(
                {*compilation_.program, caseload_, evaluation_, compilation_.sources}, 0, nullptr, &look);
            benchmark::DoNotOptimize(explanation::to_text(answer, {Language::Dutch, false}));
        }
        state.counters["register"] = static_cast<double>(cases());
    }

private:
    pipeline::Compilation compilation_;
    Diagnostics diagnostics_;
    std::optional<pipeline::Register> register_;
    cases::Caseload caseload_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
};

}  // namespace

int main(int argument_count, char** arguments) {
    benchmark::Initialize(&argument_count, arguments);
    if (argument_count < 2) {
        fmt::print(stderr, "usage: region_proposal FOLDER... [--benchmark_…]\n");
        return 2;
    }
    try {
        std::vector<std::unique_ptr<Region>> regions;
        for (int i = 1; i < argument_count; ++i) regions.push_back(std::make_unique<Region>(arguments[i]));
        for (const auto& region : regions) {
            benchmark::RegisterBenchmark(fmt::format("effects beside {}", region->cases()).c_str(),
                                         [&region](benchmark::State& state) { region->measure_effects(state); });
        }
        for (const auto& region : regions) {
            benchmark::RegisterBenchmark(fmt::format("answer beside {}", region->cases()).c_str(),
                                         [&region](benchmark::State& state) { region->measure_answer(state); });
        }
        benchmark::RunSpecifiedBenchmarks();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
