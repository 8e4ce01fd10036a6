// What was left over and handed on, as text.
#include <algorithm>

#include "base/text.h"
#include "explanation/report.h"
#include "monitor/redistributions.h"

namespace toets::monitor {

namespace {

constexpr std::string_view table_indent = "  ";

constexpr std::size_t table_columns = 80;

enum class LastColumn { Figure, Reason };

// Each row by itself, each cell after the head of its column; a reason needs no head.
std::string in_lines(const std::vector<Cells>& rows, LastColumn last) {
    std::string text = "\n";
    for (std::size_t row = 1; row < rows.size(); ++row) {
        std::string line = rows[row].front();
        for (std::size_t i = 1; i < rows[row].size(); ++i) {
            const bool is_reason = last == LastColumn::Reason && i + 1 == rows[row].size();
            line += is_reason ? " – " + rows[row][i] : (i == 1 ? ": " : "; ") + rows.front()[i] + " " + rows[row][i];
        }
        text += explanation::wrapped(line, std::string(table_indent) + "- ", std::string(table_indent) + "    ");
    }
    return text;
}

// Words to the left, numbers to the right: by what the second row holds. A table too wide for the screen is a list.
std::string in_columns(const std::vector<Cells>& rows, LastColumn last) {
    if (rows.empty()) return {};
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    const auto is_number = [&](std::size_t column) {
        const std::string& cell = rows[1][column];
        return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    std::string text = "\n";
    for (const Cells& row : rows) {
        std::string line(table_indent);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string room(widths[i] - std::min(widths[i], display_width(row[i])), ' ');
            line += (i > 0 ? "  " : "") + (is_number(i) ? room + row[i] : row[i] + room);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        if (display_width(line) > table_columns) return in_lines(rows, last);
        text += line + "\n";
    }
    return text;
}

std::string redistribution_text(const RedistributionTable& table, Language language) {
    const std::string hanging = std::string(table_indent) + "  ";
    std::string text = "\n" + explanation::wrapped(name_of(table, language), "", std::string(table_indent));
    for (const std::string& line : agreed_lines(table, language)) {
        text += explanation::wrapped(line, std::string(table_indent), hanging);
    }
    const std::string tables = in_columns(holder_cells(table, language), LastColumn::Figure) +
                               in_columns(request_cells(table, language), LastColumn::Reason);
    text += tables + (tables.empty() ? "" : "\n");
    for (const std::string& line : reason_lines(table, language)) {
        text += explanation::wrapped(line, std::string(table_indent), hanging);
    }
    return text;
}

}  // namespace

std::string redistributions_text(const std::vector<RedistributionTable>& tables, Language language) {
    std::string text;
    for (const RedistributionTable& table : tables) text += redistribution_text(table, language);
    return text;
}

}  // namespace toets::monitor
