#include "dossier/seal.h"

#include "dossier/digest.h"

namespace toets::dossier {

namespace {

// "proof 3 financieel,zorg": nothing else of a section counts for the fingerprint but its hash.
std::string name_of(const Section& section) {
    std::string name = std::string(to_code(section.part)) + " " + std::to_string(section.number) + " ";
    bool is_first = true;
    for (const std::string& word : to_words(section.classes)) {
        name += (is_first ? "" : ",") + word;
        is_first = false;
    }
    return name;
}

void fill_in_hashes(Dossier& dossier) {
    for (Section& section : dossier.sections) section.hash = hash_of(section);
    dossier.fingerprint = fingerprint_of(dossier);
}

}  // namespace

std::string hash_of(const Section& section) { return sha256(section.salt + "\n" + section.content); }

std::string fingerprint_of(const Dossier& dossier) {
    std::string lines = std::string(current_form) + "\n";
    for (const Section& section : dossier.sections) lines += name_of(section) + " " + section.hash + "\n";
    return sha256(lines);
}

void seal(Dossier& dossier, const std::string& secret) {
    for (Section& section : dossier.sections) section.salt.clear();
    fill_in_hashes(dossier);
    if (secret.empty()) return;
    const std::string all = dossier.fingerprint;
    for (Section& section : dossier.sections) section.salt = keyed_sha256(secret, all + " " + name_of(section));
    fill_in_hashes(dossier);
}

Integrity check_integrity(const Dossier& dossier) {
    Integrity integrity;
    const Classes gone = left_out(dossier);
    for (std::size_t index = 0; index < dossier.sections.size(); ++index) {
        const Section& section = dossier.sections[index];
        if (!section.is_removed()) {
            if (hash_of(section) != section.hash) integrity.changed.push_back(index);
        } else if (!section.classes.meets(gone)) {
            integrity.wrongly_removed.push_back(index);
        }
    }
    integrity.is_fingerprint_right = fingerprint_of(dossier) == dossier.fingerprint;
    return integrity;
}

}  // namespace toets::dossier
