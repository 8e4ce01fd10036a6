#include "dossier/phrases.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/placeholders.h"

namespace toets::dossier {

namespace {

struct PhraseRow {
    std::string_view nl;
    std::string_view en;
};
constexpr PhraseRow phrase_rows[] = {
#define PHRASE(name, nl, en) {nl, en},
#include "dossier/phrases.def"
#undef PHRASE
};

static_assert(std::all_of(std::begin(phrase_rows), std::end(phrase_rows),
                          [](const PhraseRow& row) { return has_same_placeholders(row.nl, row.en); }),
              "a phrase must have the same placeholders in both languages");

}  // namespace

std::string say(Phrase phrase, Language language, std::initializer_list<Filling> fillings) {
    const PhraseRow& row = phrase_rows[static_cast<std::size_t>(phrase)];
    return fill_in(language == Language::Dutch ? row.nl : row.en, [fillings](std::string_view name) {
        const auto* filling =
            std::find_if(fillings.begin(), fillings.end(), [name](const Filling& each) { return each.first == name; });
        ensure(filling != fillings.end());
        return filling->second;
    });
}

}  // namespace toets::dossier
