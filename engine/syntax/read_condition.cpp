#include "base/ensure.h"
#include "syntax/reading.h"
#include "syntax/sentence_checks.h"
#include "syntax/structure.h"

namespace toets::syntax {
namespace {

Expression number_expression(const Token& number) {
    Expression expression;
    expression.first = to_phrase(std::vector<Word>{to_word(number)});
    expression.where = number.where;
    return expression;
}

std::vector<Expression> to_expressions(const Node& node) {
    std::vector<Expression> result;
    for (const Node* expression : node.all(Rule::Expression)) result.push_back(to_expression(*expression));
    return result;
}

Condition::Kind to_is(Expression subject, const Node& is) {
    std::vector<Expression> values = to_expressions(is);
    if (const Node* comparison = is.find(Rule::Comparison)) {
        return IsCompared{std::move(subject), to_comparison(*comparison), std::move(values.front())};
    }
    if (is.has(TokenKind::AgeOn)) {
        return IsAged{std::move(subject), std::move(values[0]), is.has(TokenKind::Younger), std::move(values[1])};
    }
    if (is.has(TokenKind::Until)) return IsBetween{std::move(subject), std::move(values[0]), std::move(values[1])};
    Is::Form form = Is::Form::Positive;
    if (is.has(TokenKind::Not)) form = Is::Form::Not;
    if (is.has(TokenKind::No)) form = Is::Form::No;
    return Is{std::move(subject), form, std::move(values)};
}

Has::Form to_form(const Node& has) {
    if (has.has(TokenKind::No)) return Has::Form::None;
    const Node* quantity = has.find(Rule::Quantity);
    if (quantity == nullptr) return Has::Form::Some;
    if (quantity->has(TokenKind::AtLeast)) return Has::Form::AtLeast;
    return quantity->has(TokenKind::AtMost) ? Has::Form::AtMost : Has::Form::Exactly;
}

Condition::Kind to_has(Reading& reading, Expression subject, const Node& has, const Line& line) {
    Has result;
    result.subject = std::move(subject);
    result.form = to_form(has);
    if (const Token* number = has.find(TokenKind::Number)) result.count = number_expression(*number);
    result.what = to_phrases(*has.find(Rule::Phrases));
    if (const Node* distinct = has.find(Rule::Distinct)) {
        result.distinct =
            DistinctCount{to_count(*distinct->find(TokenKind::Number)), to_phrase(*distinct->find(Rule::Phrase))};
    }
    if (const Node* where = has.find(Rule::Where)) result.filter = to_filter(reading, *where, line);
    return result;
}

Condition::Kind to_runs(Expression subject, const Node& runs) {
    std::vector<Expression> parts = to_expressions(runs);
    if (runs.has(TokenKind::On)) return RunsOn{std::move(subject), std::move(parts[0])};
    if (runs.has(TokenKind::AtLeastFrom)) {
        RunsFromTo result{std::move(subject), std::move(parts[0]), std::move(parts[1]), std::nullopt};
        if (parts.size() > 2) result.interruption = std::move(parts[2]);
        return result;
    }
    return RunsFor{std::move(subject), std::move(parts[0]), runs.has(TokenKind::Unbroken), std::move(parts[1]),
                   std::move(parts[2])};
}

Condition::Kind to_statement(Reading& reading, const Node& statement, const Line& line) {
    Expression subject = to_expression(*statement.find(Rule::Expression));
    if (const Node* is = statement.find(Rule::Is)) return to_is(std::move(subject), *is);
    if (const Node* has = statement.find(Rule::Has)) return to_has(reading, std::move(subject), *has, line);
    if (const Node* time = statement.find(Rule::Time)) return Lies{std::move(subject), to_time(*time)};
    if (const Node* runs = statement.find(Rule::Runs)) return to_runs(std::move(subject), *runs);
    const Node& contains = *statement.find(Rule::Contains);
    return Contains{std::move(subject), contains.has(TokenKind::No), contains.has(TokenKind::AllOf),
                    to_phrases(*contains.find(Rule::Phrases))};
}

Condition::Kind to_for_each(Reading& reading, const Node& for_each, const Line& line) {
    ForEach result{to_phrase(*for_each.find(Rule::Phrase)), std::nullopt, {}, is_neuter(for_each)};
    if (const Node* where = for_each.find(Rule::Where)) result.filter = to_filter(reading, *where, line);
    const Node* body = for_each.find(Rule::Sentence);
    result.body =
        body != nullptr ? to_condition(reading, *body, line) : to_legs(reading, *for_each.find(Rule::BareHead), line);
    return result;
}

bool is_plural(const Node& sentence) {
    const Node* statement = sentence.find(Rule::Statement);
    if (statement == nullptr) return false;
    for (const Node& child : statement->children) {
        if (child.token != nullptr) return child.token->text.back() == 'n';
    }
    return false;
}

Quantifier to_quantifier(const Node& head) {
    if (head.has(TokenKind::AllFollowing) || head.has(TokenKind::AllBare)) return Quantifier::All;
    if (head.has(TokenKind::NoneFollowing) || head.has(TokenKind::NoneBare)) return Quantifier::None;
    const Node& quantity = *head.find(Rule::Quantity);
    if (quantity.has(TokenKind::AtLeast)) return Quantifier::AtLeast;
    return quantity.has(TokenKind::AtMost) ? Quantifier::AtMost : Quantifier::Exactly;
}

Bullet to_bullet(Reading& reading, const Line& line) {
    Bullet bullet{{}, {}, {}, line.where()};
    const ParsedLine parsed = parse_line(reading, line, LineKind::Bullet, Rule::BulletLine);
    if (!parsed.node) {
        bullet.condition = reading.add(Invalid{}, line.where());
        return bullet;
    }
    const Node& sentence = *parsed.node->find(Rule::Sentence);
    bullet.condition = to_condition(reading, sentence, line);
    if (const Node* who = parsed.node->find(Rule::Phrases)) {
        bullet.arranged_by = to_phrases(*who);
        check_parties(reading, bullet.arranged_by);
    }
    bullet.exceptions = to_exceptions(reading, line);
    return bullet;
}

}  // namespace

std::int64_t to_count(const Token& number) {
    ensure(number.literal.has_value());
    const auto* literal = std::get_if<NumberLiteral>(&*number.literal);
    return literal == nullptr ? 0 : rescale(literal->value, 0).value_or(0);
}

ConditionId to_body(Reading& reading, const Node& clause, const Line& line) {
    if (const Node* sentence = clause.find(Rule::Sentence)) return to_condition(reading, *sentence, line);
    return to_legs(reading, *clause.find(Rule::ListHead), line);
}

ConditionId to_condition(Reading& reading, const Node& sentence, const Line& line) {
    if (const Node* head = sentence.find(Rule::ListHead)) return to_legs(reading, *head, line);
    const Node* for_each = sentence.find(Rule::ForEach);
    Condition::Kind kind = for_each != nullptr ? to_for_each(reading, *for_each, line)
                                               : to_statement(reading, *sentence.find(Rule::Statement), line);
    Condition condition{std::move(kind), span_of(sentence), is_plural(sentence)};
    check_condition(reading, condition);
    return reading.document.conditions.add(std::move(condition));
}

ConditionId to_filter(Reading& reading, const Node& where, const Line& line) {
    if (const Node* sentence = where.find(Rule::Sentence)) return to_condition(reading, *sentence, line);
    return to_legs(reading, *where.find(Rule::ListHead), line);
}

ConditionId to_legs(Reading& reading, const Node& list_head, const Line& line) {
    Legs legs;
    legs.quantifier = to_quantifier(list_head);
    if (const Token* number = list_head.find(TokenKind::Number)) legs.count = to_count(*number);
    legs.bullets = to_bullets(reading, line);
    check_single_bullet(reading, legs, line.where());
    return reading.add(std::move(legs), span_of(list_head));
}

std::vector<Bullet> to_bullets(Reading& reading, const Line& line) {
    std::vector<Bullet> bullets;
    for (const Line& child : line.children) {
        if (child.kind == Line::Kind::Bullet) bullets.push_back(to_bullet(reading, child));
    }
    return bullets;
}

Exception to_exception(Reading& reading, const Node& clause, const Line& line) {
    Exception exception{{}, {}, line.where_all()};
    const Node* sentence = clause.find(Rule::Sentence);
    exception.condition = sentence != nullptr ? to_condition(reading, *sentence, line)
                                              : to_legs(reading, *clause.find(Rule::ListHead), line);
    exception.exceptions = to_exceptions(reading, line);
    exception.is_shield = clause.has(TokenKind::UnlessWhile) || clause.has(TokenKind::UnlessWhileThat);
    return exception;
}

std::vector<Exception> to_exceptions(Reading& reading, const Line& line) {
    std::vector<Exception> exceptions;
    for (const Line& child : line.children) {
        if (child.kind == Line::Kind::Bullet) continue;
        if (!is_exception_line(child)) {
            report_wrong_child(reading, child);
            continue;
        }
        const ParsedLine parsed = parse_line(reading, child, LineKind::Clause, Rule::ClauseLine);
        if (parsed.node) {
            exceptions.push_back(to_exception(reading, *parsed.node->find(Rule::Clause), child));
        } else {
            exceptions.push_back({reading.add(Invalid{}, child.where()), {}, child.where_all()});
        }
    }
    return exceptions;
}

}  // namespace toets::syntax
