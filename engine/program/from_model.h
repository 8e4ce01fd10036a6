// Model to program.
#pragma once

#include "diagnostics/diagnostic.h"
#include "model/model.h"
#include "program/program.h"

namespace toets::program {

// The model must have no errors and must outlive the program. Reports E codes for what can only be seen here (too many
// instructions for the limit, a calculation that cannot be exact).
Program from_model(const model::Model& model, Diagnostics& diagnostics);

// One instruction a line, for `toets show --stage program`.
std::string to_text(const Program& program);

}  // namespace toets::program
