// The same case on many days: what its rules answer on each of them when nothing but time passes. The days are copies
// of the case in one batch, so that it is the program itself that answers and nothing is guessed from its sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "cases/case.h"
#include "cases/consent.h"
#include "cases/copies.h"
#include "evaluation/evaluation.h"
#include "program/program.h"

namespace toets::forecast {

// A date of the case that goes along with the days: so many days from each, but never before `not_before`.
struct Moving {
    cases::FactPlace fact;
    std::int32_t offset = 0;
    Date not_before;
};
// A truth to follow beside the outcomes, of one thing in the case; the register belongs to the table of that kind.
struct Watched {
    program::Register truth;
    model::KindId kind;
    std::uint32_t row = 0;
};

struct Question {
    std::uint32_t case_index = 0;
    Date first;            // each day is the reference date of its copy
    std::size_t days = 1;  // at most; of a very large case fewer are looked at
    std::vector<Moving> moving{};
    std::vector<Watched> watched{};
};

constexpr std::size_t most_rows = 20'000'000;  // of all copies together

// What was answered, by day. Rows are those of the caseload that was asked about.
class Days {
public:
    [[nodiscard]] std::size_t size() const { return verdicts_.size(); }
    [[nodiscard]] Date day(std::size_t index) const;
    [[nodiscard]] program::Verdict verdict(std::size_t index) const { return verdicts_[index]; }
    [[nodiscard]] program::Outcome outcome(std::size_t index, model::RuleId rule, std::uint32_t row) const;
    // As it counts for the verdict.
    [[nodiscard]] program::Outcome counting(std::size_t index, model::RuleId rule, std::uint32_t row) const;
    [[nodiscard]] evaluation::Truth watched(std::size_t index, std::size_t which) const;

private:
    friend class Forecaster;
    struct OfRule {
        std::vector<std::uint32_t> rows;
        std::vector<program::Outcome> outcomes;  // by day, then by row
        std::vector<program::Outcome> counting;
    };
    [[nodiscard]] std::size_t place(const OfRule& rule, std::size_t index, std::uint32_t row) const;

    Date first_;
    std::vector<program::Verdict> verdicts_;
    std::vector<OfRule> rules_;
    std::vector<evaluation::Truth> watched_;  // by day, then in the order of the question
    std::size_t watched_count_ = 0;
};

class Forecaster {
public:
    explicit Forecaster(const program::Program& program);
    Days look(const cases::Caseload& caseload, const Question& question);

private:
    void prepare(const cases::Copies& copies, const Question& question, Date first, std::size_t count);
    void take(const cases::Copies& copies, const Question& question, std::size_t count, Days& days) const;

    const program::Program& program_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    cases::Caseload batch_;
    cases::Consents consents_;  // which may end on one of the days
};

}  // namespace toets::forecast
