// The uitstroomdocument a steering group puts before its board: what needs attention, a table of each thing that was
// agreed, and of each combination a bar, its quarters and what is told of it.
#include "base/text.h"
#include "explanation/codes.h"
#include "monitor/charts.h"

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
td.few { text-align: right; color: var(--soft); }
@media (max-width: 30rem) { .overview thead { position: absolute; left: -100vw; } .overview tr, .overview th, .overview td { display: block; }
  .overview tr { border-bottom: 2px solid var(--line); padding: .4rem 0; } .overview tbody th { font-weight: 600; }
  .overview tr > th, .overview tr > td { border: 0; text-align: left; padding: .05rem 0; width: auto; }
  .overview td.none { display: none; } .overview td::before { content: attr(data-label) ": "; color: var(--soft); } table { font-size: .85rem; } }
@media print { .attention { break-inside: avoid; } h2, h3, caption { break-after: avoid; } }
)css";

constexpr std::string_view nothing = "–";

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

std::string_view outcome_class(const Row& row) {
    return explanation::to_code(row.is_outcome_shown ? row.position.outcome : program::Outcome::NotApplicable);
}

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

// ------------------------------------------------------------------------------------------------------- the overview

class Overview {
public:
    explicit Overview(const Reader& reader) : reader_(reader) {}

    std::string write(const TallyTable& tally) {
        std::string html = "<table class=\"overview\">\n" + element("caption", "", name_of(tally, reader_.language)) +
                           "\n<thead>\n<tr>";
        for (const Phrase words : {Phrase::ColumnKey, Phrase::ColumnAgreed}) html += column("", reader_.say(words));
        for (const Phrase words :
             {Phrase::ColumnDone, Phrase::ColumnPlanned, Phrase::ColumnShort, Phrase::ColumnRoom}) {
            html += column("number", reader_.say(words));
        }
        html += column("", reader_.say(Phrase::ColumnOutcome)) + "</tr>\n</thead>\n<tbody>\n";
        for (const Row& row : tally.rows) html += write(row);
        return html + "</tbody>\n</table>\n";
    }

private:
    std::string write(const Row& row) {
        const portfolio::Standing& standing = *row.position.after;
        return "<tr><th scope=\"row\">" + escape_html(key_words(row.position, reader_.language)) + "</th>" +
               cell("", Phrase::ColumnAgreed, agreed_words(row.position, reader_.language)) +
               counted(Phrase::ColumnDone, row, row.counted.done, row.of.done) +
               counted(Phrase::ColumnPlanned, row, row.counted.planned, row.of.planned) +
               cell("number", Phrase::ColumnShort, number(standing.short_of)) +
               cell("number", Phrase::ColumnRoom, room(standing)) +
               cell(outcome_class(row), Phrase::ColumnOutcome, outcome_words(reader_, row)) + "</tr>\n";
    }
    [[nodiscard]] std::string counted(Phrase words, const Row& row, const Figure& counted, const Figure& of) const {
        const bool is_exact = counted.is_exact() && (of.is_exact() || !row.position.is_share);
        if (row.position.is_share && of == Figure{}) return cell("number", words, std::string(nothing));
        std::string text = reader_.to_words(counted);
        if (row.position.is_share && is_exact) {
            text = reader_.say(Phrase::ShareOf, {{"count", text}, {"of", reader_.to_words(of)}});
        } else if (row.position.is_share) {
            text = reader_.say(Phrase::NotShown);
        }
        return cell(is_exact ? "number" : "few", words, text);
    }
    [[nodiscard]] std::string cell(std::string_view css_class, Phrase label, const std::string& text) const {
        const std::string kind = std::string(css_class) + (text == nothing ? " none" : "");
        return "<td class=\"" + kind + "\" data-label=\"" + escape_html(reader_.say(label)) + "\">" +
               escape_html(text) + "</td>";
    }
    [[nodiscard]] std::string room(const portfolio::Standing& standing) const {
        if (!standing.room || *standing.room >= 0) return number(standing.room);
        return reader_.say(Phrase::TooMany, {{"count", std::to_string(-*standing.room)}});
    }
    static std::string number(const std::optional<std::int64_t>& value) {
        return value ? std::to_string(*value) : std::string(nothing);
    }

    const Reader& reader_;
};

std::string overview_html(const Reader& reader) {
    std::string html = element("h2", "", reader.say(Phrase::MonitorOverview)) + "\n";
    for (const TallyTable& tally : reader.monitor.tallies) {
        if (!tally.rows.empty()) html += Overview(reader).write(tally);
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

std::string tally_html(const Reader& reader, const TallyTable& tally) {
    std::string html = element("h2", "", name_of(tally, reader.language)) + "\n";
    if (!tally.is_shown) return html + element("p", "", reader.say(Phrase::TallyNotShown)) + "\n";
    if (tally.rows.empty()) return html + element("p", "", reader.say(Phrase::NothingCounted)) + "\n";
    for (const Row& row : tally.rows) html += row_html(reader, row);
    return html;
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
    if (!monitor.tallies.empty()) {
        body += overview_html(reader);
        body += element("p", "legend", reader.say(Phrase::MonitorLegend)) + "\n";
        body += element("p", "legend", reader.say(Phrase::QuarterLegend)) + "\n";
    }
    for (const TallyTable& tally : monitor.tallies) body += tally_html(reader, tally);
    body += apportionments_html(monitor.apportionments, language);
    std::vector<std::string> silent;
    for (const SilentParty& party : monitor.silent) silent.push_back(to_words(reader, party));
    if (!silent.empty()) body += listing_html(reader.say(Phrase::SilentParties), silent);
    for (const RuleListing& listing : to_rule_listings(reader)) body += listing_html(listing.heading, listing.lines);
    return explanation::to_page(title_of(reader, Phrase::OutflowDocument), body + "</article>\n",
                                std::string(chart_style) + std::string(monitor_style), language, Phrase::MonitorFooter);
}

}  // namespace toets::monitor
