#include <algorithm>

#include "base/text.h"
#include "data_need/data_need.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::data_need {

using explanation::Phrase;
using explanation::say;

namespace {

constexpr std::size_t class_width = 12;

std::string fact_text(const Fact& fact, Language language) {
    std::vector<std::string> parts{fact.name + " van " + fact.thing};
    if (!fact.supplied_by.empty()) {
        parts.push_back(say(Phrase::SuppliedBy, language, {{"who", explanation::joined(fact.supplied_by, ", ")}}));
    }
    if (!fact.judged_by.empty()) {
        parts.push_back(say(Phrase::JudgedBy, language, {{"who", explanation::joined(fact.judged_by, ", ")}}));
    }
    std::string first = "  " + class_name(fact.privacy, language);
    first += std::string(class_width + 2 - std::min(display_width(first), class_width + 1), ' ');
    return explanation::wrapped(explanation::joined(parts, " · "), first, std::string(class_width + 4, ' '));
}

std::string roles_text(const Question& question, Told told, Phrase phrase, Language language) {
    std::vector<std::string> roles;
    for (const RoleTold& each : question.roles) {
        if (each.told == told) roles.push_back(to_words(each.reader, language));
    }
    if (roles.empty()) return {};
    return explanation::wrapped(say(phrase, language, {{"roles", explanation::joined(roles, ", ")}}), "  ", "    ");
}

std::string question_text(const Question& question, const std::string& agreement, Language language) {
    std::string where = question.article;
    if (question.document != agreement) where = question.document + (where.empty() ? "" : " " + where);
    const std::string name = kind_words(question, language) + " " + question.name;
    std::string text = "\n" + explanation::wrapped(where.empty() ? name : name + " (" + where + ")", "", "  ");
    if (question.facts.empty()) text += "  " + say(Phrase::NoFactsUsed, language) + "\n";
    for (const Fact& fact : question.facts) text += fact_text(fact, language);
    return text + roles_text(question, Told::Reasons, Phrase::SeesReasons, language) +
           roles_text(question, Told::Outcome, Phrase::SeesOutcome, language) +
           roles_text(question, Told::Verdict, Phrase::SeesVerdict, language);
}

}  // namespace

std::string to_words(const Reader& reader, Language language) {
    if (!reader.purpose) return reader.role;
    switch (*reader.purpose) {
        case model::Purpose::Check: return say(Phrase::ReaderOfCheck, language, {{"role", reader.role}});
        case model::Purpose::Agenda: return say(Phrase::ReaderOfAgenda, language, {{"role", reader.role}});
        case model::Purpose::Monitor: return say(Phrase::ReaderOfMonitor, language, {{"role", reader.role}});
    }
    return {};
}

std::string class_name(model::PrivacyClass privacy, Language language) {
    const std::string_view name = model::privacy_name(privacy);
    return name.empty() ? say(Phrase::WithoutClass, language) : std::string(name);
}

std::string kind_words(const Question& question, Language language) {
    if (question.rule) return explanation::to_words(*question.rule, language);
    if (question.tally) return explanation::to_words(*question.tally, language);
    return language == Language::Dutch ? "verdeling" : "division";
}

std::string to_text(const DataNeed& need, Language language) {
    std::string text = explanation::wrapped(say(Phrase::DataNeedOf, language, {{"name", need.agreement}}), "", "  ");
    if (!need.says_who_sees) text += explanation::wrapped(say(Phrase::NoAccessSaid, language), "", "  ");
    for (const ConsentAsked& consent : need.consents) {
        const std::string facts = explanation::class_words(consent.privacy, language);
        text += explanation::wrapped(
            say(Phrase::ClassWithConsent, language, {{"facts", facts}, {"who", consent.giver}}), "", "  ");
    }
    for (const Question& question : need.questions) text += question_text(question, need.agreement, language);
    if (need.unused.empty()) return text;
    text += "\n" + say(Phrase::UnusedFacts, language) + "\n";
    for (const Fact& fact : need.unused) text += fact_text(fact, language);
    return text;
}

}  // namespace toets::data_need
