#include "pipeline/read_register.h"

#include "cases/hide.h"
#include "evaluation/evaluation.h"
#include "pipeline/case_batches.h"
#include "pipeline/case_files.h"

namespace toets::pipeline {

namespace {

class RegisterReader {
public:
    RegisterReader(const RegisterOptions& options, Compilation& compilation, Diagnostics& diagnostics)
        : compilation_(compilation),
          mapping_(options.mapping),
          sight_(options.sight),
          diagnostics_(diagnostics),
          evaluator_(*compilation.program),
          register_(*compilation.program, options.reference_date) {
        evaluation_options_.reference_date = options.reference_date;
        evaluation_options_.keep_trace = true;
        read_options_.reference_date = options.reference_date;
        read_options_.known_on = options.known_on;
        read_options_.keep_provenance = false;
    }

    Register read(const std::vector<std::string>& paths) {
        for (const std::string& path : find_case_files(paths, diagnostics_)) {
            is_lines_path(path) ? read_lines(path) : read_file(path);
        }
        flush();
        return std::move(register_);
    }

private:
    void read_lines(const std::string& path) {
        cases::Caseload caseload(*compilation_.model);
        const cases::LinesSummary summary =
            CaseBatches(mapping_, read_options_)
                .read(path, caseload, diagnostics_, [this](const cases::Caseload& batch) { add(batch); });
        register_.refused += summary.refused;
    }

    void read_file(const std::string& path) {
        if (!read_cases(path, read_options_, compilation_.sources, files_, diagnostics_)) ++register_.refused;
        if (files_.cases.size() >= cases::lines_at_once) flush();
    }
    void flush() {
        if (!files_.cases.empty()) add(files_);
        files_.clear();
    }

    void add(const cases::Caseload& batch) {
        if (sight_ == nullptr) return add_as_seen(batch);
        cases::Caseload seen = batch;
        cases::hide_from_role(seen, sight_->hides, sight_->sees);
        add_as_seen(seen);
    }
    void add_as_seen(const cases::Caseload& batch) {
        evaluator_.run(batch, evaluation_options_, evaluation_);
        for (const portfolio::Repeated& each : portfolio::add_cases(batch, evaluation_, register_.ledger)) {
            diagnostics_.report(each.is_different ? Code::CaseToldDifferently : Code::CaseTwiceInRegister, {},
                                {word("label", each.label)});
        }
    }

    Compilation& compilation_;
    const cases::RegisterMapping* mapping_;
    const model::Sight* sight_;
    Diagnostics& diagnostics_;
    cases::ReadOptions read_options_;
    evaluation::Options evaluation_options_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    cases::Caseload files_{*compilation_.model};
    Register register_;
};

}  // namespace

Register read_register(const std::vector<std::string>& paths, const RegisterOptions& options, Compilation& compilation,
                       Diagnostics& diagnostics) {
    return RegisterReader(options, compilation, diagnostics).read(paths);
}

}  // namespace toets::pipeline
