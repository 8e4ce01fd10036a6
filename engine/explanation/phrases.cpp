#include "explanation/phrases.h"

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/placeholders.h"

namespace toets::explanation {

namespace {

struct Row {
    std::string_view nl;
    std::string_view en;
};
constexpr Row phrase_rows[] = {
#define PHRASE(name, nl, en) {nl, en},
#include "explanation/phrases.def"
#undef PHRASE
};

static_assert(std::all_of(std::begin(phrase_rows), std::end(phrase_rows),
                          [](const Row& row) { return has_same_placeholders(row.nl, row.en); }),
              "a phrase must have the same placeholders in both languages");

}  // namespace

std::string say(Phrase phrase, Language language, std::initializer_list<Filling> fillings) {
    const Row& row = phrase_rows[static_cast<std::size_t>(phrase)];
    const std::string_view pattern = language == Language::Dutch ? row.nl : row.en;
    return fill_in(pattern, [fillings](std::string_view name) {
        const auto* filling =
            std::find_if(fillings.begin(), fillings.end(), [name](const Filling& each) { return each.first == name; });
        ensure(filling != fillings.end());
        return std::string(filling->second);
    });
}

}  // namespace toets::explanation
