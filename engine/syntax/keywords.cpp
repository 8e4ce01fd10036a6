#include "syntax/keywords.h"

#include <array>

#include "syntax/phrases.h"

namespace toets::syntax {
namespace {

struct LaterClause {
    std::string_view first;
    std::string_view further;
    LaterConstruct construct;
};

constexpr std::array later_headers = {
#define LATER_HEADER(keyword, construct, nl, en) LaterConstruct{keyword, construct, nl, en},
#define LATER_CLAUSE(first, further, construct, nl, en)
#define CLAUSE_WORDS(words)
#include "syntax/keywords.def"
#undef LATER_HEADER
#undef LATER_CLAUSE
#undef CLAUSE_WORDS
};

constexpr std::array later_clauses = {
#define LATER_HEADER(keyword, construct, nl, en)
#define LATER_CLAUSE(first, further, construct, nl, en) LaterClause{first, further, {"", construct, nl, en}},
#define CLAUSE_WORDS(words)
#include "syntax/keywords.def"
#undef LATER_HEADER
#undef LATER_CLAUSE
#undef CLAUSE_WORDS
};

constexpr std::array<std::string_view, 60> clause_openers = {
#define LATER_HEADER(keyword, construct, nl, en)
#define LATER_CLAUSE(first, further, construct, nl, en)
#define CLAUSE_WORDS(words) words,
#include "syntax/keywords.def"
#undef LATER_HEADER
#undef LATER_CLAUSE
#undef CLAUSE_WORDS
};

}  // namespace

bool has_words_at(const Tokens& words, std::size_t at, std::string_view wanted) {
    while (!wanted.empty()) {
        if (at >= words.size()) return false;
        const std::size_t end = std::min(wanted.find(' '), wanted.size());
        if (matching_text(words[at]) != wanted.substr(0, end)) return false;
        wanted.remove_prefix(std::min(end + 1, wanted.size()));
        ++at;
    }
    return true;
}

std::optional<std::size_t> find_words(const Tokens& words, std::string_view wanted) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (has_words_at(words, at, wanted)) return at;
    }
    return std::nullopt;
}

const LaterConstruct* later_header(const Tokens& words) {
    for (const LaterConstruct& header : later_headers) {
        if (has_words_at(words, 0, header.keyword)) return &header;
    }
    return nullptr;
}

const LaterConstruct* later_clause(const Tokens& words) {
    for (const LaterClause& clause : later_clauses) {
        const bool first = !clause.first.empty() && has_words_at(words, 0, clause.first);
        const bool further = !clause.further.empty() && find_words(words, clause.further).value_or(0) > 0;
        if (first || further) return &clause.construct;
    }
    return nullptr;
}

bool begins_clause(const Tokens& words) {
    return std::any_of(clause_openers.begin(), clause_openers.end(),
                       [&](std::string_view opener) { return has_words_at(words, 0, opener); });
}

std::vector<std::string> header_keywords() {
    std::vector<std::string> keywords = {
        "convenant",  "prestatieafspraken", "verordening", "wet",       "begrippen",    "begrip",     "gebeurtenis",
        "tijdvak",    "parameter",          "beslistabel", "definitie", "voorwaarde",   "streefnorm", "verplichting",
        "inspanning", "bevoegdheid",        "verbod",      "procedure", "uitzondering", "contingent", "spreiding",
        "aandeel",    "verdeling",          "inzage",      "kalender",  "voorbeeld"};
    for (const LaterConstruct& header : later_headers) keywords.emplace_back(header.keyword);
    return keywords;
}

std::vector<std::string> clause_keywords() {
    std::vector<std::string> keywords(clause_openers.begin(), clause_openers.end());
    keywords.insert(keywords.end(), {"bron", "partij", "rol"});
    return keywords;
}

}  // namespace toets::syntax
