// The register that cases are checked beside: read once, on the day of the first question.
#pragma once

#include <optional>

#include "apps/cli/commands.h"
#include "pipeline/read_register.h"

namespace toets::cli {

class BesideRegister {
public:
    // With `sight`: as somebody sees it who may not see everything; then what is wrong with it is told elsewhere.
    BesideRegister(pipeline::Compilation& compilation, const cases::RegisterMapping* mapping, const Options& options,
                   const model::Sight* sight = nullptr)
        : compilation_(compilation), mapping_(mapping), options_(options), sight_(sight) {}

    // Whether one was asked for.
    [[nodiscard]] bool is_given() const { return !options_.registers.empty(); }
    // What is wrong with it is printed when it is read. Asked again, the day must be the same.
    const portfolio::Ledger& on(Date day);
    [[nodiscard]] bool has_errors() const { return has_errors_; }

private:
    pipeline::Compilation& compilation_;
    const cases::RegisterMapping* mapping_;
    const Options& options_;
    const model::Sight* sight_;
    std::optional<pipeline::Register> register_;
    bool has_errors_ = false;
};

}  // namespace toets::cli
