// Caseloads: JSON Lines or a register in, one line of JSON a case out, or a summary in text.
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include "apps/cli/commands.h"
#include "base/text.h"
#include "diagnostics/to_text.h"
#include "explanation/failures.h"
#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "forecast/forecast.h"
#include "pipeline/case_batches.h"

namespace toets::cli {

namespace {

constexpr std::size_t outcome_count = static_cast<std::size_t>(program::Outcome::NotApplicable) + 1;

struct Failure {
    std::size_t cases = 0;
    std::string first_label;
};
struct Tally {
    std::array<std::size_t, 3> verdicts{};
    std::vector<std::array<std::size_t, outcome_count>> outcomes;  // by rule
    std::map<std::string, Failure> failures;                       // by message
    std::size_t cases = 0;
    std::size_t refused = 0;
    std::size_t without_date = 0;
};

class LineChecker {
public:
    LineChecker(const pipeline::Compilation& compilation, const cases::RegisterMapping* mapping, const Options& options,
                std::ostream& output)
        : compilation_(compilation),
          options_(options),
          output_(output),
          batches_(mapping, to_read_options(options)),
          evaluator_(*compilation.program) {
        tally_.outcomes.resize(compilation.model->rules.size());
        if (options.tells_earliest) forecaster_.emplace(*compilation.program);
    }

    void check(const std::string& path) {
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        const cases::LinesSummary summary =
            batches_.read(path, caseload, diagnostics, [this](const cases::Caseload& batch) { answer(batch); });
        tally_.refused += summary.refused;
        if (summary.refused > 0 || diagnostics.has_errors()) exit_ = exit_error;
        print_diagnostics(diagnostics, compilation_.sources, options_.language);
    }

    int finish() {
        if (options_.format == OutputFormat::Text) print_summary();
        output_.flush();
        return output_ ? exit_ : exit_error;
    }

private:
    static cases::ReadOptions to_read_options(const Options& options) {
        cases::ReadOptions read_options;
        read_options.known_on = options.known_on;
        read_options.reference_date = options.date;
        return read_options;
    }

    void answer(const cases::Caseload& batch) {
        const bool tells_each = options_.format == OutputFormat::JsonLines;
        evaluator_.run(batch, {options_.date, tells_each}, evaluation_);
        for (std::size_t i = 0; i < batch.cases.size(); ++i) count_case(batch, i, tells_each);
        count_outcomes(batch);
        count_failures(batch);
    }

    // Each failure once a case.
    void count_failures(const cases::Caseload& batch) {
        std::set<std::pair<std::uint32_t, std::string>> seen;
        for (const evaluation::CalculationError& error : evaluation_.errors) {
            if (!evaluation_.reference_dates[error.case_index]) continue;
            const auto failed = explanation::to_failed(*compilation_.program, compilation_.sources, error);
            const std::string words = to_text(explanation::to_diagnostic(failed), Sources(), options_.language);
            if (!seen.emplace(error.case_index, words).second) continue;
            Failure& failure = tally_.failures[words];
            if (failure.cases++ == 0) failure.first_label = batch.cases[error.case_index].label;
        }
    }

    void count_case(const cases::Caseload& batch, std::size_t index, bool tells) {
        ++tally_.cases;
        if (!evaluation_.reference_dates[index]) {
            if (tally_.without_date++ == 0) {
                print_diagnostic({Code::NoReferenceDate, {}, {word("label", batch.cases[index].label)}, {}},
                                 options_.language);
            }
            exit_ = exit_error;
            return;
        }
        ++tally_.verdicts[static_cast<std::size_t>(evaluation_.verdicts[index])];
        exit_ = worse_exit(exit_, to_exit(evaluation_.verdicts[index]));
        if (!tells) return;
        output_ << explanation::to_json_line(
            explanation::from_evaluation({*compilation_.program, batch, evaluation_, compilation_.sources},
                                         static_cast<std::uint32_t>(index), forecaster_ ? &*forecaster_ : nullptr));
    }

    void count_outcomes(const cases::Caseload& batch) {
        for (const program::RuleProgram& rule : compilation_.program->rules) {
            const auto& outcomes = evaluation_.outcomes[rule.rule.index()];
            const cases::Table& table = batch.tables[compilation_.program->frames[rule.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                if (!evaluation_.reference_dates[table.case_of[row]]) continue;
                ++tally_.outcomes[rule.rule.index()][static_cast<std::size_t>(outcomes[row])];
            }
        }
    }

    void print_summary() {
        const bool is_dutch = options_.language == Language::Dutch;
        const std::size_t checked = tally_.cases - tally_.without_date;
        const std::string_view one = is_dutch ? "zaak getoetst" : "case checked";
        const std::string_view several = is_dutch ? "zaken getoetst" : "cases checked";
        output_ << fmt::format("{} {}, {} {}", checked, checked == 1 ? one : several, tally_.refused,
                               is_dutch ? "geweigerd" : "refused");
        if (tally_.without_date > 0) {
            output_ << fmt::format(", {} {}", tally_.without_date,
                                   is_dutch ? "zonder peildatum" : "without a reference date");
        }
        if (options_.known_on) {
            output_ << ", " << explanation::to_words_as_known(*options_.known_on, options_.language);
        }
        output_ << "\n";
        for (const auto verdict :
             {program::Verdict::Allowed, program::Verdict::NotAllowed, program::Verdict::CannotBeSaid}) {
            output_ << fmt::format("{:>10}  {}\n", tally_.verdicts[static_cast<std::size_t>(verdict)],
                                   explanation::to_words(verdict, options_.language));
        }
        for (std::size_t rule = 0; rule < tally_.outcomes.size(); ++rule) print_rule(rule);
        for (const auto& [words, failure] : tally_.failures) {
            output_ << fmt::format("\n{:>10}  {}: {}\n{}", failure.cases,
                                   is_dutch ? "niet te berekenen; de eerste zaak" : "not calculated; the first case",
                                   failure.first_label, words);
        }
    }

    void print_rule(std::size_t rule) {
        std::string line;
        for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
            const std::size_t count = tally_.outcomes[rule][outcome];
            if (count == 0) continue;
            const auto words = explanation::to_words(static_cast<program::Outcome>(outcome), options_.language);
            line += fmt::format("{:>10}  {}\n", count, words);
        }
        const model::Model& model = *compilation_.model;
        if (!line.empty()) output_ << "\n" << model.rules[model.rules.id_at(rule)].name << "\n" << line;
    }

    const pipeline::Compilation& compilation_;
    const Options& options_;
    std::ostream& output_;
    pipeline::CaseBatches batches_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    std::optional<forecast::Forecaster> forecaster_;
    Tally tally_;
    int exit_ = exit_good;
};

std::string_view format_name(OutputFormat format) { return format == OutputFormat::Json ? "json" : "html"; }

}  // namespace

int check_lines(const std::vector<std::string>& paths, const cases::RegisterMapping* mapping, const std::string& before,
                const pipeline::Compilation& compilation, const Options& options) {
    if (options.format == OutputFormat::Json || options.format == OutputFormat::Html) {
        print_diagnostic({Code::LinesAsOtherFormat, {}, {word("format", std::string(format_name(options.format)))}, {}},
                         options.language);
        return exit_error;
    }
    std::ofstream file;
    if (!options.output.empty()) {
        file.open(options.output, std::ios::binary);
        if (!file) {
            print_diagnostic({Code::CannotWrite, {}, {word("path", options.output)}, {}}, options.language);
            return exit_error;
        }
    }
    std::ostream& output = options.output.empty() ? std::cout : file;
    output << before;
    LineChecker checker(compilation, mapping, options, output);
    for (const std::string& path : paths) checker.check(path);
    return checker.finish();
}

}  // namespace toets::cli
