// The hashes of a dossier: of each section, and the fingerprint over all of them (decision 0059).
#pragma once

#include <string>
#include <vector>

#include "dossier/dossier.h"

namespace toets::dossier {

// Fills in salts, hashes and the fingerprint. The salts come from the secret and from all that the dossier holds, so
// that equal inputs give equal bytes; without a secret there are none, and nothing can be removed later.
void seal(Dossier& dossier, const std::string& secret);

std::string hash_of(const Section& section);
std::string fingerprint_of(const Dossier& dossier);

// What the hashes say about the dossier.
struct Integrity {
    std::vector<std::size_t> changed;          // sections whose content or salt does not give their hash
    std::vector<std::size_t> wrongly_removed;  // sections that are gone while facts of all their classes are left
    bool is_fingerprint_right = true;
    [[nodiscard]] bool is_whole() const { return changed.empty() && wrongly_removed.empty() && is_fingerprint_right; }
};
Integrity check_integrity(const Dossier& dossier);

}  // namespace toets::dossier
