// A row for each party that had something left over and for each request, for a spreadsheet: a table of its own.
#include "base/csv_row.h"
#include "explanation/phrases.h"
#include "monitor/redistributions.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

std::string number_cell(const std::optional<portfolio::Between>& number, Language language) {
    if (!number) return explanation::say(Phrase::NotKnown, language);
    if (number->is_exact()) return std::to_string(number->low);
    return explanation::say(Phrase::NumberBetween, language,
                            {{"low", std::to_string(number->low)}, {"high", std::to_string(number->high)}});
}

std::string csv_rows(const RedistributionTable& table, Language language) {
    const Cells named{explanation::say(Phrase::ApportionmentWord, language), table.agreed.name,
                      table.agreed.source.article, table.pool, to_iso(table.outcome.day)};
    std::string csv;
    const auto add = [&](std::initializer_list<std::string> cells) {
        Cells row = named;
        row.insert(row.end(), cells);
        csv += to_csv_row(row);
    };
    const std::string state = state_words(table, language);
    for (std::size_t i = 0; !table.is_hidden && i < table.holders.size(); ++i) {
        const portfolio::Holder& holder = table.outcome.holders[i];
        add({table.holders[i], number_cell(holder.number, language), std::to_string(holder.used),
             std::to_string(holder.open), std::to_string(holder.perhaps), number_cell(holder.left, language),
             number_cell(holder.gives, language), "", "", "", "", state});
    }
    const std::vector<Cells> requests = request_cells(table, language);
    for (std::size_t i = 1; i < requests.size(); ++i) {
        const Cells& cells = requests[i];
        const auto& day = table.outcome.requests[i - 1].day;
        add({cells[0], "", "", "", "", "", "", cells[1], day ? to_iso(*day) : cells[2], cells[3], cells[4], cells[5]});
    }
    if (csv.empty()) add({"", "", "", "", "", "", "", "", "", "", "", state});
    return csv;
}

}  // namespace

std::string redistributions_csv(const std::vector<RedistributionTable>& tables, Language language) {
    if (tables.empty()) return {};
    Cells header;
    for (const Phrase column :
         {Phrase::ColumnKind, Phrase::ColumnName, Phrase::ColumnArticle, Phrase::ColumnPool, Phrase::ColumnOnDay,
          Phrase::ColumnParty, Phrase::ColumnAgreedThen, Phrase::ColumnUsed, Phrase::ColumnOpen,
          Phrase::ColumnPerhapsUsed, Phrase::ColumnLeft, Phrase::ColumnGives, Phrase::ColumnCase, Phrase::ColumnDate,
          Phrase::ColumnAsks, Phrase::ColumnGets, Phrase::ColumnOutcome}) {
        header.push_back(explanation::say(column, language));
    }
    std::string csv = to_csv_row(header);
    for (const RedistributionTable& table : tables) csv += csv_rows(table, language);
    return csv;
}

}  // namespace toets::monitor
