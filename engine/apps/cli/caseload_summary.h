// How often each outcome was reached in files of many cases: what is told of them in text.
#pragma once

#include <array>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/model.h"
#include "program/program.h"

namespace toets::cli {

struct CaseloadSummary {
    static constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;
    using Outcomes = std::array<std::size_t, outcome_count>;
    struct Failure {
        std::size_t cases = 0;
        std::string first_label;
    };

    std::array<std::size_t, 3> verdicts{};
    std::vector<Outcomes> rules;
    std::vector<Outcomes> tallies;            // beside a register: by combination that a case counts for
    std::map<std::string, Failure> failures;  // by message
    std::size_t cases = 0;
    std::size_t refused = 0;
    std::size_t without_date = 0;
    std::string first_without_date;  // its label
    std::optional<Date> known_on;
    std::string role;                    // who reads it; empty: somebody who sees everything
    std::vector<std::string> not_shown;  // rules of which that role may not see how they came out
    std::optional<Date> beside_on;       // the day on which the register was looked at

    // With what came of later cases of the same files.
    void add(const CaseloadSummary& later);
    void print(const model::Model& model, Language language, std::ostream& output) const;
};

}  // namespace toets::cli
