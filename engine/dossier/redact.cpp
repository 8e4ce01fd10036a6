#include "dossier/redact.h"

#include <algorithm>

#include "dossier/seal.h"

namespace toets::dossier {

namespace {

bool tells_of(const Section& section, Classes classes) { return section.classes.meets(classes); }

}  // namespace

Result<Dossier> without(const Dossier& dossier, Classes classes, const std::string& path) {
    if (!check_integrity(dossier).is_whole()) return failure(Code::DossierIsChanged, {}, {word("path", path)});
    for (const std::string& name : to_words(classes)) {
        Classes one;
        one.add(*class_from_word(name));
        const bool has_any = std::any_of(dossier.sections.begin(), dossier.sections.end(), [one](const Section& each) {
            return !each.is_removed() && each.part != Part::CaseText && tells_of(each, one);
        });
        if (!has_any) return failure(Code::NothingOfThatClass, {}, {word("path", path), word("class", name)});
    }
    Dossier copy = dossier;
    for (Section& section : copy.sections) {
        if (section.is_removed() || !tells_of(section, classes)) continue;
        if (section.salt.empty()) return failure(Code::DossierWithoutSecret, {}, {word("path", path)});
        section.content.clear();
        section.salt.clear();
    }
    return copy;
}

}  // namespace toets::dossier
