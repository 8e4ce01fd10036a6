// Merges the fixed phrases of one line into single tokens. Whether words are a phrase or part of a name depends on
// their place alone (after a verb, after a comma, at the start of a clause ...), never on the names that are declared.
#pragma once

#include <string_view>
#include <unordered_map>

#include "syntax/token.h"

namespace toets::syntax {

enum class LineKind { Header, Clause, ExampleClause, Field, ParameterRow, Bullet, Expectation, Columns, Row };

struct PhraseRow;

class PhraseTable {
public:
    PhraseTable();
    ~PhraseTable();
    PhraseTable(const PhraseTable&) = delete;
    PhraseTable& operator=(const PhraseTable&) = delete;

    // The line with its phrases merged and its written-out values (14 dagen, € 5,00) made literals.
    [[nodiscard]] Tokens merge(const Tokens& words, LineKind line) const;
    // The words with which a clause or header of this kind begins, if they stand here; 0 when they do not.
    [[nodiscard]] std::size_t opener_length(const Tokens& words, std::size_t at, LineKind line) const;

private:
    [[nodiscard]] const PhraseRow* find(const Tokens& words, std::size_t at, std::uint32_t places) const;

    std::unordered_map<std::string, std::vector<PhraseRow>> by_first_word_;
    friend class PhraseMerger;
};

// Does a list head (`al het volgende geldt`, `ten minste 2 van het volgende`) begin at this word?
bool is_list_head(const Tokens& words, std::size_t at);
// The word as phrases compare it: folded, or `:`.
std::string_view matching_text(const Token& token);

}  // namespace toets::syntax
