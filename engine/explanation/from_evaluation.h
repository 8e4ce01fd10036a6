// The trace of an evaluation as an answer: walks the proofs of every rule and says which facts decided, what is missing
// and who can do something about it.
#pragma once

#include "base/source_text.h"
#include "cases/case.h"
#include "evaluation/evaluation.h"
#include "explanation/explanation.h"
#include "forecast/forecast.h"
#include "portfolio/standings.h"
#include "program/program.h"

namespace toets::explanation {

struct Evaluated {
    const program::Program& program;
    const cases::Caseload& caseload;
    const evaluation::Evaluation& evaluation;  // made with keep_trace
    const Sources& sources;
};

// With a forecaster also when the case becomes possible; with a register also what it does to what is counted.
Answer from_evaluation(const Evaluated& evaluated, std::uint32_t case_index, forecast::Forecaster* forecaster = nullptr,
                       const portfolio::Look* look = nullptr);

}  // namespace toets::explanation
