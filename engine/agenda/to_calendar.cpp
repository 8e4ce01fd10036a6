// The agenda for a calendar: RFC 5545. Every entry with a date is an event of a whole day. Nothing comes from the
// clock: the same cases on the same reference date give the same bytes, and an entry keeps its UID when its date moves.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "agenda/agenda.h"
#include "base/text.h"

namespace toets::agenda {

namespace {

constexpr std::size_t longest_line = 75;  // bytes, without the line end

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Section 3.1: longer lines go on after CRLF and a space, never in the middle of a character.
std::string folded(std::string_view line) {
    std::string text;
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && is_continuation(line[cut])) --cut;
        text += std::string(line.substr(0, cut)) + "\r\n ";
        line.remove_prefix(cut);
        room = longest_line - 1;
    }
    return text + std::string(line) + "\r\n";
}

// Section 3.3.11. Other control characters have no place in a calendar.
std::string escaped(std::string_view text) {
    std::string written;
    for (const char byte : text) {
        if (byte == '\\' || byte == ';' || byte == ',') written += '\\';
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\n') {
            written += "\\n";
        } else if (code >= 0x20 && code != 0x7F) {
            written += byte;
        }
    }
    return written;
}

std::string date(Date day) {
    std::string text = to_iso(day);
    std::erase(text, '-');
    return text;
}

// FNV-1a: the same on every machine and in every run.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char byte : text) {
        value ^= static_cast<unsigned char>(byte);
        value *= 1099511628211ULL;
    }
    return value;
}

// What makes an entry the one it is, whatever its date. Of a duty that returns each time is an entry of its own.
std::string identity(const Entry& entry) {
    std::string text;
    for (const std::string_view part :
         {std::string_view(entry.label), std::string_view(entry.document), std::string_view(entry.rule),
          std::string_view(entry.thing), std::string_view(entry.party), to_code(entry.what)}) {
        text += part;
        text += '\0';
    }
    if (entry.what == Entry::What::Supply || entry.what == Entry::What::Arrange) text += entry.words;
    if (entry.returns && entry.date) text += to_iso(*entry.date);
    return text;
}

class Writer {
public:
    explicit Writer(Language language) : language_(language) {}

    void line(std::string_view name, std::string_view value) { text_ += folded(fmt::format("{}{}", name, value)); }

    void add(const Entry& entry) {
        const std::string own = identity(entry);
        const std::size_t again = seen_[own]++;
        line("BEGIN:", "VEVENT");
        line("UID:", fmt::format("{:016x}{:016x}-{}@toetssteen", hash(own), hash(own + "\1"), again));
        line("DTSTAMP:", date(entry.judged_on) + "T000000Z");
        line("DTSTART;VALUE=DATE:", date(*entry.date));
        line("DTEND;VALUE=DATE:", date(Date{entry.date->days + 1}));
        line("SUMMARY:", escaped(entry.party + ": " + entry.words));
        line("DESCRIPTION:", escaped(description(entry)));
        line("CATEGORIES:", escaped(entry.party));
        line("TRANSP:", "TRANSPARENT");
        line("END:", "VEVENT");
    }

    // Section 3.6: a calendar has at least one component.
    void add_time_zone() {
        for (const std::string_view each :
             {"BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:STANDARD", "DTSTART:19701025T030000",
              "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE"}) {
            line(each, "");
        }
    }

    std::string take() { return std::move(text_); }

private:
    [[nodiscard]] std::string description(const Entry& entry) const {
        std::string text = (language_ == Language::Dutch ? "zaak " : "case ") + entry.label;
        if (const std::string rule = rule_words(entry, language_); !rule.empty()) text += "\n" + rule;
        text += "\n" + state_words(entry, language_);
        if (!entry.or_else.empty()) text += "\n" + party_words(entry, language_);
        return text;
    }

    Language language_;
    std::string text_;
    std::map<std::string, std::size_t> seen_;
};

}  // namespace

std::string to_calendar(const Agenda& agenda) {
    Writer writer(agenda.language);
    writer.line("BEGIN:", "VCALENDAR");
    writer.line("VERSION:", "2.0");
    writer.line("PRODID:",
                agenda.language == Language::Dutch ? "-//Toetssteen//Agenda//NL" : "-//Toetssteen//Agenda//EN");
    writer.line("CALSCALE:", "GREGORIAN");
    bool is_empty = true;
    for (const Entry& entry : agenda.entries) {
        if (!entry.date) continue;
        writer.add(entry);
        is_empty = false;
    }
    if (is_empty) writer.add_time_zone();
    writer.line("END:", "VCALENDAR");
    return writer.take();
}

}  // namespace toets::agenda
