#include <algorithm>

#include "syntax/failures.h"
#include "syntax/notation.h"
#include "syntax/reading.h"
#include "syntax/slips.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

bool is_of_names(LineKind kind, const Line& line) {
    if (kind == LineKind::Field || kind == LineKind::Expectation || kind == LineKind::Columns) return true;
    return kind == LineKind::Header && line.words.front().folded != "definitie";
}

bool is_word(TokenKind kind) {
    return kind == TokenKind::Word || kind == TokenKind::Number || kind == TokenKind::Date ||
           kind == TokenKind::Literal || kind == TokenKind::Quoted;
}

bool report_long_phrase(Reading& reading, const Tokens& tokens) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        length = is_word(tokens[i].kind) ? length + 1 : 0;
        if (length <= limits::phrase_words) continue;
        reading.diagnostics.report(Code::PhraseTooLong, tokens[i + 1 - length].where,
                                   {word("limit", std::to_string(limits::phrase_words))});
        return true;
    }
    return false;
}

// Sentences in sentences: the parser and the tree go one level deeper for each.
bool report_deep_sentence(Reading& reading, const Tokens& tokens) {
    std::size_t depth = 0;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::HoldsThat || token.kind == TokenKind::WhereHolds || token.kind == TokenKind::Where)
            ++depth;
        if (depth <= limits::depth) continue;
        reading.diagnostics.report(Code::SentencesNestedTooDeep, tokens.front().where,
                                   {word("limit", std::to_string(limits::depth))});
        return true;
    }
    return false;
}

bool report_long_sentence(Reading& reading, const Line& line) {
    if (line.words.size() <= limits::sentence_tokens) return false;
    reading.diagnostics.report(Code::SentenceTooLong, line.words.front().where,
                               {word("limit", std::to_string(limits::sentence_tokens))});
    return true;
}

bool has_slip(Reading& reading, const Line& line, LineKind kind) {
    const bool names = is_of_names(kind, line);
    if (report_long_sentence(reading, line) || report_notation(reading, line.words, names)) return true;
    const bool sentence = kind == LineKind::Clause || kind == LineKind::ExampleClause || kind == LineKind::Bullet ||
                          (kind == LineKind::Header && !names);
    return sentence && (report_wording(reading, line.words, kind) || report_pronoun(reading, line.words));
}

bool is_article_alone(const Node& phrase) {
    const std::vector<const Node*> words = phrase.all(Rule::Word);
    return std::all_of(words.begin(), words.end(),
                       [](const Node* each) { return is_article(to_word(*each->children.front().token)); });
}

// An article alone names nothing: `de cliënt heeft een`.
bool report_nameless_phrase(Reading& reading, const Node& node) {
    if (node.rule == Rule::Phrase && is_article_alone(node)) {
        const Span where = span_of(node);
        reading.diagnostics.report(Code::NameAfterArticleMissing, where,
                                   {word("article", std::string(reading.source.text(where)))});
        return true;
    }
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const Node& child) { return report_nameless_phrase(reading, child); });
}

}  // namespace

ParsedLine parse_line(Reading& reading, const Line& line, LineKind kind, Rule rule) {
    ParsedLine result;
    if (!line.is_readable || !check_structure(reading, line) || has_slip(reading, line, kind)) return result;
    result.tokens = reading.phrases.merge(line.words, kind);
    if (report_long_phrase(reading, result.tokens) || report_deep_sentence(reading, result.tokens)) return result;
    Parse parse = reading.parser.parse(result.tokens, rule);
    if (!parse.node) {
        explain_failure(reading, line, kind, result.tokens, parse.failure);
    } else if (!report_nameless_phrase(reading, *parse.node)) {
        result.node = std::move(parse.node);
    }
    return result;
}

}  // namespace toets::syntax
