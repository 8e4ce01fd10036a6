// A row for each recipient of each division, for a spreadsheet: a table of its own.
#include "base/csv_row.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/apportionments.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

std::string key_cell(const ApportionmentRow& row) {
    return row.by_key.empty() ? row.share : explanation::joined(row.by_key, " + ");
}

std::string csv_of(const ApportionmentTable& table, Language language) {
    const std::vector<std::string> named{explanation::say(Phrase::ApportionmentWord, language), table.agreed.name,
                                         table.agreed.source.article};
    const std::vector<ApportionmentRow> rows = to_rows(table, language);
    std::string csv;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ApportionmentRow& row = rows[i];
        const portfolio::Fraction& exact = table.outcome.divided->portions[i].exact;
        std::vector<std::string> cells = named;
        cells.insert(cells.end(), {row.recipient, key_cell(row), row.share, portfolio::to_text(exact.numerator),
                                   portfolio::to_text(exact.denominator), row.rounded_down, row.rest, row.extra,
                                   row.result, state_words(table, language)});
        csv += to_csv_row(cells);
    }
    if (!rows.empty()) return csv;
    std::vector<std::string> cells = named;
    cells.resize(cells.size() + 9);
    cells.push_back(state_words(table, language));
    return to_csv_row(cells);
}

}  // namespace

std::string apportionments_csv(const std::vector<ApportionmentTable>& tables, Language language) {
    if (tables.empty()) return {};
    std::vector<std::string> header;
    for (const Phrase column :
         {Phrase::ColumnKind, Phrase::ColumnName, Phrase::ColumnArticle, Phrase::ColumnRecipient, Phrase::ColumnByKey,
          Phrase::ColumnShare, Phrase::ColumnNumerator, Phrase::ColumnDenominator, Phrase::ColumnRoundedDown,
          Phrase::ColumnRest, Phrase::ColumnExtra, Phrase::ColumnGets, Phrase::ColumnOutcome}) {
        header.push_back(explanation::say(column, language));
    }
    std::string csv = to_csv_row(header);
    for (const ApportionmentTable& table : tables) csv += csv_of(table, language);
    return csv;
}

}  // namespace toets::monitor
