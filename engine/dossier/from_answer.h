// An answer and what it was made from, as a dossier.
#pragma once

#include <string>

#include "dossier/dossier.h"
#include "dossier/inputs.h"
#include "explanation/explanation.h"
#include "program/program.h"

namespace toets::dossier {

// Not sealed yet. Findings stand in the order of the agreement and of the things they are about.
Dossier from_answer(const Inputs& inputs, const program::Program& program, const explanation::Answer& answer);

}  // namespace toets::dossier
