// Answers as one role may see them: the cases without what it does not see, judged by themselves.
#pragma once

#include <optional>

#include "apps/cli/beside_register.h"
#include "apps/cli/commands.h"
#include "explanation/role_view.h"
#include "forecast/forecast.h"
#include "portfolio/standings.h"

namespace toets::cli {

// The outer one is empty, and reported, when the role is not one that an agreement names; the inner one when none was
// asked for.
std::optional<std::optional<explanation::RoleView>> find_role_view(const pipeline::Compilation& compilation,
                                                                   const Options& options);

// Who reads the answers, and the register as that role sees it.
class RoleReader {
public:
    RoleReader(pipeline::Compilation& compilation, const explanation::RoleView& view,
               const cases::RegisterMapping* mapping, const Options& options)
        : view_(view), beside_(compilation, mapping, options, &view.sight()) {}

    [[nodiscard]] const explanation::RoleView& view() const { return view_; }
    // As BesideRegister::on.
    const portfolio::Ledger& register_on(Date day) { return beside_.on(day); }

private:
    const explanation::RoleView& view_;
    BesideRegister beside_;
};

// The answers to one batch at a time. Each thread has its own.
class RoleAnswers {
public:
    RoleAnswers(const pipeline::Compilation& compilation, const explanation::RoleView& view, const Options& options);

    [[nodiscard]] const explanation::RoleView& view() const { return view_; }
    // The register as the role sees it; from now on each case is set beside it, by itself.
    void set_beside(const portfolio::Ledger& ledger) { proposals_.emplace(ledger); }
    void set(const cases::Caseload& whole);
    [[nodiscard]] const cases::Caseload& caseload() const { return *seen_; }
    [[nodiscard]] const evaluation::Evaluation& evaluation() const { return evaluation_; }
    // `whole`: the answer to the case with everything in it.
    explanation::Answer as_seen(std::uint32_t index, const explanation::Answer& whole,
                                forecast::Forecaster* forecaster);

private:
    const pipeline::Compilation& compilation_;
    const explanation::RoleView& view_;
    const Options& options_;
    evaluation::Evaluator evaluator_;
    evaluation::Evaluation evaluation_;
    std::optional<cases::Caseload> seen_;
    std::optional<portfolio::Proposals> proposals_;
};

}  // namespace toets::cli
