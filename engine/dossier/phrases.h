// The words of a verification, in Dutch and English.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"

namespace toets::dossier {

enum class Phrase {
#define PHRASE(name, nl, en) name,
#include "dossier/phrases.def"
#undef PHRASE
};

using Filling = std::pair<std::string_view, std::string>;
std::string say(Phrase phrase, Language language, std::initializer_list<Filling> fillings = {});

}  // namespace toets::dossier
