#include "base/match.h"
#include "base/text.h"
#include "syntax/printing.h"

namespace toets::syntax {
namespace {

std::string text_of(const Column& column) {
    switch (column.kind) {
        case Column::Kind::Input: return "als " + text_of(column.path);
        case Column::Kind::Result: return "dan " + text_of(column.path);
        case Column::Kind::Source: return "bron";
        case Column::Kind::From: return "vanaf";
        case Column::Kind::Key: return text_of(column.path);
    }
    return "";
}

// In the column `bron` the word itself is not repeated.
std::string cell_source(const SourceClause& source) {
    if (!source.text) return "niet geverifieerd";
    return in_quotes(*source.text) + (source.unverified ? ", niet geverifieerd" : "");
}

std::string text_of(const Cell& cell) {
    return match(
        cell.kind, [](const AnyCell&) { return std::string("-"); },
        [](const ValuesCell& values) { return text_of(values.values); },
        [](const ComparedCell& compared) {
            return std::string(text_of(compared.comparison)) + text_of(compared.bound);
        },
        [](const BetweenCell& between) { return text_of(between.first) + " tot en met " + text_of(between.last); },
        [](const BoundCell& bound) {
            return (bound.word == BoundWord::Exactly ? "precies " : "streven naar ") + text_of(bound.bound);
        },
        [](const SourceCell& source) { return cell_source(source.source); },
        [](const DateCell& date) { return date_text(date.date); }, [](const EmptyCell&) { return std::string(); });
}

using TextRow = std::vector<std::string>;

void print_row(const TextRow& row, const std::vector<std::size_t>& widths, Writer& out) {
    std::string line = "|";
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t width = display_width(row[i]);
        line += " " + row[i] + std::string(widths[i] - std::min(width, widths[i]), ' ') + " |";
    }
    out.verbatim(2, line);
}

}  // namespace

void print_table(const TableClause& table, Writer& out) {
    std::vector<TextRow> rows(1);
    for (const Column& column : table.columns) rows.front().push_back(text_of(column));
    for (const TableRow& row : table.rows) {
        rows.emplace_back();
        for (const Cell& cell : row.cells) rows.back().push_back(text_of(cell));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const TextRow& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    for (const TextRow& row : rows) print_row(row, widths, out);
}

}  // namespace toets::syntax
