#include "syntax/reading.h"

namespace toets::syntax {
namespace {

Property::Kind to_property(const Node& property) {
    Phrase phrase = to_phrase(*property.find(Rule::Phrase));
    if (property.has(TokenKind::Plural)) return PluralProperty{std::move(phrase)};
    if (property.has(TokenKind::Also)) return AlsoProperty{std::move(phrase)};
    if (property.has(TokenKind::Hereafter)) return HereafterProperty{std::move(phrase)};
    if (property.has(TokenKind::SuppliedBy)) return SuppliedByProperty{std::move(phrase)};
    if (property.has(TokenKind::JudgementOf)) return JudgementOfProperty{std::move(phrase)};
    return WordProperty{std::move(phrase)};
}

bool is_or(const Word& word) { return word.kind == WordKind::Link && word.folded == "of"; }

// `vrouwenopvang of overig` as two values; the values before it were cut at commas already.
void split_last_choice(Reading& reading, std::vector<Phrase>& values) {
    const Phrase last = values.back();
    const auto cuts = std::count_if(last.words.begin(), last.words.end(), is_or);
    if (cuts == 0) return reading.diagnostics.report(Code::CommaBetweenParties, last.where);
    if (cuts > 1) return reading.diagnostics.report(Code::SeveralOr, last.where);
    const auto cut = std::find_if(last.words.begin(), last.words.end(), is_or);
    if (cut == last.words.begin() || cut + 1 == last.words.end()) {
        return reading.diagnostics.report(
            Code::UnexpectedWord, cut->where,
            {term("expected", "een keuze aan beide kanten van `of`", "a choice on both sides of `of`"),
             word("found", "of")});
    }
    values.back() = to_phrase(std::vector<Word>(last.words.begin(), cut));
    values.push_back(to_phrase(std::vector<Word>(cut + 1, last.words.end())));
}

}  // namespace

DeclaredName to_declared_name(const Phrase& phrase) {
    DeclaredName name;
    std::vector<Word> words = phrase.words;
    if (words.size() > 1 && is_article(words.front())) {
        name.article = words.front();
        words.erase(words.begin());
    }
    name.name = to_phrase(words);
    return name;
}

std::vector<Property> to_properties(const Node* properties) {
    std::vector<Property> result;
    if (properties == nullptr) return result;
    for (const Node* property : properties->all(Rule::Property)) {
        result.push_back({to_property(*property), span_of(*property)});
    }
    return result;
}

FieldType to_type(Reading& reading, const Node& type) {
    std::vector<Phrase> values = to_phrases(*type.find(Rule::Phrases));
    const bool is_list = type.has(TokenKind::ListOf);
    const auto& last = values.back().words;
    const bool is_choice = values.size() > 1 || std::any_of(last.begin(), last.end(), is_or);
    if (!is_choice) {
        if (is_list) return ListOfThings{std::move(values.front())};
        return NamedType{std::move(values.front())};
    }
    split_last_choice(reading, values);
    if (is_list) return ListOfChoices{std::move(values)};
    return ChoiceType{std::move(values)};
}

SourceClause to_source(const Node& note) {
    return {note.find(TokenKind::Quoted)->text, note.has(TokenKind::Unverified)};
}

}  // namespace toets::syntax
