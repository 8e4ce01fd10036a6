// A row for each combination, for a spreadsheet.
#include "base/csv_row.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;

namespace {

std::string number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }

std::vector<std::string> numbers(const portfolio::Count& count) {
    return {std::to_string(count.done), std::to_string(count.planned), std::to_string(count.perhaps)};
}

std::string to_row(const TallyTable& tally, const explanation::TallyPosition& position, Language language) {
    const portfolio::Standing& standing = *position.after;
    std::vector<std::string> fields{explanation::to_words(tally.kind, language), tally.name, tally.article,
                                    key_words(position, language)};
    fields.push_back(standing.period ? to_iso(standing.period->first) : std::string());
    fields.push_back(standing.period ? to_iso(standing.period->last) : std::string());
    fields.push_back(agreed_words(position, language));
    for (std::string& text : numbers(standing.counted)) fields.push_back(std::move(text));
    for (std::string& text : numbers(standing.of))
        fields.push_back(position.is_share ? std::move(text) : std::string());
    fields.push_back(explanation::to_words(position.outcome, language));
    fields.push_back(number(standing.room));
    fields.push_back(number(standing.short_of));
    return to_csv_row(fields);
}

}  // namespace

std::string to_csv(const Monitor& monitor, Language language) {
    std::vector<std::string> header;
    for (const Phrase column :
         {Phrase::ColumnKind, Phrase::ColumnName, Phrase::ColumnArticle, Phrase::ColumnKey, Phrase::ColumnFirst,
          Phrase::ColumnLast, Phrase::ColumnAgreed, Phrase::ColumnDone, Phrase::ColumnPlanned, Phrase::ColumnPerhaps,
          Phrase::ColumnOfDone, Phrase::ColumnOfPlanned, Phrase::ColumnOfPerhaps, Phrase::ColumnOutcome,
          Phrase::ColumnRoom, Phrase::ColumnShort}) {
        header.push_back(say(column, language));
    }
    std::string csv = to_csv_row(header);
    for (const TallyTable& tally : monitor.tallies) {
        for (const explanation::TallyPosition& position : tally.positions) csv += to_row(tally, position, language);
    }
    const std::string divisions = apportionments_csv(monitor.apportionments, language);
    if (divisions.empty()) return csv;
    return monitor.tallies.empty() ? divisions : csv + "\r\n" + divisions;
}

}  // namespace toets::monitor
