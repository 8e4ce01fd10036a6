// Caseloads: JSON Lines or a register in, one line of JSON a case out, or a summary in text.
#include <fstream>
#include <iostream>
#include <set>

#include "apps/cli/beside_register.h"
#include "apps/cli/caseload_summary.h"
#include "apps/cli/commands.h"
#include "apps/cli/progress.h"
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

// What came of the cases of a batch.
struct LineAnswers {
    std::string lines;
    CaseloadSummary summary;
    int exit = exit_good;
};

// The work of one thread.
class LineWorker {
public:
    // `beside`: each case is set beside this register, by itself; null when there is none.
    LineWorker(const pipeline::Compilation& compilation, const Options& options, const CaseloadSummary& empty,
               const portfolio::Ledger* beside)
        : compilation_(compilation), options_(options), empty_(empty), evaluator_(*compilation.program) {
        if (options.tells_earliest) forecaster_.emplace(*compilation.program);
        if (beside != nullptr) proposals_.emplace(*beside);
    }

    // From now on the answers are as that role may see them; `beside` as the role sees it.
    void answer_to(const explanation::RoleView& view, const portfolio::Ledger* beside) {
        role_.emplace(compilation_, view, options_);
        if (beside != nullptr) role_->set_beside(*beside);
    }

    LineAnswers answer(const cases::Caseload& batch) {
        answers_ = {{}, empty_, exit_good};
        const bool tells_each = options_.format == OutputFormat::JsonLines;
        evaluator_.run(batch, {options_.date, tells_each || proposals_}, evaluation_);
        if (proposals_) proposals_->set(batch, evaluation_);
        if (role_) role_->set(batch);
        for (std::size_t i = 0; i < batch.cases.size(); ++i) count_case(batch, i, tells_each);
        role_ ? count_outcomes(role_->caseload(), role_->evaluation()) : count_outcomes(batch, evaluation_);
        if (!role_) count_failures(batch);
        return std::move(answers_);
    }

private:
    // Each failure once a case.
    void count_failures(const cases::Caseload& batch) {
        std::set<std::pair<std::uint32_t, std::string>> seen;
        for (const evaluation::CalculationError& error : evaluation_.errors) {
            const bool is_judged = error.case_index != cases::no_case && evaluation_.reference_dates[error.case_index];
            if (!is_judged) continue;
            const auto failed = explanation::to_failed(*compilation_.program, compilation_.sources, error);
            const std::string words = to_text(explanation::to_diagnostic(failed), Sources(), options_.language);
            if (!seen.emplace(error.case_index, words).second) continue;
            CaseloadSummary::Failure& failure = answers_.summary.failures[words];
            if (failure.cases++ == 0) failure.first_label = batch.cases[error.case_index].label;
        }
    }

    void count_case(const cases::Caseload& batch, std::size_t index, bool tells) {
        CaseloadSummary& summary = answers_.summary;
        ++summary.cases;
        if (!evaluation_.reference_dates[index]) {
            if (summary.without_date++ == 0) summary.first_without_date = batch.cases[index].label;
            answers_.exit = exit_error;
            return;
        }
        std::optional<portfolio::Look> look;
        if (proposals_) look.emplace(proposals_->look(static_cast<std::uint32_t>(index)));
        if (tells) {
            forecast::Forecaster* forecaster = forecaster_ ? &*forecaster_ : nullptr;
            const auto number = static_cast<std::uint32_t>(index);
            explanation::Answer answer =
                explanation::from_evaluation({*compilation_.program, batch, evaluation_, compilation_.sources}, number,
                                             role_ ? nullptr : forecaster, look ? &*look : nullptr);
            if (role_) answer = role_->as_seen(number, answer, forecaster);
            answers_.lines += explanation::to_json_line(answer);
            count_verdict(answer.verdict);
        } else {
            count_verdict(look ? count_effects(*look, evaluation_.verdicts[index]) : evaluation_.verdicts[index]);
        }
    }

    void count_verdict(program::Verdict verdict) {
        ++answers_.summary.verdicts[static_cast<std::size_t>(verdict)];
        answers_.exit = worse_exit(answers_.exit, to_exit(verdict));
    }

    // The verdict with what the case does to the numbers.
    program::Verdict count_effects(const portfolio::Look& look, program::Verdict verdict) {
        const std::vector<portfolio::Effect> effects = portfolio::to_effects(look);
        for (const portfolio::Effect& effect : effects) {
            if (role_ && !role_->view().unseen(effect.tally).empty()) continue;
            const auto outcome = static_cast<std::size_t>(portfolio::outcome_of(effect));
            ++answers_.summary.tallies[effect.tally.index()][outcome];
        }
        return portfolio::with_effects(verdict, *compilation_.program, effects);
    }

    // For a role only of rules that rest on nothing it does not see.
    void count_outcomes(const cases::Caseload& batch, const evaluation::Evaluation& evaluation) {
        for (const program::RuleProgram& rule : compilation_.program->rules) {
            if (role_ && !role_->view().unseen(rule.rule).empty()) continue;
            const auto& outcomes = evaluation.outcomes[rule.rule.index()];
            const cases::Table& table = batch.tables[compilation_.program->frames[rule.frame].kind.index()];
            for (std::uint32_t row = cases::first_row; row < table.rows; ++row) {
                const std::uint32_t of = table.case_of[row];
                if (of == cases::no_case || !evaluation.reference_dates[of]) continue;
                ++answers_.summary.rules[rule.rule.index()][static_cast<std::size_t>(outcomes[row])];
            }
        }
    }

    const pipeline::Compilation& compilation_;
    const Options& options_;
    const CaseloadSummary& empty_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    std::optional<forecast::Forecaster> forecaster_;
    std::optional<portfolio::Proposals> proposals_;  // the cases of this batch, beside a register
    std::optional<RoleAnswers> role_;                // empty when who reads the answers sees everything
    LineAnswers answers_;
};

// Puts together, in the order of the files, what the workers answer.
class LineChecker {
public:
    LineChecker(const LinesQuestion& question, const pipeline::Compilation& compilation, const Options& options,
                const portfolio::Ledger* beside, std::ostream& output)
        : compilation_(compilation),
          options_(options),
          output_(output),
          batches_(question.mapping, to_read_options(options)) {
        empty_.rules.resize(compilation.model->rules.size());
        if (beside != nullptr) empty_.tallies.resize(compilation.model->tallies.size());
        summary_ = empty_;
        summary_.known_on = options.known_on;
        if (beside != nullptr) summary_.beside_on = beside->reference_date;
        RoleReader* const role = question.role;
        if (role != nullptr) note_role(role->view());
        const portfolio::Ledger* const seen =
            role != nullptr && beside != nullptr ? &role->register_on(beside->reference_date) : nullptr;
        for (unsigned i = 0; i < options.jobs; ++i) {
            const auto worker = std::make_shared<LineWorker>(compilation, options, empty_, beside);
            if (role != nullptr) worker->answer_to(role->view(), seen);
            workers_.push_back({cases::Caseload(*compilation.model),
                                [worker](const cases::Caseload& batch) { return worker->answer(batch); }});
        }
    }

    void check(const std::string& path, Progress& progress) {
        Diagnostics diagnostics;
        const cases::LinesSummary summary = batches_.read<LineAnswers>(
            path, workers_, progress.reading(), diagnostics, [&](LineAnswers&& answers) { take(answers, progress); });
        progress.wipe();
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
    void note_role(const explanation::RoleView& view) {
        summary_.role = view.role();
        for (const model::Rule& rule : compilation_.model->rules) {
            const model::RuleId id{static_cast<std::uint32_t>(&rule - &*compilation_.model->rules.begin())};
            if (!view.unseen(id).empty()) summary_.not_shown.push_back(rule.name);
        }
    }
    static cases::ReadOptions to_read_options(const Options& options) {
        cases::ReadOptions read_options;
        read_options.known_on = options.known_on;
        read_options.reference_date = options.date;
        return read_options;
    }

    void take(const LineAnswers& answers, Progress& progress) {
        output_ << answers.lines;
        if (summary_.without_date == 0 && answers.summary.without_date > 0) {
            progress.wipe();
            print_diagnostic({Code::NoReferenceDate, {}, {word("label", answers.summary.first_without_date)}, {}},
                             options_.language);
        }
        summary_.add(answers.summary);
        exit_ = worse_exit(exit_, answers.exit);
    }

    const pipeline::Compilation& compilation_;
    const Options& options_;
    std::ostream& output_;
    pipeline::CaseBatches batches_;
    CaseloadSummary empty_;  // of this agreement
    CaseloadSummary summary_;
    std::vector<pipeline::CaseWorker<LineAnswers>> workers_;
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
    LineChecker checker(question, compilation, options, ledger, output);
    const bool writes_lines = options.format == OutputFormat::JsonLines && options.output.empty();
    Progress progress(question.paths, options, writes_lines ? Progress::Writes::Meanwhile : Progress::Writes::AtTheEnd);
    for (const std::string& path : question.paths) checker.check(path, progress);
    return worse_exit(checker.finish(), beside.has_errors() ? exit_error : exit_good);
}

}  // namespace toets::cli
