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

// `geen van het volgende` with one bullet: the verb that says the opposite, or nothing when there is none.
std::string_view opposite_verb(const Condition& condition) {
    if (const auto* is = std::get_if<Is>(&condition.kind)) {
        if (is->form != Is::Form::Positive) return "is";
        const bool several = is->values.size() > 1 || has_link(is->values.front().first, "of");
        return several ? std::string_view() : "is niet";
    }
    if (const auto* has = std::get_if<Has>(&condition.kind)) {
        const bool is_done_by = has->what.size() > 1 || has_link(has->what.front(), "door") ||
                                has_link(has->what.front(), "aan") || has_link(has->what.front(), "met");
        if (has->form == Has::Form::None) return "heeft een";
        return has->form == Has::Form::Some && !is_done_by ? "heeft geen" : std::string_view();
    }
    const auto* contains = std::get_if<Contains>(&condition.kind);
    if (contains == nullptr || contains->all) return {};
    if (contains->values.size() > 1 || has_link(contains->values.front(), "of")) return {};
    return contains->negated ? "bevat" : "bevat geen";
}

// Only what says the same without a bullet is advised; where only the bullet can say it, nothing is.
std::optional<Argument> advice_of_single(const Legs& legs, const Condition& condition) {
    const bool is_whole =
        legs.quantifier == Quantifier::All || (legs.count == 1 && legs.quantifier != Quantifier::AtMost);
    if (legs.quantifier != Quantifier::None && is_whole) {
        return term("advice", "Schrijf de voorwaarde achter de dubbele punt, zonder streepje.",
                    "Write the condition after the colon, without a bullet.");
    }
    if (legs.quantifier == Quantifier::AtMost && legs.count > 0) {
        return term("advice", "Zo klopt het altijd. Voeg de andere streepjes toe, of kies een ander hoofd.",
                    "So it always holds. Add the other bullets, or choose another head.");
    }
    const std::string verb(opposite_verb(condition));
    if (legs.quantifier != Quantifier::None || verb.empty() || !legs.bullets.front().exceptions.empty()) return {};
    return term("advice", "Zeg het omgekeerde achter de dubbele punt, zonder streepje, met `" + verb + "`.",
                "Say the opposite after the colon, without a bullet, with `" + verb + "`.");
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

void check_single_bullet(Reading& reading, const Legs& legs, Span where) {
    if (legs.bullets.size() != 1) return;
    const auto advice = advice_of_single(legs, reading.document.conditions[legs.bullets.front().condition]);
    if (advice) reading.diagnostics.report(Code::SingleBullet, where, {*advice});
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
