#include "explanation/to_text.h"

#include <algorithm>

#include "base/text.h"
#include "diagnostics/printable.h"
#include "explanation/report.h"

namespace toets::explanation {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t indent = 12;            // of the lines under a finding
constexpr std::size_t reference_column = 45;  // where article and version stand
constexpr std::size_t longest_text = 4000;    // characters of one piece

struct Indent {
    std::string first;  // before the first line
    std::string rest;   // before the others, as wide or wider
};

// As it may safely appear on a terminal.
std::string on_one_line(std::string_view text) { return to_printable(text, longest_text); }

// A number stays on the line of the words beside it: "artikel 3", "10 maart 2026", "€ 1.500,00".
bool may_break(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty() || before.back() == ',' || before.back() == ';') return true;
    if (is_digit(after.front())) return false;
    return before.size() > 2 || !std::all_of(before.begin(), before.end(), is_digit);
}

// The pieces of a text that stay together, without the spaces between them.
std::vector<std::string> to_pieces(std::string_view text) {
    std::vector<std::string> pieces;
    std::string_view before;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view next = text.substr(0, end);
        const bool is_new = pieces.empty() || may_break(before, next) || display_width(pieces.back()) > columns / 2;
        if (is_new) {
            pieces.emplace_back(next);
        } else {
            pieces.back() += " " + std::string(next);
        }
        before = next;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return pieces;
}

// Breaks between pieces; one that is longer than the line is left whole.
std::string wrap(std::string_view text, const Indent& indents) {
    std::string wrapped = indents.first;
    std::size_t column = display_width(indents.first);
    bool is_line_start = true;
    for (const std::string& piece : to_pieces(on_one_line(text))) {
        const std::size_t width = display_width(piece);
        if (!is_line_start && column + 1 + width > columns) {
            wrapped += "\n" + indents.rest;
            column = display_width(indents.rest);
        } else if (!is_line_start) {
            wrapped += ' ';
            ++column;
        }
        wrapped += piece;
        column += width;
        is_line_start = false;
    }
    return wrapped + "\n";
}

std::string to_head(const Entry& entry) {
    std::string head = entry.outcome_words;
    head += std::string(std::max(indent, display_width(head) + 2) - display_width(head), ' ') + on_one_line(entry.rule);
    if (entry.reference.empty()) return wrap(head, {"", std::string(indent, ' ')});
    const std::size_t width = display_width(head);
    const std::size_t start = std::max(reference_column, width + 2);
    if (start + display_width(entry.reference) <= columns) {
        return head + std::string(start - width, ' ') + on_one_line(entry.reference) + "\n";
    }
    const std::string margin(indent, ' ');
    std::string text;
    text += width <= columns ? head + "\n" : wrap(head, {"", margin});
    return text + wrap(entry.reference, {margin, margin});
}

std::string to_line(const Line& line) {
    const std::string margin(indent + 2 * line.depth, ' ');
    switch (line.kind) {
        case Line::Kind::Action: return wrap("→ " + line.text, {margin, margin + "  "});
        case Line::Kind::Detail: {
            const std::string start = margin + (line.depth > 0 ? "  " : "");
            return wrap(line.text, {start, start + "  "});
        }
        case Line::Kind::Reason:
        case Line::Kind::Need: return wrap(line.depth > 0 ? "- " + line.text : line.text, {margin, margin + "  "});
        case Line::Kind::Basis: return wrap("(" + line.text + ")", {margin, margin + " "});
    }
    return {};
}

std::string to_paragraph(const Listing& listing) {
    return wrap(listing.names.empty() ? listing.heading : listing.heading + " " + joined(listing.names, ", "),
                {"", "  "});
}

}  // namespace

std::string wrapped(std::string_view text, const std::string& first, const std::string& rest) {
    return wrap(text, {first, rest});
}

std::string to_text(const Entry& entry) {
    std::string text = to_head(entry);
    for (const Line& line : entry.lines) text += to_line(line);
    return text;
}

std::string to_text(const Answer& answer, const View& view) {
    const Report report = to_report(answer, view);
    std::string text = wrap(joined(report.title, " · "), {"", "  "});
    const std::string counts = joined(report.counts, ", ");
    text += wrap(counts.empty() ? report.verdict_words : report.verdict_words + " – " + counts, {"", "  "});
    for (const Entry& entry : report.entries) {
        text += "\n" + to_text(entry);
    }
    if (!report.outlook.empty()) text += "\n";
    for (const std::string& line : report.outlook) text += wrap(line, {"", "  "});
    if (!report.listings.empty()) text += "\n";
    for (const Listing& listing : report.listings) text += to_paragraph(listing);
    return text;
}

std::string to_text(const Refused& refused, const View& view) {
    return refused.empty() ? std::string() : wrap(refused_words(refused, view.language), {"", "  "});
}

}  // namespace toets::explanation
