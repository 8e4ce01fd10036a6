// Prints what Google Benchmark prints, and keeps the medians to set the engine beside the yardstick.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace measuring {

// A measurement is called what/who/cases, with who "engine" or "yardstick"; or just what it is.
class Ratios : public benchmark::ConsoleReporter {
public:
    Ratios() : ConsoleReporter(OO_Tabular) {}
    void ReportRuns(const std::vector<Run>& runs) override;
    // As Markdown: nanoseconds a case side by side, then what has nothing beside it.
    void print_table() const;

private:
    void print_pairs() const;
    void print_others() const;

    struct Measured {
        std::vector<double> times;  // nanoseconds of processor time, of one round each
        double cases = 1;           // in a round
        [[nodiscard]] double median() const;
    };
    std::map<std::string, Measured> measured_;
    std::map<std::int64_t, std::string> names_;  // by place among the benchmarks
};

}  // namespace measuring
