// The divisions as part of the page for a steering group.
#include "base/text.h"
#include "monitor/apportionments.h"

namespace toets::monitor {

namespace {

std::string tagged(std::string_view tag, std::string_view text, std::string_view css_class = {}) {
    std::string html = "<" + std::string(tag);
    if (!css_class.empty()) html += " class=\"" + std::string(css_class) + "\"";
    return html + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

std::string row_html(const std::vector<std::string>& cells, std::string_view first, std::string_view others) {
    std::string html = "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        html += tagged(i == 0 ? first : others, cells[i], i == 0 ? "" : "number");
    }
    return html + "</tr>\n";
}

std::string apportionment_html(const ApportionmentTable& table, Language language) {
    std::string html = tagged("h2", name_of(table, language), "tally") + "\n";
    for (const std::string& line : agreed_lines(table, language)) html += tagged("p", line) + "\n";
    const std::vector<ApportionmentRow> rows = to_rows(table, language);
    if (!rows.empty()) {
        html += "<table>\n" + row_html(row_heads(table, language), "th", "th");
        for (const ApportionmentRow& row : rows) html += row_html(cells_of(row), "th", "td");
        html += "</table>\n";
    }
    for (const std::string& line : reason_lines(table, language)) html += tagged("p", line, "reason") + "\n";
    return html;
}

}  // namespace

std::string apportionments_html(const std::vector<ApportionmentTable>& tables, Language language) {
    std::string html;
    for (const ApportionmentTable& table : tables) html += apportionment_html(table, language);
    return html;
}

}  // namespace toets::monitor
