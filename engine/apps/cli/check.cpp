// toets check: cases against an agreement.
#include <spdlog/spdlog.h>

#include <filesystem>
#include <iostream>

#include "apps/cli/beside_register.h"
#include "apps/cli/commands.h"
#include "apps/cli/role_answers.h"
#include "apps/cli/write_dossier.h"
#include "explanation/from_evaluation.h"
#include "explanation/to_text.h"
#include "forecast/forecast.h"
#include "pipeline/case_batches.h"
#include "pipeline/case_files.h"
#include "portfolio/standings.h"

namespace toets::cli {

namespace {

std::string to_output(const std::vector<explanation::Answer>& answers, const explanation::Refused& refused,
                      const Options& options) {
    const explanation::View view{options.language, options.all};
    std::string output;
    switch (options.format) {
        case OutputFormat::Json: return explanation::to_json(answers, refused);
        case OutputFormat::Html: return explanation::to_html(answers, view, refused);
        case OutputFormat::JsonLines:
            for (const explanation::Answer& answer : answers) output += explanation::to_json_line(answer);
            return output;
        case OutputFormat::Text:
        case OutputFormat::Csv:
        case OutputFormat::Calendar: break;
    }
    output = to_text(refused, view);
    for (const explanation::Answer& answer : answers) {
        if (!output.empty()) output += "\n" + std::string(80, '=') + "\n\n";
        output += to_text(answer, view);
    }
    return output;
}

// The answers to the cases of ordinary files, all in one batch.
class Checker {
public:
    // `reader`: who reads the answers; null: somebody who sees everything.
    Checker(pipeline::Compilation& compilation, BesideRegister& beside, RoleReader* reader, const Options& options)
        : compilation_(compilation),
          beside_(beside),
          reader_(reader),
          options_(options),
          caseload_(*compilation.model) {
        if (reader != nullptr) role_.emplace(compilation, reader->view(), options);
        const bool tells_when =
            options.format != OutputFormat::JsonLines || options.tells_earliest || !options.dossier.empty();
        if (tells_when) forecaster_.emplace(*compilation.program);
    }

    int check(const std::vector<std::string>& files, std::string& output) {
        read(files);
        if (caseload_.cases.empty() || !is_one_for_dossier()) return exit_;
        evaluation::Evaluator evaluator(*compilation_.program);
        evaluation::Evaluation evaluation;
        evaluator.run(caseload_, {options_.date, true}, evaluation);
        if (beside_.is_given() && !set_beside(evaluation)) return exit_;
        if (role_) role_->set(caseload_);
        std::vector<explanation::Answer> answers;
        for (std::size_t i = 0; i < caseload_.cases.size(); ++i) answer(evaluation, i, answers);
        if (!answers.empty()) output += to_output(answers, refused_, options_);
        if (!options_.dossier.empty() && exit_ != exit_error) {
            const AnsweredCase answered{compilation_, caseload_, answers.front()};
            if (!write_dossier(answered, options_)) exit_ = exit_error;
        }
        return exit_;
    }

private:
    void read(const std::vector<std::string>& files) {
        Diagnostics diagnostics;
        cases::ReadOptions read_options;
        read_options.known_on = options_.known_on;
        read_options.reference_date = options_.date;
        for (const std::string& file : files) {
            const bool is_read = pipeline::read_cases(file, read_options, compilation_.sources, caseload_, diagnostics);
            if (!is_read) refused_.push_back(std::filesystem::path(file).filename().string());
        }
        if (diagnostics.has_errors()) exit_ = exit_error;
        print_case_diagnostics(diagnostics, compilation_.sources, options_);
        spdlog::debug("{} cases read", caseload_.cases.size());
    }

    // A dossier is about one case.
    bool is_one_for_dossier() {
        if (options_.dossier.empty() || caseload_.cases.size() == 1) return true;
        const std::string count = std::to_string(caseload_.cases.size());
        print_diagnostic({Code::DossierOfOneCase, {}, {term("found", count + " zaken", count + " cases")}, {}},
                         options_.language);
        exit_ = exit_error;
        return false;
    }

    void answer(const evaluation::Evaluation& evaluation, std::size_t index,
                std::vector<explanation::Answer>& answers) {
        if (!evaluation.reference_dates[index]) {
            print_diagnostic({Code::NoReferenceDate, {}, {word("label", caseload_.cases[index].label)}, {}},
                             options_.language);
            exit_ = exit_error;
            refused_.push_back(caseload_.cases[index].label);
            return;
        }
        std::optional<portfolio::Look> look;
        if (proposals_) look.emplace(proposals_->look(static_cast<std::uint32_t>(index)));
        forecast::Forecaster* forecaster = forecaster_ ? &*forecaster_ : nullptr;
        const auto number = static_cast<std::uint32_t>(index);
        explanation::Answer whole =
            explanation::from_evaluation({*compilation_.program, caseload_, evaluation, compilation_.sources}, number,
                                         role_ ? nullptr : forecaster, look ? &*look : nullptr);
        answers.push_back(role_ ? role_->as_seen(number, whole, forecaster) : std::move(whole));
        exit_ = worse_exit(exit_, to_exit(answers.back().verdict));
    }

    // The register as it is on the day of the question.
    bool set_beside(const evaluation::Evaluation& evaluation) {
        std::optional<Date> day;
        for (const std::optional<Date>& each : evaluation.reference_dates) {
            if (!each) continue;
            if (day && *day != *each) {
                print_diagnostic({Code::RegisterNeedsDate, {}, {}, {}}, options_.language);
                exit_ = exit_error;
                return false;
            }
            day = each;
        }
        if (!day) return true;
        proposals_.emplace(beside_.on(*day));
        proposals_->set(caseload_, evaluation);
        if (role_) role_->set_beside(reader_->register_on(*day));
        if (beside_.has_errors()) exit_ = exit_error;
        return true;
    }

    pipeline::Compilation& compilation_;
    BesideRegister& beside_;
    RoleReader* reader_;
    const Options& options_;
    cases::Caseload caseload_;
    std::optional<RoleAnswers> role_;                 // empty when who reads the answers sees everything
    std::optional<forecast::Forecaster> forecaster_;  // whose answers say when a case becomes possible
    std::optional<portfolio::Proposals> proposals_;   // the cases that are checked, beside it
    explanation::Refused refused_;
    int exit_ = exit_good;
};

}  // namespace

int check(const Options& options) {
    pipeline::Compilation compilation = compile_agreements(options, pipeline::Stage::Program, NotYet::Counted);
    if (!compilation.program) return exit_error;
    const auto view = find_role_view(compilation, options);
    if (!view) return exit_error;
    Diagnostics diagnostics;
    std::vector<std::string> files;
    std::vector<std::string> line_files;
    for (const std::string& file : pipeline::find_case_files(options.cases, diagnostics)) {
        (pipeline::is_lines_path(file) ? line_files : files).push_back(file);
    }
    const std::size_t errors = diagnostics.error_count();
    std::vector<std::string> columned = line_files;  // and the registers: what may have columns
    columned.insert(columned.end(), options.registers.begin(), options.registers.end());
    const auto mapping =
        pipeline::read_mapping(options.mapping, columned, *compilation.model, compilation.sources, diagnostics);
    if (!line_files.empty() && !options.registers.empty() && !options.date) {
        diagnostics.report(Code::ManyNeedDate, {}, {word("path", line_files.front())});
    }
    if (!options.dossier.empty() && !line_files.empty()) {
        diagnostics.report(Code::DossierOfOneCase, {}, {word("found", "`" + line_files.front() + "`")});
    }
    print_diagnostics(diagnostics, compilation.sources, options.language);
    if (diagnostics.error_count() > errors) return exit_error;
    std::vector<std::string> inputs = options.agreements;
    if (!options.mapping.empty()) inputs.push_back(options.mapping);
    inputs.insert(inputs.end(), files.begin(), files.end());
    inputs.insert(inputs.end(), columned.begin(), columned.end());
    if (is_input(options.output, inputs, "-o", options.language)) return exit_error;
    if (!options.secret.empty()) inputs.push_back(options.secret);
    if (is_input(options.dossier, inputs, "--dossier", options.language)) return exit_error;
    int exit = diagnostics.has_errors() ? exit_error : exit_good;
    std::string output;
    BesideRegister beside(compilation, mapping ? &*mapping : nullptr, options);
    std::optional<RoleReader> role;
    if (view->has_value()) role.emplace(compilation, **view, mapping ? &*mapping : nullptr, options);
    RoleReader* const reader = role ? &*role : nullptr;
    exit = worse_exit(exit, Checker(compilation, beside, reader, options).check(files, output));
    if (!line_files.empty()) {
        const LinesQuestion question{line_files, mapping ? &*mapping : nullptr, output, reader};
        return worse_exit(exit, check_lines(question, beside, compilation, options));
    }
    if (!output.empty() && !write_output(output, options.output, options.language)) return exit_error;
    return exit;
}

}  // namespace toets::cli
