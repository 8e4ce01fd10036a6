// Who sees what (C78), in the canonical form.
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

std::string enumeration(const std::vector<Phrase>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == names.size() ? " en " : ", ") + text_of(names[i]);
    }
    return text;
}

std::string_view words_of(const std::optional<Purpose>& purpose) {
    if (!purpose) return "";
    switch (*purpose) {
        case Purpose::Check: return " voor een toetsing";
        case Purpose::Agenda: return " voor de agenda";
        case Purpose::Monitor: return " voor de monitor";
    }
    return "";
}

}  // namespace

std::string text_of(const SeesClause& sees) {
    const bool is_plural = sees.roles.size() > 1;
    const std::string who = enumeration(sees.roles);
    if (sees.outcome_only) {
        return who + (is_plural ? " zien van " : " ziet van ") + enumeration(sees.classes) + " alleen de uitkomst";
    }
    return who + (is_plural ? " zien" : " ziet") + std::string(words_of(sees.purpose)) + ": " +
           (sees.classes.empty() ? "niets" : enumeration(sees.classes));
}

}  // namespace toets::syntax
