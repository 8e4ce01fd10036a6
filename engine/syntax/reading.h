// What every part of the reader shares while a document is read, and the parts that call each other.
#pragma once

#include "diagnostics/diagnostic.h"
#include "syntax/clause_rules.h"
#include "syntax/layout.h"
#include "syntax/parser.h"
#include "syntax/phrases.h"
#include "syntax/tree.h"

namespace toets::syntax {

struct Reading {
    const SourceText& source;
    Diagnostics& diagnostics;
    Document& document;
    const PhraseTable& phrases;
    LineParser& parser;

    ConditionId add(Condition::Kind kind, Span where) { return document.conditions.add({std::move(kind), where}); }
};

// The tokens of a line and what the parser made of them; no node when a mistake has been reported.
struct ParsedLine {
    Tokens tokens;
    std::optional<Node> node;
};
// Merges the phrases, looks for wordings the language does not have, and parses.
ParsedLine parse_line(Reading& reading, const Line& line, LineKind kind, Rule rule);

// read_phrase.cpp
Word to_word(const Token& token);
Phrase to_phrase(const Node& phrase);
Phrase to_phrase(const std::vector<Word>& words);
std::vector<Phrase> to_phrases(const Node& phrases);
Expression to_expression(const Node& expression);
Time to_time(const Node& time);
Comparison to_comparison(const Node& comparison);
Rounding to_rounding(const Node& rounding);
bool is_article(const Word& word);
// `bij elk`, `voor elk` and not `elke`.
bool is_neuter(const Node& node);

// read_condition.cpp: a sentence, with the bullets under its line
ConditionId to_condition(Reading& reading, const Node& sentence, const Line& line);
ConditionId to_filter(Reading& reading, const Node& where, const Line& line);
ConditionId to_legs(Reading& reading, const Node& list_head, const Line& line);
std::vector<Bullet> to_bullets(Reading& reading, const Line& line);
std::vector<Exception> to_exceptions(Reading& reading, const Line& line);
Exception to_exception(Reading& reading, const Node& clause, const Line& line);
// `tenzij` and the sentences of a rule, each either with a sentence or with a list head.
ConditionId to_body(Reading& reading, const Node& clause, const Line& line);
std::int64_t to_count(const Token& number);

// read_declaration.cpp
DeclaredName to_declared_name(const Phrase& phrase);
std::vector<Property> to_properties(const Node* properties);
FieldType to_type(Reading& reading, const Node& type);
SourceClause to_source(const Node& note);

// read_duty.cpp, read_procedure.cpp
DutyClause to_duty(Reading& reading, const Node& clause);
// The lines of a procedure; nothing for other clauses.
std::optional<Clause::Kind> to_procedure_clause(Reading& reading, const Node& clause, const Line& line);

// The one line that may stand under a clause; others are reported.
struct Child {
    const Line* line = nullptr;
    ParsedLine parsed{};
    [[nodiscard]] const Node* clause() const { return parsed.node ? parsed.node->find(Rule::Clause) : nullptr; }
};
Child only_child(Reading& reading, const Line& line, std::string_view opener);

// read_precedence.cpp: which rules others set aside (C64-C66, C81); nothing for other clauses
NamedRules to_named_rules(const Node& rules);
std::optional<Clause::Kind> to_precedence_clause(Reading& reading, const Node& clause, TokenKind opener);

// read_swap.cpp: what parties hand each other, and whose turn it is; nothing for other clauses
Clause::Kind to_tie_break(Reading& reading, const Phrase& phrase);
std::optional<Clause::Kind> to_swap_clause(Reading& reading, const Node& clause, const Line& line);

// read_tally.cpp: the lines of a contingent, spread or share; nothing for other clauses
std::optional<Clause::Kind> to_per(const Node& clause);
std::optional<Clause::Kind> to_tally_clause(Reading& reading, const Node& clause, const Line& line);

// read_parties.cpp: who takes part, who consented and who gave notice; nothing for other clauses
Date to_date(const Token& token);
std::optional<Clause::Kind> to_party_clause(Reading& reading, const Node& clause);

// read_access.cpp: who sees what; nothing for other clauses
std::optional<Clause::Kind> to_access_clause(Reading& reading, const Node& clause);

// read_apportionment.cpp: the lines of a division; nothing for other clauses
std::optional<Clause::Kind> to_apportionment_clause(Reading& reading, const Node& clause);

// read_header.cpp, read_definition.cpp, read_clause.cpp, read_table.cpp, read_example.cpp
Header to_header(Reading& reading, const Line& line);
Header::Kind to_definition(Reading& reading, const Node& definition, const Line& line);
std::vector<Clause> to_clauses(Reading& reading, HeaderClass header, const Line& line);
// The clause one line holds; an InvalidClause when a mistake in it has been reported.
Clause::Kind to_clause(Reading& reading, HeaderClass header, const Line& header_line, const Line& line);
TableClause to_table(Reading& reading, HeaderClass header, const std::vector<const Line*>& rows);
FactsClause to_facts(Reading& reading, const Line& line);
ExpectsClause to_expectations(Reading& reading, const Line& line);

}  // namespace toets::syntax
