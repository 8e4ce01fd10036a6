#include "evaluation/evaluation.h"
#include "evaluation/outcome.h"
#include "evaluation/trace.h"

namespace toets::evaluation {

namespace {

// Rows at a time: the registers of a batch stay in the cache, so a case costs the same in a large caseload.
constexpr std::uint32_t rows_at_a_time = 1024;
constexpr std::uint32_t rows_with_days_at_a_time = 4;  // each has program::days_looked_at rows of days behind it

void take(const Machine& machine, const FrameRows& rows, Register from, std::vector<Outcome>& outcomes) {
    const std::int64_t* values = machine.value(from).values;
    Outcome* out = outcomes.data() + rows.first;
    for (std::size_t row = 0; row < rows.size; ++row) out[row] = static_cast<Outcome>(values[row]);
}

void take_outcomes(const Machine& machine, program::FrameId frame, Evaluation& evaluation) {
    const FrameRows& rows = machine.frame(frame);
    for (const program::RuleProgram& rule : machine.program().rules) {
        if (rule.frame != frame) continue;
        take(machine, rows, rule.outcome, evaluation.outcomes[rule.rule.index()]);
        if (rule.blocking.is_valid()) take(machine, rows, rule.blocking, evaluation.blocking[rule.rule.index()]);
        if (!rule.in_force.is_valid()) continue;
        std::copy_n(machine.truth(rule.in_force), rows.size,
                    evaluation.in_force[rule.rule.index()].data() + rows.first);
    }
}

void run_in_batches(Machine& machine, std::uint32_t most, Evaluation& evaluation) {
    const bool is_traced = most == UINT32_MAX;  // a trace is of all rows at once
    for (const Plan::Part& part : machine.plan().parts) {
        const std::uint32_t batch = part.looks_at_days && !is_traced ? rows_with_days_at_a_time : most;
        const model::KindId kind = machine.program().frames[part.frame].kind;
        const std::uint32_t end = machine.caseload().tables[kind.index()].rows;
        std::uint32_t first = cases::first_row;
        do {
            const std::uint32_t size = std::min(batch, end - first);
            machine.run(part, first, size);
            take_outcomes(machine, part.frame, evaluation);
            first += size;
        } while (first < end);
    }
}

}  // namespace

struct Evaluator::Memory {
    explicit Memory(const program::Program& of)
        : program(of), machine(of, make_plan(of, Keep::Outcomes)), traced(make_plan(of, Keep::Everything)) {}

    const program::Program& program;
    Machine machine;
    Plan traced;
    Verdicts verdicts;
};

Evaluator::Evaluator(const program::Program& program) : memory_(std::make_unique<Memory>(program)) {}
Evaluator::~Evaluator() = default;

void Evaluator::run(const cases::Caseload& caseload, const Options& options, Evaluation& evaluation) {
    const program::Program& program = memory_->program;
    evaluation.errors.clear();
    evaluation.trace.reset();
    evaluation.outcomes.resize(program.rules.size());
    evaluation.in_force.resize(program.rules.size());
    evaluation.blocking.resize(program.rules.size());
    for (const program::RuleProgram& rule : program.rules) {
        const model::KindId kind = program.frames[rule.frame].kind;
        const std::uint32_t rows = caseload.tables[kind.index()].rows;
        evaluation.outcomes[rule.rule.index()].resize(rows, Outcome::NotApplicable);
        evaluation.in_force[rule.rule.index()].resize(rule.in_force.is_valid() ? rows : 0);
        if (!rule.blocking.is_valid()) continue;
        evaluation.blocking[rule.rule.index()].resize(rows, Outcome::NotApplicable);
    }
    evaluation.reference_dates.resize(caseload.cases.size());
    for (std::size_t index = 0; index < caseload.cases.size(); ++index) {
        const auto& own = caseload.cases[index].reference_date;
        evaluation.reference_dates[index] = options.reference_date ? options.reference_date : own;
    }
    if (options.keep_trace) {
        auto trace = std::make_unique<RunTrace>(program, memory_->traced);
        trace->machine().begin(caseload, evaluation.reference_dates, evaluation.errors);
        run_in_batches(trace->machine(), UINT32_MAX, evaluation);
        evaluation.trace = std::move(trace);
    } else {
        memory_->machine.begin(caseload, evaluation.reference_dates, evaluation.errors);
        run_in_batches(memory_->machine, rows_at_a_time, evaluation);
    }
    memory_->verdicts.begin(caseload.cases.size());
    const bool has_blocking = has_blocking_rules(program);
    for (const program::RuleProgram& rule : program.rules) {
        const bool is_ban = rule.blocking.is_valid();
        const bool blocks = is_ban || is_blocking(program.model->rules[rule.rule]);
        if (has_blocking && !blocks) continue;
        const model::KindId kind = program.frames[rule.frame].kind;
        const auto& outcomes = is_ban ? evaluation.blocking : evaluation.outcomes;
        memory_->verdicts.add(caseload.tables[kind.index()].case_of,
                              {outcomes[rule.rule.index()], evaluation.in_force[rule.rule.index()], blocks});
    }
    memory_->verdicts.write(evaluation.verdicts);
}

}  // namespace toets::evaluation
