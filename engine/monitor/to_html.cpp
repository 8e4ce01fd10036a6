// The uitstroomdocument a steering group puts before its board: what needs attention, a table of each thing that was
// agreed, and of each combination a bar, its quarters and what is told of it.
#include <algorithm>

#include "base/text.h"
#include "monitor/charts.h"
#include "monitor/html_parts.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

constexpr std::string_view monitor_style =
    R"css(h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; border-top: 2px solid var(--ink); padding-top: .8rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 0 0 .2rem; } h4 { font-size: .95rem; margin: .6rem 0 .1rem; }
.attention { border: 2px solid var(--ink); border-left-width: .75rem; border-radius: .25rem; padding: .2rem .8rem; margin: 1rem 0; }
.attention h2 { border: 0; margin: .2rem 0; padding: 0; } .attention ul { margin: .1rem 0 .6rem; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .5rem 0 1.2rem; overflow-wrap: normal; hyphens: auto; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; } tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { font-weight: 600; border-bottom: 2px solid var(--ink); } .number { text-align: right; white-space: nowrap; }
@media (min-width: 30rem) { .overview, .by-quarter { table-layout: fixed; } .overview { font-size: .85rem; }
  .overview th.number { width: 11.5%; white-space: normal; } .overview th:first-child { width: 22%; }
  .overview th:nth-child(2) { width: 16%; } .overview th:nth-child(7) { width: 16%; } .by-quarter th:first-child { width: 24%; }
  .overview td:nth-child(7), .overview th:nth-child(7) { padding-left: .6rem; } }
table.sums { table-layout: auto; } table.sums th { width: auto; } table.sums th.number { width: auto; }
@media (min-width: 30rem) { table.sums .number { padding-left: .5rem; } table.sums th:nth-child(n) { width: auto; } }
td.few { text-align: right; color: var(--soft); }
@media (max-width: 30rem) { .overview thead { position: absolute; left: -100vw; } .overview tr, .overview th, .overview td { display: block; }
  .overview tr { border-bottom: 2px solid var(--line); padding: .4rem 0; } .overview tbody th { font-weight: 600; }
  .overview tr > th, .overview tr > td { border: 0; text-align: left; padding: .05rem 0; width: auto; }
  .overview td.none { display: none; } .overview td::before { content: attr(data-label) ": "; color: var(--soft); } table { font-size: .85rem; } }
@media print { h2, h3, caption { break-after: avoid; } h2.annex { break-before: page; } .finding { break-inside: auto; } svg, .by-quarter { break-inside: avoid; } }
)css";

// ------------------------------------------------------------------------------------------------------- at the top

std::string attention_html(const Reader& reader) {
    std::string html =
        "<section class=\"attention\">\n" + element("h2", "", reader.say(Phrase::AttentionHeading)) + "\n";
    const std::vector<AttentionGroup> groups = to_groups(reader);
    if (groups.empty()) html += element("p", "", reader.say(Phrase::NothingNeedsAttention)) + "\n";
    for (const AttentionGroup& group : groups) {
        std::vector<std::string> lines = group.lines;
        if (group.more > 0) {
            lines.push_back(reader.say(Phrase::AttentionMore, {{"count", std::to_string(group.more)}}));
        }
        html += element("h3", "", group.heading) + "\n" + list(lines);
    }
    return html + "</section>\n";
}

// ------------------------------------------------------------------------------------------------------ the tables

// So many that they are not read one by one: those that need attention come first, and all of them stand at the end.
bool is_long(const Monitor& monitor) {
    constexpr std::size_t most_rows = 40;
    std::size_t rows = 0;
    for (const TallyTable& tally : monitor.tallies) rows += tally.rows.size();
    return rows > most_rows;
}

std::string sums_html(const Reader& reader) {
    std::string tables;
    for (const TallyTable& tally : reader.monitor.tallies) tables += to_sums_tables(reader, tally);
    return tables.empty() ? tables : element("h2", "", reader.say(Phrase::SumsByParty)) + "\n" + tables;
}

std::string overviews_html(const Reader& reader, Phrase heading) {
    const std::string_view css_class = heading == Phrase::MonitorAnnex ? "annex" : "";
    std::string html = element("h2", css_class, reader.say(heading)) + "\n";
    for (const TallyTable& tally : reader.monitor.tallies) {
        if (!tally.rows.empty()) html += to_overview(reader, tally);
    }
    return html;
}

// --------------------------------------------------------------------------------------------------- one combination

std::string quarter_row(const Reader& reader, Phrase heading, const std::vector<std::string>& numbers) {
    std::string html = "<tr><th scope=\"row\">" + escape_html(reader.say(heading)) + "</th>";
    for (const std::string& number : numbers) html += element("td", "number", number);
    return html + "</tr>\n";
}

template <class Pick>
std::string quarter_row(const Reader& reader, const Row& row, Phrase heading, Pick pick) {
    std::vector<std::string> numbers;
    bool is_anything = false;
    for (const Quarter& quarter : row.quarters) {
        const Figure& figure = pick(quarter);
        is_anything = is_anything || figure != Figure{};
        numbers.push_back(is_to_come(reader, quarter) ? std::string(nothing) : reader.to_words(figure));
    }
    const bool is_always = heading == Phrase::ColumnDone || heading == Phrase::ColumnOfDone;
    return is_anything || is_always ? quarter_row(reader, heading, numbers) : std::string();
}

std::string quarters_html(const Reader& reader, const Row& row) {
    if (quarter_lines(reader, row).empty()) return {};
    std::string html = "<table class=\"by-quarter\">\n" + element("caption", "", reader.say(Phrase::QuarterTable)) +
                       "\n<thead>\n<tr>" + column("", reader.say(Phrase::ColumnQuarter));
    for (const Quarter& quarter : row.quarters) html += column("number", std::to_string(quarter.number));
    html += "</tr>\n</thead>\n<tbody>\n";
    html += quarter_row(reader, row, Phrase::ColumnDone, [](const Quarter& quarter) { return quarter.counted.done; });
    html +=
        quarter_row(reader, row, Phrase::ColumnPlanned, [](const Quarter& quarter) { return quarter.counted.planned; });
    html +=
        quarter_row(reader, row, Phrase::ColumnPerhaps, [](const Quarter& quarter) { return quarter.counted.perhaps; });
    if (row.position.is_share) {
        html += quarter_row(reader, row, Phrase::ColumnOfDone, [](const Quarter& quarter) { return quarter.of.done; });
        html += quarter_row(reader, row, Phrase::ColumnOfPlanned,
                            [](const Quarter& quarter) { return quarter.of.planned; });
        html += quarter_row(reader, row, Phrase::ColumnOfPerhaps,
                            [](const Quarter& quarter) { return quarter.of.perhaps; });
    } else if (const std::vector<Sum> sums = to_sums(reader, row); !sums.empty()) {
        std::vector<std::string> numbers;
        numbers.reserve(row.quarters.size());
        for (const Sum& sum : sums) numbers.push_back(std::to_string(sum.done + sum.planned));
        numbers.resize(row.quarters.size(), std::string(nothing));
        html += quarter_row(reader, Phrase::ColumnSum, numbers);
    }
    return html + "</tbody>\n</table>\n" + to_quarter_chart(reader, row);
}

std::string row_html(const Reader& reader, const Row& row) {
    std::string html = "<section class=\"finding\">\n<h3>" +
                       element("span", "outcome " + std::string(outcome_class(row)), outcome_words(reader, row)) +
                       escape_html(key_words(row.position, reader.language)) + "</h3>\n" + to_bar(reader, row);
    for (const explanation::Line& line : to_lines(reader, row)) html += element("p", "reason", line.text) + "\n";
    return html + quarters_html(reader, row) + "</section>\n";
}

// Which combinations of a tally are told one by one, in the order in which they need attention.
std::vector<std::size_t> rows_told(const Reader& reader, std::size_t tally) {
    constexpr std::size_t most_told = 12;
    const std::size_t count = reader.monitor.tallies[tally].rows.size();
    std::vector<std::size_t> rows;
    if (!is_long(reader.monitor) || count <= most_told) {
        for (std::size_t row = 0; row < count; ++row) rows.push_back(row);
        return rows;
    }
    for (const Attention& attention : reader.monitor.attention) {
        const bool is_here = attention.is_of_row() && attention.tally == tally;
        const bool is_new = is_here && std::find(rows.begin(), rows.end(), attention.row) == rows.end();
        if (is_new && rows.size() < most_told) rows.push_back(attention.row);
    }
    return rows;
}

std::string tally_html(const Reader& reader, std::size_t index) {
    const TallyTable& tally = reader.monitor.tallies[index];
    std::string html = element("h2", "", name_of(tally, reader.language)) + "\n";
    if (!tally.is_shown) return html + element("p", "", reader.say(Phrase::TallyNotShown)) + "\n";
    if (tally.rows.empty()) return html + element("p", "", reader.say(Phrase::NothingCounted)) + "\n";
    const std::vector<std::size_t> told = rows_told(reader, index);
    for (const std::size_t row : told) html += row_html(reader, tally.rows[row]);
    const std::size_t more = tally.rows.size() - told.size();
    if (more == 0) return html;
    const Phrase words = told.empty() ? Phrase::AllInAnnex : Phrase::OthersInAnnex;
    return html + element("p", "", reader.say(words, {{"count", std::to_string(more)}})) + "\n";
}

std::string listing_html(const std::string& heading, const std::vector<std::string>& lines) {
    return element("h2", "", heading) + "\n" + list(lines);
}

}  // namespace

std::string to_html(const Monitor& monitor, Language language) {
    const Reader reader{monitor, language};
    const std::string title = reader.say(Phrase::OutflowDocument, {{"name", monitor.agreement}});
    std::string body = chart_definitions() + "<article>\n" + element("h1", "", title) + "\n";
    body += element("p", "", explanation::joined(title_parts(reader), " · ")) + "\n";
    body += element("p", "", register_words(reader)) + "\n";
    if (monitor.fewest_shown > 0) {
        body += element("p", "legend",
                        reader.say(Phrase::SmallCountsHidden, {{"fewest", std::to_string(monitor.fewest_shown)}})) +
                "\n";
    }
    if (!monitor.not_shown.empty()) body += element("p", "legend", not_shown_words(reader)) + "\n";
    body += attention_html(reader);
    body += sums_html(reader);
    const bool has_annex = is_long(monitor);
    if (!monitor.tallies.empty()) {
        if (!has_annex) body += overviews_html(reader, Phrase::MonitorOverview);
        body += element("p", "legend", reader.say(Phrase::MonitorLegend)) + "\n";
        body += element("p", "legend", reader.say(Phrase::QuarterLegend)) + "\n";
    }
    for (std::size_t tally = 0; tally < monitor.tallies.size(); ++tally) body += tally_html(reader, tally);
    body += apportionments_html(monitor.apportionments, language);
    body += redistributions_html(monitor.redistributions, language);
    std::vector<std::string> silent;
    for (const SilentParty& party : monitor.silent) silent.push_back(to_words(reader, party));
    if (!silent.empty()) body += listing_html(reader.say(Phrase::SilentParties), silent);
    for (const RuleListing& listing : to_rule_listings(reader)) body += listing_html(listing.heading, listing.lines);
    if (has_annex) body += overviews_html(reader, Phrase::MonitorAnnex);
    return explanation::to_page(title_of(reader, Phrase::OutflowDocument), body + "</article>\n",
                                std::string(chart_style) + std::string(monitor_style), language, Phrase::MonitorFooter);
}

}  // namespace toets::monitor
