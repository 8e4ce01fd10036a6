// A proof as a sentence: as it was written, whether it holds, what was found against what is needed, and who can make
// the parts that fail come true.
#pragma once

#include "explanation/reading.h"

namespace toets::explanation {

struct Asked {
    Who responsible;           // who is to arrange it
    const Act* act = nullptr;  // the act before which it must be done
    bool wants_actions = false;
    int depth = 0;
    std::optional<Date> version_date{};  // which versions of a number hold
};

Sentence to_sentence(const Reading& reading, program::ProofId proof, std::uint32_t row, const Asked& asked);
Exception to_exception(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row,
                       int depth = 0);
// Comparison of the sentence, when it has one.
std::optional<Comparison> to_comparison(const Reading& reading, const program::Proof& proof, std::uint32_t row);

// What is needed to decide the sentence; nothing when it is decided.
void add_missing(const Reading& reading, program::ProofId proof, std::uint32_t row, std::vector<Missing>& missing,
                 int depth = 0);
// Of a sentence that fails: what its other parts wait for.
void add_undecided(const Reading& reading, program::ProofId proof, std::uint32_t row, std::vector<Missing>& missing,
                   int depth = 0);
// One fact that is not known.
void add_missing(const Reading& reading, const FactRead& fact, std::vector<Missing>& missing);
void add_missing(const Reading& reading, const program::ProofOperand& operand, At at, std::vector<Missing>& missing);
// Of a list: whether it is complete, which things belong to it, and the facts of each.
void add_missing(const Reading& reading, const program::ListProof& list, At at, std::vector<Missing>& missing);
void add_missing(const Reading& reading, const program::ExceptionProof& exception, std::uint32_t row,
                 std::vector<Missing>& missing, int depth = 0);

}  // namespace toets::explanation
