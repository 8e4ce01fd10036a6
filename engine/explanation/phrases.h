// The words around the quoted agreement, in Dutch and English.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/date.h"

namespace toets::explanation {

enum class Phrase {
#define PHRASE(name, nl, en) name,
#include "explanation/phrases.def"
#undef PHRASE
};

using Filling = std::pair<std::string_view, std::string>;
// The phrase with its {placeholders} filled in; what is filled in is never searched for placeholders again.
std::string say(Phrase phrase, Language language, std::initializer_list<Filling> fillings = {});

}  // namespace toets::explanation
