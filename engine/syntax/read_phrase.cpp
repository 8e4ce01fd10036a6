#include <array>

#include "base/ensure.h"
#include "base/text.h"
#include "syntax/reading.h"

namespace toets::syntax {
namespace {

WordKind word_kind(const Token& token) {
    constexpr std::array<std::string_view, 9> links = {"van", "en", "of", "na", "voor", "door", "aan", "met", "over"};
    if (token.literal) return WordKind::Literal;
    if (token.kind == TokenKind::Quoted) return WordKind::Quoted;
    if (token.folded == "de" || token.folded == "het" || token.folded == "een") return WordKind::Article;
    return std::find(links.begin(), links.end(), token.folded) == links.end() ? WordKind::Plain : WordKind::Link;
}

ArithmeticOperator to_operator(const Node& operation) {
    if (operation.has(TokenKind::Plus)) return ArithmeticOperator::Add;
    if (operation.has(TokenKind::Minus)) return ArithmeticOperator::Subtract;
    if (operation.has(TokenKind::Times)) return ArithmeticOperator::Multiply;
    return ArithmeticOperator::Divide;
}

TimeRelation to_relation(const Node& time) {
    if (time.has(TokenKind::NotAfter)) return TimeRelation::NotAfter;
    if (time.has(TokenKind::Before)) return TimeRelation::Before;
    if (time.has(TokenKind::On)) return TimeRelation::On;
    if (time.has(TokenKind::NotBefore)) return TimeRelation::NotBefore;
    if (time.has(TokenKind::After)) return TimeRelation::After;
    if (time.has(TokenKind::Within)) return TimeRelation::Within;
    return TimeRelation::FromTo;
}

std::optional<Phrase> bound_phrase(const Node& expression, Rule rule) {
    const Node* bound = expression.find(rule);
    if (bound == nullptr) return std::nullopt;
    return to_phrase(*bound->find(Rule::Phrase));
}

}  // namespace

Rounding to_rounding(const Node& rounding) {
    if (rounding.has(TokenKind::RoundUp)) return Rounding::Up;
    if (rounding.has(TokenKind::RoundDown)) return Rounding::Down;
    if (rounding.has(TokenKind::RoundHalf)) return Rounding::HalfUp;
    return Rounding::LargestRemainder;
}

bool is_article(const Word& word) { return word.kind == WordKind::Article; }

bool is_neuter(const Node& node) {
    const std::string& opener = node.children.front().token->text;
    return opener.compare(opener.size() - 4, 4, " elk") == 0;
}

Word to_word(const Token& token) { return {word_kind(token), token.text, token.folded, token.where, token.literal}; }

Phrase to_phrase(const std::vector<Word>& words) {
    if (words.empty()) return {};
    return {words, join(words.front().where, words.back().where)};
}

Phrase to_phrase(const Node& phrase) {
    ensure(phrase.rule == Rule::Phrase);
    Phrase result{{}, span_of(phrase)};
    for (const Node* word : phrase.all(Rule::Word)) result.words.push_back(to_word(*word->children.front().token));
    return result;
}

std::vector<Phrase> to_phrases(const Node& phrases) {
    std::vector<Phrase> result;
    for (const Node* phrase : phrases.all(Rule::Phrase)) result.push_back(to_phrase(*phrase));
    return result;
}

Comparison to_comparison(const Node& comparison) {
    if (comparison.has(TokenKind::AtLeast)) return Comparison::AtLeast;
    if (comparison.has(TokenKind::AtMost)) return Comparison::AtMost;
    if (comparison.has(TokenKind::MoreThan)) return Comparison::MoreThan;
    return Comparison::LessThan;
}

Expression to_expression(const Node& expression) {
    ensure(expression.rule == Rule::Expression);
    Expression result;
    result.first = to_phrase(*expression.find(Rule::Phrase));
    result.where = span_of(expression);
    for (const Node* operation : expression.all(Rule::Operation)) {
        result.rest.push_back({to_operator(*operation), to_phrase(*operation->find(Rule::Phrase))});
    }
    if (const Node* rounding = expression.find(Rule::Rounding)) result.rounding = to_rounding(*rounding);
    result.minimum = bound_phrase(expression, Rule::Minimum);
    result.maximum = bound_phrase(expression, Rule::Maximum);
    return result;
}

Time to_time(const Node& time) {
    const auto bounds = time.all(Rule::Expression);
    Time result{to_relation(time), to_expression(*bounds.front()), std::nullopt};
    if (bounds.size() > 1) result.last = to_expression(*bounds.back());
    return result;
}

}  // namespace toets::syntax
