// The trace of an evaluation as an answer: walks the proofs of every rule and says which facts decided, what is missing
// and who can do something about it.
#pragma once

#include "base/source_text.h"
#include "cases/case.h"
#include "evaluation/evaluation.h"
#include "explanation/explanation.h"
#include "forecast/forecast.h"
#include "portfolio/ledger.h"
#include "program/program.h"

namespace toets::explanation {

struct Evaluated {
    const program::Program& program;
    const cases::Caseload& caseload;
    const evaluation::Evaluation& evaluation;  // made with keep_trace
    const Sources& sources;
};

// The register the case is judged in, with the case itself added to it.
struct CaseInRegister {
    const portfolio::Ledger& ledger;
    std::uint32_t case_number = 0;  // of the case, in the ledger
    std::vector<bool> without{};    // cases that are left out
};

// With a forecaster also when the case becomes possible; with a register also what it does to what is counted.
Answer from_evaluation(const Evaluated& evaluated, std::uint32_t case_index, forecast::Forecaster* forecaster = nullptr,
                       const CaseInRegister* in = nullptr);

}  // namespace toets::explanation
