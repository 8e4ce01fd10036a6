#include "syntax/reading.h"
#include "syntax/sentence_checks.h"

namespace toets::syntax {
namespace {

bool starts_with_een(const Phrase& phrase) { return phrase.words.size() > 1 && phrase.words.front().folded == "een"; }

Phrase without_article(const Phrase& phrase) {
    if (phrase.words.size() < 2 || !is_article(phrase.words.front())) return phrase;
    return to_phrase(std::vector<Word>(phrase.words.begin() + 1, phrase.words.end()));
}

std::optional<std::size_t> owner_cut(const Phrase& phrase) {
    for (std::size_t i = phrase.words.size(); i-- > 1;) {
        const bool owner_follows = i + 2 < phrase.words.size() && phrase.words[i + 1].folded == "een";
        if (phrase.words[i].folded == "van" && owner_follows) return i;
    }
    return std::nullopt;
}

void report_expected(Reading& reading, Span where, const char* nl, const char* en) {
    reading.diagnostics.report(Code::UnexpectedWord, where,
                               {term("expected", nl, en), word("found", std::string(reading.source.text(where)))});
}

Header::Kind to_value_definition(Reading& reading, const Node& definition, const Phrase& subject, const Line& line) {
    const auto cut = owner_cut(subject);
    if (!cut) {
        report_expected(reading, subject.where, "een naam met `van een`, zoals `de schuld van een cliënt`",
                        "a name with `van een`, such as `de schuld van een cliënt`");
        return InvalidHeader{};
    }
    const auto at = subject.words.begin() + static_cast<std::ptrdiff_t>(*cut);
    ValueDefinition value;
    value.name = to_declared_name(to_phrase(std::vector<Word>(subject.words.begin(), at)));
    value.owner = to_phrase(std::vector<Word>(at + 2, subject.words.end()));
    value.value = to_expression(*definition.find(Rule::Expression));
    value.plural = definition.find(TokenKind::Is)->text == "zijn";
    check_name(reading, value.name.name);
    check_expression(reading, value.value);
    if (const Node* where = definition.find(Rule::Where)) value.filter = to_filter(reading, *where, line);
    return value;
}

ConditionId to_as_condition(Reading& reading, const Node& as_clause, const Line& line) {
    if (const Node* sentence = as_clause.find(Rule::Sentence)) return to_condition(reading, *sentence, line);
    return to_legs(reading, *as_clause.find(Rule::ListHead), line);
}

Header::Kind to_property_definition(Reading& reading, const Node& definition, const Phrase& subject, const Line& line) {
    const ConditionId condition = to_as_condition(reading, *definition.find(Rule::AsClause), line);
    const Phrase property = to_expression(*definition.find(Rule::Expression)).first;
    const auto cut = owner_cut(subject);
    if (cut && !starts_with_een(subject) && property.words.front().folded == "volledig") {
        const auto at = subject.words.begin() + static_cast<std::ptrdiff_t>(*cut);
        return CompletenessDefinition{without_article(to_phrase(std::vector<Word>(subject.words.begin(), at))),
                                      to_phrase(std::vector<Word>(at + 2, subject.words.end())), condition};
    }
    if (!starts_with_een(subject)) {
        report_expected(reading, subject.where, "`een` met een naam, zoals `een cliënt`",
                        "`een` with a name, such as `een cliënt`");
        return InvalidHeader{};
    }
    return PropertyDefinition{without_article(subject), property, condition};
}

Header::Kind to_sub_kind_definition(Reading& reading, const Node& definition, const Phrase& subject, const Line& line) {
    SubKindDefinition result;
    result.name = to_declared_name(subject);
    check_name(reading, result.name.name);
    const Node* filter = definition.find(Rule::Where);
    if (filter == nullptr) {
        const Span where = definition.children.back().token != nullptr ? line.where() : span_of(definition);
        reading.diagnostics.report(Code::UnexpectedEnd, {where.source, where.end, where.end},
                                   {term("expected", "`waarvoor geldt:` of `als:` met een zin",
                                         "`waarvoor geldt:` or `als:` with a sentence")});
        return InvalidHeader{};
    }
    result.base = without_article(to_expression(*definition.find(Rule::Expression)).first);
    result.filter = to_filter(reading, *filter, line);
    bool after_verb = false;
    for (const Node& child : definition.children) {
        if (child.token != nullptr) after_verb = true;
        if (child.rule != Rule::Properties) continue;
        for (Property& property : to_properties(&child)) {
            const auto* hereafter = std::get_if<HereafterProperty>(&property.kind);
            if (after_verb && hereafter != nullptr)
                result.hereafter = hereafter->name;
            else
                result.properties.push_back(std::move(property));
        }
    }
    return result;
}

bool is_value(const Node& definition) {
    return definition.find(Rule::AsClause) == nullptr && !starts_with_een(to_phrase(*definition.find(Rule::Phrase)));
}

// Brackets belong to sub-kinds only, calculation to values only; elsewhere nobody would read them.
void check_unused_parts(Reading& reading, const Node& definition) {
    const bool sub_kind = definition.find(Rule::AsClause) == nullptr && !is_value(definition);
    for (const Node* brackets : definition.all(Rule::Properties)) {
        if (sub_kind) break;
        const Span where = span_of(*brackets);
        reading.diagnostics.report(Code::BracketsOutOfPlace, where,
                                   {word("found", std::string(reading.source.text(where)))});
    }
    const Node& expression = *definition.find(Rule::Expression);
    if (!is_value(definition) && expression.children.size() > 1) {
        report_expected(reading, span_of(expression.children[1]), "een naam", "a name");
    }
}

}  // namespace

// Three forms, told apart by what follows the verb: `als`, or else the article of the subject (taal.md C20-C22).
Header::Kind to_definition(Reading& reading, const Node& definition, const Line& line) {
    check_unused_parts(reading, definition);
    const Phrase subject = to_phrase(*definition.find(Rule::Phrase));
    if (definition.find(Rule::AsClause) != nullptr) return to_property_definition(reading, definition, subject, line);
    if (starts_with_een(subject)) return to_sub_kind_definition(reading, definition, subject, line);
    return to_value_definition(reading, definition, subject, line);
}

}  // namespace toets::syntax
