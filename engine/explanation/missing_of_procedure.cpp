// What would decide a procedure: whether events count, who took a step and when, and what the steps require.
#include "explanation/procedures.h"
#include "explanation/sentences.h"

namespace toets::explanation {

namespace {

// What the events of a list wait for: whether each counts, who did it and when.
void add_missing_of_events(const Reading& reading, program::ListProof events,
                           const std::vector<program::Register>& deeds, At at, std::vector<Missing>& missing) {
    for (const program::Register deed : deeds) {
        events.counts = deed;
        add_missing(reading, events, at, missing);
    }
}

}  // namespace

void add_missing_of_procedure(const Reading& reading, const program::ProcedureProof& proof, At at,
                              std::vector<Missing>& missing) {
    add_missing(reading, proof.starts, at, missing);
    if (proof.quiet) add_missing(reading, *proof.quiet, at, missing);
    if (proof.quiet_length) add_missing(reading, *proof.quiet_length, at, missing);
    for (const program::StepProof& step : proof.steps) {
        add_missing_of_events(reading, step.events, step.deeds, at, missing);
    }
    const evaluation::Trace::Rows rows = reading.trace().items(proof.courses, at.row);
    for (std::uint32_t row = rows.first; row < rows.last; ++row) {
        for (const program::StepProof& step : proof.steps) {
            const bool is_open = reading.truth(step.is_broken, row) == Truth::Unknown ||
                                 reading.truth(step.is_refused, row) == Truth::Unknown;
            if (is_open && step.requirement.is_valid()) add_missing(reading, step.requirement, row, missing);
            for (const program::StepTimeProof& time : step.times) {
                for (const auto& operand : {time.earliest, time.latest}) {
                    if (operand) add_missing(reading, *operand, {proof.courses, row}, missing);
                }
            }
        }
        for (std::size_t i = 0; i < proof.skips.size(); ++i) {
            const bool is_asked = known_date(reading.value(proof.skips[i].date, row)).has_value();
            if (is_asked) add_missing(reading, proof.skips[i].condition, row, missing);
        }
    }
}

}  // namespace toets::explanation
