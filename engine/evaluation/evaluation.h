// The outcome of every rule for every thing it is about, and of every case; on request with the trace of all values on
// the way. Each outcome is defined once, in outcome.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/date.h"
#include "cases/case.h"
#include "program/program.h"

namespace toets::evaluation {

using cases::State;
using program::FrameId;
using program::Outcome;
using program::Register;
using program::Verdict;

enum class Truth : std::uint8_t { False = 0, Unknown = 1, True = 2 };

struct Value {
    State state = State::Unknown;
    std::int64_t value = 0;
};

// Every register of one run, still there to be read. Rows count within a frame; a table frame's row is the table's row.
class Trace {
public:
    virtual ~Trace() = default;
    [[nodiscard]] virtual Truth truth(Register which, std::uint32_t row) const = 0;
    [[nodiscard]] virtual Value value(Register which, std::uint32_t row) const = 0;
    [[nodiscard]] virtual State list_state(Register which, std::uint32_t row) const = 0;
    // The rows of an item frame that belong to a row of its outer frame: [first, last).
    struct Rows {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    [[nodiscard]] virtual Rows items(FrameId frame, std::uint32_t outer_row) const = 0;
    // The table row of the thing that an item row stands for (a table frame: the row itself).
    [[nodiscard]] virtual std::uint32_t thing(FrameId frame, std::uint32_t row) const = 0;
    [[nodiscard]] virtual std::uint32_t outer_row(FrameId frame, std::uint32_t row) const = 0;
};

struct Options {
    std::optional<Date> reference_date;  // wins over the case's own; without either that case cannot be judged
    bool keep_trace = false;
};

// A calculation that could not be done. The value counts as unknown.
struct CalculationError {
    enum class What {
        Overflow,
        DivisionByZero,
        MoreThanOneRow,  // of a table that promises one
        NoRow,
        TooManyDecimals,
        DifferentUnits,   // days compared with months
        TooManyItems,     // lists within lists
        CalendarUnknown,  // which days are free
        TooManyTimes,     // of a duty that returns
        SeveralPeriods,   // run on a day of which one value is asked
        SeveralOnOneDay,  // events of which one is asked by its place in time
    };
    What what;
    model::ExpressionId expression;  // may be invalid
    std::uint32_t case_index = 0;
    Register result;  // what could not be filled: the rules that rest on it
};
// Lists within lists multiply. In the frame of one list at most this many items of one case are looked at; as many as
// a case may have facts, so that a list by itself always fits.
constexpr std::size_t most_items = 100'000;
constexpr std::size_t most_items_by_day = 1'000'000;  // of a list that is looked at on each of many days

struct Evaluation {
    // outcomes[rule][row of the subject's table]; rows 0 and 1 are never used.
    std::vector<std::vector<Outcome>> outcomes;
    std::vector<std::vector<std::uint8_t>> in_force;  // likewise, 0 when no version is; empty when one always is
    // Of bans, the same as it counts for the verdict: of acts that are planned or that the case is about. Empty for
    // other rules.
    std::vector<std::vector<Outcome>> blocking;
    std::vector<Verdict> verdicts;                     // by case
    std::vector<std::optional<Date>> reference_dates;  // by case
    std::vector<CalculationError> errors;
    std::unique_ptr<Trace> trace;  // only with keep_trace; refers to program and caseload
};

// Which rules always count for a verdict: preconditions. Target norms and obligations never do; a ban does for
// an act that is planned or that the case is about (Evaluation::blocking).
bool is_blocking(const model::Rule& rule);
// An agreement of duties and target norms alone.
bool has_blocking_rules(const program::Program& program);
// Those that count for the verdict: the rules that block, or all of them when none does.
bool counts_for_verdict(const program::Program& program, const program::RuleProgram& rule);
// Leaves the verdict at allowed.
bool allows(Outcome outcome);

class Evaluator {
public:
    explicit Evaluator(const program::Program& program);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;
    // Reuses the memory of the run before; `evaluation` is overwritten.
    void run(const cases::Caseload& caseload, const Options& options, Evaluation& evaluation);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

}  // namespace toets::evaluation
