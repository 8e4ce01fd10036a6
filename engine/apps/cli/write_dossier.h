// What `toets check --dossier` writes beside its answer.
#pragma once

#include "apps/cli/commands.h"
#include "cases/case.h"
#include "explanation/explanation.h"

namespace toets::cli {

struct AnsweredCase {
    const pipeline::Compilation& compilation;
    const cases::Caseload& caseload;  // with this one case
    const explanation::Answer& answer;
};
// False, and reported, when it cannot be made or written.
bool write_dossier(const AnsweredCase& answered, const Options& options);

}  // namespace toets::cli
