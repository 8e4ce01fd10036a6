// A copy of a dossier without the facts of some classes, that keeps its fingerprint.
#pragma once

#include "diagnostics/result.h"
#include "dossier/dossier.h"

namespace toets::dossier {

// Removes every section that tells something of a fact of one of these classes, and the text of the case with them.
Result<Dossier> without(const Dossier& dossier, Classes classes, const std::string& path);

}  // namespace toets::dossier
