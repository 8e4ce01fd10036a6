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

void add_missing_of_step(const Reading& reading, const program::StepProof& step, At course,
                         std::vector<Missing>& missing) {
    const bool is_open = reading.truth(step.is_broken, course.row) == Truth::Unknown ||
                         reading.truth(step.is_refused, course.row) == Truth::Unknown;
    if (is_open && step.requirement.is_valid()) add_missing(reading, step.requirement, course.row, missing);
    for (const program::StepTimeProof& time : step.times) {
        for (const auto& operand : {time.earliest, time.latest}) {
            if (operand) add_missing(reading, *operand, course, missing);
        }
    }
}

void add_missing_of_course(const Reading& reading, const program::ProcedureProof& proof, std::uint32_t row,
                           std::vector<Missing>& missing) {
    for (const program::StepProof& step : proof.steps)
        add_missing_of_step(reading, step, {proof.courses, row}, missing);
    for (const program::SkipProof& skip : proof.skips) {
        const bool is_asked = known_date(reading.value(skip.date, row)).has_value();
        if (is_asked) add_missing(reading, skip.condition, row, missing);
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
    for (std::uint32_t row = rows.first; row < rows.last; ++row) add_missing_of_course(reading, proof, row, missing);
}

}  // namespace toets::explanation
