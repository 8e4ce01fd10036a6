// The examples in an agreement (C79), run: for each the outcomes that were expected and those that were found.
#pragma once

#include <string>
#include <vector>

#include "pipeline/compile.h"

namespace toets::pipeline {

struct CheckedExpectation {
    std::string of;        // "voorwaarde begeleiding geregeld", "oordeel"
    std::string expected;  // "ontbreekt"
    std::string found;
    bool is_met = false;
};
struct ExampleRun {
    std::string title;
    std::string document;  // of the agreement
    std::string path;      // of its file
    std::uint32_t line = 0;
    bool is_readable = true;  // its case could be read and its facts applied
    std::vector<CheckedExpectation> expectations;
    [[nodiscard]] bool has_passed() const;
};

// The compilation must have a program; the texts of the cases are added to its sources.
// `jobs`: the threads that read the registers of examples.
std::vector<ExampleRun> run_examples(Compilation& compilation, Diagnostics& diagnostics, unsigned jobs = 1);

}  // namespace toets::pipeline
