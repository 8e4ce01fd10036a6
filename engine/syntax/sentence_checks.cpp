#include "syntax/sentence_checks.h"

#include "base/match.h"

namespace toets::syntax {
namespace {

bool has_link(const Phrase& phrase, std::string_view folded) {
    return std::any_of(phrase.words.begin(), phrase.words.end(),
                       [&](const Word& word) { return word.kind == WordKind::Link && word.folded == folded; });
}

// `10% van het aantal ...` may be a fraction; of an amount it may not.
bool is_share_of_count(const Phrase& phrase) {
    const auto& words = phrase.words;
    if (words.size() < 3 || !words[0].literal || words[1].folded != "van") return false;
    if (!std::holds_alternative<PercentageLiteral>(*words[0].literal)) return false;
    const std::size_t at = is_article(words[2]) ? 3 : 2;
    return at < words.size() && words[at].folded == "aantal";
}

void check_is(Reading& reading, const Is& is, Span where) {
    check_expression(reading, is.subject);
    const bool several = is.values.size() > 1 || has_link(is.values.front().first, "of");
    if (is.form == Is::Form::Not && several) return reading.diagnostics.report(Code::NotWithOr, where);
    check_values(reading, is.values);
}

void check_expressions(Reading& reading, std::initializer_list<const Expression*> expressions) {
    for (const Expression* expression : expressions) check_expression(reading, *expression);
}

}  // namespace

void check_values(Reading& reading, const std::vector<Expression>& values) {
    for (const Expression& value : values) check_expression(reading, value);
    if (values.size() > 1 && !has_link(values.back().first, "of")) {
        reading.diagnostics.report(Code::CommaBetweenParties, values.back().where);
    }
}

void check_parties(Reading& reading, const std::vector<Phrase>& parties) {
    if (parties.size() < 2) return;
    const Phrase& last = parties.back();
    if (!has_link(last, "en") && !has_link(last, "of"))
        reading.diagnostics.report(Code::CommaBetweenParties, last.where);
}

void check_expression(Reading& reading, const Expression& expression) {
    bool sum = false;
    bool product = false;
    for (const Operation& operation : expression.rest) {
        const bool adds =
            operation.operation == ArithmeticOperator::Add || operation.operation == ArithmeticOperator::Subtract;
        (adds ? sum : product) = true;
    }
    if (sum && product) reading.diagnostics.report(Code::MixedArithmetic, expression.where);
    if (is_share_of_count(expression.first) && !expression.rounding) {
        reading.diagnostics.report(Code::RoundingMissing, expression.where,
                                   {word("percentage", expression.first.words.front().text)});
    }
}

void check_time(Reading& reading, const Time& time) {
    check_expression(reading, time.bound);
    if (time.last) check_expression(reading, *time.last);
}

void check_condition(Reading& reading, const Condition& condition) {
    match(
        condition.kind, [&](const Is& is) { check_is(reading, is, condition.where); },
        [&](const IsCompared& is) {
            check_expressions(reading, {&is.subject, &is.bound});
        },
        [&](const IsBetween& is) {
            check_expressions(reading, {&is.subject, &is.first, &is.last});
        },
        [&](const IsAged& is) {
            check_expressions(reading, {&is.subject, &is.date, &is.age});
        },
        [&](const Has& has) { check_parties(reading, has.what); },
        [&](const Contains& contains) { check_parties(reading, contains.values); },
        [&](const Lies& lies) { check_time(reading, lies.time); },
        [&](const RunsOn& runs) {
            check_expressions(reading, {&runs.subject, &runs.date});
        },
        [&](const RunsFromTo& runs) {
            check_expressions(reading, {&runs.first, &runs.last});
        },
        [&](const RunsFor& runs) {
            check_expressions(reading, {&runs.duration, &runs.first, &runs.last});
        },
        [](const Legs&) {}, [](const ForEach&) {}, [](const Invalid&) {});
}

void check_name(Reading& reading, const Phrase& name) {
    if (name.words.size() > limits::name_words) {
        reading.diagnostics.report(Code::NameTooLong, name.where, {word("limit", std::to_string(limits::name_words))});
    }
}

}  // namespace toets::syntax
