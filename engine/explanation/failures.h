// A calculation that could not be done, as a message of the catalogue: which rules rest on it, what could not be
// calculated and where that stands in the agreement. It holds no fact of the case.
#pragma once

#include <string>
#include <vector>

#include "base/source_text.h"
#include "diagnostics/diagnostic.h"
#include "explanation/explanation.h"

namespace toets::explanation {

FailedCalculation to_failed(const program::Program& program, const Sources& sources,
                            const evaluation::CalculationError& error);
// Those that are not in `rules` yet.
void add_rules(std::vector<RuleName> more, std::vector<RuleName>& rules);
Code code_of(evaluation::CalculationError::What what);
Diagnostic to_diagnostic(const FailedCalculation& failed);
std::string to_words(const FailedCalculation& failed, Language language);  // "E007: Voorwaarde `x`: ..."

}  // namespace toets::explanation
