// The document a steering group puts before its board: an overview as a table, and of each combination a bar. Shape and
// not only colour says what is done, planned and doubtful; the numbers stand beside it as text.
#include <algorithm>

#include "base/text.h"
#include "explanation/codes.h"
#include "explanation/phrases.h"
#include "explanation/report.h"
#include "monitor/monitor.h"

namespace toets::monitor {

using explanation::Phrase;
using explanation::say;
using explanation::TallyPosition;

namespace {

constexpr std::string_view style =
    R"css(table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0 1.5rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); }
td.number { text-align: right; white-space: nowrap; }
h2.tally { border-top: 2px solid var(--ink); padding-top: .8rem; margin-top: 1.5rem; font-size: 1.1rem; }
.bar { display: block; width: 100%; max-width: 30rem; height: auto; margin: .4rem 0; }
.bar .frame { fill: none; stroke: #57606a; } .bar .done { fill: #0550ae; }
.bar .planned { fill: url(#planned); stroke: #0550ae; }
.bar .perhaps { fill: none; stroke: #57606a; stroke-dasharray: 2 3; }
.bar .agreed { stroke: #1b1f24; stroke-width: 3; }
table { overflow-wrap: normal; hyphens: auto; }
@media (max-width: 30rem) { table { font-size: .8rem; } td, th { padding-right: .3rem; } .agreed-words { display: none; } }
)css";

// The stripes of what is planned, once for all bars.
constexpr std::string_view stripes =
    "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"planned\" width=\"6\" height=\"6\" "
    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"3\" height=\"6\" "
    "fill=\"#0550ae\"/></pattern></defs></svg>\n";

constexpr int bar_width = 400;
constexpr int bar_height = 28;
constexpr int bar_top = 5;
constexpr int bar_thickness = 18;
constexpr std::int64_t whole_share = 100'000'000;  // 100% in millionths

std::string element(std::string_view tag, std::string_view css_class, std::string_view text) {
    std::string html = "<" + std::string(tag);
    if (!css_class.empty()) html += " class=\"" + std::string(css_class) + "\"";
    return html + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

// Lengths on a bar, of which the longest fits it.
struct Bar {
    std::int64_t done = 0;
    std::int64_t planned = 0;
    std::int64_t perhaps = 0;
    std::int64_t agreed = 0;
    std::int64_t longest = 1;
};

// Of a share in parts of the whole: what is done and planned is divided by all that counts for it.
Bar bar_of(const TallyPosition& position) {
    const portfolio::Standing& standing = *position.after;
    const std::int64_t agreed = standing.agreed && standing.agreed->value ? *standing.agreed->value : 0;
    if (!position.is_share) {
        const portfolio::Count& counted = standing.counted;
        return {counted.done, counted.planned, counted.perhaps, agreed,
                std::max({std::int64_t{1}, agreed, counted.most()})};
    }
    const std::int64_t of = std::max<std::int64_t>(1, standing.of.most());
    const auto part = [of](std::int64_t count) { return count * whole_share / of; };
    return {part(standing.counted.done), part(standing.counted.planned), part(standing.counted.perhaps), agreed,
            whole_share};
}

class BarWriter {
public:
    explicit BarWriter(const Bar& bar) : bar_(bar) {}

    std::string write(std::string_view label) {
        std::string svg = "<svg class=\"bar\" role=\"img\" viewBox=\"0 0 " + std::to_string(bar_width + 4) + " " +
                          std::to_string(bar_height) + "\" aria-label=\"" + escape_html(label) + "\">";
        svg += rectangle("frame", 0, bar_.longest);
        svg += rectangle("done", 0, bar_.done);
        svg += rectangle("planned", bar_.done, bar_.planned);
        svg += rectangle("perhaps", bar_.done + bar_.planned, bar_.perhaps);
        if (bar_.agreed > 0) {
            const std::string x = std::to_string(2 + at(bar_.agreed));
            svg += "<line class=\"agreed\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"" +
                   std::to_string(bar_height) + "\"/>";
        }
        return svg + "</svg>\n";
    }

private:
    [[nodiscard]] int at(std::int64_t length) const {
        const std::int64_t within = std::min(length, bar_.longest);
        return static_cast<int>(within * bar_width / bar_.longest);
    }
    [[nodiscard]] std::string rectangle(std::string_view kind, std::int64_t from, std::int64_t length) const {
        const int x = at(from);
        const int width = at(from + length) - x;
        if (width <= 0) return {};
        return "<rect class=\"" + std::string(kind) + "\" x=\"" + std::to_string(2 + x) + "\" y=\"" +
               std::to_string(bar_top) + "\" width=\"" + std::to_string(width) + "\" height=\"" +
               std::to_string(bar_thickness) + "\"/>";
    }

    const Bar& bar_;
};

std::string overview(const Monitor& monitor, Language language) {
    std::string html = element("h2", "", say(Phrase::MonitorOverview, language)) + "\n<table>\n<tr>";
    for (const Phrase column :
         {Phrase::ColumnKey, Phrase::ColumnAgreed, Phrase::ColumnDone, Phrase::ColumnPlanned, Phrase::ColumnOutcome}) {
        html += element("th", column == Phrase::ColumnAgreed ? "agreed-words" : "", say(column, language));
    }
    html += "</tr>\n";
    for (const TallyTable& tally : monitor.tallies) {
        html += "<tr><th colspan=\"5\">" + escape_html(name_of(tally, language)) + "</th></tr>\n";
        for (const TallyPosition& position : tally.positions) {
            const portfolio::Count& counted = position.after->counted;
            html += "<tr>" + element("td", "", key_words(position, language)) +
                    element("td", "agreed-words", agreed_words(position, language)) +
                    element("td", "number", std::to_string(counted.done)) +
                    element("td", "number", std::to_string(counted.planned)) +
                    element("td", explanation::to_code(position.outcome),
                            explanation::to_words(position.outcome, language)) +
                    "</tr>\n";
        }
    }
    return html + "</table>\n";
}

std::string tally_html(const TallyTable& tally, Language language) {
    std::string html = element("h2", "tally", name_of(tally, language)) + "\n";
    if (tally.positions.empty()) return html + element("p", "", say(Phrase::NothingCounted, language)) + "\n";
    for (const TallyPosition& position : tally.positions) {
        explanation::Entry entry = to_entry(position, language);
        const portfolio::Count& counted = position.after->counted;
        const Bar bar = bar_of(position);
        entry.figure = BarWriter(bar).write(say(Phrase::MonitorBar, language,
                                                {{"done", std::to_string(counted.done)},
                                                 {"planned", std::to_string(counted.planned)},
                                                 {"perhaps", std::to_string(counted.perhaps)}}));
        html += explanation::to_html(entry);
    }
    return html;
}

std::string silent_html(const Monitor& monitor, Language language) {
    if (monitor.silent.empty()) return {};
    std::string items;
    for (const SilentParty& silent : monitor.silent) {
        items += element("li", "", to_words(monitor, silent, language)) + "\n";
    }
    return element("h2", "tally", say(Phrase::SilentParties, language)) + "\n<ul>\n" + items + "</ul>\n";
}

std::string rules_html(const Monitor& monitor, program::Outcome outcome, Phrase heading, Language language) {
    std::string rows;
    for (const UseOfRule& use : with_outcome(monitor, outcome, language)) {
        rows += "<tr>" + element("td", "number", std::to_string(use.count)) + element("td", "", use.rule) + "</tr>\n";
    }
    if (rows.empty()) return rows;
    return element("h2", "tally", say(heading, language)) + "\n<table>\n" + rows + "</table>\n";
}

}  // namespace

std::string to_html(const Monitor& monitor, Language language) {
    const std::string title = title_of(monitor, language);
    std::string body = std::string(stripes) + "<article>\n" + element("h1", "", title) + "\n";
    body += element("p", "", register_words(monitor, language)) + "\n";
    if (!monitor.tallies.empty()) {
        body += overview(monitor, language) + element("p", "legend", say(Phrase::MonitorLegend, language)) + "\n";
    }
    for (const TallyTable& tally : monitor.tallies) body += tally_html(tally, language);
    body += apportionments_html(monitor.apportionments, language);
    body += silent_html(monitor, language);
    body += rules_html(monitor, program::Outcome::Exempt, Phrase::ExceptionsUsed, language);
    body += rules_html(monitor, program::Outcome::Violated, Phrase::RulesViolated, language);
    return explanation::to_page(title, body + "</article>\n", style, language);
}

}  // namespace toets::monitor
