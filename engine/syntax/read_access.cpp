// Who sees which classes of facts (C78).
#include "syntax/reading.h"

namespace toets::syntax {
namespace {

// `zorg en financieel`: cut at its links, for neither classes nor roles have a name with one.
std::vector<Phrase> parts_of(const std::vector<Phrase>& phrases) {
    std::vector<Phrase> parts;
    for (const Phrase& phrase : phrases) {
        std::vector<Word> words;
        const auto finish = [&] {
            if (!words.empty()) parts.push_back(to_phrase(words));
            words.clear();
        };
        for (const Word& word : phrase.words) {
            const bool is_link = word.kind == WordKind::Link && (word.folded == "en" || word.folded == "of");
            is_link ? finish() : words.push_back(word);
        }
        finish();
    }
    return parts;
}

bool ends_with(const Phrase& phrase, std::initializer_list<std::string_view> wanted) {
    if (phrase.words.size() <= wanted.size()) return false;
    return std::equal(wanted.begin(), wanted.end(), phrase.words.end() - static_cast<std::ptrdiff_t>(wanted.size()),
                      [](std::string_view word, const Word& found) { return found.folded == word; });
}

// `zorg en financieel alleen de uitkomst`
Clause::Kind to_outcome_only(Reading& reading, SeesClause sees, std::vector<Phrase> phrases) {
    std::vector<Word>& words = phrases.back().words;
    if (!ends_with(phrases.back(), {"alleen", "de", "uitkomst"})) {
        reading.diagnostics.report(
            Code::ClosedChoice, phrases.back().where,
            {term("expected",
                  "`alleen de uitkomst` aan het eind, zoals in \"de corporatie ziet van "
                  "zorg alleen de uitkomst\"",
                  "`alleen de uitkomst` at the end, as in \"de corporatie ziet van zorg alleen de "
                  "uitkomst\""),
             word("found", std::string(reading.source.text(phrases.back().where)))});
        return InvalidClause{};
    }
    words.resize(words.size() - 3);
    phrases.back() = to_phrase(words);
    sees.classes = parts_of(phrases);
    sees.outcome_only = true;
    return sees;
}

std::optional<Purpose> purpose_of(const Node& clause) {
    if (clause.has(TokenKind::SeesForCheck)) return Purpose::Check;
    if (clause.has(TokenKind::SeesForAgenda)) return Purpose::Agenda;
    if (clause.has(TokenKind::SeesForMonitor)) return Purpose::Monitor;
    return std::nullopt;
}

Clause::Kind to_sees(Reading& reading, const Node& clause) {
    const std::vector<const Node*> parts = clause.all(Rule::Phrases);
    SeesClause sees{parts_of(to_phrases(*parts.front())), {}, purpose_of(clause), false};
    if (clause.has(TokenKind::SeesOf)) return to_outcome_only(reading, std::move(sees), to_phrases(*parts.back()));
    sees.classes = parts_of(to_phrases(*parts.back()));
    const bool is_nothing = sees.classes.size() == 1 && sees.classes.front().words.size() == 1 &&
                            sees.classes.front().words.front().folded == "niets";
    if (is_nothing) sees.classes.clear();
    return sees;
}

}  // namespace

std::optional<Clause::Kind> to_access_clause(Reading& reading, const Node& clause) {
    const bool is_sight = clause.has(TokenKind::Sees) || clause.has(TokenKind::SeesOf) || purpose_of(clause);
    if (is_sight) return to_sees(reading, clause);
    const bool is_consent = clause.has(TokenKind::WithConsent);
    if (!is_consent && !clause.has(TokenKind::ShownAs)) return std::nullopt;
    const Phrase privacy = to_phrases(*clause.find(Rule::Phrases)).front();
    if (is_consent) return ConsentClause{privacy, to_phrase(*clause.find(Rule::Phrase))};
    return ShownAsClause{privacy, clause.find(TokenKind::Quoted)->text};
}

}  // namespace toets::syntax
