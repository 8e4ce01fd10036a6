// The agenda to read on a terminal.
#include "agenda/agenda.h"
#include "base/text.h"
#include "diagnostics/printable.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::agenda {

using explanation::Phrase;
using explanation::say;

namespace {

constexpr std::size_t longest_text = 4000;
constexpr std::size_t date_width = 20;

std::string title(const Agenda& agenda) {
    const std::string until = to_words(agenda.until, agenda.language);
    const std::string first = agenda.from ? say(Phrase::AgendaTitle, agenda.language,
                                                {{"from", to_words(*agenda.from, agenda.language)}, {"until", until}})
                                          : say(Phrase::AgendaTitleUntil, agenda.language, {{"until", until}});
    const std::string cases =
        agenda.cases == 1 ? say(Phrase::AgendaOneCase, agenda.language)
                          : say(Phrase::AgendaSeveralCases, agenda.language, {{"count", std::to_string(agenda.cases)}});
    const std::string known =
        agenda.known_on ? " · " + explanation::to_words_as_known(*agenda.known_on, agenda.language) : std::string();
    const std::string role =
        agenda.role.empty() ? std::string() : " · " + say(Phrase::AsSeenBy, agenda.language, {{"role", agenda.role}});
    return explanation::wrapped(first + " · " + cases + known + role, "", "  ");
}

std::string padded(std::string text) {
    const std::size_t width = display_width(text);
    if (width < date_width) text += std::string(date_width - width, ' ');
    return text + "  ";
}

std::string details(const Entry& entry, Language language) {
    std::vector<std::string> parts{say(Phrase::AgendaCase, language, {{"label", entry.label}})};
    if (const std::string rule = rule_words(entry, language); !rule.empty()) parts.push_back(rule);
    if (entry.not_before) {
        parts.push_back(say(Phrase::AgendaNotBefore, language, {{"date", to_words(*entry.not_before, language)}}));
    }
    if (!entry.or_else.empty()) parts.push_back(party_words(entry, language));
    parts.push_back(state_words(entry, language));
    return explanation::joined(parts, " · ");
}

}  // namespace

std::string to_text(const Agenda& agenda) {
    std::string text = explanation::to_text(agenda.refused, {agenda.language, false}) + title(agenda);
    if (agenda.entries.empty()) text += "\n" + say(Phrase::AgendaEmpty, agenda.language) + "\n";
    if (!agenda.role.empty()) text += explanation::wrapped(say(Phrase::AgendaOfRole, agenda.language), "", "  ");
    const std::string* party = nullptr;
    for (const Entry& entry : agenda.entries) {
        const bool is_new = party == nullptr || *party != entry.party;
        if (is_new) text += "\n" + to_printable(entry.party, longest_text) + "\n";
        party = &entry.party;
        const std::string date =
            entry.date ? to_words(*entry.date, agenda.language) : say(Phrase::AgendaNoDate, agenda.language);
        const std::string margin(2, ' ');
        text += explanation::wrapped(padded(date) + entry.words, margin, margin + padded(""));
        text += explanation::wrapped(details(entry, agenda.language), margin + padded(""), margin + padded("") + "  ");
    }
    return text;
}

}  // namespace toets::agenda
