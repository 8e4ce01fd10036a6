// A dossier worked out again: its documents compiled, its case read and judged, and the answer laid beside the one it
// holds.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/result.h"
#include "dossier/inputs.h"
#include "dossier/verification.h"
#include "pipeline/compile.h"

namespace toets::pipeline {

struct Again {
    std::string path;                      // of the dossier
    std::string version;                   // of this program
    std::vector<std::string> registers{};  // of a dossier that was made beside one
    std::string mapping{};
};
// Adds to the verification; of what cannot be read the reasons are in `diagnostics`, with the sources they are about.
struct DerivedAgain {
    Compilation compilation;
    Diagnostics diagnostics;           // of the case and the register
    bool is_register_readable = true;  // otherwise nothing was compared
};
Result<DerivedAgain> derive_again(const dossier::Dossier& dossier, const Again& again,
                                  dossier::Verification& verification);

// The files of a register as a dossier names them; a failure when one cannot be read.
Result<dossier::RegisterUsed> to_register_used(const std::vector<std::string>& paths, const std::string& mapping);

}  // namespace toets::pipeline
