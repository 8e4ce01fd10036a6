#include "apps/cli/role_answers.h"

#include "cases/hide.h"

namespace toets::cli {

namespace {

model::Purpose purpose_of(Command command) {
    if (command == Command::Agenda) return model::Purpose::Agenda;
    return command == Command::Monitor ? model::Purpose::Monitor : model::Purpose::Check;
}

}  // namespace

std::optional<std::optional<explanation::RoleView>> find_role_view(const pipeline::Compilation& compilation,
                                                                   const Options& options) {
    using View = std::optional<explanation::RoleView>;
    if (options.role.empty()) return View();
    const model::Model& model = *compilation.model;
    if (!model.access.is_declared) {
        print_diagnostic({Code::NoAccessDeclared, {}, {}, {}}, options.language);
        return std::nullopt;
    }
    if (const model::RoleAccess* access = model::find_access(model, options.role)) {
        return View(std::in_place, *compilation.program, *access, purpose_of(options.command));
    }
    std::string names;
    for (const model::RoleAccess& each : model.access.roles) {
        names += (names.empty() ? "`" : ", `") + model.roles[each.role].name.text + "`";
    }
    print_diagnostic({Code::UnknownReaderRole, {}, {word("name", options.role), word("names", names)}, {}},
                     options.language);
    return std::nullopt;
}

RoleAnswers::RoleAnswers(const pipeline::Compilation& compilation, const explanation::RoleView& view,
                         const Options& options)
    : compilation_(compilation), view_(view), options_(options), evaluator_(*compilation.program) {}

void RoleAnswers::set(const cases::Caseload& whole) {
    seen_.emplace(whole);
    cases::hide_from_role(*seen_, view_.sight().hides, view_.sight().sees);
    evaluator_.run(*seen_, {options_.date, true}, evaluation_);
    if (proposals_) proposals_->set(*seen_, evaluation_);
}

explanation::Answer RoleAnswers::as_seen(std::uint32_t index, const explanation::Answer& whole,
                                         forecast::Forecaster* forecaster) {
    const explanation::Evaluated evaluated{*compilation_.program, *seen_, evaluation_, compilation_.sources};
    std::optional<portfolio::Look> look;
    if (proposals_) look.emplace(proposals_->look(index));
    explanation::Answer seen = explanation::from_evaluation(evaluated, index, forecaster, look ? &*look : nullptr);
    view_.restrict(evaluated, index, whole, seen);
    return seen;
}

}  // namespace toets::cli
