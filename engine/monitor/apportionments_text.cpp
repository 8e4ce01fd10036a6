// The divisions as text: what was agreed, a table, and why.
#include <algorithm>

#include "base/text.h"
#include "explanation/report.h"
#include "monitor/apportionments.h"

namespace toets::monitor {

namespace {

constexpr std::string_view margin = "  ";

std::string padded(const std::string& text, std::size_t width, bool is_first) {
    const std::string room(width - std::min(width, display_width(text)), ' ');
    return is_first ? text + room : room + text;
}

std::string aligned(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string text;
    for (const std::vector<std::string>& row : rows) {
        text += margin;
        for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "  " : "") + padded(row[i], widths[i], i == 0);
        text += "\n";
    }
    return text;
}

std::string apportionment_text(const ApportionmentTable& table, Language language) {
    const std::string hanging = std::string(margin) + "  ";
    std::string text = "\n" + explanation::wrapped(name_of(table, language), "", std::string(margin));
    for (const std::string& line : agreed_lines(table, language)) {
        text += explanation::wrapped(line, std::string(margin), hanging);
    }
    const std::vector<ApportionmentRow> rows = to_rows(table, language);
    if (!rows.empty()) {
        std::vector<std::vector<std::string>> lines{row_heads(table, language)};
        for (const ApportionmentRow& row : rows) lines.push_back(cells_of(row));
        text += "\n" + aligned(lines) + "\n";
    }
    for (const std::string& line : reason_lines(table, language)) {
        text += explanation::wrapped(line, std::string(margin), hanging);
    }
    return text;
}

}  // namespace

std::string apportionments_text(const std::vector<ApportionmentTable>& tables, Language language) {
    std::string text;
    for (const ApportionmentTable& table : tables) text += apportionment_text(table, language);
    return text;
}

}  // namespace toets::monitor
