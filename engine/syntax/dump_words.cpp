#include <array>

#include "base/match.h"
#include "syntax/dumping.h"
#include "syntax/literals.h"

namespace toets::syntax {
namespace {

std::string word_text(const Word& word) {
    if (word.kind == WordKind::Quoted) return '"' + word.text + '"';
    // Numbers are compared as numbers: `1` and `één` are the same.
    if (word.literal) return "{" + (word.folded == "een" ? "1" : to_text(*word.literal, word.text)) + "}";
    return word.folded;
}

std::string phrase_text(const Phrase& phrase) {
    std::string text;
    for (const Word& word : phrase.words) text += (text.empty() ? "" : " ") + word_text(word);
    return text;
}

std::string_view name_of(ArithmeticOperator operation) {
    constexpr std::array<std::string_view, 4> names = {"Add", "Subtract", "Multiply", "Divide"};
    return names[static_cast<std::size_t>(operation)];
}

std::string_view name_of(TimeRelation relation) {
    constexpr std::array<std::string_view, 7> names = {"NotAfter", "Before", "On",    "NotBefore",
                                                       "After",    "Within", "FromTo"};
    return names[static_cast<std::size_t>(relation)];
}

}  // namespace

std::string_view name_of(Rounding rounding) {
    constexpr std::array<std::string_view, 4> names = {"Up", "Down", "HalfUp", "LargestRemainder"};
    return names[static_cast<std::size_t>(rounding)];
}

void Dump::line(std::size_t depth, std::string_view name, std::string_view value) {
    text_.append(depth * 2, ' ').append(name);
    if (!value.empty()) text_.append(": ").append(value);
    text_ += '\n';
}

void Dump::phrase(std::size_t depth, std::string_view name, const Phrase& phrase) {
    line(depth, name, phrase_text(phrase));
}

void Dump::phrases(std::size_t depth, std::string_view name, const std::vector<Phrase>& phrases) {
    for (const Phrase& item : phrases) phrase(depth, name, item);
}

void Dump::expression(std::size_t depth, std::string_view name, const Expression& expression) {
    phrase(depth, name, expression.first);
    for (const Operation& operation : expression.rest)
        phrase(depth + 1, name_of(operation.operation), operation.operand);
    if (expression.rounding) line(depth + 1, "rounding", name_of(*expression.rounding));
    if (expression.minimum) phrase(depth + 1, "minimum", *expression.minimum);
    if (expression.maximum) phrase(depth + 1, "maximum", *expression.maximum);
}

void Dump::time(std::size_t depth, const Time& time) {
    expression(depth, name_of(time.relation), time.bound);
    if (time.last) expression(depth, "last", *time.last);
}

void Dump::name(std::size_t depth, const DeclaredName& name) {
    line(depth, "name", (name.article ? "[" + name.article->folded + "] " : "") + phrase_text(name.name));
}

void Dump::type(std::size_t depth, const FieldType& type) {
    match(
        type, [&](const NamedType& named) { phrase(depth, "type", named.name); },
        [&](const ChoiceType& choice) { phrases(depth, "choice", choice.values); },
        [&](const ListOfThings& things) { phrase(depth, "list of", things.plural); },
        [&](const ListOfChoices& choice) { phrases(depth, "list of choice", choice.values); });
}

void Dump::properties(std::size_t depth, const std::vector<Property>& properties) {
    for (const Property& property : properties) {
        match(
            property.kind, [&](const PluralProperty& plural) { phrase(depth, "plural", plural.name); },
            [&](const AlsoProperty& also) { phrase(depth, "also", also.name); },
            [&](const HereafterProperty& hereafter) { phrase(depth, "hereafter", hereafter.name); },
            [&](const SuppliedByProperty& supplied) { phrase(depth, "supplied by", supplied.who); },
            [&](const JudgementOfProperty& judgement) { phrase(depth, "judgement of", judgement.who); },
            [&](const WordProperty& words) { phrase(depth, "property", words.words); });
    }
}

void Dump::source(std::size_t depth, const SourceClause& source) {
    const std::string text = source.text ? '"' + *source.text + '"' : "none";
    line(depth, "Source", text + (source.unverified ? ", unverified" : ""));
}

void Dump::lines(std::size_t depth, const std::vector<std::string>& lines) {
    for (const std::string& written : lines) line(depth, "| " + written);
}

}  // namespace toets::syntax
