#include "dossier/dossier.h"

#include <algorithm>
#include <array>

namespace toets::dossier {

namespace {

using model::PrivacyClass;

struct ClassWord {
    PrivacyClass privacy;
    std::string_view word;
};
constexpr std::array<ClassWord, 4> class_words = {{{PrivacyClass::Housing, "wonen"},
                                                   {PrivacyClass::Financial, "financieel"},
                                                   {PrivacyClass::Care, "zorg"},
                                                   {PrivacyClass::Safety, "veiligheid"}}};

}  // namespace

std::vector<std::string> to_words(Classes classes) {
    std::vector<std::string> words;
    for (const ClassWord& each : class_words) {
        if (classes.contains(each.privacy)) words.emplace_back(each.word);
    }
    return words;
}

std::optional<PrivacyClass> class_from_word(std::string_view word) {
    const auto* found = std::find_if(class_words.begin(), class_words.end(),
                                     [word](const ClassWord& each) { return each.word == word; });
    return found == class_words.end() ? std::nullopt : std::optional(found->privacy);
}

std::string_view to_code(Part part) {
    switch (part) {
        case Part::Program: return "program";
        case Part::Question: return "question";
        case Part::Document: return "document";
        case Part::CaseText: return "case_text";
        case Part::Facts: return "facts";
        case Part::Register: return "register";
        case Part::Summary: return "summary";
        case Part::Details: return "details";
        case Part::Finding: return "finding";
        case Part::Proof: return "proof";
    }
    return {};
}

const Section* find(const Dossier& dossier, Part part, std::uint32_t number) {
    const auto found = std::find_if(dossier.sections.begin(), dossier.sections.end(), [&](const Section& section) {
        return section.part == part && section.number == number;
    });
    return found == dossier.sections.end() ? nullptr : &*found;
}

// The text of the case may hold facts of any class, so it goes with the first of them and says nothing about the
// others.
Classes left_out(const Dossier& dossier) {
    Classes removed;
    Classes kept;
    for (const Section& section : dossier.sections) {
        if (section.part != Part::CaseText) (section.is_removed() ? removed : kept).add(section.classes);
    }
    removed.remove(kept);
    return removed;
}

}  // namespace toets::dossier
