#include "syntax/reading.h"
#include "syntax/sentence_checks.h"

namespace toets::syntax {
namespace {

Column to_column(const Node& column) {
    Column result{Column::Kind::Source, {}, span_of(column)};
    if (column.children.front().rule == Rule::Phrase) result.kind = Column::Kind::Key;
    if (const Node* path = column.find(Rule::Phrase)) result.path = to_phrase(*path);
    if (column.has(TokenKind::ColumnIf)) result.kind = Column::Kind::Input;
    if (column.has(TokenKind::ColumnThen)) result.kind = Column::Kind::Result;
    if (column.has(TokenKind::ColumnFrom)) result.kind = Column::Kind::From;
    return result;
}

const Word* only_word(const std::vector<Expression>& values) {
    const bool one = values.size() == 1 && values.front().first.words.size() == 1 && values.front().rest.empty();
    return one ? &values.front().first.words.front() : nullptr;
}

void report_cell(Reading& reading, Span where, const char* nl, const char* en) {
    reading.diagnostics.report(Code::UnexpectedWord, where,
                               {term("expected", nl, en), word("found", std::string(reading.source.text(where)))});
}

using CellKind = decltype(Cell::kind);

CellKind to_source_cell(Reading& reading, const Node& cell, const std::vector<Expression>& values, Span where) {
    const Word* text = only_word(values);
    if (values.empty() && cell.has(TokenKind::Unverified)) return SourceCell{{std::nullopt, true}};
    if (text != nullptr && text->kind == WordKind::Quoted) {
        return SourceCell{{text->text, cell.has(TokenKind::Unverified)}};
    }
    report_cell(reading, where, "een bron tussen aanhalingstekens of `niet geverifieerd`",
                "a source in quotation marks or `niet geverifieerd`");
    return EmptyCell{};
}

CellKind to_date_cell(Reading& reading, const std::vector<Expression>& values, Span where) {
    const Word* text = only_word(values);
    const auto* date = text != nullptr && text->literal ? std::get_if<DateLiteral>(&*text->literal) : nullptr;
    if (date != nullptr) return DateCell{date->value};
    report_cell(reading, where, "een datum zoals 1 maart 2026", "a date such as 1 maart 2026");
    return EmptyCell{};
}

CellKind to_value_cell(Reading& reading, const Node& cell, std::vector<Expression> values, Span where) {
    if (cell.has(TokenKind::Dash)) return AnyCell{};
    if (cell.has(TokenKind::Unverified)) {
        report_cell(reading, where, "een waarde", "a value");
        return EmptyCell{};
    }
    if (cell.has(TokenKind::Exactly)) return BoundCell{BoundWord::Exactly, std::move(values.front())};
    if (cell.has(TokenKind::AimFor)) return BoundCell{BoundWord::AimFor, std::move(values.front())};
    if (const Node* comparison = cell.find(Rule::Comparison)) {
        return ComparedCell{to_comparison(*comparison), std::move(values.front())};
    }
    if (cell.has(TokenKind::Until)) return BetweenCell{std::move(values[0]), std::move(values[1])};
    check_values(reading, values);
    return ValuesCell{std::move(values)};
}

// `precies` and `streven naar` are for agreed numbers; in a decision table the value itself says enough.
void check_bound_words(Reading& reading, const TableRow& row) {
    for (const Cell& cell : row.cells) {
        if (!std::holds_alternative<BoundCell>(cell.kind)) continue;
        report_cell(reading, cell.where, "een waarde zonder `precies` of `streven naar`",
                    "a value without `precies` or `streven naar`");
    }
}

Cell to_cell(Reading& reading, const Node& cell, Column::Kind column, Span line) {
    if (cell.children.empty()) return {EmptyCell{}, line};
    const Span where = span_of(cell);
    std::vector<Expression> values;
    for (const Node* value : cell.all(Rule::Expression)) values.push_back(to_expression(*value));
    if (column == Column::Kind::Source) return {to_source_cell(reading, cell, values, where), where};
    if (column == Column::Kind::From) return {to_date_cell(reading, values, where), where};
    return {to_value_cell(reading, cell, std::move(values), where), where};
}

// Markdown's own line between head and rows: | --- | --- |
bool is_separator(const Line& line) {
    return std::all_of(line.words.begin(), line.words.end(), [](const Token& token) {
        return token.kind == TokenKind::Bar || token.kind == TokenKind::Dashes;
    });
}

// The bar at the end of a row may be left out.
Line with_last_bar(const Line& line) {
    Line closed = line;
    if (closed.words.back().kind != TokenKind::Bar) {
        Token bar = closed.words.front();
        bar.where = {closed.words.back().where.source, closed.words.back().where.end, closed.words.back().where.end};
        closed.words.push_back(bar);
    }
    return closed;
}

bool has_column(const TableClause& table, Column::Kind kind) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return column.kind == kind; });
}

void add_row(Reading& reading, const Line& line, TableClause& table) {
    const Line closed = with_last_bar(line);
    const ParsedLine parsed = parse_line(reading, closed, LineKind::Row, Rule::RowLine);
    if (!parsed.node) return;
    const auto cells = parsed.node->all(Rule::Cell);
    if (cells.size() != table.columns.size()) {
        return reading.diagnostics.report(
            Code::CellCount, line.where(),
            {word("found", std::to_string(cells.size())), word("expected", std::to_string(table.columns.size()))});
    }
    TableRow row{{}, line.where()};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row.cells.push_back(to_cell(reading, *cells[i], table.columns[i].kind, line.where()));
    }
    if (has_column(table, Column::Kind::Input)) check_bound_words(reading, row);
    table.rows.push_back(std::move(row));
}

}  // namespace

namespace {

// A column of a decision table says with its first word what it is for.
bool check_columns(Reading& reading, const TableClause& table) {
    bool is_right = true;
    for (const Column& column : table.columns) {
        if (column.kind != Column::Kind::Key) continue;
        report_cell(reading, column.where, "`als`, `dan`, `bron` of `vanaf`", "`als`, `dan`, `bron` or `vanaf`");
        is_right = false;
    }
    return is_right;
}

bool check_key_columns(Reading& reading, const TableClause& table) {
    bool is_right = true;
    for (const Column& column : table.columns) {
        if (column.kind != Column::Kind::Input && column.kind != Column::Kind::Result) continue;
        report_cell(reading, column.where, "een naam zonder `als` of `dan`", "a name without `als` or `dan`");
        is_right = false;
    }
    return is_right;
}

}  // namespace

TableClause to_table(Reading& reading, HeaderClass header, const std::vector<const Line*>& rows) {
    TableClause table;
    const ParsedLine head = parse_line(reading, with_last_bar(*rows.front()), LineKind::Columns, Rule::ColumnsLine);
    if (!head.node) return table;
    for (const Node* column : head.node->all(Rule::Column)) table.columns.push_back(to_column(*column));
    const bool has_keys = header == HeaderClass::Contingent || header == HeaderClass::Apportionment;
    if (!(has_keys ? check_key_columns(reading, table) : check_columns(reading, table))) return table;
    const bool complete = has_keys ? has_column(table, Column::Kind::Key)
                                   : has_column(table, Column::Kind::Input) && has_column(table, Column::Kind::Result);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (i == 1 && is_separator(*rows[i])) continue;
        add_row(reading, *rows[i], table);
    }
    if (!complete || rows.size() < 2) reading.diagnostics.report(Code::TableIncomplete, rows.front()->where());
    return table;
}

}  // namespace toets::syntax
