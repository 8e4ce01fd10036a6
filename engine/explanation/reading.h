// Reading the trace of one case along its proofs: the truth, the value and the facts behind each part of a sentence.
#pragma once

#include <optional>
#include <vector>

#include "explanation/case_words.h"

namespace toets::explanation {

// A row of a frame: where in the trace a register is read.
struct At {
    program::FrameId frame;
    std::uint32_t row = 0;
};
struct FactRead {
    model::FieldId field;
    std::uint32_t row = 0;  // of its thing, in the table of the field's kind
    evaluation::Value value;
};
// Empty when it is not known, or known not to be there.
std::optional<Date> known_date(evaluation::Value value);
// The date a fact tells; empty for other facts.
std::optional<Date> known_date(const model::Model& model, const FactRead& fact);

// The act a rule guards, in this case.
struct Act {
    std::string words;
    std::optional<Date> date;
    std::optional<cases::FactPlace> fact;  // where the date of the act stands
};

class Reading {
public:
    Reading(const Evaluated& evaluated, std::uint32_t case_index);

    [[nodiscard]] const program::Program& program() const { return evaluated_.program; }
    [[nodiscard]] const model::Model& model() const { return *evaluated_.program.model; }
    [[nodiscard]] const evaluation::Evaluation& evaluation() const { return evaluated_.evaluation; }
    [[nodiscard]] const cases::Caseload& caseload() const { return evaluated_.caseload; }
    [[nodiscard]] const evaluation::Trace& trace() const { return *evaluated_.evaluation.trace; }
    [[nodiscard]] const Sources& sources() const { return evaluated_.sources; }
    [[nodiscard]] const CaseWords& words() const { return words_; }
    [[nodiscard]] std::uint32_t case_index() const { return case_index_; }
    [[nodiscard]] std::optional<Date> reference_date() const;

    // An invalid register means that nothing was asked: true.
    [[nodiscard]] Truth truth(program::Register which, std::uint32_t row) const;
    [[nodiscard]] evaluation::Value value(program::Register which, std::uint32_t row) const;
    [[nodiscard]] std::optional<Date> date(const program::ProofOperand& operand, std::uint32_t row) const;
    // The rows of another frame that belong to `at`: one of an outer frame, all items of an inner one.
    [[nodiscard]] std::vector<std::uint32_t> rows_in(At at, program::FrameId target) const;
    // What was read for the operand; facts of things that are not known themselves are left out.
    [[nodiscard]] std::vector<FactRead> facts(const program::ProofOperand& operand, At at) const;
    [[nodiscard]] std::optional<FactRead> read(const program::FactUse& use, std::uint32_t row) const;
    [[nodiscard]] const program::ProofOperand* operand(const program::Proof& proof, model::ExpressionId which) const;
    // The value of an expression of the sentence; also constants that have no operand.
    [[nodiscard]] Value found(const program::Proof& proof, model::ExpressionId which, std::uint32_t row) const;
    // Does the item belong to what is looked at: is it of the sub-kind, and does the filter hold for it?
    [[nodiscard]] Truth counts(const program::Proof& proof, std::uint32_t item) const;
    [[nodiscard]] bool is_lower_bound(const program::ProofOperand& operand, std::uint32_t row) const;
    [[nodiscard]] Act act(const program::RuleVersionProof& version, At subject) const;

private:
    [[nodiscard]] evaluation::Value read(program::Register which, std::uint32_t row) const;

    Evaluated evaluated_;
    std::uint32_t case_index_;
    CaseWords words_;
};

}  // namespace toets::explanation
