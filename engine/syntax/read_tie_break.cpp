// Who comes first when there is a tie: in a division (C77), or for a turn (C89).
#include <algorithm>

#include "syntax/reading.h"

namespace toets::syntax {
namespace {

bool begins_with(const Phrase& phrase, std::initializer_list<std::string_view> wanted) {
    return phrase.words.size() >= wanted.size() &&
           std::equal(wanted.begin(), wanted.end(), phrase.words.begin(),
                      [](std::string_view word, const Word& found) { return found.folded == word; });
}

Phrase words_after(const Phrase& phrase, std::size_t count) {
    return to_phrase(std::vector<Word>(phrase.words.begin() + static_cast<std::ptrdiff_t>(count), phrase.words.end()));
}

}  // namespace

Clause::Kind to_tie_break(Reading& reading, const Phrase& phrase) {
    using Kind = TieBreakClause::Kind;
    const std::size_t size = phrase.words.size();
    if (size == 5 && begins_with(phrase, {"de", "eerste", "in", "de", "tabel"})) {
        return TieBreakClause{Kind::FirstInTable, std::nullopt, {}};
    }
    if (size == 2 && begins_with(phrase, {"door", "loting"})) return TieBreakClause{Kind::Lot, std::nullopt, {}};
    if (size > 2 && begins_with(phrase, {"besluit", "van"})) {
        return TieBreakClause{Kind::Decision, std::nullopt, words_after(phrase, 2)};
    }
    const std::size_t at = is_article(phrase.words.front()) ? 1 : 0;
    if (at + 1 < size) {
        const auto article = at == 1 ? std::optional(phrase.words.front()) : std::nullopt;
        const std::string& which = phrase.words[at].folded;
        if (which == "hoogste") return TieBreakClause{Kind::Highest, article, words_after(phrase, at + 1)};
        if (which == "laagste") return TieBreakClause{Kind::Lowest, article, words_after(phrase, at + 1)};
    }
    reading.diagnostics.report(
        Code::ClosedChoice, phrase.where,
        {term("expected",
              "`door loting` of `besluit van` met wie beslist; onder een verdeling ook `het hoogste` of `het laagste` "
              "met een gegeven; onder een contingent ook `de eerste in de tabel`",
              "`door loting` or `besluit van` with who decides; below a division also `het hoogste` (highest) or "
              "`het laagste` (lowest) with a fact; below a contingent also `de eerste in de tabel`"),
         word("found", std::string(reading.source.text(phrase.where)))});
    return InvalidClause{};
}

}  // namespace toets::syntax
