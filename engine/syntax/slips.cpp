#include "syntax/slips.h"

#include <array>

#include "syntax/keywords.h"
#include "syntax/literals.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

enum class Place { AfterIs, AfterHas, AfterRuns, AfterComma, Time, ClauseStart, SentenceStart, Anywhere };

struct Wording {
    Place place;
    std::string_view words;
    std::string_view suggestion;
};

constexpr std::array wordings = {
#define WORDING(place, words, suggestion) Wording{Place::place, words, suggestion},
#include "syntax/slips.def"
#undef WORDING
};

bool is_any(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_number_or_amount(const Token& token) {
    return token.kind == TokenKind::Number || token.kind == TokenKind::Euro;
}

// The length in words, or 0. `#` matches a number or an amount; at the end it is only looked at.
std::size_t matched(const Tokens& words, std::size_t at, std::string_view wanted) {
    std::size_t length = 0;
    while (!wanted.empty()) {
        if (at + length >= words.size()) return 0;
        const Token& token = words[at + length];
        if (wanted == "#") return is_number_or_amount(token) ? length : 0;
        const std::size_t end = std::min(wanted.find(' '), wanted.size());
        const std::string_view next = wanted.substr(0, end);
        if (next == "#" ? !is_number_or_amount(token) : matching_text(token) != next) return 0;
        length += next == "#" && token.kind == TokenKind::Euro ? 2U : 1U;
        wanted.remove_prefix(std::min(end + 1, wanted.size()));
    }
    return at + length <= words.size() ? length : 0;
}

bool is_duty(const Tokens& words) {
    constexpr std::array<std::string_view, 8> verbs = {
        "zorgt voor",         "zorgen voor",          "mag niet overgaan tot", "mogen niet overgaan tot",
        "spant zich in voor", "spannen zich in voor", "kan besluiten tot",     "kunnen besluiten tot"};
    return std::any_of(verbs.begin(), verbs.end(),
                       [&words](std::string_view verb) { return find_words(words, verb).has_value(); });
}

bool stands_at(Place place, const Tokens& words, std::size_t at, LineKind line) {
    const bool clause = line == LineKind::Clause;
    const std::string_view before = at == 0 ? std::string_view() : matching_text(words[at - 1]);
    const bool after_comma = at > 0 && words[at - 1].kind == TokenKind::Comma;
    switch (place) {
        case Place::AfterIs: return is_any(before, {"is", "zijn"});
        case Place::AfterHas: return is_any(before, {"heeft", "hebben"});
        case Place::AfterRuns: return is_any(before, {"loopt", "lopen"});
        case Place::AfterComma: return after_comma;
        case Place::Time: return is_any(before, {"ligt", "liggen"}) || (after_comma && is_duty(words));
        case Place::ClauseStart: return at == 0 && clause;
        case Place::SentenceStart: return (at == 0 && line == LineKind::Bullet) || before == ":";
        case Place::Anywhere: return false;
    }
    return false;
}

// `elke 6 maanden na de begindatum, tot en met de einddatum`
bool is_end_of_series(const Tokens& words, std::size_t at) {
    if (!has_words_at(words, at, "tot en met")) return false;
    return std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const Token& word) { return word.folded == "elke" || word.folded == "elk"; });
}

// The number that `#` matched takes its place in the suggestion.
std::string filled_in(const Reading& reading, const Tokens& words, std::size_t at, std::size_t length,
                      std::string suggestion) {
    const std::size_t mark = suggestion.find('#');
    const std::size_t end = std::min(at + length, words.size());
    for (std::size_t index = at; mark != std::string::npos && index < end; ++index) {
        if (!is_number_or_amount(words[index])) continue;
        const bool is_amount = words[index].kind == TokenKind::Euro && index + 1 < end;
        const Span number = join(words[index].where, words[index + (is_amount ? 1U : 0U)].where);
        return suggestion.replace(mark, 1, reading.source.text(number));
    }
    return suggestion;
}

void report(Reading& reading, const Tokens& words, std::size_t at, std::size_t length, const std::string& suggestion) {
    const Span where = join(words[at].where, words[at + length - 1].where);
    reading.diagnostics.report(
        Code::OtherWording, where,
        {word("found", std::string(reading.source.text(where))), word("suggestion", suggestion)});
}

// `ten minste 14 dagen vóór`: at least so early is the same as at the latest.
bool report_time_before(Reading& reading, const Tokens& words, std::size_t at, LineKind line) {
    if (!stands_at(Place::Time, words, at, line) || !has_words_at(words, at, "ten minste")) return false;
    if (at + 2 >= words.size()) return false;
    const auto literal = literal_at(words, at + 2);
    const std::size_t next = at + 2 + (literal ? literal->length : 0);
    if (!literal || next >= words.size() || !is_any(matching_text(words[next]), {"voor", "na"})) return false;
    const Span span = join(words[at + 2].where, words[next].where);
    const std::string rest(reading.source.text(span));
    const bool before = matching_text(words[next]) == "voor";
    reading.diagnostics.report(
        Code::TimeBeforeWording, join(words[at].where, words[next].where),
        {word("found", "ten minste " + rest), word("suggestion", (before ? "uiterlijk " : "niet eerder dan ") + rest)});
    return true;
}

// `zolang: …`, `alleen als zolang: …`, `…, zolang …`. On which day it is judged is what the writer must choose.
bool report_while(Reading& reading, const Tokens& words, std::size_t at, LineKind line) {
    if (line != LineKind::Clause || words[at].folded != "zolang") return false;
    const bool is_only_if = at == 2 && has_words_at(words, 0, "alleen als");
    const bool after_comma = at > 0 && words[at - 1].kind == TokenKind::Comma;
    if (at > 0 && !is_only_if && !(after_comma && is_duty(words))) return false;
    const Span where = join(words[is_only_if ? 0 : at].where, words[at].where);
    reading.diagnostics.report(Code::WhileWording, where, {word("found", std::string(reading.source.text(where)))});
    return true;
}

// Only at the beginning of a phrase or after a preposition: `aangewezen op deze regio` may well be a declared name.
bool is_reference(const Tokens& words, std::size_t at) {
    const std::string_view word = matching_text(words[at]);
    if (is_any(word,
               {"haar", "diens", "hun", "hen", "hij", "zij", "ze", "hem", "daarvan", "ervan", "daarna", "daarvoor"}))
        return true;
    if (!is_any(word, {"die", "deze", "dit"})) return false;
    const std::string_view before = at == 0 ? ":" : matching_text(words[at - 1]);
    return words[at].kind == TokenKind::Word &&
           (is_any(before, {":", "van", "door", "aan", "met", "na", "voor", "is", "zijn", "heeft", "hebben"}) ||
            words[at - (at > 0 ? 1U : 0U)].kind == TokenKind::Comma);
}

bool is_possessive(const Tokens& words, std::size_t at) {
    if (matching_text(words[at]) != "zijn" || at + 1 >= words.size()) return false;
    if (at == 0 || words[at - 1].kind == TokenKind::Comma) return true;
    return is_any(matching_text(words[at - 1]), {":", "van", "door", "aan", "met", "na", "voor", "in", "op", "is",
                                                 "heeft", "hebben", "ligt", "loopt", "bevat"});
}

}  // namespace

bool report_wording(Reading& reading, const Tokens& words, LineKind line) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (report_time_before(reading, words, at, line) || report_while(reading, words, at, line)) return true;
        for (const Wording& wording : wordings) {
            const std::size_t length = matched(words, at, wording.words);
            if (length == 0 || !stands_at(wording.place, words, at, line)) continue;
            if (is_end_of_series(words, at)) continue;
            report(reading, words, at, length, filled_in(reading, words, at, length, std::string(wording.suggestion)));
            return true;
        }
    }
    return false;
}

bool report_wording_anywhere(Reading& reading, const Tokens& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const Wording& wording : wordings) {
            if (wording.place != Place::Anywhere) continue;
            const std::size_t length = matched(words, at, wording.words);
            if (length == 0) continue;
            report(reading, words, at, length, filled_in(reading, words, at, length, std::string(wording.suggestion)));
            return true;
        }
    }
    return false;
}

bool report_pronoun(Reading& reading, const Tokens& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (is_possessive(words, at)) {
            const std::string owned = at + 1 < words.size() ? words[at + 1].text : std::string("naam");
            reading.diagnostics.report(Code::Possessive, words[at].where,
                                       {word("suggestion", "… " + owned + " van de cliënt")});
            return true;
        }
        if (words[at].kind == TokenKind::Word && is_reference(words, at)) {
            reading.diagnostics.report(Code::Pronoun, words[at].where,
                                       {word("word", words[at].text), word("suggestion", "… van de cliënt")});
            return true;
        }
    }
    return false;
}

}  // namespace toets::syntax
