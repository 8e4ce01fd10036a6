#include "model/context.h"

#include "base/text.h"

namespace toets::model {

namespace {

void append_word(std::string& key, const syntax::Word& word) {
    if (word.kind == syntax::WordKind::Article) return;
    if (!key.empty()) key += ' ';
    key += word.folded;
}

}  // namespace

std::string key_of(const Words& words, std::size_t begin, std::size_t end) {
    std::string key;
    for (std::size_t i = begin; i < end; ++i) append_word(key, words[i]);
    return key;
}

std::string key_of(const syntax::Phrase& phrase) { return key_of(phrase.words, 0, phrase.words.size()); }

std::string key_of(std::string_view name) {
    std::string key;
    const std::string folded = fold(name);
    std::string_view rest = folded;
    while (!rest.empty()) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, space);
        if (word != "de" && word != "het" && word != "een" && !word.empty()) {
            if (!key.empty()) key += ' ';
            key += word;
        }
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return key;
}

std::string text_of(const syntax::Phrase& phrase) {
    std::string text;
    for (const syntax::Word& word : phrase.words) {
        if (!text.empty()) text += ' ';
        text += word.text;
    }
    return text;
}

std::string name_text(const syntax::Phrase& phrase) { return name_text(phrase.words, 0, phrase.words.size()); }

std::string name_text(const Words& words, std::size_t begin, std::size_t end) {
    if (begin < end && words[begin].kind == syntax::WordKind::Article) ++begin;
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i].text;
    return text;
}

Type simple_type(Base base) {
    Type type;
    type.base = base;
    return type;
}

Type thing_type(Base base, KindId kind, SubKindId only) {
    Type type;
    type.base = base;
    type.kind = kind;
    type.only = only;
    return type;
}

const std::vector<Member>* Context::find_member(KindId kind, const std::string& key) const {
    const auto& members = names.members[kind.index()];
    const auto found = members.find(key);
    return found == members.end() ? nullptr : &found->second;
}

void Context::add_member(KindId kind, const Name& name, const Member& member) {
    if (names.members.size() <= kind.index()) names.members.resize(kind.index() + 1);
    std::set<std::string> keys{key_of(name.text)};
    if (!name.plural.empty()) keys.insert(key_of(name.plural));
    for (const std::string& also : name.also) keys.insert(key_of(also));
    for (const std::string& key : keys) names.members[kind.index()][key].push_back(member);
}

syntax::Phrase part(const syntax::Phrase& phrase, std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t index) { return phrase.words.begin() + static_cast<std::ptrdiff_t>(index); };
    syntax::Phrase result{{at(begin), at(end)}, {}};
    result.where = join(result.words.front().where, result.words.back().where);
    return result;
}

Argument named_argument(std::string name, const Name& thing) {
    return term(std::move(name), with_article(thing), "`" + thing.text + "`");
}

Argument rule_argument(std::string name, const Rule& rule) {
    const std::string quoted = " `" + rule.name + "`";
    switch (rule.kind) {
        case RuleKind::Precondition: return term(std::move(name), "Voorwaarde" + quoted, "Condition" + quoted);
        case RuleKind::TargetNorm: return term(std::move(name), "Streefnorm" + quoted, "Target norm" + quoted);
        case RuleKind::Effort: return term(std::move(name), "Inspanning" + quoted, "Effort" + quoted);
        case RuleKind::Power: return term(std::move(name), "Bevoegdheid" + quoted, "Power" + quoted);
        case RuleKind::Ban: return term(std::move(name), "Verbod" + quoted, "Ban" + quoted);
        case RuleKind::Procedure: return term(std::move(name), "Procedure" + quoted, "Procedure" + quoted);
        case RuleKind::Hardship: return term(std::move(name), "Hardheidsclausule" + quoted, "Hardship clause" + quoted);
        case RuleKind::Obligation: return term(std::move(name), "Verplichting" + quoted, "Obligation" + quoted);
    }
    return word(std::move(name), quoted);
}

Argument hint_argument(std::string_view name, const std::vector<std::string>& candidates) {
    const auto found = nearest(name, candidates);
    if (!found) return term("hint", "", "");
    return term("hint", " Bedoelde u `" + candidates[*found] + "`?", " Did you mean `" + candidates[*found] + "`?");
}

namespace {

struct TypeWords {
    Base base;
    const char* nl;
    const char* en;
};
constexpr TypeWords type_words[] = {
    {Base::YesNo, "ja of nee", "yes or no"},
    {Base::Choice, "een keuze uit een lijst", "a choice from a list"},
    {Base::ChoiceSet, "een lijst van keuzes", "a list of choices"},
    {Base::Date, "een datum", "a date"},
    {Base::Amount, "een bedrag", "an amount of money"},
    {Base::Count, "een aantal", "a count"},
    {Base::Number, "een getal", "a number"},
    {Base::Percentage, "een percentage", "a percentage"},
    {Base::HoursPerWeek, "uren per week", "hours a week"},
    {Base::Duration, "een duur", "a length of time"},
    {Base::Text, "een tekst", "a text"},
    {Base::Person, "een persoon", "a person"},
    {Base::Organisation, "een organisatie", "an organisation"},
};

}  // namespace

Argument notation_argument(const Type& type) {
    const auto hint = [](const char* nl, const char* en, const char* example) {
        return term("hint", std::string(" ") + nl + ": `" + example + "`.",
                    std::string(" ") + en + ": `" + example + "`.");
    };
    if (type.base == Base::Amount)
        return hint("Schrijf een bedrag met het euroteken", "Write an amount with the euro sign", "€ 650,43");
    const auto write_as = [&](const char* example) {
        return hint("Schrijf bijvoorbeeld", "Write for example", example);
    };
    if (type.base == Base::Percentage) return write_as("10%");
    if (type.base == Base::Duration) return write_as("14 dagen");
    if (type.base == Base::HoursPerWeek) return write_as("2 uur per week");
    if (type.base == Base::Date) return write_as("1 maart 2026");
    if (type.base == Base::Count) return write_as("3");
    if (type.base == Base::Number) return write_as("2,5");
    return term("hint", "", "");
}

Argument type_argument(std::string name, const Type& type, const Model& model) {
    for (const TypeWords& words : type_words) {
        if (words.base == type.base) return term(std::move(name), words.nl, words.en);
    }
    const Name& kind = model.kinds[type.kind].name;
    if (type.base == Base::Thing) return named_argument(std::move(name), kind);
    const std::string plural = kind.plural.empty() ? kind.text : kind.plural;
    return term(std::move(name), "een lijst van " + plural, "a list of `" + plural + "`");
}

}  // namespace toets::model
