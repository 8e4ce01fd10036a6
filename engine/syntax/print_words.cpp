#include <array>

#include "base/match.h"
#include "syntax/literals.h"
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

bool is_duration(const Word& word) { return word.literal && std::holds_alternative<DurationLiteral>(*word.literal); }

std::string text_of(const Word& word, const Word* before) {
    if (word.kind == WordKind::Quoted) return in_quotes(word.text);
    if (word.literal) return word.folded == "een" ? "één" : to_text(*word.literal, word.text);
    // After a duration it can only be the word for "earlier than"; elsewhere it may be part of a name.
    const bool means_before = word.folded == "voor" && before != nullptr && is_duration(*before);
    return means_before ? "vóór" : word.text;
}

std::string_view text_of(ArithmeticOperator operation) {
    switch (operation) {
        case ArithmeticOperator::Add: return " vermeerderd met ";
        case ArithmeticOperator::Subtract: return " verminderd met ";
        case ArithmeticOperator::Multiply: return " vermenigvuldigd met ";
        case ArithmeticOperator::Divide: return " gedeeld door ";
    }
    return "";
}

// `uiterlijk op` before a name, `uiterlijk` before a date or a duration.
std::string_view not_after(const Expression& bound) {
    return bound.first.words.front().literal ? "uiterlijk " : "uiterlijk op ";
}

std::string text_of(const Property& property) {
    return match(
        property.kind, [](const PluralProperty& plural) { return "meervoud: " + text_of(plural.name); },
        [](const AlsoProperty& also) { return "ook: " + text_of(also.name); },
        [](const HereafterProperty& hereafter) { return "hierna: " + text_of(hereafter.name); },
        [](const SuppliedByProperty& supplied) { return "door " + text_of(supplied.who); },
        [](const JudgementOfProperty& judgement) { return "oordeel van " + text_of(judgement.who); },
        [](const WordProperty& words) { return text_of(words.words); });
}

template <class Items>
std::string joined(const Items& items) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ", ") + text_of(item);
    return text;
}

std::string choice(const std::vector<Phrase>& values) {
    std::string text;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) text += i + 1 == values.size() ? " of " : ", ";
        text += text_of(values[i]);
    }
    return text;
}

}  // namespace

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string_view text_of(Rounding rounding) {
    switch (rounding) {
        case Rounding::Up: return "naar boven afgerond";
        case Rounding::Down: return "naar beneden afgerond";
        case Rounding::HalfUp: return "rekenkundig afgerond";
        case Rounding::LargestRemainder: return "afgerond volgens de grootste rest";
    }
    return "";
}

std::string date_text(Date date) { return to_words(date, Language::Dutch); }

std::string_view text_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::AtLeast: return "ten minste ";
        case Comparison::AtMost: return "ten hoogste ";
        case Comparison::MoreThan: return "meer dan ";
        case Comparison::LessThan: return "minder dan ";
    }
    return "";
}

std::string text_of(const Phrase& phrase) {
    std::string text;
    const Word* before = nullptr;
    for (const Word& word : phrase.words) {
        text += (before == nullptr ? "" : " ") + text_of(word, before);
        before = &word;
    }
    return text;
}

std::string text_of(const std::vector<Phrase>& phrases) { return joined(phrases); }
std::string text_of(const std::vector<Expression>& expressions) { return joined(expressions); }

std::string text_of(const Expression& expression) {
    std::string text = text_of(expression.first);
    for (const Operation& operation : expression.rest) {
        text += text_of(operation.operation);
        text += text_of(operation.operand);
    }
    if (expression.rounding) text.append(", ").append(text_of(*expression.rounding));
    if (expression.minimum) text += ", met een minimum van " + text_of(*expression.minimum);
    if (expression.maximum) text += ", met een maximum van " + text_of(*expression.maximum);
    return text;
}

std::string text_of(const Time& time) {
    const std::string bound = text_of(time.bound);
    switch (time.relation) {
        case TimeRelation::NotAfter: return std::string(not_after(time.bound)) + bound;
        case TimeRelation::Before: return "vóór " + bound;
        case TimeRelation::On: return "op " + bound;
        case TimeRelation::NotBefore: return "niet eerder dan " + bound;
        case TimeRelation::After: return "na " + bound;
        case TimeRelation::Within: return "binnen " + bound;
        case TimeRelation::FromTo: return "van " + bound + " tot en met " + (time.last ? text_of(*time.last) : "");
    }
    return bound;
}

std::string text_of(const DeclaredName& name) {
    return (name.article ? name.article->folded + " " : "") + text_of(name.name);
}

std::string text_of(const FieldType& type) {
    return match(
        type, [](const NamedType& named) { return text_of(named.name); },
        [](const ChoiceType& values) { return choice(values.values); },
        [](const ListOfThings& things) { return "lijst van " + text_of(things.plural); },
        [](const ListOfChoices& values) { return "lijst van " + choice(values.values); });
}

std::string text_of(const std::vector<Property>& properties) {
    return properties.empty() ? "" : " (" + joined(properties) + ")";
}

std::string text_of(const SourceClause& source) {
    if (!source.text) return "niet geverifieerd";
    return "bron " + in_quotes(*source.text) + (source.unverified ? ", niet geverifieerd" : "");
}

std::string text_of(const NamedRules& rules) {
    std::string text;
    for (const Word& word : rules.words) {
        if (!text.empty() && word.folded != ",") text += ' ';
        text += word.kind == WordKind::Quoted ? in_quotes(word.text) : word.text;
    }
    return text;
}

std::string text_of(const MayDepartClause& may) {
    const std::string who = may.level == Level::Municipality ? "een gemeente" : "een corporatie";
    return who + " mag afwijken" + (may.in_favour_of ? " ten gunste van " + text_of(*may.in_favour_of) : "");
}

std::string text_of(const FavourableClause& favourable) {
    constexpr std::array<std::string_view, 4> words = {"korter", "langer", "lager", "hoger"};
    return "gunstiger is: " + std::string(words[static_cast<std::size_t>(favourable.what)]);
}

}  // namespace toets::syntax
