#include "monitor/html_parts.h"

#include "base/text.h"
#include "explanation/codes.h"

namespace toets::monitor {

std::string element(std::string_view tag, std::string_view css_class, std::string_view text) {
    std::string html = "<" + std::string(tag);
    if (!css_class.empty()) html += " class=\"" + std::string(css_class) + "\"";
    return html + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

std::string list(const std::vector<std::string>& lines) {
    std::string items;
    for (const std::string& line : lines) items += element("li", "", line) + "\n";
    return "<ul>\n" + items + "</ul>\n";
}

std::string column(std::string_view css_class, const std::string& words) {
    const std::string kind = css_class.empty() ? std::string() : " class=\"" + std::string(css_class) + "\"";
    return "<th scope=\"col\"" + kind + ">" + escape_html(words) + "</th>";
}

std::string cell(const Reader& reader, std::string_view css_class, explanation::Phrase label, const std::string& text) {
    const std::string kind = std::string(css_class) + (text == nothing ? " none" : "");
    return "<td class=\"" + kind + "\" data-label=\"" + escape_html(reader.say(label)) + "\">" + escape_html(text) +
           "</td>";
}

std::string_view outcome_class(const Row& row) {
    return explanation::to_code(row.is_outcome_shown ? row.position.outcome : program::Outcome::NotApplicable);
}

}  // namespace toets::monitor
