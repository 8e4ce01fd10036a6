// toets compile (lint): only what is wrong with an agreement.
#include "apps/cli/commands.h"

namespace toets::cli {

int compile(const Options& options) { return compile_agreements(options).program ? exit_good : exit_error; }

}  // namespace toets::cli
