// The agenda as a table for a spreadsheet: RFC 4180, every field between quotation marks.
#include <algorithm>

#include "agenda/agenda.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::agenda {

using explanation::Phrase;
using explanation::say;

namespace {

// A spreadsheet takes a field that begins like this for a formula; an apostrophe in front makes it text again.
bool begins_like_a_formula(std::string_view text) {
    constexpr std::string_view signs = "=+-@\t\r\n";
    return !text.empty() && signs.find(text.front()) != std::string_view::npos;
}

std::string field(std::string_view text) {
    std::string written = "\"";
    if (begins_like_a_formula(text)) written += '\'';
    for (const char byte : text) {
        if (byte == '"') written += '"';
        written += byte;
    }
    return written + '"';
}

std::string row(const std::vector<std::string>& fields) {
    std::string line;
    for (const std::string& text : fields) line += (line.empty() ? "" : ",") + field(text);
    return line + "\r\n";
}

std::string date(const std::optional<Date>& day) { return day ? to_iso(*day) : std::string(); }

}  // namespace

std::string to_csv(const Agenda& agenda) {
    std::vector<std::string> header;
    for (const Phrase column :
         {Phrase::ColumnDate, Phrase::ColumnNotBefore, Phrase::ColumnParty, Phrase::ColumnOrElse, Phrase::ColumnWhat,
          Phrase::ColumnCase, Phrase::ColumnRule, Phrase::ColumnArticle, Phrase::ColumnState, Phrase::ColumnLate}) {
        header.push_back(say(column, agenda.language));
    }
    std::string csv = row(header);
    for (const Entry& entry : agenda.entries) {
        const std::string rule =
            entry.rule.empty() ? std::string() : explanation::to_words(entry.kind, agenda.language) + " " + entry.rule;
        const std::string late = entry.state == Entry::State::Overdue ? std::to_string(entry.days_late()) : "";
        csv += row({date(entry.date), date(entry.not_before), entry.party, explanation::joined(entry.or_else, ", "),
                    entry.words, entry.label, rule, entry.article.empty() ? entry.document : entry.article,
                    state_words(entry, agenda.language), late});
    }
    return csv;
}

}  // namespace toets::agenda
