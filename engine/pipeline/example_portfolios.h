// The registers that examples look at (`portefeuille uit`, C79), and how it stands there.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "pipeline/read_register.h"
#include "portfolio/standings.h"

namespace toets::pipeline {

// One combination that an expectation is about.
struct CountedOutcome {
    portfolio::Key key;
    program::Outcome outcome = program::Outcome::Unknown;
};
// All of them of a tally, or those the proposed case counts for. Those for which nothing was agreed are left out,
// unless there are no others.
std::vector<CountedOutcome> outcomes_of(const portfolio::Look& look, model::TallyId tally);

// "voldaan" when they all have the same outcome; otherwise each that is not the expected one, with its combination.
std::string found_among(const std::vector<CountedOutcome>& outcomes, const std::string& expected,
                        const model::Tally& tally, const portfolio::Names& names);

// Each register is read once for a day.
class ExamplePortfolios {
public:
    ExamplePortfolios(Compilation& compilation, unsigned jobs, Diagnostics& diagnostics)
        : compilation_(compilation), jobs_(jobs), diagnostics_(diagnostics) {}
    // Null when something is wrong with it, which is reported once.
    const portfolio::Ledger* find(const model::Example& example);

private:
    std::unique_ptr<Register> read(const std::string& path, const model::Example& example);

    using Question = std::tuple<std::string, Date, std::optional<Date>>;
    Compilation& compilation_;
    unsigned jobs_;
    Diagnostics& diagnostics_;
    std::map<Question, std::unique_ptr<Register>> registers_;
};

}  // namespace toets::pipeline
