// The register that cases are checked beside: read once, on the day of the first question.
#pragma once

#include <optional>

#include "apps/cli/commands.h"
#include "pipeline/read_register.h"

namespace toets::cli {

class BesideRegister {
public:
    BesideRegister(pipeline::Compilation& compilation, const cases::RegisterMapping* mapping, const Options& options)
        : compilation_(compilation), mapping_(mapping), options_(options) {}

    // Whether one was asked for.
    [[nodiscard]] bool is_given() const { return !options_.registers.empty(); }
    // What is wrong with it is printed when it is read. Asked again, the day must be the same.
    const portfolio::Ledger& on(Date day);
    [[nodiscard]] bool has_errors() const { return has_errors_; }

private:
    pipeline::Compilation& compilation_;
    const cases::RegisterMapping* mapping_;
    const Options& options_;
    std::optional<pipeline::Register> register_;
    bool has_errors_ = false;
};

}  // namespace toets::cli
