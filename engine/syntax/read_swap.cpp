// What parties hand each other of their numbers (C88), and whose turn the next one is (C89).
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"

namespace toets::syntax {
namespace {

// `mits` without its colon stands only before a list head.
bool report_provided_without_colon(Reading& reading, const Node& clause, const Node& sentence) {
    const Token& opener = *clause.children.front().token;
    if (opener.text.ends_with(':') || sentence.find(Rule::ListHead) != nullptr) return false;
    const std::string said(reading.source.text(span_of(sentence)));
    reading.diagnostics.report(Code::OpenerWithoutColon, opener.where,
                               {word("opener", "mits"), word("suggestion", "mits: " + said)});
    return true;
}

Clause::Kind to_swap(Reading& reading, const Node& clause, const Line& line) {
    const std::vector<const Node*> parts = clause.all(Rule::Expression);
    SwapClause swap{to_phrase(*clause.find(Rule::Phrase)),
                    is_neuter(clause),
                    clause.find(TokenKind::Goes)->text == "gaan",
                    to_expression(*parts[0]),
                    to_expression(*parts[1]),
                    to_expression(*parts[2]),
                    std::nullopt};
    for (const Expression* part : {&swap.number, &swap.from, &swap.to}) check_expression(reading, *part);
    const Child child = only_child(reading, line, "mits");
    if (child.line == nullptr) return swap;
    const Node* sentence = child.clause() != nullptr ? child.clause()->find(Rule::Sentence) : nullptr;
    if (child.clause() != nullptr && sentence == nullptr) {
        reading.diagnostics.report(Code::SwapProvidedIsDuty, child.line->where());
    }
    const bool is_read = sentence != nullptr && !report_provided_without_colon(reading, *child.clause(), *sentence);
    swap.provided =
        is_read ? to_condition(reading, *sentence, *child.line) : reading.add(Invalid{}, child.line->where());
    return swap;
}

Clause::Kind to_turn(Reading& reading, const Node& clause) {
    const Phrase things = to_phrases(*clause.find(Rule::Phrases)).front();
    const std::vector<Word>& words = things.words;
    const bool is_next = words.size() > 2 && is_article(words[0]) && words[1].folded == "volgende";
    if (!is_next) {
        reading.diagnostics.report(Code::ClosedChoice, things.where,
                                   {term("expected", "`de volgende` met de naam van wat wordt geteld",
                                         "`de volgende` with the name of what is counted"),
                                    word("found", std::string(reading.source.text(things.where)))});
        return InvalidClause{};
    }
    return TurnClause{to_phrase(std::vector<Word>(words.begin() + 2, words.end())),
                      to_phrase(*clause.find(Rule::Phrase)), words[0].folded == "het"};
}

}  // namespace

std::optional<Clause::Kind> to_swap_clause(Reading& reading, const Node& clause, const Line& line) {
    if (clause.has(TokenKind::Goes)) return to_swap(reading, clause, line);
    if (clause.has(TokenKind::MostLeft)) return to_turn(reading, clause);
    return std::nullopt;
}

}  // namespace toets::syntax
