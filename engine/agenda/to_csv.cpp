// The agenda as a table for a spreadsheet: RFC 4180, every field between quotation marks.
#include <algorithm>

#include "agenda/agenda.h"
#include "base/csv_row.h"
#include "explanation/phrases.h"
#include "explanation/report.h"

namespace toets::agenda {

using explanation::Phrase;
using explanation::say;

namespace {

std::string date(const std::optional<Date>& day) { return day ? to_iso(*day) : std::string(); }

}  // namespace

std::string to_csv(const Agenda& agenda) {
    std::vector<std::string> header;
    for (const Phrase column :
         {Phrase::ColumnDate, Phrase::ColumnNotBefore, Phrase::ColumnParty, Phrase::ColumnOrElse, Phrase::ColumnWhat,
          Phrase::ColumnCase, Phrase::ColumnRule, Phrase::ColumnArticle, Phrase::ColumnState, Phrase::ColumnLate}) {
        header.push_back(say(column, agenda.language));
    }
    std::string csv = to_csv_row(header);
    for (const Entry& entry : agenda.entries) {
        const std::string rule =
            entry.rule.empty() ? std::string() : explanation::to_words(entry.kind, agenda.language) + " " + entry.rule;
        const std::string late = entry.state == Entry::State::Overdue ? std::to_string(entry.days_late()) : "";
        csv +=
            to_csv_row({date(entry.date), date(entry.not_before), entry.party, explanation::joined(entry.or_else, ", "),
                        entry.words, entry.label, rule, entry.article.empty() ? entry.document : entry.article,
                        state_words(entry, agenda.language), late});
    }
    return csv;
}

}  // namespace toets::agenda
