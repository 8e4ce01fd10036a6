// The tables of the page.
#include <algorithm>

#include "base/text.h"
#include "monitor/html_parts.h"

namespace toets::monitor {

using explanation::Phrase;

namespace {

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
        return monitor::cell(reader_, css_class, label, text);
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

// ------------------------------------------------------------------------------------------------- everything of a
// party

class Sums {
public:
    using Iterator = std::vector<PartySum>::const_iterator;
    Sums(const Reader& reader, const TallyTable& tally) : reader_(reader), tally_(tally) {}

    // Of one role.
    std::string write(Iterator first, Iterator last) {
        has_agreed_ = std::any_of(first, last, [](const PartySum& sum) { return sum.agreed.has_value(); });
        const std::string name = name_of(tally_, reader_.language);
        std::string html =
            "<table class=\"overview sums\">\n" +
            element("caption", "", reader_.say(Phrase::SumsBy, {{"name", name}, {"role", first->role}})) +
            "\n<thead>\n<tr>" + column("", reader_.say(Phrase::ColumnParty));
        if (has_agreed_) html += column("", reader_.say(Phrase::ColumnAgreed));
        for (const Phrase words : {Phrase::ColumnDone, Phrase::ColumnPlanned, Phrase::ColumnPerhaps}) {
            html += column("number", reader_.say(words));
        }
        for (const Quarter& quarter : first->quarters) html += column("number", quarter_name(reader_, quarter));
        html += "</tr>\n</thead>\n<tbody>\n";
        for (auto sum = first; sum != last; ++sum) html += write(*sum);
        return html + "</tbody>\n</table>\n";
    }

private:
    std::string write(const PartySum& sum) {
        std::string html = "<tr><th scope=\"row\">" + escape_html(sum_name(reader_, sum)) + "</th>";
        if (has_agreed_) html += cell(reader_, "", Phrase::ColumnAgreed, sum_agreed(reader_, tally_, sum));
        html += number(Phrase::ColumnDone, sum.counted.done) + number(Phrase::ColumnPlanned, sum.counted.planned) +
                number(Phrase::ColumnPerhaps, sum.counted.perhaps);
        for (const Quarter& quarter : sum.quarters) html += of_quarter(quarter);
        return html + "</tr>\n";
    }
    [[nodiscard]] std::string number(Phrase label, const Figure& figure) const {
        return cell(reader_, "number", label, reader_.to_words(figure));
    }

    // What is done and planned.
    [[nodiscard]] std::string of_quarter(const Quarter& quarter) const {
        const bool is_told = !is_to_come(reader_, quarter);
        return "<td class=\"number" + std::string(is_told ? "" : " none") + "\" data-label=\"" +
               escape_html(quarter_name(reader_, quarter)) + "\">" +
               (is_told ? std::to_string(quarter.counted.sure()) : std::string(nothing)) + "</td>";
    }

    const Reader& reader_;
    const TallyTable& tally_;
    bool has_agreed_ = false;
};

}  // namespace

std::string to_overview(const Reader& reader, const TallyTable& tally) { return Overview(reader).write(tally); }

std::string to_sums_tables(const Reader& reader, const TallyTable& tally) {
    std::string html;
    for (auto first = tally.sums.begin(); first != tally.sums.end();) {
        const auto last =
            std::find_if(first, tally.sums.end(), [&](const PartySum& sum) { return sum.role != first->role; });
        html += Sums(reader, tally).write(first, last);
        first = last;
    }
    return html;
}

}  // namespace toets::monitor
