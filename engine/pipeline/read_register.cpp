#include "pipeline/read_register.h"

#include <algorithm>

#include "cases/hide.h"
#include "evaluation/evaluation.h"
#include "pipeline/case_batches.h"
#include "pipeline/case_files.h"

namespace toets::pipeline {

namespace {

// What one thread makes of the cases of a batch.
class BatchTeller {
public:
    // `sight`: of who may not see everything; null: the register as it is.
    BatchTeller(const portfolio::Basis& basis, Date reference_date, const model::Sight* sight)
        : basis_(basis), sight_(sight), evaluator_(basis.program) {
        options_.reference_date = reference_date;
        options_.keep_trace = true;
    }
    portfolio::Told tell(const cases::Caseload& batch) {
        if (sight_ == nullptr) return tell_seen(batch);
        cases::Caseload seen = batch;
        cases::hide_from_role(seen, sight_->hides, sight_->sees);
        return tell_seen(seen);
    }

private:
    portfolio::Told tell_seen(const cases::Caseload& batch) {
        evaluator_.run(batch, options_, evaluation_);
        return portfolio::to_told(batch, evaluation_, basis_);
    }

    portfolio::Basis basis_;
    const model::Sight* sight_;
    evaluation::Options options_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
};

class RegisterReader {
public:
    RegisterReader(const RegisterOptions& options, Compilation& compilation, Diagnostics& diagnostics)
        : compilation_(compilation),
          options_(options),
          diagnostics_(diagnostics),
          register_(*compilation.program, options.reference_date) {
        read_options_.reference_date = options.reference_date;
        read_options_.known_on = options.known_on;
        read_options_.keep_provenance = false;
        const portfolio::Basis basis = register_.ledger.basis();
        for (unsigned i = 0; i < std::max(options.reading.jobs, 1U); ++i) {
            const auto teller = std::make_shared<BatchTeller>(basis, options.reference_date, options.sight);
            workers_.push_back({cases::Caseload(*compilation.model),
                                [teller](const cases::Caseload& batch) { return teller->tell(batch); }});
        }
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
        const cases::LinesSummary summary =
            CaseBatches(options_.mapping, read_options_)
                .read<portfolio::Told>(path, workers_, options_.reading, diagnostics_,
                                       [this](portfolio::Told&& told) { add(std::move(told)); });
        register_.refused += summary.refused;
    }

    void read_file(const std::string& path) {
        if (!read_cases(path, read_options_, compilation_.sources, files_, diagnostics_)) ++register_.refused;
        if (files_.cases.size() >= cases::lines_at_once) flush();
    }
    void flush() {
        if (!files_.cases.empty()) add(workers_.front().answer(files_));
        files_.clear();
    }

    void add(portfolio::Told&& told) {
        for (const portfolio::Repeated& each : portfolio::add_told(std::move(told), register_.ledger)) {
            diagnostics_.report(each.is_different ? Code::CaseToldDifferently : Code::CaseTwiceInRegister, {},
                                {word("label", each.label)});
        }
    }

    Compilation& compilation_;
    const RegisterOptions& options_;
    Diagnostics& diagnostics_;
    cases::ReadOptions read_options_;
    std::vector<CaseWorker<portfolio::Told>> workers_;
    cases::Caseload files_{*compilation_.model};
    Register register_;
};

}  // namespace

Register read_register(const std::vector<std::string>& paths, const RegisterOptions& options, Compilation& compilation,
                       Diagnostics& diagnostics) {
    return RegisterReader(options, compilation, diagnostics).read(paths);
}

}  // namespace toets::pipeline
