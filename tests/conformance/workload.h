// The rules of werklast.toets and termijnlast.toets run by the engine: cases in, one line of letters a case out, as the
// oracle writes them.
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "cases/from_json.h"
#include "evaluation/evaluation.h"
#include "pipeline/compile.h"

namespace workload {

constexpr std::size_t rules = 12;       // of werklast.toets
constexpr std::size_t term_rules = 11;  // of termijnlast.toets

class Agreement {
public:
    // Throws std::runtime_error with the diagnostics when the agreement has a mistake, or has not `count` rules.
    Agreement(const std::string& path, std::size_t count);

    [[nodiscard]] const toets::program::Program& program() const { return *compilation_.program; }
    [[nodiscard]] const toets::model::Model& model() const { return *compilation_.model; }
    [[nodiscard]] const toets::Sources& sources() const { return compilation_.sources; }
    [[nodiscard]] toets::cases::ReadOptions read_options() const;
    // No rule of werklast.toets looks at the reference date; for those of termijnlast.toets every case has the same.
    [[nodiscard]] static toets::evaluation::Options evaluation_options();
    void append_lines(const toets::cases::Caseload& caseload, const toets::evaluation::Evaluation& evaluation,
                      std::string& lines) const;

private:
    toets::pipeline::Compilation compilation_;
};

// Reads, judges and forgets the cases batch by batch. Throws std::runtime_error when a case cannot be read.
void append_lines(const Agreement& agreement, std::istream& cases, std::string& lines);

}  // namespace workload
