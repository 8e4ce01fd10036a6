#include <string>

#include "base/text.h"
#include "explanation/codes.h"
#include "explanation/page_style.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "explanation/to_text.h"

namespace toets::explanation {

namespace {

std::string element(std::string_view tag, std::string_view css_class, std::string_view text) {
    std::string html = "<" + std::string(tag);
    if (!css_class.empty()) html += " class=\"" + std::string(css_class) + "\"";
    return html + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

std::string to_html(const Line& line) {
    const std::string depth = line.depth > 0 ? " depth" + std::to_string(line.depth) : std::string();
    switch (line.kind) {
        case Line::Kind::Action: return element("p", "action" + depth, "→ " + line.text) + "\n";
        case Line::Kind::Need: return element("p", "need" + depth, line.text) + "\n";
        case Line::Kind::Detail:
        case Line::Kind::Reason: return element("p", "reason" + depth, line.text) + "\n";
        case Line::Kind::Basis: return element("p", "basis" + depth, line.text) + "\n";
    }
    return {};
}

std::string to_html(const Listing& listing) {
    return "<p class=\"listing\">" + element("strong", "", listing.heading) + " " +
           escape_html(joined(listing.names, ", ")) + "</p>\n";
}

std::string to_html(const Report& report) {
    std::string html = "<article>\n" + element("h1", "", joined(report.title, " · ")) + "\n";
    html += "<p class=\"verdict " + std::string(to_code(report.verdict)) + "\">";
    html += element("strong", "", report.verdict_words) + " " + escape_html(joined(report.counts, ", ")) + "</p>\n";
    for (const Entry& entry : report.entries) html += to_html(entry);
    for (const std::string& line : report.outlook) html += element("p", "earliest", line) + "\n";
    for (const Listing& listing : report.listings) html += to_html(listing);
    return html + "</article>\n";
}

}  // namespace

std::string to_html(const Entry& entry) {
    std::string html = "<section class=\"finding\">\n<h2>";
    html += element("span", "outcome " + std::string(to_code(entry.outcome)), entry.outcome_words);
    html += escape_html(entry.rule) + "</h2>\n";
    if (!entry.reference.empty()) html += element("p", "reference", entry.reference) + "\n";
    html += entry.figure;
    for (const Line& line : entry.lines) html += to_html(line);
    return html + "</section>\n";
}

std::string to_html(const std::vector<Answer>& answers, const View& view, const Refused& refused) {
    std::string title = say(Phrase::PageTitle, view.language);
    std::string body;
    if (!refused.empty()) body += element("p", "refused", refused_words(refused, view.language)) + "\n";
    for (const Answer& answer : answers) {
        const Report report = to_report(answer, view);
        if (answers.size() == 1) title = joined(report.title, " · ");
        body += to_html(report);
    }
    return to_page(title, body, {}, view.language);
}

std::string to_page(std::string_view title, std::string_view body, std::string_view style, Language language,
                    Phrase footer) {
    const bool is_dutch = language == Language::Dutch;
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(is_dutch ? "nl" : "en") + "\">\n<head>\n";
    html += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += element("title", "", title) + "\n<style>\n" + std::string(page_style) + std::string(style) +
            "</style>\n</head>\n<body>\n<main>\n";
    html += std::string(body) + "</main>\n" + element("footer", "", say(footer, language)) + "\n</body>\n</html>\n";
    return html;
}

}  // namespace toets::explanation
