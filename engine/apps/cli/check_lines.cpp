// Caseloads: JSON Lines or a register in, one line of JSON a case out, or a summary in text.
#include <fstream>
#include <iostream>
#include <set>

#include "apps/cli/beside_register.h"
#include "apps/cli/caseload_summary.h"
#include "apps/cli/commands.h"
#include "apps/cli/role_answers.h"
#include "base/text.h"
#include "diagnostics/to_text.h"
#include "explanation/failures.h"
#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "forecast/forecast.h"
#include "pipeline/case_batches.h"
#include "portfolio/standings.h"

namespace toets::cli {

namespace {

class LineChecker {
public:
    LineChecker(const LinesQuestion& question, const pipeline::Compilation& compilation, const Options& options,
                std::ostream& output)
        : compilation_(compilation),
          options_(options),
          output_(output),
          role_(question.role),
          batches_(question.mapping, to_read_options(options)),
          evaluator_(*compilation.program) {
        summary_.rules.resize(compilation.model->rules.size());
        summary_.known_on = options.known_on;
        if (role_ != nullptr) note_role();
        if (options.tells_earliest) forecaster_.emplace(*compilation.program);
    }

    // From now on each case is set beside this register, by itself.
    void set_beside(const portfolio::Ledger& ledger) {
        proposals_.emplace(ledger);
        if (role_ != nullptr) role_->set_beside(ledger.reference_date);
        summary_.tallies.resize(compilation_.model->tallies.size());
        summary_.beside_on = ledger.reference_date;
    }

    void check(const std::string& path) {
        cases::Caseload caseload(*compilation_.model);
        Diagnostics diagnostics;
        const cases::LinesSummary summary =
            batches_.read(path, caseload, diagnostics, [this](const cases::Caseload& batch) { answer(batch); });
        summary_.refused += summary.refused;
        if (summary.refused > 0 || diagnostics.has_errors()) exit_ = exit_error;
        print_case_diagnostics(diagnostics, compilation_.sources, options_);
    }

    int finish() {
        if (options_.format == OutputFormat::Text) {
            summary_.print(*compilation_.model, options_.language, output_);
        }
        output_.flush();
        return output_ ? exit_ : exit_error;
    }

private:
    void note_role() {
        summary_.role = role_->view().role();
        for (const model::Rule& rule : compilation_.model->rules) {
            const model::RuleId id{static_cast<std::uint32_t>(&rule - &*compilation_.model->rules.begin())};
            if (!role_->view().unseen(id).empty()) summary_.not_shown.push_back(rule.name);
        }
    }
    static cases::ReadOptions to_read_options(const Options& options) {
        cases::ReadOptions read_options;
        read_options.known_on = options.known_on;
        read_options.reference_date = options.date;
        return read_options;
    }

    void answer(const cases::Caseload& batch) {
        const bool tells_each = options_.format == OutputFormat::JsonLines;
        evaluator_.run(batch, {options_.date, tells_each || proposals_}, evaluation_);
        if (proposals_) proposals_->set(batch, evaluation_);
        if (role_ != nullptr) role_->set(batch);
        for (std::size_t i = 0; i < batch.cases.size(); ++i) count_case(batch, i, tells_each);
        role_ != nullptr ? count_outcomes(role_->caseload(), role_->evaluation()) : count_outcomes(batch, evaluation_);
        if (role_ == nullptr) count_failures(batch);
    }

    // Each failure once a case.
    void count_failures(const cases::Caseload& batch) {
        std::set<std::pair<std::uint32_t, std::string>> seen;
        for (const evaluation::CalculationError& error : evaluation_.errors) {
            const bool is_judged = error.case_index != cases::no_case && evaluation_.reference_dates[error.case_index];
            if (!is_judged) continue;
            const auto failed = explanation::to_failed(*compilation_.program, compilation_.sources, error);
            const std::string words = to_text(explanation::to_diagnostic(failed), Sources(), options_.language);
            if (!seen.emplace(error.case_index, words).second) continue;
            CaseloadSummary::Failure& failure = summary_.failures[words];
            if (failure.cases++ == 0) failure.first_label = batch.cases[error.case_index].label;
        }
    }

    void count_case(const cases::Caseload& batch, std::size_t index, bool tells) {
        ++summary_.cases;
        if (!evaluation_.reference_dates[index]) {
            if (summary_.without_date++ == 0) {
                print_diagnostic({Code::NoReferenceDate, {}, {word("label", batch.cases[index].label)}, {}},
                                 options_.language);
            }
            exit_ = exit_error;
            return;
        }
        std::optional<portfolio::Look> look;
        if (proposals_) look.emplace(proposals_->look(static_cast<std::uint32_t>(index)));
        if (tells) {
            forecast::Forecaster* forecaster = forecaster_ ? &*forecaster_ : nullptr;
            const auto number = static_cast<std::uint32_t>(index);
            explanation::Answer answer =
                explanation::from_evaluation({*compilation_.program, batch, evaluation_, compilation_.sources}, number,
                                             role_ == nullptr ? forecaster : nullptr, look ? &*look : nullptr);
            if (role_ != nullptr) answer = role_->as_seen(number, answer, forecaster);
            output_ << explanation::to_json_line(answer);
            count_verdict(answer.verdict);
        } else {
            count_verdict(look ? count_effects(*look, evaluation_.verdicts[index]) : evaluation_.verdicts[index]);
        }
    }

    void count_verdict(program::Verdict verdict) {
        ++summary_.verdicts[static_cast<std::size_t>(verdict)];
        exit_ = worse_exit(exit_, to_exit(verdict));
    }

    // The verdict with what the case does to the numbers.
    program::Verdict count_effects(const portfolio::Look& look, program::Verdict verdict) {
        const std::vector<portfolio::Effect> effects = portfolio::to_effects(look);
        for (const portfolio::Effect& effect : effects) {
            if (role_ != nullptr && !role_->view().unseen(effect.tally).empty()) continue;
            ++summary_.tallies[effect.tally.index()][static_cast<std::size_t>(portfolio::outcome_of(effect))];
        }
        return portfolio::with_effects(verdict, *compilation_.program, effects);
    }

    // For a role only of rules that rest on nothing it does not see.
    void count_outcomes(const cases::Caseload& batch, const evaluation::Evaluation& evaluation) {
        for (const program::RuleProgram& rule : compilation_.program->rules) {
            if (role_ != nullptr && !role_->view().unseen(rule.rule).empty()) continue;
            const auto& outcomes = evaluation.outcomes[rule.rule.index()];
            const cases::Table& table = batch.tables[compilation_.program->frames[rule.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                const std::uint32_t of = table.case_of[row];
                if (of == cases::no_case || !evaluation.reference_dates[of]) continue;
                ++summary_.rules[rule.rule.index()][static_cast<std::size_t>(outcomes[row])];
            }
        }
    }

    const pipeline::Compilation& compilation_;
    const Options& options_;
    std::ostream& output_;
    RoleAnswers* role_;
    pipeline::CaseBatches batches_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    std::optional<forecast::Forecaster> forecaster_;
    std::optional<portfolio::Proposals> proposals_;  // the cases of this batch, beside a register
    CaseloadSummary summary_;
    int exit_ = exit_good;
};

std::string_view format_name(OutputFormat format) { return format == OutputFormat::Json ? "json" : "html"; }

}  // namespace

int check_lines(const LinesQuestion& question, BesideRegister& beside, const pipeline::Compilation& compilation,
                const Options& options) {
    if (options.format == OutputFormat::Json || options.format == OutputFormat::Html) {
        print_diagnostic({Code::LinesAsOtherFormat, {}, {word("format", std::string(format_name(options.format)))}, {}},
                         options.language);
        return exit_error;
    }
    const portfolio::Ledger* ledger = beside.is_given() ? &beside.on(*options.date) : nullptr;
    std::ofstream file;
    if (!options.output.empty()) {
        file.open(options.output, std::ios::binary);
        if (!file) {
            print_diagnostic({Code::CannotWrite, {}, {word("path", options.output)}, {}}, options.language);
            return exit_error;
        }
    }
    std::ostream& output = options.output.empty() ? std::cout : file;
    output << question.before;
    LineChecker checker(question, compilation, options, output);
    if (ledger != nullptr) checker.set_beside(*ledger);
    for (const std::string& path : question.paths) checker.check(path);
    return worse_exit(checker.finish(), beside.has_errors() ? exit_error : exit_good);
}

}  // namespace toets::cli
