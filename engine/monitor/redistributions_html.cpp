// What was left over and handed on, as part of the page for a steering group.
#include "base/text.h"
#include "monitor/redistributions.h"

namespace toets::monitor {

namespace {

std::string in_tag(std::string_view tag, std::string_view text, std::string_view css_class = {}) {
    std::string html = "<" + std::string(tag);
    if (!css_class.empty()) html += " class=\"" + std::string(css_class) + "\"";
    return html + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

std::string table_html(const std::vector<Cells>& rows) {
    if (rows.empty()) return {};
    std::string html = "<table>\n";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        html += "<tr>";
        for (std::size_t i = 0; i < rows[row].size(); ++i) {
            html += in_tag(row == 0 || i == 0 ? "th" : "td", rows[row][i]);
        }
        html += "</tr>\n";
    }
    return html + "</table>\n";
}

std::string redistribution_html(const RedistributionTable& table, Language language) {
    std::string html = in_tag("h2", name_of(table, language), "tally") + "\n";
    for (const std::string& line : agreed_lines(table, language)) html += in_tag("p", line) + "\n";
    html += table_html(holder_cells(table, language)) + table_html(request_cells(table, language));
    for (const std::string& line : reason_lines(table, language)) html += in_tag("p", line, "reason") + "\n";
    return html;
}

}  // namespace

std::string redistributions_html(const std::vector<RedistributionTable>& tables, Language language) {
    std::string html;
    for (const RedistributionTable& table : tables) html += redistribution_html(table, language);
    return html;
}

}  // namespace toets::monitor
