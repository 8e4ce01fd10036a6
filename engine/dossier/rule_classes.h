// The classes of the facts that a rule looks at, in any case: what its outcome may rest on.
#pragma once

#include "dossier/dossier.h"
#include "program/program.h"

namespace toets::dossier {

Classes classes_of(const program::Program& program, const program::RuleProgram& rule);
// Of every rule, and of what is counted and divided.
Classes classes_of(const program::Program& program);

}  // namespace toets::dossier
