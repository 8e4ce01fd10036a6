// What stands behind an option, as a value; and what is said of one that cannot be.
#pragma once

#include <optional>
#include <string>

#include "apps/cli/options.h"
#include "base/date.h"
#include "diagnostics/result.h"

namespace toets::cli {

Result<OutputFormat> format_of(Command command, const std::string& name);
// Nothing for an empty text.
Result<std::optional<Date>> to_option_date(const std::string& option, const std::string& text);
// Threads; for an empty text as many as there are cores.
Result<unsigned> to_jobs(const std::string& text);

tl::unexpected<Diagnostic> wrong(const std::string& nl, const std::string& en);
tl::unexpected<Diagnostic> not_one_of(const std::string& option, const std::string& choices, const std::string& found);

}  // namespace toets::cli
